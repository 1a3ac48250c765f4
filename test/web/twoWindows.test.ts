import * as assert from 'node:assert/strict';
import { eventually } from '../editor/support/eventually.ts';
import { BoardView } from './support/boardView.ts';
import { PlanningView } from './support/planningView.ts';
import { StoryPage } from './support/storyPage.ts';
import { Workbench } from './support/workbench.ts';

const story = (id: number, status: string, title: string): string =>
  `  - id: FN-${id} # ${title.length}\n    title: ${title}\n    status: ${status}\n    estimate: 3\n`;

const BACKLOG = [
  'product: {name: Fieldnotes, key: FN}\n',
  'sprints:\n  - {id: S1, start: 2099-01-05, end: 2099-01-16, capacity: 20}\n',
  'stories:\n',
  story(1, 'ready', 'One'),
  story(2, 'ready', 'Two'),
  story(3, 'ready', 'Three'),
  story(4, 'doing', 'Four'),
  story(5, 'doing', 'Five'),
  story(6, 'doing', 'Six'),
].join('');

/** The stories in rank order, each with its status. */
function told(text: string): string {
  return [...text.matchAll(/- id: FN-(\d+).*\n.*\n +status: (\w+)/g)]
    .map(([, id, at]) => `${id} ${at}`)
    .join();
}

const START = told(BACKLOG);

