/** What an action of a planning would write, in words of people who plan: none of the file's. */
import * as vscode from 'vscode';
import type {
  Action,
  Capacity,
  Change,
  NewSprint,
  Preview,
  SprintDraft,
  StoryFacts,
  ToldChange,
} from '../../../protocol/panels/planning.ts';
import type { Row } from '../../../protocol/snapshot.ts';
import { EMPTY_DRAFT } from '../../../views/planning/draft.ts';
import { type Plan, planOf, type PlanSource, sprintPlanOf } from '../../../views/planning/plan.ts';
import { lacksNow } from '../../../views/planning/readiness.ts';
import { stateOf } from '../../../views/planning/sprints.ts';
import { closeTurn, startTurn } from '../../../views/planning/turns.ts';
import {
  byPerson,
  capacityWords,
  dayWords,
  nameOf,
  type NameOfPerson,
  peopleWords,
  pointsWords,
  storiesWords,
} from './words.ts';

type Group = Preview['groups'][number];

export function previewOf(source: PlanSource, action: Action, lacking: readonly StoryFacts[]): Preview {
  const plan = planOf(source);
  const person = namesIn(source);
  const groups = [
    ...source.draft.added.map((sprint) => newSprintGroup(sprint, person)),
    ...source.draft.sprints.map((sprint) => sprintGroup(sprint, person)),
    ...moveGroups(source, plan),
    estimateGroup(source),
    assigneeGroup(source, person),
    ...turnGroups(source, plan, action),
  ].filter(({ changes }) => changes.length > 0);
  return { groups, warnings: warningsOf(source, plan, action, lacking) };
}

/** People by their names, by their ids where nobody said who they are. */
export function namesIn({ facts }: Pick<PlanSource, 'facts'>): NameOfPerson {
  const names = new Map(facts.people.map(({ id, name }) => [id, name]));
  return (id) => {
    const name = names.get(id) ?? '';
    return name === '' ? id : name;
  };
}

function newSprintGroup({ id, ...sprint }: NewSprint, person: NameOfPerson): Group {
  const fields = sprintFields(sprint, person);
  const days = vscode.l10n.t('Sprint');
  return {
    title: vscode.l10n.t('New sprint {id}', { id }),
    changes: [
      ...(fields.length === 0 ? [{ what: days, to: id }] : []),
      ...fields.map(([what, to]) => ({ what, to })),
    ],
  };
}

const LABELS = {
  goal: () => vscode.l10n.t('Goal'),
  team: () => vscode.l10n.t('Team'),
  start: () => vscode.l10n.t('First day'),
  end: () => vscode.l10n.t('Last day'),
  capacity: () => vscode.l10n.t('Capacity'),
  away: () => vscode.l10n.t('Days away'),
};

/** Fields of a sprint with their words; null and what is empty have none. */
function sprintFields(
  sprint: {
    readonly [F in keyof typeof LABELS]?: F extends 'capacity'
      ? Capacity | null
      : F extends 'away'
        ? Readonly<Record<string, number>>
        : string | null;
  },
  person: NameOfPerson,
): readonly (readonly [string, string])[] {
  const { goal, team, start, end, capacity, away = {} } = sprint;
  const words: Readonly<Record<keyof typeof LABELS, string>> = {
    goal: goal ?? '',
    team: team ?? '',
    start: dayOrNothing(start),
    end: dayOrNothing(end),
    capacity: capacity === undefined || capacity === null ? '' : capacityWords(capacity, person),
    away: byPerson(away, person),
  };
  const keys = Object.keys(LABELS) as readonly (keyof typeof LABELS)[];
  return keys.flatMap((key) => (words[key] === '' ? [] : [[LABELS[key](), words[key]] as const]));
}

function dayOrNothing(day: string | null | undefined): string {
  return day === undefined || day === null ? '' : dayWords(day);
}

