/** The pictures of the board and of the story map. */
import { execFileSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { now } from '../../src/node/clock.ts';
import type { Shot } from './shots.ts';
import { BacklogView } from './support/backlogView.ts';
import { BoardView } from './support/boardView.ts';
import { inAllThemes } from './support/themes.ts';
import type { Workbench } from './support/workbench.ts';

const SIZE = { width: 1280, height: 560 };
const MAP_SIZE = { width: 1280, height: 760 };

/** As “Create Empty Backlog” leaves it, but for the name. */
const EMPTY = 'version: 1\nproduct:\n  name: Fieldnotes\n  key: FN\nstories: []\n';

/** One of everything that can be wrong. */
const PROBLEMS = `product: {name: Fieldnotes, key: FN}
workflow:
  statuses: [idea, ready, doing, review, done]
  wip: {doing: 2}
people:
  - {id: ana, name: Ana Lima}
  - {id: ben, name: Ben Okafor}
stories:
  - id: FN-12
    title: Sync when back online
    status: doing
    estimate: 5
    assignee: ana
    depends_on: [FN-99]
  - id: FN-14
    title: "Two phones edited one note
    status: doing
    estimate: 5
  - id: FN-48
    title: Save energy when the battery is low
    status: doing
    estimate: 4
    assignee: [ana, eve]
    blocked: the two oldest phones are at the repair shop
  - id: FN-47
    title: A half-written note is there after a shutdown
    status: reviewed
    estimate: 3
    assignee: ben
  - id: FN-51
    title: Say in the morning that the battery will not last
    status: ready
    estimate: 3
  - FN-52 Maps of the forest
  - id: FN-60
    title: Find a note by its words
    status: idea
`;

async function open(workbench: Workbench): Promise<void> {
  await workbench.page.keyboard.press('Control+b');
}

async function full(workbench: Workbench): Promise<void> {
  await open(workbench);
  const view = await BoardView.show(workbench);
  await view.frame.locator('.tasks').first().waitFor();
  await view.frame
    .locator('.blocked')
    .filter({ hasText: /\d days/ })
    .waitFor();
  await workbench.pointAway();
}

/** The sample, with everything in it shared some days ago. */
function sharedBefore(folder: string): void {
  cpSync(path.resolve('examples/fieldnotes'), folder, { recursive: true });
  const when = new Date(now().getTime() - 3 * 86_400_000).toISOString();
  const env = { ...process.env, GIT_AUTHOR_DATE: when, GIT_COMMITTER_DATE: when };
  const git = (...args: readonly string[]): void => {
    const as = ['-c', 'user.name=Ana Lima', '-c', 'user.email=ana@fieldnotes.example'];
    execFileSync('git', [...as, ...args], { cwd: folder, env, stdio: 'pipe' });
  };
  git('init', '--quiet', '--initial-branch=main');
  git('add', '.');
  git('commit', '--quiet', '--message=Our backlog');
}

async function nothingYet(workbench: Workbench): Promise<void> {
  // With no story there is no finding that tells of its having been read; the tree does.
  await BacklogView.showEmpty(workbench);
  await workbench.page.locator('.sidebar').getByText('There are no stories yet.').waitFor();
  await workbench.run('Refinery: Show Board');
  await open(workbench);
  await BoardView.in(workbench).frame.locator('.notice').waitFor({ timeout: 30_000 });
  await workbench.pointAway();
}

async function noMatch(workbench: Workbench): Promise<void> {
  await open(workbench);
  const view = await BoardView.show(workbench);
  await view.filter('is:blocked label:maps');
  await view.frame.locator('.card').first().waitFor({ state: 'detached' });
  await workbench.pointAway();
}

/** A card is put elsewhere in the file while it is carried. */
async function problems(workbench: Workbench): Promise<void> {
  await open(workbench);
  const view = await BoardView.show(workbench);
  await view.press('FN-51', 'Space', 'ArrowRight');
  workbench.writeFile(PROBLEMS.replace('not last\n    status: ready', 'not last\n    status: review'));
  await view.tells('FN-51');
  await workbench.pointAway();
}

/** The story map of the sample, from its first epic on. */
async function map(workbench: Workbench): Promise<void> {
  await open(workbench);
  const view = await BoardView.show(workbench, 'Refinery: Show Story Map');
  await view.frame.locator('.card .status').first().waitFor();
  await workbench.pointAway();
}

async function emptyMap(workbench: Workbench): Promise<void> {
  await BacklogView.showEmpty(workbench);
  await workbench.page.locator('.sidebar').getByText('There are no stories yet.').waitFor();
  await workbench.run('Refinery: Show Story Map');
  await open(workbench);
  await BoardView.in(workbench).frame.locator('.notice').waitFor({ timeout: 30_000 });
  await workbench.pointAway();
}

/** A story of an epic that is not in the file, one that can't be read, and a move that is refused. */
const MAP_PROBLEMS = PROBLEMS.replace(
  'stories:\n',
  'releases:\n  - {id: r1, title: Offline first}\nepics:\n  - {id: FN-1, title: Notes, status: doing}\n  - {id: FN-2, title: Photos, status: ready}\nstories:\n',
)
  .replace('not last\n    status: ready', 'not last\n    status: ready\n    epic: FN-2\n    release: r1')
  .replace('depends_on: [FN-99]', 'depends_on: [FN-99]\n    epic: FN-1\n    release: r1')
  .replace('status: reviewed', 'status: reviewed\n    epic: FN-3');

async function mapProblems(workbench: Workbench): Promise<void> {
  await open(workbench);
  const view = await BoardView.show(workbench, 'Refinery: Show Story Map');
  await view.press('FN-51', 'Space', 'ArrowLeft');
  workbench.writeFile(MAP_PROBLEMS.replace('epic: FN-2\n', 'epic: FN-1\n'));
  await view.tells('FN-51');
  await workbench.pointAway();
}

export const BOARD_SHOTS: readonly Shot[] = [
  ...inAllThemes({ size: SIZE, name: 'board', prepare: sharedBefore, stage: full }),
  ...inAllThemes({ size: SIZE, name: 'board-empty', files: { 'backlog.yaml': EMPTY }, stage: nothingYet }),
  ...inAllThemes({ size: SIZE, name: 'board-no-match', stage: noMatch }),
  ...inAllThemes({
    size: SIZE,
    name: 'board-problems',
    files: { 'backlog.yaml': PROBLEMS },
    stage: problems,
  }),
  ...inAllThemes({ size: MAP_SIZE, name: 'story-map', prepare: sharedBefore, stage: map }),
  ...inAllThemes({ size: SIZE, name: 'story-map-empty', files: { 'backlog.yaml': EMPTY }, stage: emptyMap }),
  ...inAllThemes({
    size: SIZE,
    name: 'story-map-problems',
    files: { 'backlog.yaml': MAP_PROBLEMS },
    stage: mapProblems,
  }),
];
