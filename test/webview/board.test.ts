import * as assert from 'node:assert/strict';
import type { BoardContract, BoardSettings } from '../../src/protocol/panels/board.ts';
import type { Row } from '../../src/protocol/snapshot.ts';
import { story } from '../extension/support/rows.ts';
import { eventually } from '../editor/support/eventually.ts';
import { BoardHost } from './support/boardHost.ts';
import { EVIL, HARD, manyRows } from './support/rows.ts';
import type { ViewPage } from './support/viewPage.ts';
import { viewsOfSuite } from './support/views.ts';

suite('The board by itself', () => {
  const views = viewsOfSuite();
  let view: ViewPage<BoardContract>;
  let host: BoardHost;

  teardown(async () => {
    assert.deepEqual(await view.faults(), []);
    await view.close();
  });

  async function open(
    rows: readonly Row[],
    { look = {}, ...options }: { look?: Partial<BoardSettings>; zoom?: number; width?: number } = {},
  ): Promise<void> {
    host = new BoardHost(rows, look);
    const size = { width: options.width ?? 1280, height: 800 };
    view = await views.open<BoardContract>({ view: 'board', host, size, zoom: options.zoom ?? 1 });
    await view.page.locator('.card, .cell').first().waitFor();
  }

  const focused = async (): Promise<string | undefined> =>
    view.page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset['key']);

  const focus = async (key: string): Promise<void> => {
    await view.page.locator(`.card[data-key="${key}"]`).focus();
  };

  test('every action is played by keyboard alone', async () => {
    await open(HARD);
    const { keyboard } = view.page;
    await eventually('the tab key to reach a card', async () => {
      await keyboard.press('Tab');
      return (await focused()) !== undefined;
    });
    await focus('FN-1');
    await keyboard.press('ArrowDown');
    await eventually('the next card', async () => (await focused()) === 'FN-2');
    // Lifted, carried one column on, dropped.
    for (const key of ['Space', 'ArrowRight', 'Enter']) await keyboard.press(key);
    await eventually('the card in review', () => host.row('FN-2')?.status === 'review');
    await eventually('the focus on it', async () => (await focused()) === 'FN-2');
    // Two cards at once.
    await focus('FN-3');
    await keyboard.press('Shift+ArrowDown');
    for (const key of ['Space', 'ArrowRight', 'Enter']) await keyboard.press(key);
    await eventually(
      'both cards in review',
      () => host.row('FN-3')?.status === 'review' && host.row('FN-4')?.status === 'review',
    );
    await focus('FN-7');
    await keyboard.press('F2');
    await view.page.locator('input.field').fill('Another title');
    await keyboard.press('Enter');
    await eventually('the new title', () => host.row('FN-7')?.title === 'Another title');
    await eventually('the focus on the card', async () => (await focused()) === 'FN-7');
    await keyboard.press('n');
    await view.page.locator('input.field').fill('A new story');
    await keyboard.press('Enter');
    await eventually('the new story', () => host.rows.some(({ title }) => title === 'A new story'));
    await focus('FN-7');
    for (const key of ['Enter', 'Control+Enter', 'm']) await keyboard.press(key);
    await eventually('all calls', () => view.heard.some(({ call }) => call === 'moveTo'));
    assert.deepEqual(
      view.heard.filter(({ call }) => call === 'open').map(({ params }) => params),
      [
        { key: 'FN-7', inFile: false },
        { key: 'FN-7', inFile: true },
      ],
    );
  });

  test('the focus stays when the file changes: on the card, and on its neighbour when the card goes', async () => {
    await open(HARD);
    await focus('FN-2');
    await host.change((rows) =>
      rows.map((row) => (row.key === 'FN-2' ? { ...row, title: 'Renamed elsewhere' } : row)),
    );
    await view.page.getByText('Renamed elsewhere').waitFor();
    assert.equal(await focused(), 'FN-2');
    await host.change((rows) => rows.filter(({ key }) => key !== 'FN-2'));
    await eventually('the focus on the next card', async () => (await focused()) === 'FN-3');
  });

  test('the focus is not lost where its card is scrolled away', async () => {
    await open(manyRows({ stories: 2000 }));
    const first = await view.page.locator('.card').first().getAttribute('data-key');
    await focus(first ?? '');
    await view.page.mouse.move(600, 500);
    await view.page.mouse.wheel(0, 9000);
    await view.page.waitForTimeout(400);
    assert.equal(await focused(), first);
  });

  test('a card that is added while lanes are shown belongs to the lane that is looked at', async () => {
    await open(manyRows({ stories: 200, epics: 5 }), { look: { lanes: 'epic' } });
    await view.page.evaluate(() => {
      const lane = document.querySelectorAll('.lane')[2];
      lane?.scrollIntoView({ block: 'start' });
    });
    await view.page.getByRole('button', { name: 'Add a story in ready' }).click();
    const field = view.page.locator('input.field');
    assert.match((await field.getAttribute('aria-label')) ?? '', /in E-3 Epic 3$/);
    await field.fill('Of the third lane');
    await view.page.keyboard.press('Enter');
    const added = await eventually('the story', () =>
      host.rows.find(({ title }) => title === 'Of the third lane'),
    );
    assert.equal(added.epic, 'E-3');
  });

  test('of hundreds of lanes only those near the screen are drawn, and the keyboard reaches the others', async () => {
    await open(manyRows({ stories: 4000, epics: 300 }), { look: { lanes: 'epic' } });
    const counts = () =>
      view.page.evaluate(() => ({
        lanes: document.querySelectorAll('.lane').length,
        cards: document.querySelectorAll('.card').length,
      }));
    await eventually('all lanes to have their place', async () => (await counts()).lanes >= 300);
    assert.ok((await counts()).cards < 600, JSON.stringify(await counts()));
    const scroller = view.page.locator('.scroller');
    const lanes = view.page.locator('.lane');
    const height = () => lanes.nth(150).evaluate((lane) => lane.getBoundingClientRect().height);
    const kept = await height();
    await scroller.evaluate((element) => {
      const lane = element.querySelectorAll('.lane')[150];
      lane?.scrollIntoView({ block: 'center' });
    });
    await eventually('cards in the middle', async () => (await lanes.nth(150).locator('.card').count()) > 0);
    assert.ok(Math.abs((await height()) - kept) < 3, `${kept} pixels kept, ${await height()} drawn`);
    assert.ok((await counts()).cards < 600, JSON.stringify(await counts()));
    const key = await view.page.locator('.card[tabindex="0"]').first().getAttribute('data-key');
    await focus(key ?? '');
    for (let step = 0; step < 40; step++) await view.page.keyboard.press('ArrowDown');
    await eventually('the focus on a card', async () => (await focused()) !== undefined);
  });

  test('of a long lane the cards on the screen are drawn, however far down it begins', async () => {
    await open(manyRows({ stories: 3000, epics: 5 }), { look: { lanes: 'epic' } });
    const lane = view.page.locator('.lane').nth(3);
    await lane.evaluate((element) => {
      element.scrollIntoView({ block: 'start' });
    });
    const cell = lane.locator('.cell').nth(1);
    await eventually(
      'its first card',
      async () => (await cell.locator('.card').first().getAttribute('aria-posinset')) === '1',
    );
    await view.page.locator('.scroller').evaluate((element) => {
      element.scrollTop += 2000;
    });
    const seen = async (): Promise<number> =>
      cell.evaluate((element) => {
        const { left } = element.getBoundingClientRect();
        const ys = Array.from({ length: 8 }, (_, at) => 120 + at * 90);
        const hit = ys.map((y) => document.elementFromPoint(left + 40, y)?.closest('.card'));
        // A point may be between two cards, never at three.
        return hit.filter((card) => card instanceof HTMLElement).length;
      });
    await eventually('cards all over the screen', async () => (await seen()) >= 6);
  });

  test('windowed lists say their true size and the place of each card', async () => {
    await open(manyRows({ stories: 2000 }));
    const ready = host.rows.filter(({ list, status }) => list === 'stories' && status === 'ready');
    const list = view.page.getByRole('listbox', { name: `ready, ${ready.length} cards` });
    const cards = await list
      .getByRole('option')
      .evaluateAll((elements) =>
        elements.map((card) => [card.dataset['key'], card.ariaSetSize, card.ariaPosInSet]),
      );
    assert.ok(cards.length > 3 && cards.length < 60, `${cards.length} cards are drawn`);
    for (const [key, size, place] of cards) {
      assert.equal(size, String(ready.length));
      assert.equal(ready[Number(place) - 1]?.key, key);
    }
  });

  for (const [name, options] of [
    ['at 200 %', { zoom: 2 }],
    ['400 pixels wide', { width: 400 }],
  ] as const) {
    test(`hard titles are drawn within their cards, ${name}`, async () => {
      await open(HARD, options);
      await view.page.locator('.card').first().waitFor();
      const outside = await view.page.locator('.card').evaluateAll((cards) =>
        cards.flatMap((card) => {
          const box = card.getBoundingClientRect();
          return [...card.querySelectorAll('.title, .id, .points, .tasks')]
            .map((part) => part.getBoundingClientRect())
            .filter((part) => part.width > 1 && (part.left < box.left - 1 || part.right > box.right + 1));
        }),
      );
      assert.deepEqual(outside, []);
      const toolbar = await view.page
        .locator('.toolbar')
        .evaluate((bar) => bar.scrollWidth - bar.clientWidth);
      assert.ok(toolbar <= 0, `the bar is ${toolbar} pixels too wide`);
    });
  }

  test('nothing runs that stands in the file, and messages of a wrong form break nothing', async () => {
    await open(HARD, { look: { lanes: 'epic' } });
    assert.equal(await view.page.locator('img').count(), 0);
    await view.page.locator('.title').filter({ hasText: EVIL }).waitFor();
    for (const message of [
      null,
      7,
      'backlog',
      {},
      [],
      { type: 'event' },
      { type: 'event', event: 'backlog' },
    ])
      await view.post(message);
    await view.post({ type: 'event', event: 'constructor', data: {} });
    await view.post({ type: 'answer', id: 99, ok: true, result: null });
    await view.post({ type: 'event', event: 'backlog', data: null });
    assert.notEqual(await view.page.title(), 'hacked');
    await host.change((rows) => rows.map((row) => (row.key === 'FN-7' ? { ...row, title: 'Alive' } : row)));
    await view.page.getByText('Alive').waitFor();
  });

  /** Drags a card onto another one, above its middle, and does not let go. */
  async function carry(from: string, onto: string): Promise<void> {
    const { mouse } = view.page;
    const boxes = [from, onto].map((key) => view.page.locator(`.card[data-key="${key}"]`).boundingBox());
    const [start, end] = await Promise.all(boxes);
    assert.ok(start && end);
    await mouse.move(start.x + 60, start.y + 30);
    await mouse.down();
    await mouse.move(end.x + 60, end.y + 20, { steps: 8 });
    await mouse.move(end.x + 64, end.y + 10, { steps: 4 });
  }

  const said = async (): Promise<string> =>
    (await view.page.locator('[aria-live="assertive"]').textContent()) ?? '';

  test('a column says before the drop that it would hold too many, to the eye and to the ear', async () => {
    await open([...HARD, story('FN-9', { title: 'Another', status: 'review' })]);
    const column = view.page.locator('.column-head').filter({ hasText: 'review' });
    await carry('FN-7', 'FN-5');
    await column.getByText('3 of at most 2').waitFor();
    await eventually(
      'the word',
      async () => (await said()) === 'review would be over its limit: 3 of at most 2.',
    );
    assert.equal(await view.page.locator('.cell.passed').count(), 1);
    assert.equal(host.row('FN-7')?.status, 'done', 'nothing is moved yet');
    const done = await view.page.locator('.card[data-key="FN-7"]').boundingBox();
    await view.page.mouse.move((done?.x ?? 0) + 40, (done?.y ?? 0) + 30, { steps: 5 });
    await view.page.mouse.move((done?.x ?? 0) + 44, (done?.y ?? 0) + 28, { steps: 3 });
    await eventually(
      'no word over its own column',
      async () => (await column.getByText('of at most').count()) === 0,
    );
    await view.page.mouse.up();
    await focus('FN-7');
    for (const key of ['Space', 'ArrowLeft']) await view.page.keyboard.press(key);
    await column.getByText('3 of at most 2').waitFor();
    await eventually('the word', async () => (await said()).endsWith('Over its limit: 3 of at most 2'));
    await view.page.keyboard.press('ArrowRight');
    await eventually('no word', async () => (await view.page.locator('.cell.passed').count()) === 0);
    await view.page.keyboard.press('Escape');
    // A card that is in the column already makes it no fuller.
    await focus('FN-5');
    for (const key of ['Space', 'ArrowDown']) await view.page.keyboard.press(key);
    await eventually('the card carried', async () => (await said()).startsWith('review, '));
    assert.doesNotMatch(await said(), /limit/);
    await view.page.keyboard.press('Escape');
  });

  const MEANWHILE: readonly (readonly [string, (rows: readonly Row[]) => readonly Row[], string])[] = [
    ['deleted', (rows) => rows.filter(({ key }) => key !== 'FN-3'), 'FN-3 is no longer in the file'],
    [
      'moved elsewhere',
      (rows) => rows.map((row) => (row.key === 'FN-3' ? { ...row, status: 'ready' } : row)),
      'FN-3 has since been moved to ready: nothing was moved.',
    ],
  ];

  for (const [what, change, words] of MEANWHILE) {
    test(`a card that is ${what} in the file while it is carried stays as the file has it, and it is said`, async () => {
      await open(HARD);
      await carry('FN-3', 'FN-5');
      await host.change(change);
      const doing = view.page.getByRole('listbox', { name: /^doing, / });
      await doing.locator('.card[data-key="FN-3"]').waitFor({ state: 'detached' });
      await view.page.mouse.move(700, 230, { steps: 3 });
      await view.page.mouse.up();
      await view.page.getByRole('alert').filter({ hasText: words }).waitFor();
      await view.page.getByRole('button', { name: 'OK' }).click();
      await host.change(() => HARD);
      await focus('FN-3');
      for (const key of ['Space', 'ArrowRight']) await view.page.keyboard.press(key);
      await host.change(change);
      await view.page.getByRole('alert').filter({ hasText: words }).waitFor();
      assert.equal(await view.page.locator('.card.lifted').count(), 0);
      assert.equal(view.heard.filter(({ call }) => call === 'move').length, 0);
    });
  }

  test('what another story became while a card is carried stops nothing', async () => {
    await open(HARD);
    await carry('FN-3', 'FN-5');
    await host.change((rows) => rows.map((row) => (row.key === 'FN-1' ? { ...row, title: 'Renamed' } : row)));
    await view.page.getByText('Renamed').waitFor();
    await view.page.mouse.up();
    await eventually('the move', () => host.row('FN-3')?.status === 'review');
    assert.equal(host.row('FN-1')?.title, 'Renamed');
  });

  test('where the backlog goes while a card is carried, it is said; and once it is back, a drop is one move', async () => {
    await open(HARD);
    await carry('FN-3', 'FN-5');
    await view.tell('missing', { why: 'gone' });
    await view.page.getByText('This backlog is no longer there.').waitFor();
    await view.page.mouse.up();
    await host.ready(view.tell);
    await view.page.getByRole('alert').filter({ hasText: 'nothing was moved' }).waitFor();
    await carry('FN-3', 'FN-5');
    await view.page.mouse.up();
    await eventually('the move', () => host.row('FN-3')?.status === 'review');
    assert.equal(view.heard.filter(({ call }) => call === 'move').length, 1);
  });

  test('a title that is typed stays where the file changes under it, and writes over no other unasked', async () => {
    await open(HARD);
    await focus('FN-3');
    await view.page.keyboard.press('F2');
    const field = view.page.locator('input.field');
    await field.fill('Mine');
    await host.change((rows) =>
      rows.map((row) => (row.key === 'FN-3' ? { ...row, title: 'Theirs', status: 'ready' } : row)),
    );
    await view.page.getByText('Theirs').waitFor();
    await eventually('what was typed, at the card', async () => (await field.inputValue()) === 'Mine');
    await eventually(
      'the focus in it',
      async () => (await view.page.locator('input.field:focus').count()) === 1,
    );
    await view.page.keyboard.press('Enter');
    await view.page.getByRole('alert').filter({ hasText: 'called “Theirs” in the file by now' }).waitFor();
    assert.equal(host.row('FN-3')?.title, 'Theirs');
    await view.page.keyboard.press('Enter');
    await eventually('the title', () => host.row('FN-3')?.title === 'Mine');
    await eventually('the focus on the card', async () => (await focused()) === 'FN-3');
    await view.page.keyboard.press('F2');
    await field.fill('Mine as well');
    await host.change((rows) => rows.filter(({ key }) => key !== 'FN-3'));
    await view.page.getByRole('alert').filter({ hasText: 'Mine as well' }).waitFor();
  });

  test('a blocked card says how long and why, and a listener hears the day', async () => {
    await open(HARD);
    const card = view.page.locator('.card[data-key="FN-5"]');
    await card.getByText('3 days: waiting for the test phones').waitFor();
    assert.equal(
      await card.locator('.blocked').getAttribute('title'),
      'Blocked since 2026-11-22: waiting for the test phones',
    );
    assert.match(
      (await card.getAttribute('aria-description')) ?? '',
      /blocked 3 days \(2026-11-22\): waiting for the test phones/,
    );
    // Only what is blocked is asked about, and again when git knows more.
    const asked = () => view.heard.filter(({ call }) => call === 'since').map(({ params }) => params);
    assert.deepEqual(asked(), [{ keys: ['FN-5'] }]);
    await view.tell('commits', { news: true });
    await eventually('another question', () => asked().length === 2);
  });

  test('a refused move goes back and says why', async () => {
    await open(HARD);
    host.refusal = 'FN-1 is no longer in the file.';
    await focus('FN-1');
    for (const key of ['Space', 'ArrowRight', 'Enter']) await view.page.keyboard.press(key);
    await view.page.getByRole('alert').filter({ hasText: 'no longer in the file' }).waitFor();
    const doing = view.page.getByRole('listbox', { name: /^doing, / });
    await doing.locator('.card[data-key="FN-1"]').waitFor();
  });
});
