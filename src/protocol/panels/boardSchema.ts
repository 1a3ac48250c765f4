/** What a board may say, as schemas: a web view is not trusted. */
import * as z from 'zod';
import type { BoardContract, BoardSettings } from './board.ts';

const key = z.string().min(1).max(300);
const keys = z.array(key).min(1).max(1000);
const word = z.string().max(300);

const column = z.union([
  z.object({ field: z.literal('status'), value: word }),
  z.object({ field: z.literal('epic'), value: word.nullable() }),
]);

const lane = z.object({
  field: z.enum(['epic', 'release', 'assignee', 'priority']),
  value: word.nullable(),
});

export const boardSettings: z.ZodType<BoardSettings> = z.object({
  columns: z.enum(['status', 'epic']),
  scope: z.union([
    z.object({ kind: z.enum(['all', 'active']) }),
    z.object({ kind: z.enum(['sprint', 'epic', 'release']), id: word }),
  ]),
  lanes: z.enum(['none', 'epic', 'release', 'assignee', 'priority']),
  filter: z.string().max(1000),
  quick: z.array(z.enum(['mine', 'blocked', 'unestimated', 'problems'])).max(4),
  folded: z.array(word).max(100),
});

type Schemas = {
  readonly [N in keyof BoardContract['calls']]: z.ZodType<BoardContract['calls'][N]['params']>;
};

export const boardCalls: Schemas = {
  move: z.object({
    keys,
    column,
    lane: lane.exactOptional(),
    before: key.exactOptional(),
    after: key.exactOptional(),
  }),
  add: z.object({ title: z.string().trim().min(1).max(1000), column, lane: lane.exactOptional() }),
  rename: z.object({ key, title: z.string().trim().min(1).max(1000) }),
  facts: z.object({ keys }),
  since: z.object({ keys }),
  open: z.object({ key, inFile: z.boolean() }),
  moveTo: z.object({ keys }),
  saveSettings: boardSettings,
  whoAmI: z.null(),
  command: z.object({
    name: z.enum(['createBacklog', 'createSample', 'refresh', 'undo', 'newStory', 'newEpic']),
  }),
};
