import * as assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../scripts/lib/paths.mjs';
import type { StoryPageContract } from '../../src/protocol/panels/storyPage.ts';
import { eventually } from '../editor/support/eventually.ts';
import { assertAccessible } from './support/accessible.ts';
import { EMOJI, EVIL, LONG, RIGHT_TO_LEFT } from './support/rows.ts';
import { StoryPageHost } from './support/storyPageHost.ts';
import { THEME_NAMES } from './support/themes.ts';
import type { ViewPage } from './support/viewPage.ts';
import { type Views, viewsOfSuite } from './support/views.ts';

const SAMPLE = readFileSync(path.join(root, 'examples/fieldnotes/backlog.yaml'), 'utf8');
const HEAD = 'product: {name: Fieldnotes, key: FN}\npeople: [{id: ana, name: Ana Lima}]\nstories:\n';
const EMPTY = `${HEAD}  - id: FN-1\n    title:\n`;
const BROKEN = `${HEAD}  - FN-1 write this down\n`;

/** Texts that nobody wishes for, in every place that shows one. */
const HOSTILE = `${HEAD}${[
  '  - id: FN-1',
  `    title: ${JSON.stringify(LONG)}`,
  `    story: ${JSON.stringify(`As a ${EVIL}, I want ${EMOJI}, so that ${RIGHT_TO_LEFT}`)}`,
  `    description: ${JSON.stringify(`${EVIL}\n[run](command:x) [run](javascript:alert(1))`)}`,
  '    status: ready',
  `    labels: [${JSON.stringify(EVIL)}, ${JSON.stringify('W'.repeat(200))}]`,
  `    assignee: ${JSON.stringify(EVIL)}`,
  `    links: ["javascript:alert(1)", "command:workbench.action.quit"]`,
  `    notes: [{by: ana, text: ${JSON.stringify(EVIL)}, to: ana}]`,
  `    tasks: [${JSON.stringify(EVIL)}]`,
  '    acceptance:',
  ...Array.from({ length: 200 }, (_, at) => `      - ${JSON.stringify(`${at} ${EVIL} ${RIGHT_TO_LEFT}`)}`),
].join('\n')}\n`;

