import * as assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import { eventually } from '../editor/support/eventually.ts';
import { StoryPage } from './support/storyPage.ts';
import { Workbench } from './support/workbench.ts';

const HEAD = [
  'product: {name: Fieldnotes, key: FN}',
  'people:',
  '  - {id: ana, name: Ana Lima}',
  '  - {id: ben, name: Ben Okri}',
  'stories:',
  '  - id: FN-12   # the first',
  '    title: Sync when back online',
  '    assignee: nobody',
  '  - id: FN-13',
  '    title: Maps',
];
const CRITERIA = [
  '      - a map loads offline   # in the woods',
  '      - "a map is drawn in a second"',
  '      - {check: a map shows north, done: true}',
];
const TAIL = ['  - id: FN-14', '    title: The last one', ''];

const TODAY = '2026-11-26';

suite('Everything else on the page of a story', () => {
  let workbench: Workbench;
  let page: StoryPage;
  /** What the story has by now, in the order of the format. */
  const has: Record<
    'description' | 'acceptance' | 'score' | 'depends_on' | 'links' | 'notes',
    readonly string[]
  > = {
    description: [],
    acceptance: ['    acceptance:', ...CRITERIA],
    score: [],
    depends_on: [],
    links: [],
    notes: [],
  };

  suiteSetup(async () => {
    workbench = await Workbench.open({
      files: { 'backlog.yaml': fileNow() },
      viewport: { width: 1500, height: 1000 },
      settings: { 'editor.minimap.enabled': false },
      now: `${TODAY}T10:00`,
    });
    page = await StoryPage.start(workbench, 'Maps');
  });
  suiteTeardown(async () => {
    await workbench.close();
  });

  function fileNow(): string {
    return [...HEAD, ...Object.values(has).flat(), ...TAIL].join('\n');
  }

  /** The file has these lines of a field by now, and is as it was in everything else. */
  async function fileSays(field: keyof typeof has, ...lines: readonly string[]): Promise<void> {
    has[field] = lines;
    await eventually('the file', () => workbench.readFile() === fileNow()).catch(() => {
      assert.equal(workbench.readFile(), fileNow());
    });
  }

  async function middle(of: Locator): Promise<{ readonly x: number; readonly y: number }> {
    const box = await of.boundingBox();
    if (box === null) throw new Error('this is not on the screen');
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }

  /** Copies a picture, as another program would. */
  async function copyPicture(): Promise<void> {
    await workbench.page.evaluate(async () => {
      const canvas = document.createElement('canvas');
      canvas.width = canvas.height = 40;
      canvas.getContext('2d')?.fillRect(4, 4, 20, 20);
      const blob = await new Promise<Blob | null>((resolve) => {
        canvas.toBlob(resolve, 'image/png');
      });
      if (blob === null) throw new Error('no picture');
      window.focus();
      await navigator.clipboard.write([new ClipboardItem({ 'image/png': blob })]);
    });
  }

  test('criteria are put in another order with the mouse', async () => {
    const from = await middle(page.entry('acceptance', 2).locator('.grip'));
    const to = await middle(page.entry('acceptance', 0).locator('.grip'));
    const { mouse } = workbench.page;
    await mouse.move(from.x, from.y);
    await mouse.down();
    await mouse.move(from.x, from.y - 8, { steps: 4 });
    await mouse.move(to.x, to.y - 6, { steps: 12 });
    await mouse.up();
    const [first = '', second = '', third = ''] = CRITERIA;
    await fileSays('acceptance', '    acceptance:', third, first, second);
  });

  test('a picture is pasted into the description: it is kept beside the file, linked and shown', async () => {
    await copyPicture();
    await page.field('description').click();
    await page.field('description').press('Control+v');
    await eventually('the picture in the text', async () => (await page.text('description')).includes(']('));
    await fileSays('description', '    description: "![image](backlog-media/FN-13-1.png)"');
    const stored = readFileSync(path.join(workbench.folder, 'backlog-media/FN-13-1.png'));
    assert.equal(stored.subarray(1, 4).toString('latin1'), 'PNG');
    await page.button('Preview').click();
    const shown = page.frame.locator('img[alt="image"]');
    await eventually('the picture', async () =>
      shown.evaluate((image) => image instanceof HTMLImageElement && image.naturalWidth === 40),
    );
    await page.button('Preview').click();
  });

  test('a link is added', async () => {
    await page.field('add.links').fill('https://example.org/research');
    await page.field('add.links').press('Enter');
    await fileSays('links', '    links: ["https://example.org/research"]');
    assert.equal(await page.focused(), 'add.links');
  });

  test('a score is filled in, and what it comes to is shown', async () => {
    await page.button('Add score').click();
    for (const [key, value] of [
      ['reach', '2000'],
      ['impact', '2'],
      ['confidence', '0.5'],
      ['effort', '4'],
    ] as const) {
      await page.field(`score.${key}`).fill(value);
      await page.field(`score.${key}`).press('Enter');
    }
    await page.frame.locator('.score-result').getByText('500', { exact: true }).waitFor();
    await fileSays(
      'score',
      '    score:',
      '      reach: 2000',
      '      impact: 2',
      '      confidence: 0.5',
      '      effort: 4',
    );
  });

  test('a dependency is found by its words', async () => {
    await page.choose('add.depends_on', 'Sync when');
    await page.frame.getByRole('button', { name: 'FN-12 Sync when back online' }).first().waitFor();
    await fileSays('depends_on', '    depends_on: [FN-12]');
  });

  test('a note is written, by whom and when', async () => {
    await page.field('add.notes').fill('Rangers use paper today.');
    await page.field('add.notes').press('Control+Enter');
    // Who writes is asked once.
    await workbench.answer('Ana Lima');
    await fileSays(
      'notes',
      '    notes:',
      '      - by: ana',
      `        date: ${TODAY}`,
      '        text: Rangers use paper today.',
    );
  });

  test('a question to somebody, whom @ completes', async () => {
    await page.field('add.notes').click();
    await page.field('add.notes').pressSequentially('Which maps, @Be');
    await page.frame.locator('.new-note .offer [role=option]').filter({ hasText: 'Ben Okri' }).waitFor();
    await page.field('add.notes').press('Enter');
    await page.field('add.notes').pressSequentially('?');
    await page.button('Ask Ben Okri').click();
    await page.frame.getByText('1 open question').waitFor();
    await fileSays(
      'notes',
      ...has.notes,
      '      - by: ana',
      `        date: ${TODAY}`,
      '        text: Which maps, @ben?',
      '        to: ben',
    );
  });

  test('examples are begun for a scenario', async () => {
    const at = 2;
    await page.field('add.acceptance').fill('Given <phone>, when it is offline, then the map is shown');
    await page.field('add.acceptance').press('Enter');
    await eventually('the criterion', async () => (await page.entries('acceptance')).length === at + 2);
    await page.entry('acceptance', at + 1).hover();
    await page
      .entry('acceptance', at + 1)
      .getByRole('button', { name: '→ Scenario' })
      .click();
    await page.button('Add Examples').click();
    await eventually('the first cell', async () => ((await page.focused()) ?? '').endsWith('.examples.0.0'));
    const cell = page.frame.locator(':focus');
    await cell.fill('an old one');
    await page.button('Add Column').click();
    await eventually('its name', async () => ((await page.focused()) ?? '').endsWith('.examples.head.1'));
    // One right behind the other: the name, the first cell again, the cell of the new column.
    for (const words of ['seconds', 'the oldest', '60']) {
      await cell.fill(words);
      await cell.press('Tab');
    }
    await fileSays(
      'acceptance',
      ...has.acceptance,
      '      - given: "<phone>"',
      '        when: it is offline',
      '        then: the map is shown',
      '        examples:',
      '          - phone: the oldest',
      '            seconds: 60',
    );
  });

  /** Nobody on a page has to see how the file is written. */
  async function noFileShown(): Promise<void> {
    assert.equal(await workbench.page.locator('.monaco-diff-editor:visible').count(), 0);
  }

  test('a criterion goes to another story, and the page says so with a way back', async () => {
    const before = workbench.readFile();
    await page.entry('acceptance', 0).hover();
    await page.entry('acceptance', 0).getByRole('button', { name: 'Move it to another story' }).click();
    const offered = (words: string): Locator =>
      workbench.page.locator('.quick-input-list .monaco-list-row').filter({ hasText: words }).first();
    await offered('The last one').click();
    await page.frame.getByText('The criterion went to FN-14 The last one.').first().waitFor();
    await eventually('the criterion in the other', () =>
      workbench
        .readFile()
        .endsWith(
          '    title: The last one\n    acceptance:\n      - {check: a map shows north, done: true}\n',
        ),
    );
    await noFileShown();
    await eventually('the focus on the next one', async () =>
      ((await page.focused()) ?? '').startsWith('acceptance:'),
    );
    await page.frame
      .getByRole('group', { name: 'What was done' })
      .getByRole('button', { name: 'Undo' })
      .click();
    await eventually('the file as it was', () => workbench.readFile() === before);
    assert.equal(await page.frame.getByRole('group', { name: 'What was done' }).count(), 0);
  });

  test('a criterion becomes a story, and the page says which', async () => {
    const before = workbench.readFile();
    const all = await page.entries('acceptance');
    await page.entry('acceptance', 0).hover();
    await page.entry('acceptance', 0).getByRole('button', { name: '→ Story' }).click();
    await page.frame
      .getByText('The criterion is a story of its own now: FN-15, right behind this one.')
      .first()
      .waitFor();
    await eventually('the new story', () =>
      workbench.readFile().includes('  - id: FN-15\n    title: A map shows north\n'),
    ).catch(() => {
      assert.fail(workbench.readFile());
    });
    await workbench.page.screenshot({ path: '.cache/promoted.png' });
    await noFileShown();
    await eventually('one less', async () => (await page.entries('acceptance')).length === all.length - 1);
    const after = workbench.readFile();
    // Whatever is done next, there is no way back to be offered any more.
    await page.entry('acceptance', 0).locator('input[type=checkbox]').first().click();
    await eventually(
      'nothing said',
      async () => (await page.frame.getByRole('group', { name: 'What was done' }).count()) === 0,
    );
    await page.field('title').press('Control+z');
    await eventually('the tick taken back', () => workbench.readFile() === after);
    await page.field('title').press('Control+z');
    await eventually('the file as it was', () => workbench.readFile() === before);
  });
});
