/** What the view knows about a row beyond its own words. */
import type { StoryFacts } from '../../protocol/panels/planning.ts';
import type { Row } from '../../protocol/snapshot.ts';
import type { BacklogState } from '../shared/backlogState.ts';
import { isOpen, lacksOf, type Planning } from './model.ts';
import type { RowLook, Side } from './row.ts';

export interface Known {
  readonly planning: Planning | undefined;
  readonly backlog: BacklogState | undefined;
  readonly factsOf: (key: string) => StoryFacts | undefined;
}

export function rowLookOf(row: Row, side: Side, { planning, backlog, factsOf }: Known): RowLook {
  const over = backlog !== undefined && !isOpen(row, backlog);
  const movable = !over && planning?.chosen !== undefined && planning.state !== 'closed';
  const id = planning?.chosen?.sprint.id ?? '';
  return {
    facts: factsOf(row.key),
    lacks: planning && lacksOf(row, { facts: planning.facts, factsOf }, planning.plan),
    broken: side === 'sprint' ? (planning?.broken.get(row.key) ?? []) : [],
    drafted: planning?.plan.drafted.get(row.key),
    people: planning?.people ?? new Map(),
    over,
    goesTo: movable ? (side === 'backlog' ? `Into ${id}` : 'Back to the backlog') : undefined,
  };
}
