/**
 * The draft of a planning: how one thing that a person does changes it. The view shows the outcome at once and the
 * host keeps it, both by this function. Pure; nothing here looks at more rows than it must.
 */
import type {
  Change,
  Draft,
  DraftChange,
  NewSprint,
  PlanningFacts,
  SprintDraft,
  SprintFacts,
  StoryDraft,
} from '../../protocol/panels/planning.ts';
import type { Row } from '../../protocol/snapshot.ts';

export const EMPTY_DRAFT: Draft = { stories: [], sprints: [], added: [] };

export function isEmptyDraft({ stories, sprints, added }: Draft): boolean {
  return stories.length + sprints.length + added.length === 0;
}

/** How many things the draft would change: each field of a story or sprint, and each new sprint, is one. */
export function countChanges({ stories, sprints, added }: Draft): number {
  const fields = (entry: StoryDraft | SprintDraft, own: number): number => Object.keys(entry).length - own;
  return (
    added.length +
    stories.reduce((sum, story) => sum + fields(story, 2), 0) +
    sprints.reduce((sum, sprint) => sum + fields(sprint, 1), 0)
  );
}

/** What the file has, against which the draft is held. */
export interface Filed {
  readonly rows: readonly Row[];
  readonly facts: PlanningFacts;
}

/** The draft after one more change. What is not there (a key, a sprint) changes nothing. */
export function changed(draft: Draft, change: DraftChange, filed: Filed): Draft {
  switch (change.kind) {
    case 'sprint':
    case 'estimate':
    case 'assignee':
      return changeStories(draft, change, filed);
    case 'sprintText': {
      const text = change.to?.trim() ?? '';
      const to = text === '' ? null : text;
      return changeSprint(draft, change.id, filed, { [change.field]: to });
    }
    case 'capacity': {
      const { to } = change;
      const isNone = to === null || (typeof to === 'object' && Object.keys(to).length === 0);
      return changeSprint(draft, change.id, filed, { capacity: isNone ? null : to });
    }
    case 'away':
      return changeSprint(draft, change.id, filed, { away: withoutZeros(change.to) });
    case 'add':
      return addSprint(draft, change.sprint, filed);
    case 'unadd':
      return withoutSprint(draft, change.id);
    case 'forget':
      return {
        ...draft,
        stories: draft.stories.filter(({ key }) => !change.keys.includes(key)),
        sprints: draft.sprints.filter(({ id }) => !change.ids.includes(id)),
      };
  }
}

type StoryChange = Extract<DraftChange, { readonly kind: 'sprint' | 'estimate' | 'assignee' }>;

function changeStories(draft: Draft, change: StoryChange, { rows, facts }: Filed): Draft {
  if (change.kind === 'sprint' && change.to !== null && !isSprint(change.to, draft, facts)) return draft;
  const wanted = new Set(change.keys);
  const to = change.kind === 'estimate' ? plainEstimate(change.to) : change.to;
  const asked = rows.filter(({ key, list }) => list === 'stories' && wanted.has(key));
  if (asked.length === 0) return draft;
  const stories = new Map(draft.stories.map((story) => [story.key, story]));
  for (const row of asked) {
    const { key, title } = row;
    const before: StoryDraft = stories.get(key) ?? { key, title };
    const entry = withField(before, change.kind, filedValue(row, change.kind), to);
    if (Object.keys(entry).length > 2) stories.set(key, entry);
    else stories.delete(key);
  }
  return { ...draft, stories: [...stories.values()] };
}

/** As it will stand in the file: numbers have one form there. */
function plainEstimate(estimate: string | null): string | null {
  const text = estimate?.trim() ?? '';
  if (text === '') return null;
  return Number.isFinite(Number(text)) ? String(Number(text)) : text;
}

/** What the file has in a field of a story that the draft may change. */
export function filedValue(
  row: Pick<Row, 'sprint' | 'estimate' | 'assignees'>,
  field: StoryChange['kind'],
): string | null | readonly string[] {
  return field === 'assignee' ? (row.assignees ?? []) : (row[field] ?? null);
}

/** What the file has in a field of a sprint. */
export function filedSprintValue(sprint: SprintFacts, field: Exclude<keyof SprintDraft, 'id'>): unknown {
  return sprint[field] ?? null;
}

function isSprint(id: string, { added }: Draft, { sprints }: PlanningFacts): boolean {
  return added.some((sprint) => sprint.id === id) || sprints.some((sprint) => sprint.id === id);
}

/** The entry with one field more, or without it where the file has that value already. */
function withField<T extends object>(entry: T, field: string, from: unknown, to: unknown): T {
  const { [field]: _before, ...rest } = entry as Record<string, unknown>;
  // Its other fields are as they were, and the field holds a change of its own kind.
  return (sameValue(from, to) ? rest : { ...rest, [field]: { from, to } satisfies Change<unknown> }) as T;
}

type SprintFields = Readonly<Partial<Record<Exclude<keyof SprintDraft, 'id'>, unknown>>>;

function changeSprint(draft: Draft, id: string, { facts }: Filed, fields: SprintFields): Draft {
  if (draft.added.some((sprint) => sprint.id === id)) {
    const added = draft.added.map((sprint) => (sprint.id === id ? setIn(sprint, fields) : sprint));
    return { ...draft, added };
  }
  const sprint = facts.sprints.find((one) => one.id === id);
  if (sprint === undefined) return draft;
  const before = draft.sprints.find((one) => one.id === id);
  let entry: SprintDraft = before ?? { id };
  for (const [field, to] of Object.entries(fields))
    entry = withField(entry, field, filedSprintValue(sprint, field as keyof SprintFields), to);
  const others = draft.sprints.filter((one) => one.id !== id);
  return { ...draft, sprints: Object.keys(entry).length > 1 ? [...others, entry] : others };
}

function setIn(sprint: NewSprint, fields: SprintFields): NewSprint {
  const entries = Object.entries({ ...sprint, ...fields }).filter(([, value]) => value !== null);
  // Only fields of a sprint were put in, each with a value of its kind.
  return Object.fromEntries(entries) as unknown as NewSprint;
}

function addSprint(draft: Draft, sprint: NewSprint, { facts }: Filed): Draft {
  const id = sprint.id.trim();
  return id === '' || isSprint(id, draft, facts)
    ? draft
    : { ...draft, added: [...draft.added, { ...sprint, id }] };
}

function withoutSprint(draft: Draft, id: string): Draft {
  const stories = draft.stories.flatMap((story): readonly StoryDraft[] => {
    if (story.sprint?.to !== id) return [story];
    const { sprint: _sprint, ...entry } = story;
    return Object.keys(entry).length > 2 ? [entry] : [];
  });
  const added = draft.added.filter((sprint) => sprint.id !== id);
  return added.length === draft.added.length ? draft : { ...draft, stories, added };
}

function withoutZeros(away: Readonly<Record<string, number>>): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(away).filter(([, days]) => days > 0));
}

/** True for values of a draft that say the same; the order of people's keys says nothing. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [one, other] = [a as Record<string, unknown>, b as Record<string, unknown>];
  const keys = Object.keys(one);
  return keys.length === Object.keys(other).length && keys.every((key) => sameValue(one[key], other[key]));
}
