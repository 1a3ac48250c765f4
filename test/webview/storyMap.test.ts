/** The story map by itself: epics side by side, below each its stories, cut into releases. */
import * as assert from 'node:assert/strict';
import type { BoardContract, BoardSettings } from '../../src/protocol/panels/board.ts';
import type { Row } from '../../src/protocol/snapshot.ts';
import { eventually } from '../editor/support/eventually.ts';
import { item, story } from '../extension/support/rows.ts';
import { assertAccessible } from './support/accessible.ts';
import { BoardHost } from './support/boardHost.ts';
import { EVIL, HARD, LONG, manyRows, RIGHT_TO_LEFT } from './support/rows.ts';
import { THEME_NAMES, type ThemeName } from './support/themes.ts';
import type { ViewPage } from './support/viewPage.ts';
import { viewsOfSuite } from './support/views.ts';

const MAP = { columns: 'epic', lanes: 'release', folded: [] } as const;

const RELEASES = [
  item('releases', 'r1', { title: 'Out there', over: true }),
  item('releases', 'r2', { title: RIGHT_TO_LEFT }),
  item('releases', 'r3', { title: LONG }),
];

const ROWS: readonly Row[] = [
  story('FN-1', { epic: 'E-1', release: 'r2', status: 'doing', estimate: '3', points: 3 }),
  story('FN-2', { epic: 'E-1', release: 'r2', status: 'ready', blocked: true }),
  story('FN-3', { epic: 'E-2', status: 'ready' }),
  story('FN-4', { epic: 'elsewhere', status: 'ready' }),
  story('FN-5', { epic: 'E-1', status: 'done', release: 'r1' }),
  item('epics', 'E-1', { title: 'Notes', status: 'doing' }),
  item('epics', 'E-2', { title: EVIL, status: 'ready' }),
  item('epics', 'E-3', { title: 'Done and without stories', status: 'done' }),
  item('epics', 'E-4', { title: 'Nothing yet', status: 'idea' }),
  ...RELEASES,
];

