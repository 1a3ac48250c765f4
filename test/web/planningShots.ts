/** Pictures of the planning: a meeting in each theme, and the first sprint of a new user step by step. */
import { BacklogView } from './support/backlogView.ts';
import { FirstSprint } from './support/firstSprint.ts';
import { PlanningView } from './support/planningView.ts';
import type { Shot } from './shots.ts';
import { inAllThemes } from './support/themes.ts';
import type { Workbench } from './support/workbench.ts';

/** The planning alone in the window, on the sprint of the sample that comes next. */
async function planning(workbench: Workbench): Promise<PlanningView> {
  await workbench.run('View: Close Primary Side Bar');
  return PlanningView.show(workbench);
}

/** Moves so many of the first stories of the backlog into the sprint. */
async function pull(view: PlanningView, count: number): Promise<void> {
  for (let moved = 0; moved < count; moved++)
    await view.frame.locator('.backlog-pane .row .move').first().click();
}

/** A draft in which more is planned than there is room for. */
async function overCapacity(workbench: Workbench): Promise<void> {
  const view = await planning(workbench);
  await pull(view, 2);
  await view.row('FN-60').locator('.chip').first().waitFor();
  await workbench.pointAway();
}

/** A story is estimated, beside how similar ones came out. */
async function estimating(workbench: Workbench): Promise<void> {
  const view = await planning(workbench);
  await pull(view, 1);
  const row = view.frame.locator('.backlog-pane .row').nth(1);
  await row.locator('.cell-estimate button').click();
  await view.dialog().locator('.bars, .quiet').first().waitFor();
}

/** What closing a sprint would write, in words. */
async function closing(workbench: Workbench): Promise<void> {
  const view = await planning(workbench);
  const running = view.frame.locator('select.sprint-choice option').filter({ hasText: '(running)' }).first();
  await view.frame.locator('select.sprint-choice').selectOption((await running.getAttribute('value')) ?? '');
  await view.button('Close sprint…').click();
  await view.dialog().locator('section .told li').first().waitFor();
}

const SIZE = { width: 1440, height: 900 };

/** As a person would begin one by hand. */
const NO_STORIES = 'product: {name: Fieldnotes, key: FN}\nstories: []\n';

/** A team that plans more than it can: what is missing, what breaks, and a file that changes under the draft. */
const PROBLEMS = `product: {name: Fieldnotes, key: FN}
workflow:
  statuses: [idea, ready, doing, done]
  estimates: [1, 2, 3, 5, 8]
people:
  - {id: ana, name: Ana Lima}
  - {id: ben, name: Ben Okafor}
sprints:
  - id: s24
    goal: Notes survive a dead battery
    start: 2099-01-05
    end: 2099-01-16
    capacity: {ana: 8, ben: 6}
    away: {ben: 5}
stories:
  - id: FN-12
    title: Sync when back online
    status: ready
    estimate: 8
    sprint: s24
    assignee: ben
    depends_on: [FN-60]
  - id: FN-48
    title: Save energy when the battery is low
    status: ready
    sprint: s24
    assignee: ana
    blocked: the two oldest phones are at the repair shop
  - id: FN-14
    title: "Two phones edited one note
    status: ready
    estimate: 5
    sprint: s24
  - id: FN-47
    title: A half-written note is there after a shutdown
    status: ready
    estimate: 3
  - id: FN-51
    title: Say in the morning that the battery will not last
    status: ready
    estimate: 2
  - id: FN-60
    title: Delete an account on request
    status: idea
`;

async function problems(workbench: Workbench): Promise<void> {
  const view = await planning(workbench);
  for (const id of ['FN-47', 'FN-51']) await view.move(id);
  await view.press('FN-47', '5');
  await workbench.press('Enter');
  await view.dialog().waitFor({ state: 'detached' });
  workbench.writeFile(
    PROBLEMS.replace(
      'shutdown\n    status: ready\n    estimate: 3',
      'shutdown\n    status: ready\n    estimate: 8',
    ).replace('not last\n    status: ready', 'not last\n    status: done'),
  );
  await view.frame.locator('.notes li').nth(1).waitFor();
  await workbench.pointAway();
}

/** A backlog without stories, and without a sprint to put any into. */
async function nothingYet(workbench: Workbench): Promise<void> {
  // With no story there is no finding that tells of its having been read; the tree does.
  await BacklogView.showEmpty(workbench);
  await workbench.page.locator('.sidebar').getByText('There are no stories yet.').waitFor();
  await workbench.run('Refinery: Plan Sprint');
  await workbench.run('View: Close Primary Side Bar');
  await PlanningView.in(workbench).button('Create the first sprint').waitFor({ timeout: 30_000 });
  await workbench.pointAway();
}

const STEPS: readonly (readonly [string, (sprint: FirstSprint) => Promise<unknown>])[] = [
  ['1-welcome', () => Promise.resolve()],
  [
    '2-stories',
    async (sprint) => {
      await sprint.create('Empty');
      await sprint.addStories();
    },
  ],
  ['3-planning', (sprint) => sprint.plan()],
  [
    '4-sprint',
    async (sprint) => {
      await sprint.makeSprint('Notes survive the field', 8);
      await sprint.fill({ 'Take a note with no signal': '5', 'Find a note by its words': '5' });
    },
  ],
  ['5-start', (sprint) => sprint.askToStart()],
  [
    '6-started',
    async (sprint) => {
      await sprint.planning.dialog().getByRole('button', { name: 'Start sprint' }).click();
      await sprint.planning.button('Close sprint…').waitFor();
    },
  ],
];

/** Each step comes after all those before it, in a window of its own. */
const firstSprint = STEPS.map(([name], last): Shot => ({
  name: `first-sprint-${name}`,
  theme: 'light',
  size: { width: 1280, height: 760 },
  prepare: () => undefined,
  stage: async (workbench) => {
    const sprint = new FirstSprint(workbench);
    await sprint.welcome();
    for (const [, step] of STEPS.slice(0, last + 1)) await step(sprint);
    await workbench.pointAway();
  },
}));

export const PLANNING_SHOTS: readonly Shot[] = [
  ...inAllThemes({ name: 'planning', size: SIZE, stage: overCapacity }),
  ...inAllThemes({ name: 'planning-estimate', size: SIZE, stage: estimating }).slice(0, 2),
  ...inAllThemes({ name: 'planning-close', size: SIZE, stage: closing }).slice(0, 2),
  ...inAllThemes({
    name: 'planning-empty',
    size: { width: 1440, height: 560 },
    files: { 'backlog.yaml': NO_STORIES },
    stage: nothingYet,
  }),
  ...inAllThemes({
    name: 'planning-problems',
    size: { width: 1440, height: 760 },
    files: { 'backlog.yaml': PROBLEMS },
    stage: problems,
  }),
  ...firstSprint,
];
