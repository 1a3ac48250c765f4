/**
 * Measures the board in a browser, beside the same cards as plain elements, and prints JSON. Run by
 * `bench/figures/board.ts`:
 *   node board.js SCRIPTS LARGE
 * with the folder of the views' scripts, and how many stories the large backlog has.
 */
import process from 'node:process';
import type { Page } from 'playwright-core';
import { seenFirst } from '../../src/extension/panels/board/seenFirst.ts';
import { BacklogFeed } from '../../src/extension/panels/backlogFeed.ts';
import type { BacklogEvent } from '../../src/protocol/panels/backlogEvents.ts';
import type { BoardContract } from '../../src/protocol/panels/board.ts';
import type { Row } from '../../src/protocol/snapshot.ts';
import { LOOK } from '../../test/webview/support/boardHost.ts';
import { manyRows, TODAY, WORKFLOW } from '../../test/webview/support/rows.ts';
import { Views } from '../../test/webview/support/views.ts';
import type { BoardTimes, Shown } from './times.ts';
import type { ViewPage } from '../../test/webview/support/viewPage.ts';

const ROUNDS = 9;
const CARDS = 2000;
/** Milliseconds that a card is dragged about. */
const DRAG = 3000;
/** Milliseconds between two moves of the mouse. */
const MOUSE = 8;
const WHOLE = {
  uri: 'file:///w/backlog.yaml',
  name: 'Fieldnotes',
  productKey: 'LG',
  workflow: WORKFLOW,
  people: new Map<string, string>(),
  counts: { errors: 0, warnings: 0, information: 0, hints: 0 },
};

async function main(scripts: string, large: number): Promise<BoardTimes> {
  const views = await Views.start(scripts);
  try {
    const rows = manyRows({ stories: CARDS });
    const more = manyRows({ stories: large });
    const shown: Shown[] = [];
    const plain: number[] = [];
    const bare: number[] = [];
    const shownLarge: Shown[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      shown.push(await show(views, rows));
      plain.push(await showPlain(views, rows));
      bare.push(await showBare(views, rows));
      shownLarge.push(await show(views, more));
    }
    const view = await open(views);
    await tell(view.page, 1, rows);
    const scroll = await scrolled(view.page);
    const drag = await dragged(view.page);
    const moved = await moves(view.page, rows, { from: 1, count: 60 });
    const heap = await growth(view.page, rows);
    await view.close();
    return { shown, plain, bare, shownLarge, scroll, drag, moved, heap };
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
      calls: { facts: () => [], saveSettings: () => null },
      ready: async (say) => say('settings', { settings: LOOK, me: 'ana', today: TODAY }),
    },
  });
}

async function show(views: Views, rows: readonly Row[]): Promise<Shown> {
  const view = await open(views);
  // Its script has run, and its controls are drawn: what is measured begins with the backlog.
  await view.page.locator('.toolbar').waitFor();
  const ms = await tell(view.page, 1, rows);
  await view.close();
  return ms;
}

/** Tells the board of a backlog as its host does. */
async function tell(page: Page, revision: number, rows: readonly Row[]): Promise<Shown> {
  const { events, packing } = await eventsOf(revision, rows);
  const shown = await page.evaluate(async (list) => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    // Behind the frame that is being drawn: what comes next on the page waits for its layout and its picture.
    const painted = () =>
      new Promise((resolve) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = resolve;
        port2.postMessage(null);
      });
    const post = (data: unknown) => {
      window.postMessage({ type: 'event', event: 'backlog', data }, '*');
    };
    const [first, ...rest] = list;
    await frame();
    const started = performance.now();
    post(first?.[0]);
    const sent = (async () => {
      for (const [data, after] of rest) {
        await new Promise((wake) => setTimeout(wake, after));
        post(data);
      }
    })();
    while (document.querySelector('.card') === null) await frame();
    await painted();
    const cards = performance.now() - started;
    await sent;
    while (document.querySelector('.summary')?.textContent.match(/reading/i) !== null) await frame();
    return { cards, all: performance.now() - started };
  }, events);
  return { cards: packing + shown.cards, all: packing + shown.all };
}

