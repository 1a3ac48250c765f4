/**
 * Measures the board in a browser, beside the same cards as plain elements, and prints JSON. Run by
 * `bench/figures/board.ts`:
 *   node board.js SCRIPTS LARGE
 * with the folder of the views' scripts, and how many stories the large backlog has.
 */
import process from 'node:process';
import type { Page } from 'playwright-core';
import type { BoardContract } from '../../src/protocol/panels/board.ts';
import type { Row } from '../../src/protocol/snapshot.ts';
import { LOOK } from '../../test/webview/support/boardHost.ts';
import { manyRows, TODAY, WORKFLOW } from '../../test/webview/support/rows.ts';
import { Views } from '../../test/webview/support/views.ts';
import type { BoardTimes, Shown } from './times.ts';
import type { ViewPage } from '../../test/webview/support/viewPage.ts';

const ROUNDS = 5;
const CARDS = 2000;
const WHOLE = { uri: 'file:///w/backlog.yaml', name: 'Fieldnotes', workflow: WORKFLOW };

async function main(scripts: string, large: number): Promise<BoardTimes> {
  const views = await Views.start(scripts);
  try {
    const rows = manyRows({ stories: CARDS });
    const more = manyRows({ stories: large });
    const shown: Shown[] = [];
    const plain: number[] = [];
    const shownLarge: Shown[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      shown.push(await show(views, rows));
      plain.push(await showPlain(views, rows));
      shownLarge.push(await show(views, more));
    }
    const view = await open(views);
    await tell(view.page, { kind: 'whole', revision: 1, ...WHOLE, rows });
    const scroll = await scrolled(view.page);
    const moved = await moves(view.page, rows, { from: 1, count: 60 });
    const heap = await growth(view.page, rows);
    await view.close();
    return { shown, plain, shownLarge, scroll, moved, heap };
  } finally {
    await views.stop();
  }
}

/** A board that knows how it is looked at, and no backlog yet. */
async function open(views: Views): Promise<ViewPage<BoardContract>> {
  return views.open<BoardContract>({
    view: 'board',
    size: { width: 1280, height: 900 },
    host: {
      calls: { facts: () => [], keep: () => null },
      ready: async (say) => say('look', { look: LOOK, me: 'ana', today: TODAY }),
    },
  });
}

async function show(views: Views, rows: readonly Row[]): Promise<Shown> {
  const view = await open(views);
  const ms = await tell(view.page, { kind: 'whole', revision: 1, ...WHOLE, rows });
  await view.close();
  return ms;
}

/** Tells the board something, and waits for the frame behind the one in which there are cards. */
function tell(page: Page, data: BoardContract['events']['backlog']): Promise<Shown> {
  return page.evaluate(async (backlog) => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const started = performance.now();
    let arrived = started;
    const arrives = (event: MessageEvent) => {
      // Reading it is what copies it into the page.
      arrived = event.data === null ? started : performance.now();
    };
    window.addEventListener('message', arrives, { capture: true, once: true });
    window.postMessage({ type: 'event', event: 'backlog', data: backlog }, '*');
    while (document.querySelector('.card') === null) await frame();
    await frame();
    const now = performance.now();
    return { all: now - started, drawing: now - arrived };
  }, data);
}

/** The same cards as plain elements: five columns, six elements a card. */
async function showPlain(views: Views, rows: readonly Row[]): Promise<number> {
  const context = await views.browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  await page.setContent(
    `<style>body{display:grid;grid-template-columns:repeat(5,1fr);gap:10px;font:13px sans-serif}
     .card{border:1px solid;border-radius:4px;padding:6px 8px;margin:4px;display:flex;flex-direction:column;gap:3px}</style>`,
  );
  const ms = await page.evaluate(async (all) => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const started = performance.now();
    const columns = new Map<string, HTMLElement>();
    for (const { list, status = '', id = '', title, estimate = '', labels = [] } of all) {
      if (list !== 'stories') continue;
      let column = columns.get(status);
      if (column === undefined) columns.set(status, (column = document.createElement('section')));
      const card = document.createElement('div');
      card.className = 'card';
      for (const text of [id, estimate, title, labels.join(' '), status]) {
        const part = document.createElement('span');
        part.textContent = text;
        card.append(part);
      }
      column.append(card);
    }
    document.body.append(...columns.values());
    await frame();
    await frame();
    return performance.now() - started;
  }, rows);
  await context.close();
  return ms;
}

async function scrolled(page: Page): Promise<readonly number[]> {
  return page.evaluate(async () => {
    const scroller = document.querySelector('.scroller');
    if (scroller === null) throw new Error('there is nothing to scroll');
    const times: number[] = [];
    let last = 0;
    for (let step = 0; step < 120; step++) {
      const now = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
      if (step > 0) times.push(now - last);
      last = now;
      scroller.scrollTop += 120;
    }
    return times;
  });
}

/** Stories go to another column, one after the other; the time to the frame that has each there. */
async function moves(
  page: Page,
  rows: readonly Row[],
  { from, count }: { readonly from: number; readonly count: number },
): Promise<readonly number[]> {
  const all = [...rows];
  const stories = rows.flatMap(({ list }, at) => (list === 'stories' ? [at] : []));
  const changes = Array.from({ length: count }, (_, step) => {
    // Those at the top, where they can be seen.
    const at = stories[step % 20] ?? 0;
    const row = all[at];
    if (row === undefined) throw new Error('there is no such story');
    const status = row.status === 'doing' ? 'review' : 'doing';
    all[at] = { ...row, status };
    return { since: from + step, revision: from + step + 1, from: at, removed: 1, rows: [all[at]] };
  });
  return page.evaluate(async (list) => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const scroller = document.querySelector('.scroller');
    if (scroller !== null) scroller.scrollTop = 0;
    const times: number[] = [];
    for (const change of list) {
      await frame();
      const started = performance.now();
      window.postMessage({ type: 'event', event: 'backlog', data: { kind: 'change', ...change } }, '*');
      const [row] = change.rows;
      const card = () => document.querySelector(`.card[data-key="${row?.key ?? ''}"]`);
      const before = card()?.parentElement;
      const until = started + 2000;
      while (card()?.parentElement === before && performance.now() < until) await frame();
      times.push(performance.now() - started);
    }
    return times;
  }, changes);
}

async function growth(page: Page, rows: readonly Row[]): Promise<readonly [number, number]> {
  const session = await page.context().newCDPSession(page);
  const inUse = async (): Promise<number> => {
    await session.send('HeapProfiler.collectGarbage');
    return (await session.send('Runtime.getHeapUsage')).usedSize;
  };
  let revision = 1000;
  const start = async (): Promise<void> => {
    await tell(page, { kind: 'whole', revision, ...WHOLE, rows });
  };
  const update = async (count: number): Promise<void> => {
    await start();
    await moves(page, rows, { from: revision, count });
    revision += count + 1;
  };
  await update(100);
  const before = await inUse();
  for (let block = 0; block < 10; block++) await update(100);
  return [before, await inUse()];
}

const [, , scripts = '', large = '50000'] = process.argv;
process.stdout.write(JSON.stringify(await main(scripts, Number(large))));
