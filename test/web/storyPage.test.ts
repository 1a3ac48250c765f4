import * as assert from 'node:assert/strict';
import { eventually } from '../editor/support/eventually.ts';
import { StoryPage } from './support/storyPage.ts';
import { Workbench } from './support/workbench.ts';

const HEAD = [
  'product: {name: Fieldnotes, key: FN}',
  'people:',
  '  - {id: ana, name: Ana Lima}',
  'personas:',
  '  - {id: biologist, name: field biologist}',
  'stories:',
  '  # the first one',
  '  - id: FN-12',
  '    title: Sync when back online',
  '    status: idea # not yet',
  '    labels: [sync]',
  '    assignee: nobody',
  '',
];
const STORY = ['  - id: FN-13', '    title: Maps'];
const TAIL = ['  - id: FN-14', '    title: The last one   # as it is', ''];
const fileOf = (story: readonly string[]): string => [...HEAD, ...story, ...TAIL].join('\n');

suite('The page of a story', () => {
  let workbench: Workbench;
  let page: StoryPage;
  let story: readonly string[] = STORY;

  suiteSetup(async () => {
    workbench = await Workbench.open({
      files: { 'backlog.yaml': fileOf(STORY) },
      viewport: { width: 1500, height: 1000 },
      settings: { 'editor.minimap.enabled': false },
    });
    page = await StoryPage.start(workbench, 'Maps');
  });
  suiteTeardown(async () => {
    await workbench.close();
  });

  /** Saves on the page, and sees that the file says just this of the story, and all else as it was. */
  async function fileSays(lines: readonly string[]): Promise<void> {
    story = lines;
    await page.frame.locator(':focus').first().press('Control+s');
    try {
      await eventually('the story on disk', () => workbench.readFile() === fileOf(lines));
    } catch {
      assert.equal(workbench.readFile(), fileOf(lines));
    }
  }

  test('what is typed is in the file, and nothing else', async () => {
    await page.field('title').fill('Maps without a net');
    await page.field('title').press('Enter');
    await fileSays(['  - id: FN-13', '    title: Maps without a net']);
  });

  test('the missing parts of the sentence make one', async () => {
    await eventually('the focus behind the title', async () => (await page.focused()) === 'story');
    await page.field('gap.role').fill('field biologist');
    await page.field('gap.role').press('Enter');
    await eventually('the focus on the next part', async () => (await page.focused()) === 'gap.means');
    await page.field('gap.means').fill('maps on my phone');
    await page.field('gap.means').press('Enter');
    await eventually('the focus on the last part', async () => (await page.focused()) === 'gap.end');
    await page.field('gap.end').fill('I find my plots in the forest');
    await page.field('gap.end').press('Enter');
    await fileSays([
      ...story,
      '    story: As a field biologist, I want maps on my phone, so that I find my plots in the forest',
    ]);
  });

  test('a criterion half typed is there after the window is loaded anew, and the file is as it was', async () => {
    const before = fileOf(story);
    const adder = page.field('add.acceptance');
    await adder.pressSequentially('a map loads');
    // A window that goes without a word; the workbench keeps what it has every five seconds.
    await workbench.page.waitForTimeout(7000);
    assert.equal(workbench.readFile(), before);
    await workbench.page.reload();
    await page.back();
    await eventually('the words', async () => (await page.text('add.acceptance')) === 'a map loads');
    await page.frame.getByRole('alert').filter({ hasText: 'Unsaved text restored' }).waitFor();
    assert.equal(await page.text('title'), 'Maps without a net');
    assert.match(await page.text('story'), /^As a field biologist, I want maps on my phone/);
    assert.equal(workbench.readFile(), before);
    await adder.press('End');
    await adder.pressSequentially(' offline');
    await adder.press('Enter');
    await fileSays([...story, '    acceptance:', '      - a map loads offline']);
    assert.equal(await page.focused(), 'add.acceptance');
  });

  test('criteria are added, moved, ticked and made scenarios', async () => {
    const text = 'Given no net, when the app starts, then the last map is shown';
    await page.field('add.acceptance').fill(text);
    await page.field('add.acceptance').press('Enter');
    await eventually('the criterion', async () => (await page.entries('acceptance')).at(-1) === text);
    assert.equal(await page.focused(), 'add.acceptance');
    await page.entry('acceptance', 1).locator('textarea').first().press('Alt+ArrowUp');
    await eventually(
      'the new order',
      async () => (await page.entries('acceptance'))[1] === 'a map loads offline',
    );
    await page.entry('acceptance', 1).getByRole('checkbox').click();
    await fileSays([
      ...story.slice(0, -1),
      '      - Given no net, when the app starts, then the last map is shown',
      '      - {check: a map loads offline, done: true}',
    ]);
    await page.entry('acceptance', 0).hover();
    await page.entry('acceptance', 0).getByRole('button', { name: 'Scenario' }).click();
    await eventually('its steps', async () =>
      /no net \| .*the app starts \| .*the last map is shown/.test(
        (await page.entries('acceptance'))[0] ?? '',
      ),
    );
  });

  test('fields are chosen, and the story is ready', async () => {
    await page.choose('estimate', '5');
    await eventually('the estimate', async () => (await page.text('estimate')) === '5');
    await page.choose('assignee', 'Ana Lima');
    await page.button('Mark Ready').click();
    await eventually('the status', async () => (await page.text('status')) === 'ready');
    await page.field('status').focus();
    await fileSays([
      ...story.slice(0, 4),
      '      - given: no net',
      '        when: the app starts',
      '        then: the last map is shown',
      ...story.slice(5),
      '    status: ready',
      '    estimate: 5',
      '    assignee: [ana]',
    ]);
  });

  test('undo is that of the editor', async () => {
    await page.field('status').focus();
    await page.field('status').press('Control+z');
    await eventually('the status taken back', async () => (await page.text('status')) !== 'ready');
    await page.field('status').press('Control+y');
    await eventually('the status again', async () => (await page.text('status')) === 'ready');
  });

  test('the page follows the file, and the caret stays at its words', async () => {
    await page.field('status').press('Control+s');
    await eventually('a saved file', () => workbench.readFile().includes('status: ready'));
    await page.field('title').focus();
    await page.field('title').press('End');
    workbench.writeFile(workbench.readFile().replace('Maps without a net', 'All maps without a net'));
    await eventually('the new title', async () => (await page.text('title')) === 'All maps without a net');
    assert.equal(await page.focused(), 'title');
    assert.equal(await page.caret(), 'All maps without a net'.length);
  });

  test('what is typed in the editor beside it is on the page, and is taken back there', async () => {
    await workbench.page.locator('.tab[data-resource-name="backlog.yaml"]').click();
    await workbench.goToText('All maps');
    await workbench.type('Over');
    await eventually('the words of the editor', async () => /^OverAll maps/.test(await page.text('title')));
    await workbench.press('Control+z');
    await eventually('the words before', async () => /^All maps/.test(await page.text('title')));
    await workbench.save();
  });

  test('the page is there again after the window is loaded anew', async () => {
    await workbench.run('File: Save All');
    await workbench.reload();
    await page.back();
    await eventually('the criteria', async () => (await page.entries('acceptance')).length === 2);
    await eventually('the status', async () => (await page.text('status')) === 'ready');
  });
});
