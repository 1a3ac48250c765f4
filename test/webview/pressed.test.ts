import * as assert from 'node:assert/strict';
import type { BoardContract } from '../../src/protocol/panels/board.ts';
import { BoardHost } from './support/boardHost.ts';
import { manyRows } from './support/rows.ts';
import { THEME_NAMES } from './support/themes.ts';
import { viewsOfSuite } from './support/views.ts';

suite('A pressed filter looks pressed', () => {
  const views = viewsOfSuite();

  for (const theme of THEME_NAMES)
    test(theme, async () => {
      const host = new BoardHost(manyRows({ stories: 8, epics: 1 }), { quick: ['blocked'] });
      const view = await views.open<BoardContract>({ view: 'board', theme, host });
      await view.page.getByRole('button', { name: 'Blocked', pressed: true }).waitFor();
      const filled = (name: string): Promise<string> =>
        view.page
          .getByRole('button', { name })
          .evaluate((button) => getComputedStyle(button).backgroundColor);
      const [pressed, other] = [await filled('Blocked'), await filled('Has problems')];
      // A fill of its own: a border of another colour alone is not seen by everybody.
      assert.notEqual(pressed, other);
      assert.doesNotMatch(pressed, /^rgba\(.*, 0\)$/);
      await view.close();
    });
});
