/** A board that is told of its backlog piece by piece, as the extension does it with a large one. */
import * as assert from 'node:assert/strict';
import { BacklogFeed } from '../../src/extension/panels/backlogFeed.ts';
import type { BacklogEvent } from '../../src/protocol/panels/backlogEvents.ts';
import type { BoardContract } from '../../src/protocol/panels/board.ts';
import { eventually } from '../editor/support/eventually.ts';
import { backlog, item } from '../extension/support/rows.ts';
import { LOOK } from './support/boardHost.ts';
import { manyRows, TODAY } from './support/rows.ts';
import type { ViewPage } from './support/viewPage.ts';
import { Views } from './support/views.ts';

const SCOPE = { kind: 'release', id: 'r1' } as const;
/** The stories of the release are the last ones of the file. */
const ROWS = [
  ...manyRows({ stories: 12_000, epics: 0 }).map((row, at) =>
    at >= 11_980 && at < 12_000 ? { ...row, release: 'r1' } : row,
  ),
  item('releases', 'r1', { title: 'Offline' }),
];

async function pieces(): Promise<readonly BacklogEvent[]> {
  const events: BacklogEvent[] = [];
  const feed = new BacklogFeed({
    backlog: (event) => events.push(event),
    missing: () => undefined,
    seenFirst: () => (row) => row.release === 'r1',
  });
  feed.show(backlog(ROWS), 'gone');
  await eventually('the last piece', () => events.some((event) => event.kind === 'rest' && event.last));
  return events;
}

suite('A large board', () => {
  let views: Views;
  let view: ViewPage<BoardContract>;

  suiteSetup(async () => {
    views = await Views.start();
    view = await views.open<BoardContract>({
      view: 'board',
      host: {
        calls: { facts: () => [], saveSettings: () => null },
        ready: async (tell) =>
          tell('settings', { settings: { ...LOOK, scope: SCOPE }, me: 'ana', today: TODAY }),
      },
    });
  });
  suiteTeardown(async () => {
    await view.close();
    await views.stop();
  });

  const summary = async (): Promise<string> => view.page.locator('.summary').innerText();
  const counts = async (): Promise<readonly string[]> =>
    view.page.locator('.column-head .count').allInnerTexts();
  const shown = async (): Promise<readonly (string | undefined)[]> =>
    view.page
      .locator('.card')
      .evaluateAll((cards) => cards.map((card) => (card as HTMLElement).dataset['key']));

  test('has its controls before it knows of any story', async () => {
    assert.equal(await summary(), 'Reading the backlog…');
    assert.equal(await view.page.getByRole('button', { name: 'Blocked' }).isVisible(), true);
    assert.equal(await view.page.locator('.card').count(), 0);
  });

  test('shows the cards that it is about before the rest is there, and counts none of them', async () => {
    const [first] = await pieces();
    if (first === undefined) throw new Error('there is no piece');
    await view.tell('backlog', first);
    await view.page.locator('.card').first().waitFor();
    assert.match(await summary(), /^r1 Offline · reading…$/);
    assert.deepEqual(new Set(await counts()), new Set(['…']));
  });

  test('has each card in its place, and counts, when all are there', async () => {
    const before = await shown();
    const [, ...rest] = await pieces();
    for (const event of rest) await view.tell('backlog', event);
    await eventually('the count', async () => (await summary()) === 'r1 Offline · 20 cards');
    assert.deepEqual(await shown(), before);
    assert.equal((await counts()).includes('…'), false);
    assert.deepEqual(await view.faults(), []);
  });
});