function sprintGroup({ id, ...changes }: SprintDraft, person: NameOfPerson): Group {
  const keys = Object.keys(changes) as readonly (keyof typeof LABELS)[];
  return {
    title: vscode.l10n.t('Sprint {id}', { id }),
    changes: keys.flatMap((key) => {
      const change: Change<unknown> | undefined = changes[key];
      if (change === undefined) return [];
      // A field of the draft holds what that field of a sprint may hold.
      const words = (value: unknown): string | undefined => sprintFields({ [key]: value }, person)[0]?.[1];
      return [told(LABELS[key](), words(change.from), words(change.to))];
    }),
  };
}

function told(what: string, from: string | undefined, to: string | undefined, key?: string): ToldChange {
  return {
    ...(key === undefined ? {} : { key }),
    what,
    ...(from === undefined || from === '' ? {} : { from }),
    ...(to === undefined || to === '' ? {} : { to }),
  };
}

function moveGroups({ rows }: PlanSource, plan: Plan): readonly Group[] {
  const groups = new Map<string | null, ToldChange[]>();
  for (const row of rows) {
    const move = plan.drafted.get(row.key)?.sprint;
    if (row.list !== 'stories' || move === undefined) continue;
    const change = told(nameOf(row), move.from ?? undefined, undefined, row.key);
    const group = groups.get(move.to);
    if (group === undefined) groups.set(move.to, [change]);
    else group.push(change);
  }
  return [...groups].map(([to, changes]) => ({
    title:
      to === null ? vscode.l10n.t('Back to the backlog') : vscode.l10n.t('Into {sprint}', { sprint: to }),
    changes,
  }));
}

function estimateGroup({ rows, draft }: PlanSource): Group {
  const byKey = new Map(rows.map((row) => [row.key, row]));
  const changes = draft.stories.flatMap(({ key, estimate }) => {
    const row = byKey.get(key);
    if (estimate === undefined || row === undefined) return [];
    return [told(nameOf(row), estimate.from ?? undefined, estimate.to ?? undefined, key)];
  });
  return { title: vscode.l10n.t('Estimates'), changes };
}

function assigneeGroup({ rows, draft }: PlanSource, person: NameOfPerson): Group {
  const byKey = new Map(rows.map((row) => [row.key, row]));
  const changes = draft.stories.flatMap(({ key, assignee }) => {
    const row = byKey.get(key);
    if (assignee === undefined || row === undefined) return [];
    const [from, to] = [peopleWords(assignee.from, person), peopleWords(assignee.to, person)];
    return [told(nameOf(row), from, to, key)];
  });
  return { title: vscode.l10n.t('Assignee'), changes };
}

function turnGroups({ workflow }: PlanSource, plan: Plan, action: Action): readonly Group[] {
  if (action.kind === 'accept') return [];
  const { sprint, day } = action;
  if (action.kind === 'start') {
    const { stories, points } = startTurn(plan, sprint, workflow);
    const counts = `${storiesWords(stories.length)}, ${pointsWords(points)}`;
    return [
      {
        title: vscode.l10n.t('Start of {sprint}', { sprint }),
        changes: [
          told(vscode.l10n.t('Started on'), undefined, dayWords(day)),
          told(vscode.l10n.t('Committed'), undefined, counts),
        ],
      },
      {
        title: vscode.l10n.t('Committed stories'),
        changes: stories.map((row) => told(nameOf(row), undefined, row.estimate, row.key)),
      },
    ];
  }
  const { result, unfinished } = closeTurn(plan, action, workflow);
  const targets = [...new Set(unfinished.map(({ to }) => to))];
  const { committed, added, done, carried } = result;
  const points = (what: string, value: number | undefined): readonly ToldChange[] =>
    value === undefined ? [] : [told(what, undefined, pointsWords(value))];
  return [
    {
      title: vscode.l10n.t('Close of {sprint}', { sprint }),
      changes: [
        told(vscode.l10n.t('Closed on'), undefined, dayWords(day)),
        ...points(vscode.l10n.t('Committed'), committed),
        ...points(vscode.l10n.t('Added later'), added),
        ...points(vscode.l10n.t('Done'), done),
        ...points(vscode.l10n.t('Carried over'), carried),
      ],
    },
    ...targets.map((to) => ({
      title:
        to === null
          ? vscode.l10n.t('Unfinished, back to the backlog')
          : vscode.l10n.t('Unfinished, on to {sprint}', { sprint: to }),
      changes: unfinished
        .filter((one) => one.to === to)
        .map(({ row }) => told(nameOf(row), undefined, row.estimate, row.key)),
    })),
  ];
}

