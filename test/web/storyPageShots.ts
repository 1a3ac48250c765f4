/** The pictures of the story page. */
import type { Shot } from './shots.ts';
import { StoryPage } from './support/storyPage.ts';
import { inAllThemes } from './support/themes.ts';
import type { Workbench } from './support/workbench.ts';

/** A backlog with a story that holds one of everything. */
const NEW = [
  'product: {name: Fieldnotes, key: FN}',
  'personas:',
  '  - {id: biologist, name: field biologist}',
  'stories:',
  '  - id: FN-1',
  '    title: Sync when back online',
  '    assignee: nobody',
  '  - id: FN-2',
  '    title:',
  '  - FN-3 write this one down properly',
  '',
].join('\n');

const SIZE = { width: 1280, height: 900 };

/** The page alone, in all of the window. */
async function alone(workbench: Workbench, at: string): Promise<StoryPage> {
  await workbench.openFile();
  await workbench.judged();
  await workbench.goToText(at);
  // The palette offers what needs a backlog only once it is read.
  await workbench.page.waitForTimeout(2000);
  const page = await StoryPage.show(workbench);
  // Takes the side bar away as well.
  await workbench.run('View: Maximize Editor Group');
  await workbench.pointAway();
  return page;
}

async function full(workbench: Workbench): Promise<void> {
  await alone(workbench, 'id: FN-12');
}

async function beside(workbench: Workbench): Promise<void> {
  await workbench.openFile();
  await workbench.judged();
  await workbench.goToText('id: FN-12');
  await StoryPage.show(workbench);
  await workbench.run('View: Toggle Primary Side Bar Visibility');
  // A tab says its whole title where the mouse rests on it.
  await workbench.page.mouse.move(SIZE.width / 2, SIZE.height - 14);
}

async function broken(workbench: Workbench): Promise<void> {
  await workbench.openFile();
  await workbench.judged();
  await workbench.goToText('FN-3 write');
  await workbench.run('Refinery: Open Page');
  await new Promise((resolve) => setTimeout(resolve, 3000));
  await workbench.run('View: Maximize Editor Group');
  await workbench.pointAway();
}

/** A story with much to find in it. */
const UNFINISHED = [
  'product: {name: Fieldnotes, key: FN}',
  'workflow:',
  '  ready: {story: [story, acceptance, estimate]}',
  'people:',
  '  - {id: ana, name: Ana Lima}',
  'stories:',
  '  - id: FN-12',
  '    title: Sync when back online',
  '    story: As a user, I want fast sync and nice photos, etc.',
  '    acceptance:',
  '      - the sync is fast',
  '      - Given notes written offline, when the phone gets a connection',
  '    status: ready',
  '    estimate: 4',
  '    sprint: s99',
  '    assignee: eve',
  '    depends_on: [FN-99]',
  '    blocked: {why: waiting for the legal text, by: ana, due: 2026-01-25}',
  '',
].join('\n');

/** Somebody else changes the title while it is typed. */
async function problems(workbench: Workbench): Promise<void> {
  const page = await alone(workbench, 'id: FN-12');
  await page.field('title').focus();
  await page.field('title').press('End');
  await workbench.type(' in the field');
  workbench.writeFile(UNFINISHED.replace('Sync when back online', 'Sync at once'));
  // Without a pause in which it would be written.
  await workbench.page.keyboard.type(' and at home', { delay: 120 });
  await page.frame.locator('.trouble').getByText('Sync at once').waitFor();
  await workbench.pointAway();
}

export const STORY_SHOTS: readonly Shot[] = [
  ...inAllThemes({ name: 'story-page', size: SIZE, stage: full }),
  { name: 'story-page-beside', theme: 'dark', size: SIZE, stage: beside },
  ...inAllThemes({
    name: 'story-page-empty',
    size: SIZE,
    files: { 'backlog.yaml': NEW },
    stage: async (workbench) => alone(workbench, 'id: FN-2'),
  }),
  ...inAllThemes({
    name: 'story-page-problems',
    size: SIZE,
    files: { 'backlog.yaml': UNFINISHED },
    stage: problems,
  }),
  {
    name: 'story-page-broken',
    theme: 'dark',
    size: { width: 1280, height: 560 },
    files: { 'backlog.yaml': NEW },
    stage: broken,
  },
];