suite('The page of a story by itself', () => {
  const views = viewsOfSuite();
  let view: ViewPage<StoryPageContract>;
  let host: StoryPageHost;

  teardown(async () => {
    assert.deepEqual(await view.faults(), []);
    await view.close();
  });

  type Options = Omit<Parameters<Views['open']>[0], 'view' | 'host'>;

  async function open(made: StoryPageHost, options: Options = {}): Promise<void> {
    host = made;
    view = await views.open<StoryPageContract>({ view: 'storyPage', host, ...options });
    await view.page.getByRole('main').first().waitFor();
    await view.page.locator('[data-field], pre').first().waitFor();
  }

  for (const theme of THEME_NAMES) {
    test(`axe finds nothing on a story with everything, ${theme}`, async () => {
      await open(new StoryPageHost(SAMPLE), { theme });
      await assertAccessible(view.page);
    });
  }

  for (const [name, text] of Object.entries({ EMPTY, BROKEN, HOSTILE })) {
    test(`axe finds nothing on a page that is ${name.toLowerCase()}`, async () => {
      await open(new StoryPageHost(text), { theme: 'light' });
      await assertAccessible(view.page);
    });
  }

  test('what the file names and does not have is shown by what the file calls it', async () => {
    const story =
      '  - {id: FN-1, title: Maps, sprint: s99, epic: FN-7, assignee: [ana, eve], depends_on: [FN-99]}\n';
    await open(new StoryPageHost(HEAD + story));
    for (const [field, id] of [
      ['sprint', 's99'],
      ['epic', 'FN-7'],
    ])
      assert.equal(await view.page.locator(`[data-field="${field}"]`).inputValue(), id);
    assert.equal(await view.page.locator('.chip.unknown').innerText(), 'eve');
    await view.page.getByRole('button', { name: 'Remove eve from Assignee' }).waitFor();
    assert.match(await view.page.locator('[data-part="dependencies"]').innerText(), /FN-99/);
  });

  test('a file that can only be read says so', async () => {
    await open(new StoryPageHost(SAMPLE, { readOnly: 'This file can only be read.' }));
    await view.page.getByText('This file can only be read.').first().waitFor();
    await assertAccessible(view.page);
  });

  for (const [name, options] of [
    ['400 pixels wide', { size: { width: 400, height: 800 } }],
    ['at 200 %', { zoom: 2 }],
  ] as const) {
    test(`hostile texts stay in the page and nothing runs, ${name}`, async () => {
      await open(new StoryPageHost(HOSTILE), options);
      const { wide, title, links } = await view.page.evaluate(() => ({
        wide: document.documentElement.scrollWidth - window.innerWidth,
        title: document.title,
        links: [...document.querySelectorAll('a[href]')].map((link) => link.getAttribute('href') ?? ''),
      }));
      assert.ok(wide <= 0, `the page is ${wide} pixels too wide`);
      assert.notEqual(title, 'hacked');
      assert.deepEqual(
        links.filter((link) => /^(?:javascript|command):/i.test(link)),
        [],
      );
    });
  }

  test('the parts of the sentence are given one after the other, also where judging takes longer than typing', async () => {
    await open(new StoryPageHost(`${HEAD}  - {id: FN-1, title: Maps}\n`, { judging: 400 }));
    const focused = async (): Promise<string | undefined> =>
      view.page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset['field']);
    await view.page.locator('[data-field="gap.role"]').focus();
    for (const [words, next] of [
      ['biologist', 'gap.means'],
      ['maps on my phone', 'gap.end'],
      ['I find my plots', 'story'],
    ] as const) {
      await view.page.keyboard.type(words);
      await view.page.keyboard.press('Enter');
      await eventually(`the focus on ${next}`, async () => (await focused()) === next);
    }
    await eventually('the sentence in the file', () =>
      host.text.includes('As a biologist, I want maps on my phone, so that I find my plots'),
    );
  });

  test('what is typed is written after a pause, and the focus and the caret stay', async () => {
    await open(new StoryPageHost(EMPTY));
    const title = view.page.locator('[data-field="title"]');
    await title.click();
    await view.page.keyboard.type('Sync when back ');
    await eventually('the title in the file', () => host.text.includes('title: Sync when back\n'));
    assert.equal(await title.inputValue(), 'Sync when back ');
    await view.page.keyboard.type('online');
    await eventually('the rest of it', () => host.text.includes('title: Sync when back online'));
    assert.equal(host.text, EMPTY.replace('title:', 'title: Sync when back online'));
    assert.equal(
      await view.page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset['field']),
      'title',
    );
  });

  test('what somebody else wrote is not overwritten: the page says so, and keeps what is typed', async () => {
    await open(new StoryPageHost(SAMPLE));
    const title = view.page.locator('[data-field="title"]');
    const before = await title.inputValue();
    await title.click();
    await view.page.keyboard.press('End');
    await view.page.keyboard.type(' now');
    // Before the pause is over, the file says something else.
    host.text = host.text.replace(before, `${before} at once`);
    await host.show();
    await view.page.getByRole('button', { name: /keep mine/i }).waitFor();
    assert.equal(await title.inputValue(), `${before} now`);
    assert.ok(host.text.includes(`${before} at once`));
    await view.page.getByRole('button', { name: /keep mine/i }).click();
    await eventually('mine in the file', () => host.text.includes(`title: ${before} now\n`));
  });

  const KEPT = {
    uri: 'file:///w/backlog.yaml',
    drafts: [{ path: 'title', text: 'Mine', base: 'As it was', mark: 'of then' }],
    typing: [['add.acceptance', 'half a criterion']],
    lost: ['words of an entry that is gone'],
  };

  test('what was typed before the view was loaded anew is there, says so, and is not written by itself', async () => {
    await open(new StoryPageHost(SAMPLE), { kept: { ...KEPT, item: { id: 'FN-12' } } });
    await view.page.getByRole('button', { name: 'Keep Mine' }).waitFor();
    await view.page.getByText('Unsaved text restored.').waitFor();
    assert.equal(await view.page.locator('[data-field="title"]').inputValue(), 'Mine');
    assert.equal(await view.page.locator('[data-field="add.acceptance"]').inputValue(), 'half a criterion');
    assert.deepEqual(await view.page.locator('textarea.lost').evaluateAll(valuesOf), KEPT.lost);
    await assertAccessible(view.page);
    assert.equal(host.text, SAMPLE);
    await view.page.getByRole('button', { name: 'Take Theirs' }).click();
    await view.page.locator('[data-field="add.acceptance"]').focus();
    await view.page.keyboard.press('Escape');
    await view.page.locator('.lost-words').getByRole('button', { name: 'OK' }).click();
    await eventually('nothing kept', async () => !JSON.stringify(await view.kept()).includes('half'));
    assert.equal(host.text, SAMPLE);
  });

  test('words are shown where their story is none any more, and it is mended with a button', async () => {
    await open(new StoryPageHost(BROKEN), { kept: { ...KEPT, item: { list: 'stories', index: 0 } } });
    assert.deepEqual(await view.page.locator('textarea.lost').evaluateAll(valuesOf), [
      ...KEPT.lost,
      'Mine',
      'half a criterion',
    ]);
    await assertAccessible(view.page);
    await view.page.getByRole('button', { name: 'Make it the title' }).click();
    await eventually('a title', () => host.text.includes('  - title: FN-1 write this down'));
    await view.page.getByText('It now says:').waitFor();
    assert.equal(await view.page.locator('[data-field="title"]').inputValue(), 'Mine');
  });

  test('examples are begun, renamed and taken away again', async () => {
    const scenario = `${HEAD}  - id: FN-1\n    title: One\n    acceptance:\n      - {given: a <phone>, when: it rings, then: it is heard}\n`;
    await open(new StoryPageHost(scenario));
    await view.page.getByRole('button', { name: 'Add Examples' }).click();
    await eventually('a table', () => host.text.includes('phone: "…"'));
    await assertAccessible(view.page);
    const head = view.page.getByLabel('Column 1; empty, it is taken away');
    await head.fill('device');
    await head.press('Tab');
    await eventually('another name', () => host.text.includes('device: "…"'));
    await view.page.getByRole('button', { name: 'Add Column' }).click();
    await eventually('one more', () => host.text.includes('example: "…"'));
    for (const last of [false, true]) {
      await head.fill('');
      await head.press('Tab');
      await eventually('one less', () => (last ? host.text === scenario : !host.text.includes('device')));
    }
  });

  const ROWS = `${HEAD}  - id: FN-1
    title: One
    acceptance:
      - when: a <phone> rings
        then: it is heard
        examples:
          - [phone, seconds, where] # named
          - [old,   60,      "in"]  # of Ana
          - [new, 5, …]
`;

  test('what is typed in a cell stays while the page is told anew, and is then in the file', async () => {
    await open(new StoryPageHost(ROWS));
    const cell = view.page.getByLabel('seconds, row 1');
    await cell.click();
    await view.page.keyboard.press('End');
    await view.page.keyboard.type('9');
    await host.show();
    host.text = host.text.replace('title: One', 'title: Two');
    await host.show();
    assert.equal(await cell.inputValue(), '609');
    await view.page.keyboard.type('0');
    const wanted = ROWS.replace('title: One', 'title: Two').replace('60, ', '6090, ');
    await eventually('both in the file', () => host.text === wanted);
    assert.equal(await cell.inputValue(), '6090');
    assert.ok(await cell.evaluate((field) => field === document.activeElement));
  });

  for (const late of [0, 300])
    test(`cells and names that are typed quickly are all in the file, and nothing else changes, page ${late} ms late`, async () => {
      await open(new StoryPageHost(ROWS, { late }));
      await view.page.getByLabel('Column 1; empty, it is taken away').click();
      for (const words of ['device', 'within', 'at', 'older', '90', 'out', 'newer', '7', 'here']) {
        await view.page.keyboard.press('ControlOrMeta+A');
        await view.page.keyboard.type(words);
        await view.page.keyboard.press('Tab');
        if (words === 'out') await view.page.keyboard.press('Tab');
      }
      const wanted = ROWS.replace('[phone, seconds, where]', '[device, within, at]')
        .replace('[old,   60,      "in"] ', '[older,   90,      "out"] ')
        .replace('[new, 5, …]', '[newer, 7, here]');
      await eventually('all of them', () => host.text === wanted);
    });

  test('a cell that somebody else wrote meanwhile is not overwritten, and an emptied one is open', async () => {
    await open(new StoryPageHost(ROWS));
    const cell = view.page.getByLabel('phone, row 1');
    await cell.fill('mine');
    host.text = host.text.replace('[old, ', '[theirs, ');
    await host.show();
    await view.page.getByRole('button', { name: 'Keep Mine' }).click();
    await eventually('mine', () => host.text === ROWS.replace('[old, ', '[mine, '));
    await cell.fill('');
    await cell.press('Tab');
    await eventually('open', () => host.text === ROWS.replace('[old, ', '["…", '));
    await eventually('shown as open', async () => (await cell.inputValue()) === '…');
    await assertAccessible(view.page);
  });
});

function valuesOf(fields: readonly Element[]): readonly string[] {
  return fields.map((field) => (field instanceof HTMLTextAreaElement ? field.value : ''));
}
