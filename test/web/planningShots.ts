/** Pictures of the planning: a meeting in each theme, and the first sprint of a new user step by step. */
import { FirstSprint } from './support/firstSprint.ts';
import { PlanningView } from './support/planningView.ts';
import type { Shot } from './shots.ts';
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

const inAll = (name: string, stage: Shot['stage']): readonly Shot[] =>
  (
    [
      ['dark', 'dark'],
      ['light', 'light'],
      ['high-contrast', 'highContrast'],
      ['high-contrast-light', 'highContrastLight'],
    ] as const
  ).map(([suffix, theme]) => ({ name: `${name}-${suffix}`, theme, size: SIZE, stage }));

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
  ...inAll('planning', overCapacity),
  ...inAll('planning-estimate', estimating).slice(0, 2),
  ...inAll('planning-close', closing).slice(0, 2),
  ...firstSprint,
];
