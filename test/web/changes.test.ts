import * as assert from 'node:assert/strict';
import { BacklogView } from './support/backlogView.ts';
import { eventually } from '../editor/support/eventually.ts';
import { Workbench } from './support/workbench.ts';

/** The comment line directly above an item. */
function commentAbove(text: string, id: string): string {
  const comment = new RegExp(`^( *#.*)\\n *- id: ${id}$`, 'm').exec(text)?.[1];
  if (comment === undefined) throw new Error(`there is no comment above ${id}`);
  return comment;
}

suite('Working in the tree by mouse and keyboard', () => {
  let workbench: Workbench;
  let view: BacklogView;
  let original: string;

  suiteSetup(async () => {
    workbench = await Workbench.open({
      workspace: 'examples/fieldnotes',
      settings: { 'refinery.openStoryIn': 'file' },
    });
    original = workbench.readFile();
    view = await BacklogView.show(workbench);
  });
  suiteTeardown(async () => {
    await workbench.close();
  });

  teardown(() => {
    if (workbench.readFile() !== original) workbench.writeFile(original);
  });

  function estimateOf(id: string): string | undefined {
    const [, story = ''] = workbench.readFile().split(`- id: ${id}\n`);
    return / {4}estimate: (\S+)\n/.exec(story)?.[1];
  }

  function titleOf(id: string): string | undefined {
    const [, story = ''] = workbench.readFile().split(`- id: ${id}\n`);
    return / {4}title: (.+)\n/.exec(story)?.[1];
  }

  /** Takes the last change back from the palette. */
  async function undo(): Promise<void> {
    await workbench.run('Refinery: Undo Last Change');
    await eventually('the file as it was', () => workbench.readFile() === original);
  }

  test('a story is dragged before another, and its text moves with its comments', async () => {
    const comment = commentAbove(original, 'FN-49');
    await view.drag('FN-49', 'FN-14');
    const text = await eventually('the moved story on disk', () => {
      const now = workbench.readFile();
      const moved = now.indexOf('- id: FN-49') < now.indexOf('- id: FN-14');
      // While the editor writes, the file is shorter.
      return moved && now.length === original.length ? now : undefined;
    });
    assert.deepEqual(text.split('\n').sort(), original.split('\n').sort());
    assert.ok(text.includes(`${comment}\n  - id: FN-49\n`));
    await eventually('the row in its new place', async () => {
      const labels = await view.labels();
      const at = labels.findIndex((label) => label.startsWith('FN-49'));
      return at !== -1 && labels[at + 1]?.startsWith('FN-14') === true;
    });
    await undo();
  });

  test('a status is set from a row’s menu', async () => {
    await view.menu('FN-48', 'Set Status…');
    await workbench.answer('review');
    await eventually('the row with its new status', async () =>
      (await view.labels()).some((label) => label.startsWith('FN-48') && label.includes(', review,')),
    );
    await undo();
  });

  test('a story dropped on a group gets its field and goes to its end', async () => {
    await workbench.run('Refinery: Group By…');
    await workbench.answer('Status');
    // Fewer rows: both the row and the group must be on the screen.
    await workbench.run('Refinery: Filter…');
    await workbench.answer('sprint:s24');
    // The line above the rows that says so moves them down.
    await workbench.page.getByText('Filter “sprint:s24”').waitFor();
    const group = await eventually('the group', async () =>
      (await view.labels()).find((label) => label.startsWith('review, ')),
    );
    await view.drag('FN-48', group);
    await eventually('the new status on disk', () => {
      const text = workbench.readFile();
      const story = text.slice(text.indexOf('- id: FN-48'));
      return /^ {4}status: review$/m.test(story.slice(0, story.indexOf('\n  - id:')));
    });
    await undo();
    await workbench.run('Refinery: Clear Filter');
    await workbench.run('Refinery: Group By…');
    await workbench.answer('Rank only');
    await view.row('FN-12 ').first().waitFor();
  });

  test('stories are typed one after the other: title, Enter, title, Enter', async () => {
    const { page } = workbench;
    await workbench.run('Refinery: New Story…');
    const input = page.locator('.quick-input-widget input.input');
    await input.waitFor();
    await page.keyboard.type('Say how long the battery will last #mobile @ana ~5 !must');
    await page.keyboard.press('Enter');
    const emptied = () => eventually('an empty input', async () => (await input.inputValue()) === '');
    await emptied();
    await page.keyboard.type('Dim the screen');
    await page.keyboard.press('Enter');
    await emptied();
    const text = await workbench.written('both stories', (now) => now.includes('title: Dim the screen'));
    assert.ok(text.startsWith(original.slice(0, 1000)));
    const [, first = ''] = text.split('title: Say how long the battery will last\n');
    assert.match(
      first,
      /^ {4}status: idea\n {4}estimate: 5\n {4}assignee: ana\n {4}labels: \[mobile\]\n {4}priority: must\n/,
    );
    // The input is still there; names are completed in it.
    await page.keyboard.type('Warn before the battery dies @an');
    await page.locator('.quick-input-list .monaco-list-row').filter({ hasText: 'Ana Lima' }).waitFor();
    await page.keyboard.press('Enter');
    await eventually(
      'the whole name',
      async () => (await input.inputValue()) === 'Warn before the battery dies @ana ',
    );
    await workbench.press('Escape');
    await input.waitFor({ state: 'hidden' });
    await view.row('Dim the screen').waitFor();
    await workbench.run('Refinery: Undo Last Change');
    await workbench.written('the second taken back', (now) => !now.includes('title: Dim the screen'));
    await undo();
  });

  test('F2 writes another title, and the id is a command of its own', async () => {
    // The stories that were added may still be brought into view.
    await eventually('the first row', async () => {
      await view.toTop();
      return view.row('FN-12 ').first().isVisible();
    });
    await view.select('FN-12 ');
    await workbench.press('ArrowDown', 'F2');
    const input = workbench.page.locator('.quick-input-widget input.input');
    await input.waitFor();
    await eventually('the title', async () => (await input.inputValue()) === titleOf('FN-14'));
    await workbench.answer('Another title');
    await eventually('the new title', () => titleOf('FN-14') === 'Another title');
    await undo();
  });

  test('a story is found by its words and opened', async () => {
    await workbench.run('Refinery: Go to Story…');
    await workbench.page.locator('.quick-input-widget input.input').fill('half-written shutdown');
    const offered = workbench.page.locator('.quick-input-list .monaco-list-row').filter({ hasText: 'FN-47' });
    await offered.waitFor();
    await workbench.press('Enter');
    await workbench.page.locator('.tab.active[data-resource-name="backlog.yaml"]').waitFor();
    await workbench.press('Control+Shift+p', 'Escape', 'Control+w');
  });

  test('the keyboard moves a row, and several selected rows move as one', async () => {
    const order = async () =>
      (await view.labels())
        .map((label) => label.split(' ')[0])
        .slice(0, 4)
        .join(' ');
    await view.toTop();
    await view.select('FN-14 ');
    await workbench.press('Alt+ArrowDown');
    await eventually('the row one lower', async () => (await order()) === 'FN-12 FN-47 FN-14 FN-48');
    await view
      .row('FN-48 ')
      .first()
      .click({ modifiers: ['Control'] });
    await workbench.press('Alt+ArrowUp');
    await eventually('both rows one higher', async () => (await order()) === 'FN-12 FN-14 FN-48 FN-47');
    const lines = (text: string) => text.split('\n').sort().join('\n');
    await eventually('every line on disk', () => lines(workbench.readFile()) === lines(original));
    await workbench.run('Refinery: Undo Last Change');
    await eventually('the first change back', async () => (await order()) === 'FN-12 FN-47 FN-14 FN-48');
    await undo();
  });

  test('keys act on the row that has the focus, which need not be the one that is selected', async () => {
    await view.toTop();
    await view.select('FN-12 ');
    await workbench.press('ArrowDown', 'ArrowDown', 'Control+Alt+e');
    const title = (words: string) => workbench.page.locator('.quick-input-title').getByText(words);
    await title('Estimate of FN-47').waitFor();
    await workbench.answer('13');
    await eventually('the estimate at the row with the focus', () => estimateOf('FN-47') === '13');
    await workbench.press('Delete');
    await title('Delete FN-47').waitFor();
    // Enter keeps it.
    await workbench.press('Enter');
    await title('Delete FN-47').waitFor({ state: 'hidden' });
    // Where the row with the focus is selected, all that is selected with it is meant.
    await view.select('FN-12 ');
    await workbench.press('Shift+ArrowDown', 'Control+Alt+e');
    await title('Estimate of 2 items').waitFor();
    await workbench.press('Escape');
    await title('Estimate of 2 items').waitFor({ state: 'hidden' });
    await workbench.press('ArrowDown', 'Control+Alt+e');
    await title('Estimate of FN-47').waitFor();
    await workbench.press('Escape');
    await title('Estimate of FN-47').waitFor({ state: 'hidden' });
    await workbench.run('Refinery: Set Estimate…');
    await title('Estimate of FN-47').waitFor();
    await workbench.press('Escape');
    assert.match(workbench.readFile(), /- id: FN-47\n/);
    await undo();
  });

  test('estimates with an arrow between them go to one story after the other', async () => {
    const ids = ['FN-12', 'FN-14', 'FN-47', 'FN-48', 'FN-49', 'FN-50', 'FN-51', 'FN-60'];
    await view.select('FN-12 ');
    for (const id of ids) {
      await workbench.press('Control+Alt+e');
      await workbench.page.locator('.quick-input-title').getByText(`Estimate of ${id}`).waitFor();
      await workbench.answer('13');
      await eventually(`the estimate of ${id}`, () => estimateOf(id) === '13');
      await workbench.press('ArrowDown');
    }
  });

  test('deleting asks once', async () => {
    await view.toTop();
    await view.select('FN-48 ');
    await view.menu('FN-48 ', 'Delete');
    await workbench.page.getByText('Delete FN-48 Save energy when the battery is low?').waitFor();
    await workbench.answer('Delete FN-48');
    await view.row('FN-48 ').waitFor({ state: 'hidden' });
    await eventually('the file without it', () => {
      const text = workbench.readFile();
      return text.includes('- id: FN-49') && !text.includes('- id: FN-48');
    });
    await undo();
  });

  test('nothing reaches beyond this machine', async () => {
    assert.deepEqual([...workbench.blocked], []);
    // It would have been seen.
    await workbench.page.evaluate(async () => fetch('https://example.com/').catch(() => undefined));
    assert.deepEqual([...workbench.blocked], ['https://example.com']);
  });
});

suite('A workspace without a backlog', () => {
  let workbench: Workbench;

  suiteSetup(async () => {
    workbench = await Workbench.open({ files: { 'readme.md': '# Empty\n' } });
  });
  suiteTeardown(async () => {
    await workbench.close();
  });

  test('offers to create one, and shows it', async () => {
    const view = await BacklogView.showEmpty(workbench);
    const button = workbench.page
      .locator('.welcome-view-content')
      .getByRole('button', { name: 'Create Empty Backlog' });
    await button.waitFor();
    await button.click();
    await eventually('the file', () => workbench.readFile().includes('stories:'));
    await view.rows().first().waitFor();
    assert.match((await view.labels())[0] ?? '', /Write down what comes first/);
  });
});

suite('A window without a folder', () => {
  let workbench: Workbench;

  suiteSetup(async () => {
    workbench = await Workbench.open({ noFolder: true });
  });
  suiteTeardown(async () => {
    await workbench.close();
  });

  test('offers to open one', async () => {
    await BacklogView.showEmpty(workbench);
    await workbench.page
      .locator('.welcome-view-content')
      .getByRole('button', { name: 'Open Folder' })
      .waitFor();
  });
});
