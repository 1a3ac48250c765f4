/**
 * What the planning view shows, worked out from the backlog, the draft and how the person looks at it. Pure; made anew
 * with every change, in a few passes over the rows.
 */
import type { PlanningFacts, PlanningSettings, StoryFacts, Draft } from '../../protocol/panels/planning.ts';
import type { Row } from '../../protocol/snapshot.ts';
import { parseFilter } from '../../views/filter.ts';
import { phaseOf } from '../../views/phase.ts';
import { EMPTY_DRAFT } from '../../views/planning/draft.ts';
import { backlogFor, type Plan, planOf, type SprintPlan, sprintPlanOf } from '../../views/planning/plan.ts';
import { lacksNow } from '../../views/planning/readiness.ts';
import { chosenSprint, stateOf, type SprintState } from '../../views/planning/sprints.ts';
import type { BacklogState } from '../shared/backlogState.ts';
import type { Broken } from './words.ts';

export interface Source {
  readonly backlog: BacklogState;
  readonly facts: PlanningFacts;
  readonly draft: Draft;
  readonly settings: PlanningSettings;
  /** What is known of a story beyond its row; asks for it where it is not. */
  readonly factsOf: (key: string) => StoryFacts | undefined;
}

export interface Planning {
  readonly plan: Plan;
  readonly facts: PlanningFacts;
  /** Undefined where there is no sprint at all. */
  readonly chosen: SprintPlan | undefined;
  readonly state: SprintState | undefined;
  /** The backlog's list as it is shown, and of how many stories and points the filters let it through. */
  readonly backlog: readonly Row[];
  readonly all: number;
  readonly points: number;
  /** Stories of which it is not known yet whether they are ready; they are not shown while only ready ones are. */
  readonly unknown: number;
  /** Stories of the sprint that lack something, finished ones left out. */
  readonly unready: number;
  /** What a story of the chosen sprint can't have in time, by key. */
  readonly broken: ReadonlyMap<string, readonly Broken[]>;
  readonly people: ReadonlyMap<string, string>;
}

export function planningOf(source: Source, before = beforeOf(source)): Planning {
  const { backlog: state, facts, draft, settings } = source;
  const { workflow } = state;
  const plan = planOf({ rows: state.rows, workflow, facts, draft });
  const sprint = chosenSprint(plan.sprints, settings.sprint);
  const chosen = sprint && sprintPlanOf(plan, sprint, { facts, workflow }, before);
  const left = backlogFor(plan, sprint?.id, workflow);
  const people = new Map(facts.people.map(({ id, name }) => [id, name]));
  const match = parseFilter(settings.filter, { workflow, people });
  const matched = match === undefined ? left : left.filter(match);
  const lacks = (row: Row): readonly string[] | undefined => lacksOf(row, source, plan);
  const known = settings.readyOnly ? matched.map((row) => ({ row, lacks: lacks(row) })) : [];
  const backlog = settings.readyOnly
    ? known.filter((one) => one.lacks?.length === 0).map(({ row }) => row)
    : matched;
  return {
    plan,
    facts,
    chosen,
    state: sprint && stateOf(sprint),
    backlog,
    all: left.length,
    points: Math.round(backlog.reduce((sum, { points = 0 }) => sum + points, 0) * 10) / 10,
    unknown: known.filter((one) => one.lacks === undefined).length,
    unready: (chosen?.stories ?? []).filter((row) => isOpen(row, state) && (lacks(row)?.length ?? 0) > 0)
      .length,
    broken: byKey(chosen?.broken ?? []),
    people,
  };
}

/** The plan as the file has it, against which the draft is held. */
export function beforeOf({ backlog: { rows, workflow }, facts }: Pick<Source, 'backlog' | 'facts'>): Plan {
  return planOf({ rows, workflow, facts, draft: EMPTY_DRAFT });
}

/** What a story lacks to be ready, with what the draft gives it; undefined while that is not known. */
export function lacksOf(
  row: Row,
  { factsOf, facts }: Pick<Source, 'factsOf' | 'facts'>,
  { drafted }: Plan,
): readonly string[] | undefined {
  const known = factsOf(row.key);
  return known && lacksNow(known, row, drafted.get(row.key), facts);
}

/** True for a story that is neither finished nor dropped, so that it can be moved. */
export function isOpen(row: Row, { workflow }: Pick<BacklogState, 'workflow'>): boolean {
  const phase = phaseOf(row, workflow);
  return phase !== 'done' && phase !== 'dropped';
}

/** The row to go on with when these leave their list: the next one behind the first of them that stays. */
export function nextBehind(rows: readonly Row[], keys: readonly string[]): string | undefined {
  const gone = new Set(keys);
  const from = rows.findIndex(({ key }) => gone.has(key));
  const stays = ({ key }: Row): boolean => !gone.has(key);
  const [above, below] = [rows.slice(0, Math.max(from, 0)), rows.slice(Math.max(from, 0))];
  return (below.find(stays) ?? above.reverse().find(stays))?.key;
}

function byKey(all: readonly Broken[]): ReadonlyMap<string, readonly Broken[]> {
  const found = new Map<string, Broken[]>();
  for (const one of all) found.set(one.key, [...(found.get(one.key) ?? []), one]);
  return found;
}
