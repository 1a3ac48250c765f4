import * as assert from 'node:assert/strict';
import type { BoardContract } from '../../src/protocol/panels/board.ts';
import type { Page } from 'playwright-core';
import { assertAccessible } from './support/accessible.ts';
import { BoardHost } from './support/boardHost.ts';
import { HARD, manyRows } from './support/rows.ts';
import { THEME_NAMES } from './support/themes.ts';
import { viewsOfSuite } from './support/views.ts';

suite('axe finds nothing', () => {
  const views = viewsOfSuite();

  for (const theme of THEME_NAMES) {
    test(`on the board, ${theme}`, async () => {
      const host = new BoardHost([...HARD, ...manyRows({ stories: 60, epics: 3 })]);
      const view = await views.open<BoardContract>({ view: 'board', theme, host });
      await view.page.locator('.tasks').first().waitFor();
      await assertAccessible(view.page);
      await assertSeen(view.page);
      // What is chosen, blocked and refused looks different.
      await view.page.locator('.card[data-key="FN-5"]').click();
      host.refusal = 'This is no longer in the file.';
      await view.page.keyboard.press('Space');
      await view.page.keyboard.press('ArrowLeft');
      await assertAccessible(view.page);
      await view.page.keyboard.press('Enter');
      await view.page.getByRole('alert').waitFor();
      await view.page.getByRole('button', { name: 'Blocked' }).click();
      await assertAccessible(view.page);
      await view.page.locator('vscode-textfield input').fill('label:none');
      await view.page.locator('.notice').waitFor();
      await assertAccessible(view.page);
      assert.deepEqual(await view.faults(), []);
      await view.close();
    });

    test(`on a board with lanes and a title being written, ${theme}`, async () => {
      const host = new BoardHost(manyRows({ stories: 60, epics: 3 }), { lanes: 'epic' });
      const view = await views.open<BoardContract>({ view: 'board', theme, host });
      await view.page.locator('.card').first().focus();
      await view.page.keyboard.press('F2');
      await view.page.locator('input.field').waitFor();
      await assertAccessible(view.page);
      await view.close();
    });
  }

  test('where there is nothing to show', async () => {
    for (const why of ['starting', 'none', 'unreadable', 'gone'] as const) {
      const view = await views.open<BoardContract>({
        view: 'board',
        host: { calls: {}, ready: async (tell) => tell('missing', { why }) },
      });
      await view.page.locator('.empty').waitFor();
      await assertAccessible(view.page);
      await view.close();
    }
  });
});

/** All icons of cards have a colour, and the board covers what is behind it. */
async function assertSeen(page: Page): Promise<void> {
  const seen = await page.evaluate(() => {
    const clear = (element: Element, part?: string): boolean =>
      /^rgba\(.*, 0\)$/.test(getComputedStyle(element, part).backgroundColor);
    const all = [...document.querySelectorAll('.card :is(.id, .problems, .tasks, .blocked)')];
    const kinds = new Set(all.map(({ className }) => className));
    const unseen = all.filter((icon) => clear(icon, '::before')).map(({ className }) => className);
    return {
      kinds: kinds.size,
      unseen,
      clear: clear(document.querySelector('.scroller') ?? document.body),
    };
  });
  assert.ok(seen.kinds > 4, String(seen.kinds));
  assert.deepEqual(seen.unseen, []);
  // Else the browser draws everything anew in each frame of a scroll.
  assert.equal(seen.clear, false);
}
