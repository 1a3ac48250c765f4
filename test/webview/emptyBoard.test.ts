import * as assert from 'node:assert/strict';
import type { BoardContract, BoardSettings } from '../../src/protocol/panels/board.ts';
import type { Row } from '../../src/protocol/snapshot.ts';
import { eventually } from '../editor/support/eventually.ts';
import { story } from '../extension/support/rows.ts';
import { BoardHost } from './support/boardHost.ts';
import type { ViewPage } from './support/viewPage.ts';
import { viewsOfSuite } from './support/views.ts';

suite('A board without cards says why, and leads to some', () => {
  const views = viewsOfSuite();
  let view: ViewPage<BoardContract>;

  teardown(async () => {
    assert.deepEqual(await view.faults(), []);
    await view.close();
  });

  const rows = [story('FN-1', { status: 'review' }), story('FN-2', { status: 'review', blocked: true })];

  async function open(
    shown: readonly Row[],
    look: Partial<BoardSettings> = {},
  ): Promise<ViewPage<BoardContract>> {
    view = await views.open<BoardContract>({ view: 'board', host: new BoardHost(shown, look) });
    await view.page.locator('.notice').waitFor();
    return view;
  }

  test('no match: it clears the filter, and the focus stays', async () => {
    const { page } = await open(rows, { filter: 'label:none', quick: ['blocked'] });
    await page.getByText('No cards match the filter (2 hidden).').waitFor();
    const review = page
      .locator('.column-head')
      .filter({ hasText: 'review' })
      .locator('.counts > [aria-hidden]');
    assert.equal(await review.innerText(), '0 · 2/2', 'the limit is for all of them');
    await page.getByRole('button', { name: 'Clear Filter' }).focus();
    await page.keyboard.press('Enter');
    await page.locator('.card').nth(1).waitFor();
    assert.equal(await review.innerText(), '2/2');
    assert.equal(await page.locator('.notice').count(), 0);
    assert.equal(await page.evaluate(() => document.activeElement?.localName), 'vscode-textfield');
  });

  test('nothing planned: it shows everything', async () => {
    const { page } = await open(rows, { scope: { kind: 'epic', id: 'E-1' } });
    await page.getByRole('button', { name: 'Show Everything' }).click();
    await page.locator('.card').nth(1).waitFor();
  });

  test('nothing planned: it never says, not even at first, that there are no stories', async () => {
    const host = new BoardHost(rows, { scope: { kind: 'epic', id: 'E-1' } });
    const waits = { calls: host.calls, ready: () => Promise.resolve() };
    view = await views.open<BoardContract>({ view: 'board', host: waits });
    const notices: string[] = [];
    await view.page.exposeFunction('noticed', (words: string) => notices.push(words));
    await view.page.evaluate(() => {
      const { noticed } = window as unknown as { readonly noticed: (words: string) => void };
      new MutationObserver(() => {
        const words = document.querySelector('.notice > span')?.textContent;
        if (words !== undefined) noticed(words);
      }).observe(document, { childList: true, characterData: true, subtree: true });
    });
    await host.ready(view.tell);
    await view.page.getByRole('button', { name: 'Show Everything' }).waitFor();
    await eventually('a notice', () => notices.length > 0);
    assert.deepEqual([...new Set(notices)], ['Nothing is planned here: E-1.']);
  });

  test('no stories: it says where the first one is made', async () => {
    const { page } = await open([]);
    await page.getByText('There are no stories yet.').waitFor();
    await page.getByRole('button', { name: 'Add a story in idea' }).click();
    await page.locator('input.field').waitFor();
  });

  test('no stories, and lanes: the first one is made as well', async () => {
    const { page } = await open([], { lanes: 'epic' });
    await page.getByRole('button', { name: 'Add a story in idea' }).click();
    await page.locator('input.field').waitFor();
  });
});
