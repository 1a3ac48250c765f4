import * as assert from 'node:assert/strict';
import { BacklogView } from './support/backlogView.ts';
import { eventually } from '../editor/support/eventually.ts';
import { Workbench } from './support/workbench.ts';

suite('Refactoring in steps', () => {
  let workbench: Workbench;
  let view: BacklogView;
  let original: string;

  suiteSetup(async () => {
    workbench = await Workbench.open({ workspace: 'examples/fieldnotes' });
    original = workbench.readFile();
    view = await BacklogView.show(workbench);
  });
  suiteTeardown(async () => {
    await workbench.close();
  });

  teardown(() => {
    if (workbench.readFile() !== original) workbench.writeFile(original);
  });

  /** The title of an open step. */
  async function step(title: string): Promise<void> {
    await workbench.page.locator('.quick-input-widget').getByText(title).first().waitFor();
  }

  /** The editor that compares the file with what it would be. */
  async function preview(): Promise<void> {
    await workbench.page.locator('.editor-instance .diff-editor, .monaco-diff-editor').first().waitFor();
  }

  test('a story is split: what both say, which criteria go over, a preview, and one undo', async () => {
    await view.menu('FN-48', 'Split Story…');
    await step('What is the second story called?');
    await workbench.answer('Positions cost little');
    await step('What does the first story say from now on?');
    await workbench.page.keyboard.press('Enter');
    await step('What does the second story say?');
    await workbench.page.keyboard.press('Enter');
    await workbench.page.getByPlaceholder('Which criteria go over to the second story?').waitFor();
    const third = workbench.page.locator('.quick-input-list .monaco-list-row', {
      hasText: 'a position still costs little',
    });
    await third.click();
    await workbench.page.keyboard.press('Enter');
    await preview();
    assert.equal(workbench.readFile(), original, 'nothing is changed before somebody agrees');
    await workbench.answer('Apply');
    const text = await workbench.written('the second story', (now) =>
      now.includes('title: Positions cost little'),
    );
    const second = text.slice(text.indexOf('title: Positions cost little'));
    assert.ok(second.includes('      - scenario: a position still costs little\n'));
    await eventually('the preview is gone', async () => {
      return (await workbench.page.locator('.tab', { hasText: 'Split FN-48' }).count()) === 0;
    });
    await workbench.run('Refinery: Undo Last Change');
    await eventually('the file as it was', () => workbench.readFile() === original);
  });

  test('an id is changed at once wherever it stands, and one undo takes it back', async () => {
    await view.menu('FN-12', 'Change Id…');
    await step('The new name.');
    await workbench.answer('FN-112');
    const text = await workbench.written('the new id', (now) => now.includes('- id: FN-112\n'));
    assert.ok(!/\bFN-12\b/.test(text.replaceAll(/#.*|was:.*/g, '')), text);
    await workbench.run('Refinery: Undo Last Change');
    await eventually('the file as it was', () => workbench.readFile() === original);
  });

  test('a label is picked from all names, and renamed wherever it stands', async () => {
    await workbench.run('Refinery: Change Id…');
    await step('Rename what?');
    await workbench.answer('sync');
    await step('The new name.');
    await workbench.answer('synchronisation');
    const text = await workbench.written('the new label', (now) => now.includes('synchronisation'));
    assert.ok(!/labels: \[(?:[^\]]*, )?sync[,\]]/.test(text));
    await workbench.run('Refinery: Undo Last Change');
    await eventually('the file as it was', () => workbench.readFile() === original);
  });
});

suite('Refactoring with two backlogs', () => {
  let workbench: Workbench;

  suiteSetup(async () => {
    const backlogOf = (key: string): string =>
      `product: {name: ${key}, key: ${key}}\nstories:\n` +
      `  - {id: ${key}-1, title: Maps of ${key}, acceptance: [A map shows north]}\n` +
      `  - {id: ${key}-2, title: Photos of ${key}}\n`;
    workbench = await Workbench.open({
      files: { 'backlog.yaml': backlogOf('FN'), 'other/backlog.yaml': backlogOf('OT') },
    });
    await BacklogView.show(workbench);
  });
  suiteTeardown(async () => {
    await workbench.close();
  });

  test('a criterion is moved within its own: stories of the other are not offered', async () => {
    const asked = (question: string): Promise<void> =>
      workbench.page.locator('.quick-input-widget').getByText(question).first().waitFor();
    await workbench.run('Refinery: Move Criteria to Another Story…');
    await asked('Move a criterion of which story?');
    await workbench.answer('Maps of OT');
    await workbench.page.getByPlaceholder('Which criteria go to another story?').waitFor();
    await workbench.page
      .locator('.quick-input-list .monaco-list-row', { hasText: 'A map shows north' })
      .click();
    await workbench.page.keyboard.press('Enter');
    await asked('To which story?');
    const offers = await workbench.offers();
    assert.deepEqual(
      offers.map((label) => /(?:FN|OT)-\d/.exec(label)?.[0]),
      ['OT-2'],
    );
    await workbench.press('Escape');
  });
});
