/**
 * What the draft comes to: the two lists, what the sprint has room for and what is planned into it, and which
 * dependencies that breaks. Worked out anew after each change, in one pass over the rows and some over the sprint's.
 */
import { type Room, roomOf } from '../../core/planning/figures/capacity.ts';
import { type BrokenDependency, brokenDependencies } from '../../core/planning/figures/dependencies.ts';
import { type Load, loadOf } from '../../core/planning/figures/load.ts';
import { type Velocity, velocityOf } from '../../core/planning/figures/velocity.ts';
import type { Draft, PlanningFacts, StoryDraft } from '../../protocol/panels/planning.ts';
import type { Row, Workflow } from '../../protocol/snapshot.ts';
import { type Phase, phaseOf } from '../phase.ts';
import { type PlannedSprint, plannedSprints } from './sprints.ts';

export interface PlanSource {
  readonly rows: readonly Row[];
  readonly workflow: Workflow;
  readonly facts: PlanningFacts;
  readonly draft: Draft;
}

/** The whole backlog as the draft would leave it. */
export interface Plan {
  /** All rows; those that the draft leaves alone are the same objects as before. */
  readonly rows: readonly Row[];
  readonly sprints: readonly PlannedSprint[];
  /** The draft's entry of a story, by key. */
  readonly drafted: ReadonlyMap<string, StoryDraft>;
  readonly broken: readonly BrokenDependency[];
  /** Points of the finished stories of each sprint. */
  readonly done: ReadonlyMap<string, number>;
}

export function planOf({ rows, workflow, facts, draft }: PlanSource): Plan {
  const drafted = new Map(draft.stories.map((story) => [story.key, story]));
  const planned = drafted.size === 0 ? rows : rows.map((row) => withDraft(row, drafted.get(row.key), facts));
  const sprints = plannedSprints(facts, draft);
  const done = new Map<string, number>();
  for (const row of planned) {
    const { list, sprint, points } = row;
    if (list !== 'stories' || sprint === undefined || points === undefined) continue;
    if (phaseOf(row, workflow) === 'done') done.set(sprint, (done.get(sprint) ?? 0) + points);
  }
  const broken = brokenDependencies(planned, sprints, (row) => {
    const phase = phaseOf(row, workflow);
    return phase === 'active' ? 'open' : phase;
  });
  return { rows: planned, sprints, drafted, broken, done };
}

/** A story as the draft has it. */
export function withDraft(row: Row, draft: StoryDraft | undefined, facts: PlanningFacts): Row {
  if (draft === undefined || row.list !== 'stories') return row;
  const { sprint, estimate, points, assignees, ...rest } = row;
  const given: {
    sprint?: string | undefined;
    estimate?: string | undefined;
    points?: number | undefined;
    assignees?: readonly string[] | undefined;
  } = { sprint, estimate, points, assignees };
  if (draft.sprint !== undefined) given.sprint = draft.sprint.to ?? undefined;
  if (draft.estimate !== undefined) {
    given.estimate = draft.estimate.to ?? undefined;
    given.points = draft.estimate.to === null ? undefined : pointsOf(draft.estimate.to, facts);
  }
  if (draft.assignee !== undefined)
    given.assignees = draft.assignee.to.length === 0 ? undefined : draft.assignee.to;
  const there = Object.entries(given).filter(([, value]) => value !== undefined);
  // Each is a field of a row with a value of its kind.
  return { ...rest, ...(Object.fromEntries(there) as Partial<Row>) };
}

/** The points of an estimate as written: by the team's table, else the number itself. */
export function pointsOf(estimate: string, { points }: PlanningFacts): number | undefined {
  if (Object.hasOwn(points, estimate)) return points[estimate];
  const number = estimate.trim() === '' ? Number.NaN : Number(estimate);
  return Number.isFinite(number) ? number : undefined;
}

/** One sprint, and what is said about it. */
export interface SprintPlan {
  readonly sprint: PlannedSprint;
  /** Its stories in rank order, finished and dropped ones as well. */
  readonly stories: readonly Row[];
  /** Of these, what counts: dropped ones left out. */
  readonly load: Load;
  readonly room: Room;
  /** By how many points it is over what it has room for; 0 where it is not, or nothing is agreed. */
  readonly over: number;
  /** Everybody who has room or stories in it, those with room first. */
  readonly people: readonly PersonPlan[];
  /** Dependencies of its own stories. */
  readonly broken: readonly BrokenDependency[];
  /** Of stories in other sprints, which the draft breaks. */
  readonly brokenElsewhere: readonly BrokenDependency[];
  /** Of the same team's sprints. */
  readonly velocity: Velocity;
}

export interface PersonPlan {
  readonly id: string;
  /** Empty where nobody of that id is in `people`. */
  readonly name: string;
  /** Undefined where capacity is not agreed by person. */
  readonly room: number | undefined;
  readonly agreed: number | undefined;
  readonly daysAway: number;
  readonly load: number;
}

/**
 * @param before the plan of the empty draft, so that what was broken already is not put down to the draft
 */
export function sprintPlanOf(
  plan: Plan,
  sprint: PlannedSprint,
  { facts, workflow }: Pick<PlanSource, 'facts' | 'workflow'>,
  before?: Plan,
): SprintPlan {
  const stories = plan.rows.filter((row) => row.list === 'stories' && row.sprint === sprint.id);
  const load = loadOf(stories.filter((row) => phaseOf(row, workflow) !== 'dropped'));
  const team = facts.teams.find(({ id }) => id === sprint.team)?.people ?? facts.people.map(({ id }) => id);
  const room = roomOf(sprint, team, new Set(facts.holidays));
  const known = new Set(before?.broken.map((one) => `${one.key}\n${one.needs}`));
  return {
    sprint,
    stories,
    load,
    room,
    over: room.points === undefined ? 0 : Math.max(0, Math.round((load.points - room.points) * 10) / 10),
    people: peopleIn(room, load, sprint.away, facts),
    broken: plan.broken.filter((one) => one.sprint === sprint.id),
    brokenElsewhere: plan.broken.filter(
      (one) => one.sprint !== sprint.id && !known.has(`${one.key}\n${one.needs}`),
    ),
    velocity: velocityOf(facts.sprints, sprint.team, plan.done),
  };
}

function peopleIn(
  room: Room,
  load: Load,
  away: PlannedSprint['away'],
  { people }: PlanningFacts,
): readonly PersonPlan[] {
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const rooms = new Map(room.people.map((person) => [person.id, person]));
  return [...new Set([...rooms.keys(), ...load.people.keys()])].map((id) => ({
    id,
    name: names.get(id) ?? '',
    room: rooms.get(id)?.points,
    agreed: rooms.get(id)?.agreed,
    daysAway: Object.hasOwn(away, id) ? (away[id] ?? 0) : 0,
    load: load.people.get(id) ?? 0,
  }));
}

/** What is left to choose from: stories that are neither in this sprint nor finished or dropped, in rank order. */
export function backlogFor({ rows }: Plan, sprint: string | undefined, workflow: Workflow): readonly Row[] {
  const over: readonly Phase[] = ['done', 'dropped'];
  return rows.filter(
    (row) =>
      row.list === 'stories' &&
      (sprint === undefined || row.sprint !== sprint) &&
      !over.includes(phaseOf(row, workflow)),
  );
}
