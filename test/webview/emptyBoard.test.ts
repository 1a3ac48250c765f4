import * as assert from 'node:assert/strict';
import type { BoardContract, BoardLook } from '../../src/protocol/panels/board.ts';
import type { Row } from '../../src/protocol/snapshot.ts';
import { story } from '../extension/support/rows.ts';
import { BoardHost } from './support/boardHost.ts';
import type { ViewPage } from './support/viewPage.ts';
import { Views } from './support/views.ts';

suite('A board without cards says why, and leads to some', () => {
  let views: Views;
  let view: ViewPage<BoardContract>;

  suiteSetup(async () => {
    views = await Views.start();
  });
  suiteTeardown(async () => {
    await views.stop();
  });
  teardown(async () => {
    assert.deepEqual(await view.faults(), []);
    await view.close();
  });

  const rows = [story('FN-1', { status: 'review' }), story('FN-2', { status: 'review', blocked: true })];

  async function open(
    shown: readonly Row[],
    look: Partial<BoardLook> = {},
  ): Promise<ViewPage<BoardContract>> {
    view = await views.open<BoardContract>({ view: 'board', host: new BoardHost(shown, look) });
    await view.page.locator('.notice').waitFor();
    return view;
  }

  test('no match: it clears the filter, and the focus stays', async () => {
    const { page } = await open(rows, { filter: 'label:none', quick: ['blocked'] });
    await page.getByText('No card fits the filter: 2 are kept back.').waitFor();
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

  test('no stories: it says where the first one is made', async () => {
    const { page } = await open([]);
    await page.getByText('There are no stories yet.').waitFor();
    await page.getByRole('button', { name: 'Add a story in idea' }).click();
    await page.locator('input.field').waitFor();
  });
});
