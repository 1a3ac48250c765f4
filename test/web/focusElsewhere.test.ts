import * as assert from 'node:assert/strict';
import { eventually } from '../editor/support/eventually.ts';
import { BoardView } from './support/boardView.ts';
import { PlanningView } from './support/planningView.ts';
import { StoryPage } from './support/storyPage.ts';
import { Workbench } from './support/workbench.ts';

const BACKLOG = `product: {name: Fieldnotes, key: FN}
sprints:
  - {id: S1, start: 2099-01-05, end: 2099-01-16, capacity: 20}
stories:
  - id: FN-1
    title: One
    status: ready
    acceptance:
      - a map loads offline
  - id: FN-2
    title: Two
    status: ready
`;

suite('The file changes while the focus is elsewhere in the window', () => {
  let workbench: Workbench;

  suiteSetup(async () => {
    workbench = await Workbench.open({
      files: { 'backlog.yaml': BACKLOG },
      viewport: { width: 1300, height: 800 },
    });
  });
  suiteTeardown(async () => {
    await workbench.close();
  });
  teardown(async () => {
    await workbench.press('Escape');
    await workbench.run('View: Close All Editors');
    workbench.writeFile(BACKLOG);
  });

  /** The palette is open, the view changes under it, and what is typed goes on into the palette. */
  async function staysInPalette(changed: string, seen: () => Promise<boolean>): Promise<void> {
    const palette = await workbench.openPalette();
    await workbench.type('two w');
    workbench.writeFile(changed);
    await eventually('the change in the view', seen);
    await workbench.page.waitForTimeout(500);
    await workbench.type('ords');
    assert.equal(await palette.isVisible(), true, 'the palette is open');
    assert.equal(await palette.inputValue(), '>two words');
  }

  test('the board leaves it there when the card that had it goes into another column, or is deleted', async () => {
    const board = await BoardView.show(workbench);
    await board.card('FN-2').focus();
    await staysInPalette(BACKLOG.replace(/(Two\n.*)ready/, '$1doing'), async () =>
      (await board.column('doing')).includes('FN-2'),
    );
    await workbench.press('Escape');
    await board.card('FN-2').focus();
    await staysInPalette(
      BACKLOG.replace(/ {2}- id: FN-2[^]*/, ''),
      async () => (await board.card('FN-2').count()) === 0,
    );
  });

  test('the board leaves it there while a title is being written, which goes on where it was', async () => {
    const board = await BoardView.show(workbench);
    await board.press('FN-1', 'F2');
    const field = board.frame.locator('input.field');
    await field.fill('One of');
    await staysInPalette(BACKLOG.replace(/(Two\n.*)ready/, '$1doing'), async () =>
      (await board.column('doing')).includes('FN-2'),
    );
    await workbench.press('Escape');
    await field.and(board.frame.locator(':focus')).waitFor();
    await workbench.type(' two');
    assert.equal(await field.inputValue(), 'One of two');
    await workbench.press('Escape');
  });

  test('the planning leaves it there when the story that had it is deleted', async () => {
    const planning = await PlanningView.show(workbench);
    await planning.focus('FN-2');
    await staysInPalette(
      BACKLOG.replace(/ {2}- id: FN-2[^]*/, ''),
      async () => (await planning.row('FN-2').count()) === 0,
    );
  });

  test('the page leaves it there when the field that had it is gone', async () => {
    const page = await StoryPage.start(workbench, 'One');
    await page.entry('acceptance', 0).locator('textarea').first().focus();
    await staysInPalette(
      BACKLOG.replace(/ {4}acceptance:\n.*\n/, ''),
      async () => (await page.entries('acceptance')).length === 0,
    );
  });
});
