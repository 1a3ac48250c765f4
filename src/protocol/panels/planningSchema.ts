/** What a planning view may say, as schemas: a web view is not trusted. */
import * as z from 'zod';
import type {
  Action,
  Capacity,
  Draft,
  DraftChange,
  DraftState,
  NewSprint,
  PlanningContract,
  PlanningSettings,
} from './planning.ts';

const key = z.string().min(1).max(300);
const keys = z.array(key).min(1).max(1000);
/** A whole backlog may be chosen at once. */
const chosen = z.array(key).min(1).max(100_000);
const word = z.string().max(300);
const text = z.string().trim().max(2000);
const day = z.string().regex(/^\d{4}-\d\d-\d\d$/);
const number = z.number().min(0).max(1_000_000);
const byPerson = z.record(key, number);
const capacity: z.ZodType<Capacity> = z.union([number, byPerson]);
const estimate = word.min(1).nullable();

const newSprint: z.ZodType<NewSprint> = z.object({
  id: word.trim().min(1),
  goal: text.exactOptional(),
  team: word.exactOptional(),
  start: day.exactOptional(),
  end: day.exactOptional(),
  capacity: capacity.exactOptional(),
  away: byPerson.exactOptional(),
});

const draftChange: z.ZodType<DraftChange> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('sprint'), keys: chosen, to: key.nullable() }),
  z.object({ kind: z.literal('estimate'), keys: chosen, to: estimate }),
  z.object({ kind: z.literal('assignee'), keys: chosen, to: z.array(key).max(100) }),
  z.object({
    kind: z.literal('sprintText'),
    id: key,
    field: z.enum(['goal', 'team', 'start', 'end']),
    to: text.nullable(),
  }),
  z.object({ kind: z.literal('capacity'), id: key, to: capacity.nullable() }),
  z.object({ kind: z.literal('away'), id: key, to: byPerson }),
  z.object({ kind: z.literal('add'), sprint: newSprint }),
  z.object({ kind: z.literal('unadd'), id: key }),
  z.object({ kind: z.literal('forget'), keys: z.array(key).max(100_000), ids: z.array(key).max(1000) }),
]);

const change = <T>(value: z.ZodType<T>): z.ZodType<{ from: T; to: T }> =>
  z.object({ from: value, to: value });

const draftSchema: z.ZodType<Draft> = z.object({
  stories: z.array(
    z.object({
      key,
      title: z.string(),
      sprint: change(word.nullable()).exactOptional(),
      estimate: change(word.nullable()).exactOptional(),
      assignee: change(z.array(word)).exactOptional(),
    }),
  ),
  sprints: z.array(
    z.object({
      id: key,
      goal: change(z.string().nullable()).exactOptional(),
      team: change(word.nullable()).exactOptional(),
      start: change(word.nullable()).exactOptional(),
      end: change(word.nullable()).exactOptional(),
      capacity: change(capacity.nullable()).exactOptional(),
      away: change(byPerson).exactOptional(),
    }),
  ),
  added: z.array(newSprint),
});

/** Of what was kept for the workspace: what can't be read is as if it were not there. */
export const keptDraft: z.ZodType<Pick<DraftState, 'draft' | 'notes'>> = z.object({
  draft: draftSchema,
  notes: z.array(z.object({ key: z.string(), kept: z.boolean(), text: z.string() })),
});

const action: z.ZodType<Action> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('accept') }),
  z.object({ kind: z.literal('start'), sprint: key, day }),
  z.object({
    kind: z.literal('close'),
    sprint: key,
    day,
    unfinished: key.nullable(),
    except: z.record(key, key.nullable()).exactOptional(),
  }),
]);

export const planningSettings: z.ZodType<PlanningSettings> = z.object({
  sprint: word.nullable(),
  filter: z.string().max(1000),
  readyOnly: z.boolean(),
  folded: z.array(word).max(100),
});

type Schemas = {
  readonly [N in keyof PlanningContract['calls']]: z.ZodType<PlanningContract['calls'][N]['params']>;
};

export const planningCalls: Schemas = {
  facts: z.object({ keys }),
  similar: z.object({ key }),
  change: z.object({ changes: z.array(draftChange).min(1).max(100) }),
  undoDraft: z.null(),
  redoDraft: z.null(),
  discard: z.null(),
  dismiss: z.null(),
  preview: action,
  showDiff: action,
  run: action,
  open: z.object({ key, inFile: z.boolean() }),
  saveSettings: planningSettings,
  command: z.object({
    name: z.enum(['createBacklog', 'createSample', 'refresh', 'undo', 'newStory', 'showBoard']),
  }),
};