suite('Two windows on one file', () => {
  let one: Workbench;
  let two: Workbench;
  let [left, right]: readonly BoardView[] = [];

  suiteSetup(async () => {
    one = await Workbench.open({
      files: { 'backlog.yaml': BACKLOG },
      viewport: { width: 1300, height: 800 },
    });
    two = await one.beside();
    left = await BoardView.show(one);
    right = await BoardView.show(two);
  });
  suiteTeardown(async () => {
    await one.close();
  });

  function boards(): readonly [BoardView, BoardView] {
    assert.ok(left && right);
    return [left, right];
  }

  async function bothShow(status: string, ...ids: readonly string[]): Promise<void> {
    for (const board of boards()) await board.holds(status, ...ids);
  }

  async function onDisk(what: string, fits: (text: string) => boolean): Promise<string> {
    return one.written(what, fits);
  }

  teardown(async () => {
    if (one.readFile() !== BACKLOG) one.writeFile(BACKLOG);
    await bothShow('ready', 'FN-1', 'FN-2', 'FN-3');
    await bothShow('doing', 'FN-4', 'FN-5', 'FN-6');
  });

  test('cards that are moved in both at the same moment are both moved', async () => {
    const [a, b] = boards();
    // A move within the column leaves the file as long as it was: only its words tell that it changed.
    await Promise.all([a.press('FN-1', 'Space', 'ArrowDown'), b.press('FN-4', 'Space', 'ArrowDown')]);
    await Promise.all([one.press('Enter'), two.press('Enter')]);
    const text = await onDisk(
      'both moves',
      (now) => told(now) === '2 ready,1 ready,3 ready,5 doing,4 doing,6 doing',
    );
    assert.equal(text.length, BACKLOG.length);
    await bothShow('ready', 'FN-2', 'FN-1', 'FN-3');
    await bothShow('doing', 'FN-5', 'FN-4', 'FN-6');
    for (const window of [one, two]) assert.equal(await window.notifications().count(), 0);
  });

  test('what is written right before a card is dropped is not written over', async () => {
    const [a] = boards();
    await a.press('FN-1', 'Space', 'ArrowDown');
    // As long as it was before, so that the editor's own look at the size sees nothing.
    one.writeFile(BACKLOG.replace('title: Six', 'title: Odd'));
    await one.press('Enter');
    const text = await onDisk('the move', (now) => told(now) !== START);
    assert.match(text, /title: Odd/);
    assert.match(text, /- id: FN-2[^]*- id: FN-1[^]*- id: FN-3/);
    await bothShow('ready', 'FN-2', 'FN-1', 'FN-3');
  });

  test('one card that is moved in both at the same moment is where one of them put it, in both', async () => {
    const [a, b] = boards();
    await Promise.all([a.press('FN-3', 'Space', 'ArrowRight'), b.press('FN-3', 'Space', 'ArrowLeft')]);
    await Promise.all([one.press('Enter'), two.press('Enter')]);
    await onDisk('a move', (now) => told(now) !== START);
    await eventually('both windows at one', async () => {
      const [, status = ''] = /- id: FN-3.*\n.*\n +status: (\w+)/.exec(one.readFile()) ?? [];
      const seen = await Promise.all([a.column(status), b.column(status)]);
      return ['idea', 'doing'].includes(status) && seen.every((cards) => cards.includes('FN-3'));
    });
    const others = (text: string): string => text.replace(/ {2}- id: FN-3[^]*?estimate: 3\n/, '');
    assert.equal(others(await one.written('the move', (now) => now !== BACKLOG)), others(BACKLOG));
  });

  test('a title in one and points in the other are both kept', async () => {
    const [a] = boards();
    await two.openFile();
    await two.goToText('title: Two');
    const page = await StoryPage.show(two);
    await a.press('FN-2', 'F2');
    await a.frame.locator('input.field').fill('Second');
    await page.field('estimate').click();
    await page.field('estimate').pressSequentially('8');
    await Promise.all([one.press('Enter'), page.field('estimate').press('Enter')]);
    const wanted = BACKLOG.replace('title: Two', 'title: Second').replace(
      /(title: Second\n.*\n +estimate: )3/,
      '$18',
    );
    await page.field('title').focus();
    await two.run('File: Save All');
    await onDisk('both', (now) => now === wanted);
    await two.run('View: Close Editor');
    await eventually('the title in the board of the other', async () =>
      (await a.card('FN-2').innerText()).includes('Second'),
    );
    await two.run('View: Close All Editors in Group');
    right = await BoardView.show(two);
  });

  test('while what is typed in the file is not saved, and the other wrote, a card is not moved and it is said why', async () => {
    const [, b] = boards();
    await one.run('View: Close All Editors');
    await one.openFile();
    await one.goToText('One');
    await one.press('End');
    await one.type(' more');
    const a = await BoardView.show(one);
    left = a;
    await b.press('FN-4', 'Space', 'ArrowDown', 'Enter');
    const theirs = await onDisk('the other’s move', (now) => told(now) !== START);
    assert.equal(theirs.length, BACKLOG.length);
    await a.press('FN-2', 'Space', 'ArrowDown', 'Enter');
    await a.tells('was changed on disk');
    await a.holds('ready', 'FN-1', 'FN-2', 'FN-3');
    assert.equal(one.readFile(), theirs, 'what the other wrote is there');
    await a.understood();
    await one.page.locator('.tab[data-resource-name="backlog.yaml"]').click();
    assert.match(await one.shownText(), /title: One more/);
    // Given up, the window has what the other wrote, and goes on.
    await one.run('File: Revert File');
    await a.holds('doing', 'FN-5', 'FN-4', 'FN-6');
    await a.press('FN-2', 'Space', 'ArrowDown', 'Enter');
    await onDisk('the move', (now) => told(now) === '1 ready,3 ready,2 ready,5 doing,4 doing,6 doing');
  });

  test('a move of the planning and one of the board are both kept', async () => {
    const [a] = boards();
    await two.run('View: Close All Editors');
    const planning = await PlanningView.show(two);
    await planning.move('FN-1');
    await planning.holds('sprint', 'FN-1');
    await a.press('FN-5', 'Space', 'ArrowDown');
    // The draft stays when the file changes under it.
    await one.press('Enter');
    await planning.button('Accept 1 change').click();
    const wanted = BACKLOG.replace('status: ready', 'status: ready\n    sprint: S1');
    const text = await onDisk('both', (now) => now.includes('sprint: S1') && told(now) !== START);
    assert.equal(told(text), '1 ready,2 ready,3 ready,4 doing,6 doing,5 doing');
    assert.deepEqual(text.split('\n').sort(), wanted.split('\n').sort());
    await planning.settled();
    await two.run('View: Close All Editors');
    right = await BoardView.show(two);
  });
});