/** What the host says of a backlog, each with the milliseconds since the one before, and how long the first took to make. */
async function eventsOf(revision: number, rows: readonly Row[]) {
  const events: BacklogEvent[] = [];
  const times: number[] = [];
  const feed = new BacklogFeed({
    backlog: (event) => {
      events.push(event);
      times.push(performance.now());
    },
    missing: () => undefined,
    seenFirst: () => seenFirst(rows, LOOK, TODAY),
  });
  const started = performance.now();
  feed.show({ ...WHOLE, revision, rows }, 'none');
  const isAll = (event: BacklogEvent): boolean =>
    event.kind === 'rest' ? event.last : event.kind === 'whole' && event.places === undefined;
  while (!events.some(isAll)) await new Promise((wake) => setTimeout(wake));
  const timed = events.map((event, at) => [event, (times[at] ?? 0) - (times[at - 1] ?? started)] as const);
  return { events: timed, packing: timed[0]?.[1] ?? 0 };
}

/**
 * The same cards as plain elements, all of them: each is a copy of one that the board drew, in the same styles, with the
 * texts of its own story.
 */
async function showPlain(views: Views, rows: readonly Row[]): Promise<number> {
  const view = await open(views);
  const model = rows.find(({ list, blocked, warnings }) => list === 'stories' && !blocked && !warnings);
  if (model === undefined) throw new Error('there is no story without marks');
  await tell(view.page, 1, [model]);
  const ms = await view.page.evaluate(async (all) => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    // Behind the frame that is being drawn: what comes next on the page waits for its layout and its picture.
    const painted = () =>
      new Promise((resolve) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = resolve;
        port2.postMessage(null);
      });
    const card = document.querySelector<HTMLElement>('.card');
    if (card === null) throw new Error('the board drew no card');
    card.style.cssText = 'position:static;margin:4px';
    document.body.replaceChildren();
    document.body.style.cssText =
      '--card-height:76px;display:grid;grid-template-columns:repeat(5,1fr);gap:10px';
    await frame();
    await frame();
    const started = performance.now();
    const columns = new Map<string, HTMLElement>();
    for (const { list, status = '', id = '', title, estimate = '', labels = [], assignees = [] } of all) {
      if (list !== 'stories') continue;
      let column = columns.get(status);
      if (column === undefined) columns.set(status, (column = document.createElement('section')));
      const copy = card.cloneNode(true) as HTMLElement;
      const texts = { id, title, points: estimate, label: labels.join(' '), person: assignees.join(' ') };
      for (const [name, text] of Object.entries(texts)) {
        const part = copy.querySelector(`.${name}`);
        if (part === null) throw new Error(`a card has no ${name}`);
        part.textContent = text;
      }
      column.append(copy);
    }
    document.body.append(...columns.values());
    await frame();
    await painted();
    return performance.now() - started;
  }, rows);
  await view.close();
  return ms;
}

/** The least that says the same: five columns, six elements a card, hardly a style. */
async function showBare(views: Views, rows: readonly Row[]): Promise<number> {
  const context = await views.browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  await page.setContent(
    `<style>body{display:grid;grid-template-columns:repeat(5,1fr);gap:10px;font:13px sans-serif}
     .card{border:1px solid;border-radius:4px;padding:6px 8px;margin:4px;display:flex;flex-direction:column;gap:3px}</style>`,
  );
  const ms = await page.evaluate(async (all) => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    // Behind the frame that is being drawn: what comes next on the page waits for its layout and its picture.
    const painted = () =>
      new Promise((resolve) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = resolve;
        port2.postMessage(null);
      });
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
    await painted();
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

/** A card is dragged with the mouse over all columns, up and down, and is dropped where it was. */
async function dragged(page: Page): Promise<readonly number[]> {
  await page.evaluate(() => {
    const scroller = document.querySelector('.scroller');
    if (scroller !== null) scroller.scrollTop = 0;
  });
  const card = await page.locator('.card').first().boundingBox();
  if (card === null) throw new Error('there is nothing to drag');
  const [x, y] = [card.x + card.width / 2, card.y + 12];
  await page.mouse.move(x, y);
  await page.mouse.down();
  const frames = page.evaluate(async (ms) => {
    const times: number[] = [];
    const started = performance.now();
    for (let last = started; last < started + ms;) {
      const now = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
      if (last > started) times.push(now - last);
      last = now;
    }
    return { times, seen: document.querySelectorAll('.drop-line').length };
  }, DRAG);
  for (let step = 1, until = performance.now() + DRAG; performance.now() < until; step++) {
    await page.mouse.move(x + ((step * 23) % 1000), y + ((step * 17) % 600));
    // As often as a mouse tells where it is.
    await new Promise((wake) => setTimeout(wake, MOUSE));
  }
  const { times, seen } = await frames;
  await page.keyboard.press('Escape');
  await page.mouse.up();
  if (seen === 0) throw new Error('nothing was dragged');
  return times;
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
    await tell(page, revision, rows);
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