function warningsOf(
  source: PlanSource,
  plan: Plan,
  action: Action,
  lacking: readonly StoryFacts[],
): readonly string[] {
  if (action.kind === 'start') return startWarnings(source, plan, action.sprint, lacking);
  if (action.kind === 'close') {
    const end = plan.sprints.find(({ id }) => id === action.sprint)?.end;
    if (end === undefined || end <= action.day) return [];
    return [vscode.l10n.t('{sprint} runs until {day}.', { sprint: action.sprint, day: dayWords(end) })];
  }
  const touched = new Set(source.draft.stories.flatMap(({ sprint }) => sprint?.to ?? []));
  return [...touched].flatMap((id) => overWarning(source, plan, id));
}

function overWarning(source: PlanSource, plan: Plan, id: string): readonly string[] {
  const sprint = plan.sprints.find((one) => one.id === id);
  if (sprint === undefined) return [];
  const { load, room, over } = sprintPlanOf(plan, sprint, source);
  if (over === 0 || room.points === undefined) return [];
  const [planned, most] = [pointsWords(load.points), pointsWords(room.points)];
  return [vscode.l10n.t('{id} has {planned} in it, and room for {most}.', { id, planned, most })];
}

function startWarnings(
  source: PlanSource,
  plan: Plan,
  id: string,
  lacking: readonly StoryFacts[],
): readonly string[] {
  const sprint = plan.sprints.find((one) => one.id === id);
  if (sprint === undefined) return [];
  const { stories } = startTurn(plan, id, source.workflow);
  const before = planOf({ ...source, draft: EMPTY_DRAFT });
  const { broken } = sprintPlanOf(plan, sprint, source, before);
  const running = plan.sprints.filter(
    (one) => one.id !== id && stateOf(one) === 'running' && one.team === sprint.team,
  );
  const unestimated = stories.filter(({ points }) => points === undefined).length;
  const unready = unreadyIn(source, stories, lacking);
  const waiting = new Set(broken.map(({ key }) => key)).size;
  return [
    ...(stories.length === 0 ? [vscode.l10n.t('There is nothing to do in {id} yet.', { id })] : []),
    ...overWarning(source, plan, id),
    ...(unestimated === 0
      ? []
      : [vscode.l10n.t('Without an estimate: {stories}.', { stories: storiesWords(unestimated) })]),
    ...(unready === 0
      ? []
      : [
          vscode.l10n.t('Not ready by your definition of ready: {stories}.', {
            stories: storiesWords(unready),
          }),
        ]),
    ...(waiting === 0
      ? []
      : [
          vscode.l10n.t('Waiting for something that is neither done nor planned before: {stories}.', {
            stories: storiesWords(waiting),
          }),
        ]),
    ...running.map((one) => vscode.l10n.t('{other} is still running: close it first.', { other: one.id })),
  ];
}

function unreadyIn(source: PlanSource, stories: readonly Row[], lacking: readonly StoryFacts[]): number {
  const facts = new Map(lacking.map((one) => [one.key, one]));
  const drafts = new Map(source.draft.stories.map((one) => [one.key, one]));
  return stories.filter((row) => {
    const known = facts.get(row.key);
    return known !== undefined && lacksNow(known, row, drafts.get(row.key), source.facts).length > 0;
  }).length;
}