suite('The story map by itself', () => {
  const views = viewsOfSuite();
  let view: ViewPage<BoardContract>;
  let host: BoardHost;

  teardown(async () => {
    assert.deepEqual(await view.faults(), []);
    await view.close();
  });

  async function open(
    rows: readonly Row[],
    { look = {}, theme = 'dark', width = 1280, zoom = 1 }: Options = {},
  ): Promise<void> {
    host = new BoardHost(rows, { ...MAP, ...look });
    view = await views.open<BoardContract>({
      view: 'board',
      host,
      theme,
      zoom,
      size: { width, height: 800 },
    });
    await view.page.locator('.cell').first().waitFor();
  }

  interface Options {
    readonly look?: Partial<BoardSettings>;
    readonly theme?: ThemeName;
    readonly width?: number;
    readonly zoom?: number;
  }

  const texts = async (selector: string): Promise<readonly string[]> =>
    view.page.locator(selector).allInnerTexts();
  const focus = async (key: string): Promise<void> => {
    await view.page.locator(`.card[data-key="${key}"]`).focus();
  };
  const placeOf = (key: string): readonly (string | undefined)[] => {
    const { epic, release } = host.row(key) ?? {};
    return [epic, release];
  };

  test('has a column for each epic that is not done and a slice for each release to come', async () => {
    await open(ROWS);
    assert.deepEqual(await texts('.column-head h2'), ['Notes', EVIL, 'Nothing yet', 'elsewhere', 'No epic']);
    const slices = await texts('.lane-head');
    assert.equal(slices.length, 4);
    assert.match(slices[0] ?? '', /^r2 .* 2 · 3 pt$/);
    assert.match(slices[2] ?? '', /^No release 2$/);
    assert.match(slices[3] ?? '', /^r1 Out there 1$/, 'what is out comes last');
    // The column does not say how far a story is: its card does.
    assert.equal(await view.page.locator('.card[data-key="FN-1"] .status').innerText(), 'doing');
    assert.match(
      (await view.page.locator('.card[data-key="FN-1"]').getAttribute('aria-description')) ?? '',
      /^doing, estimate 3, /,
    );
    // An epic that is not in the file is no place to put a story.
    assert.equal(await view.page.getByRole('button', { name: /^Add a story in/ }).count(), 4);
  });

  test('a story goes to another epic and release by keyboard, and each step is said', async () => {
    await open(ROWS);
    const said = view.page.locator('[aria-live]');
    await focus('FN-1');
    for (const key of ['Space', 'ArrowRight', 'ArrowRight']) await view.page.keyboard.press(key);
    await eventually('where it is', async () =>
      (await said.allInnerTexts()).join().includes('Nothing yet of r2'),
    );
    for (const key of ['End', 'ArrowDown', 'Enter']) await view.page.keyboard.press(key);
    await eventually('its place', () => placeOf('FN-1').join() === 'E-4,r3');
    assert.equal(host.row('FN-1')?.status, 'doing');
    await focus('FN-3');
    for (const key of ['Space', 'ArrowRight', 'ArrowRight', 'Enter']) await view.page.keyboard.press(key);
    await eventually('no epic', () => placeOf('FN-3')[0] === undefined);
    // Of an epic that is not there it is not put among others of that kind: the column is stepped over.
    await focus('FN-4');
    await view.page.keyboard.press('m');
    await eventually('the call', () => view.heard.some(({ call }) => call === 'moveTo'));
  });

  test('a story is dragged to another epic and release', async () => {
    await open(ROWS);
    const cell = view.page.locator('.lane').nth(2).locator('.cell').first();
    await view.page.locator('.card[data-key="FN-2"]').dragTo(cell);
    await eventually('its place', () => placeOf('FN-2').join() === 'E-1,');
    assert.deepEqual(Object.keys(host.row('FN-2') ?? {}).includes('release'), false);
  });

  test('a story that is added belongs to the epic and the release, and an epic is asked for', async () => {
    await open(ROWS);
    await view.page.getByRole('button', { name: 'Add a story in Nothing yet' }).click();
    await view.page.locator('input.field').fill('The first one');
    await view.page.keyboard.press('Enter');
    const added = await eventually('the story', () =>
      host.rows.find(({ title }) => title === 'The first one'),
    );
    assert.deepEqual([added.epic, added.release, added.status], ['E-4', 'r2', undefined]);
    await view.page.getByRole('button', { name: 'New Epic' }).click();
    await eventually('the call', () =>
      view.heard.some(({ call, params }) => call === 'command' && JSON.stringify(params).includes('newEpic')),
    );
  });

  test('what becomes of a carried story meanwhile is told: of its epic, not of its status', async () => {
    await open(ROWS);
    await focus('FN-1');
    for (const key of ['Space', 'ArrowRight']) await view.page.keyboard.press(key);
    const set = (change: Partial<Row>): Promise<void> =>
      host.change((rows) => rows.map((row) => (row.key === 'FN-1' ? { ...row, ...change } : row)));
    await set({ status: 'review' });
    await eventually(
      'the status',
      async () => (await texts('.card[data-key="FN-1"] .status')).join() === 'review',
    );
    assert.equal(await view.page.locator('.card.lifted').count(), 1);
    await set({ epic: 'E-4' });
    await view.page
      .getByRole('alert')
      .filter({ hasText: 'FN-1 has since been given another epic' })
      .waitFor();
  });

  test('an epic is opened by its name, and what is no epic is not', async () => {
    await open(ROWS);
    const heads = view.page.locator('.column-head');
    await heads.getByRole('button', { name: 'Notes', exact: true }).press('Enter');
    await heads.getByRole('button', { name: EVIL, exact: true }).click();
    await eventually('both calls', () => view.heard.filter(({ call }) => call === 'open').length === 2);
    assert.deepEqual(
      view.heard.filter(({ call }) => call === 'open').map(({ params }) => params),
      ['E-1', 'E-2'].map((key) => ({ key, inFile: false })),
    );
    for (const name of ['elsewhere', 'No epic'])
      assert.equal(await heads.getByRole('button', { name, exact: true }).count(), 0, name);
  });

  test('a column is folded by its epic, and the slices can be others', async () => {
    await open(ROWS);
    await view.page.getByRole('button', { name: 'Fold Notes' }).click();
    await eventually('it is folded', async () => (await view.page.locator('.cell.folded').count()) === 4);
    await view.page.locator('vscode-single-select[label="Slices"]').click();
    const choices = view.page.locator('vscode-single-select[label="Slices"] .option');
    assert.deepEqual(
      (await choices.allInnerTexts()).map((text) => text.trim()),
      ['None', 'Release', 'Assignee', 'Priority'],
    );
  });

  for (const theme of THEME_NAMES)
    test(`axe finds nothing, ${theme}`, async () => {
      await open([...HARD, ...ROWS, ...manyRows({ stories: 30, epics: 0 })], { theme });
      await view.page.locator('.tasks').first().waitFor();
      await assertAccessible(view.page);
      await view.page.locator('.card').first().focus();
      for (const key of ['Space', 'ArrowRight']) await view.page.keyboard.press(key);
      await assertAccessible(view.page);
      assert.equal(await view.page.locator('img').count(), 0, 'a text of the file became an element');
    });

  test('without epics, releases or stories it says how to begin', async () => {
    await open([]);
    assert.deepEqual(await texts('.column-head h2'), ['No epic']);
    await view.page.getByText('There are no stories yet.').waitFor();
    await assertAccessible(view.page);
    await view.page.getByRole('button', { name: 'Add a story in No epic' }).click();
    await view.page.locator('input.field').fill('The first one');
    await view.page.keyboard.press('Enter');
    await view.page.locator('.card').waitFor();
    assert.deepEqual(
      [host.rows[0]?.title, ...placeOf(host.rows[0]?.key ?? '')],
      ['The first one', undefined, undefined],
    );
  });

  test('with a hundred epics it is wider than the screen, and what a slice is stays to be seen', async () => {
    await open([...manyRows({ stories: 400, epics: 100 }), ...RELEASES]);
    const head = view.page.locator('.lane-head').first();
    const before = await head.boundingBox();
    await view.page.locator('.scroller').evaluate((scroller) => {
      scroller.scrollLeft = 4000;
    });
    await eventually('it scrolls', async () => {
      const card = await view.page.locator('.cell').first().boundingBox();
      return (card?.x ?? 0) < -3000;
    });
    assert.equal((await head.boundingBox())?.x, before?.x);
    // Of a hundred columns those on the screen are drawn, wherever it is.
    const seen = async (): Promise<readonly [number, number]> =>
      view.page.evaluate(() => {
        const cards = [...document.querySelectorAll('.card')].map((card) => card.getBoundingClientRect());
        return [cards.filter(({ right, left }) => right > 0 && left < 1280).length, cards.length] as const;
      });
    await eventually('cards on the screen', async () => (await seen())[0] > 6);
    assert.ok((await seen())[1] < 60, String(await seen()));
    // The keyboard leads on to cards that are not drawn yet.
    const card = (): Promise<string | undefined> =>
      view.page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset['key']);
    await view.page.locator('.card').last().focus();
    for (let step = 0; step < 12; step++) {
      const now = await card();
      await view.page.keyboard.press('ArrowRight');
      await eventually('the next column', async () => {
        const next = await card();
        return next !== undefined && next !== now;
      });
    }
  });

  for (const [name, options] of [
    ['at 200 %', { zoom: 2 }],
    ['400 pixels wide', { width: 400 }],
  ] as const)
    test(`nothing but the map itself scrolls sideways, ${name}`, async () => {
      await open([...HARD, ...ROWS], options);
      const wide = await view.page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      assert.equal(wide, 0);
    });
});
