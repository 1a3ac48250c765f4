import * as assert from 'node:assert/strict';
import { eventually } from '../editor/support/eventually.ts';
import { BoardView } from './support/boardView.ts';
import { PlanningView } from './support/planningView.ts';
import { StoryPage } from './support/storyPage.ts';
import { Workbench } from './support/workbench.ts';

const story = (id: number, title: string): string =>
  `  - id: FN-${id} # about ${id}\n    title: ${title}\n    status: ready\n    estimate: 3\n`;

const BACKLOG = [
  'product: {name: Fieldnotes, key: FN}\n',
  'sprints:\n  - {id: S1, start: 2099-01-05, end: 2099-01-16, capacity: 20}\n',
  'stories:\n',
  story(1, 'One'),
  story(2, 'Two'),
  story(3, 'Three'),
].join('');

/** Longer than a page waits before it writes, at most. */
const PAUSE = 120;

suite('What is not written yet, while another window changes the file', () => {
  let one: Workbench;
  let two: Workbench;
  /** In the first window: where the file is changed. */
  let board: BoardView;

  suiteSetup(async () => {
    one = await Workbench.open({
      files: { 'backlog.yaml': BACKLOG },
      viewport: { width: 1300, height: 800 },
    });
    two = await one.beside();
    board = await BoardView.show(one);
    // It waits in no test for the palette.
    await BoardView.show(two);
    await two.run('View: Close All Editors');
  });
  suiteTeardown(async () => {
    await one.close();
  });
  teardown(async () => {
    await two.run('View: Close All Editors');
    if (one.readFile() !== BACKLOG) one.writeFile(BACKLOG);
    await board.holds('ready', 'FN-1', 'FN-2', 'FN-3');
    await eventually('the title as it was', async () =>
      (await board.card('FN-2').innerText()).includes('Two'),
    );
  });

  async function page(): Promise<StoryPage> {
    await two.openFile();
    return StoryPage.showOf(two, 'Two');
  }

  /** Types without a pause in which it would be written; what happens in the other window comes after the first letters. */
  async function typing(shown: StoryPage, text: string, meanwhile: () => Promise<void>): Promise<void> {
    await shown.field('title').focus();
    await shown.field('title').press('End');
    const other = { done: false };
    const changing = meanwhile().finally(() => {
      other.done = true;
    });
    await two.page.keyboard.type(text, { delay: PAUSE });
    // Until the other has changed the file, it goes on.
    while (!other.done) await two.page.keyboard.type('.', { delay: PAUSE });
    await changing;
  }

  test('a title that is typed on the page while the other window gives it another: both are shown, and one is chosen', async () => {
    const shown = await page();
    await board.press('FN-2', 'F2');
    await board.frame.locator('input.field').fill('Second');
    const theirs = BACKLOG.replace('title: Two', 'title: Second');
    await typing(shown, ' on paper', async () => {
      await one.press('Enter');
      await one.fileIs('the title of the other window', theirs);
    });
    const trouble = shown.frame.locator('.trouble');
    await trouble.getByText('The file changed here while you were typing.').waitFor();
    await trouble.getByText('Second', { exact: true }).waitFor();
    const typed = await shown.text('title');
    assert.match(typed, /^Two on paper\.*$/);
    await one.fileIs('nothing is written unasked', theirs);
    await shown.button('Keep Mine').click();
    await one.fileIs('what was chosen', BACKLOG.replace('title: Two', `title: ${typed}`));
    await eventually('the title in the other window', async () =>
      (await board.card('FN-2').innerText()).includes(typed),
    );
  });

  test('a title that is typed on the page while the other window moves the story: both are kept', async () => {
    const shown = await page();
    await board.press('FN-2', 'Space', 'ArrowUp');
    await typing(shown, ' on paper', async () => {
      await one.press('Enter');
      await eventually('the move', () => /FN-2[^]*FN-1/.test(one.readFile()));
    });
    const typed = await shown.text('title');
    assert.match(typed, /^Two on paper\.*$/);
    await shown.field('title').press('Enter');
    await one.fileIs(
      'both',
      BACKLOG.replace(story(2, 'Two'), '').replace(story(1, 'One'), story(2, typed) + story(1, 'One')),
    );
    assert.equal(await shown.frame.locator('.trouble').count(), 0);
  });

  test('a draft of the planning while the other window estimates, finishes and deletes its stories: what is given up is told', async () => {
    const planning = await PlanningView.show(two);
    for (const id of ['FN-1', 'FN-2', 'FN-3']) await planning.move(id);
    await planning.holds('sprint', 'FN-1', 'FN-2', 'FN-3');
    await planning.press('FN-2', '8');
    await two.press('Enter');
    await eventually('the draft', async () => (await planning.draft()).startsWith('4 changes'));

    await board.choose('FN-2', 'Set Estimate…');
    await one.answer('5');
    await planning.frame
      .getByText('FN-2 Two: the estimate is “5” in the file by now; the draft still says “8”.')
      .waitFor();
    await board.choose('FN-1', 'Set Status…');
    await one.answer('done');
    await planning.frame
      .getByText('FN-1 One is finished or dropped by now, so it does not go into S1.')
      .waitFor();
    await board.choose('FN-3', 'Delete');
    await one.answer('Delete FN-3');
    await planning.frame
      .getByText('FN-3 Three is no longer in the file, so it is out of the draft.')
      .waitFor();

    await planning.holds('sprint', 'FN-2');
    const theirs = BACKLOG.replace(story(3, 'Three'), '')
      .replace('title: One\n    status: ready', 'title: One\n    status: done')
      .replace(/(title: Two\n.*\n +estimate: )3/, '$15');
    await one.fileIs('what the other window did', theirs);
    await planning.button('Accept 2 changes').click();
    await one.fileIs(
      'what is left of the draft',
      theirs.replace('estimate: 5\n', 'estimate: 8\n    sprint: S1\n'),
    );
    await planning.settled();
  });

  test('a draft of the planning while the file is deleted and comes back: it is kept, and written then', async () => {
    // Its editor goes on holding the text, which is not written anew unasked.
    await two.openFile();
    const planning = await PlanningView.show(two);
    await planning.move('FN-2');
    await planning.holds('sprint', 'FN-2');
    one.deleteFile();
    await planning.button('Accept 1 change').click();
    await planning.frame
      .getByRole('alert')
      .filter({ hasText: /no longer there|gone/ })
      .waitFor();
    assert.throws(() => one.readFile(), 'it stays away');
    one.writeFile(BACKLOG);
    await planning.holds('sprint', 'FN-2');
    assert.equal(await planning.draft(), '1 change, not yet in the file');
    await planning.button('Accept 1 change').click();
    await one.fileIs('the draft', BACKLOG.replace(/(title: Two\n.*\n.*\n)/, '$1    sprint: S1\n'));
    await planning.settled();
  });
});
