/** What starting or closing a sprint comes to, before it is done: which stories, how many points. Pure. */
import { pointsOf, resultOf, type SprintResult } from '../../core/planning/figures/result.ts';
import type { Action } from '../../protocol/panels/planning.ts';
import type { Row, Workflow } from '../../protocol/snapshot.ts';
import { phaseOf } from '../phase.ts';
import type { Plan } from './plan.ts';

export interface StartTurn {
  /** What is committed: the stories in the sprint that are still to be done, in rank order. */
  readonly stories: readonly Row[];
  readonly points: number;
}

export function startTurn({ rows }: Plan, sprint: string, workflow: Workflow): StartTurn {
  const stories = rows.filter((row) => isIn(row, sprint) && isOpen(row, workflow));
  return { stories, points: pointsOf(stories) };
}

export interface CloseTurn {
  readonly result: SprintResult;
  /** What is not finished, in rank order, with the sprint that it goes on to; null: back to the backlog. */
  readonly unfinished: readonly { readonly row: Row; readonly to: string | null }[];
}

export function closeTurn(
  { rows, sprints }: Plan,
  action: Extract<Action, { readonly kind: 'close' }>,
  workflow: Workflow,
): CloseTurn {
  const { except = {} } = action;
  const stories = rows.filter((row) => isIn(row, action.sprint));
  const wayOf = ({ key }: Row): string | null =>
    Object.hasOwn(except, key) ? (except[key] ?? null) : action.unfinished;
  const unfinished = stories.filter((row) => isOpen(row, workflow)).map((row) => ({ row, to: wayOf(row) }));
  const closing = stories.map((row) => {
    const phase = phaseOf(row, workflow);
    return { ...row, phase: phase === 'active' ? ('open' as const) : phase, goesOn: wayOf(row) !== null };
  });
  const committed = sprints.find(({ id }) => id === action.sprint)?.committed;
  const ids = new Set(committed);
  const points = pointsOf(
    rows.filter(({ list, id }) => list === 'stories' && id !== undefined && ids.has(id)),
  );
  return { result: resultOf(closing, committed === undefined ? undefined : { ids, points }), unfinished };
}

function isIn({ list, sprint }: Row, id: string): boolean {
  return list === 'stories' && sprint === id;
}

function isOpen(row: Row, workflow: Workflow): boolean {
  return !['done', 'dropped'].includes(phaseOf(row, workflow));
}
