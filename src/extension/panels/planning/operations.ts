/**
 * What an action of a planning means for the backlog: the draft's changes one by one, then the start or the end of a
 * sprint, as one operation. Pure: rows and a draft in, an operation out.
 */
import type { ItemAddress, Operation, Value } from '../../../protocol/lsp.ts';
import type {
  Action,
  Capacity,
  Change,
  Draft,
  NewSprint,
  SprintDraft,
} from '../../../protocol/panels/planning.ts';
import type { Row } from '../../../protocol/snapshot.ts';
import { setAssignees, setOrRemove, together } from '../../tree/moves.ts';

/** Undefined where there is nothing to write. Entries of what is not in `rows` are left out. */
export function actionOperation(rows: readonly Row[], draft: Draft, action: Action): Operation | undefined {
  const byKey = new Map(rows.map((row) => [row.key, row]));
  return together([
    ...draft.added.map(addition),
    ...draft.sprints.flatMap((sprint) => sprintOperations(sprint)),
    ...draft.stories.flatMap((story) => {
      const row = byKey.get(story.key);
      if (row === undefined) return [];
      const { address } = row;
      const { sprint, estimate, assignee } = story;
      return [
        ...(estimate === undefined ? [] : [setOrRemove(address, 'estimate', estimate.to ?? undefined)]),
        ...(sprint === undefined ? [] : [setOrRemove(address, 'sprint', sprint.to ?? undefined)]),
        ...(assignee === undefined ? [] : [setAssignees(address, assignee.to)]),
      ];
    }),
    ...turnOf(action, byKey),
  ]);
}

function turnOf(action: Action, byKey: ReadonlyMap<string, Row>): readonly Operation[] {
  if (action.kind === 'accept') return [];
  const { day } = action;
  const sprint = addressOf(action.sprint);
  if (action.kind === 'start') return [{ type: 'startSprint', sprint, day }];
  const except = Object.entries(action.except ?? {}).flatMap(([key, to]) => {
    const item = byKey.get(key)?.address;
    return item === undefined ? [] : [{ item, to }];
  });
  const { unfinished } = action;
  return [{ type: 'closeSprint', sprint, day, unfinished, ...(except.length === 0 ? {} : { except }) }];
}

function addressOf(id: string): ItemAddress {
  return { id, list: 'sprints' };
}

/** Behind all others: sprints come one after the other. */
function addition(sprint: NewSprint): Operation {
  const { id, team, goal, start, end, capacity, away } = sprint;
  const fields = { id, team, goal, start, end, capacity, away: noneIfEmpty(away) };
  return { type: 'add', list: 'sprints', fields: given(fields), place: { at: 'bottom' } };
}

function given(fields: Readonly<Record<string, Value | undefined>>): Record<string, Value> {
  return Object.fromEntries(
    Object.entries(fields).filter((entry): entry is [string, Value] => entry[1] !== undefined),
  );
}

function noneIfEmpty<T extends object>(value: T | undefined): T | undefined {
  return value === undefined || Object.keys(value).length === 0 ? undefined : value;
}

function sprintOperations({ id, goal, team, start, end, capacity, away }: SprintDraft): readonly Operation[] {
  const item = addressOf(id);
  const texts = Object.entries({ team, goal, start, end }).flatMap(([field, change]) =>
    change === undefined ? [] : [setOrRemove(item, field, change.to ?? undefined)],
  );
  return [
    ...texts,
    ...(capacity === undefined ? [] : byPerson(item, 'capacity', capacity)),
    ...(away === undefined ? [] : byPerson(item, 'away', away)),
  ];
}

/** Person by person where both are by person, so that the others' lines stay as they are. */
function byPerson(
  item: ItemAddress,
  field: string,
  { from, to }: Change<Capacity | null>,
): readonly Operation[] {
  if (to === null || (typeof to === 'object' && Object.keys(to).length === 0))
    return [{ type: 'remove', item, field }];
  if (typeof to === 'number' || typeof from !== 'object' || from === null || hasDots(from, to))
    return [{ type: 'set', item, field, value: to }];
  if (Object.keys(from).length === 0) return [{ type: 'set', item, field, value: to }];
  const gone = Object.keys(from).filter((id) => !Object.hasOwn(to, id));
  const changed = Object.entries(to).filter(([id, value]) => !Object.hasOwn(from, id) || from[id] !== value);
  return [
    ...changed.map(([id, value]): Operation => ({ type: 'set', item, field: `${field}.${id}`, value })),
    ...gone.map((id): Operation => ({ type: 'remove', item, field: `${field}.${id}` })),
  ];
}

/** A field of a field is named with a dot, so that such ids can't be named one by one. */
function hasDots(...maps: readonly Readonly<Record<string, number>>[]): boolean {
  return maps.some((map) => Object.keys(map).some((id) => id.includes('.')));
}
