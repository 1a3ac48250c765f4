import * as assert from 'node:assert/strict';
import type { BoardContract } from '../../src/protocol/panels/board.ts';
import type { PlanningContract } from '../../src/protocol/panels/planning.ts';
import { eventually } from '../editor/support/eventually.ts';
import { BoardHost } from './support/boardHost.ts';
import { PlanningHost } from './support/planningHost.ts';
import { HARD } from './support/rows.ts';
import { viewsOfSuite } from './support/views.ts';

suite('Ctrl+Z in a view', () => {
  const views = viewsOfSuite();

  test('takes back the last change of a board wherever the focus is, but in a field and while a card is lifted', async () => {
    const view = await views.open<BoardContract>({ view: 'board', host: new BoardHost(HARD, {}) });
    const { page } = view;
    const card = page.locator('.card[data-key="FN-1"]');
    const undone = (): readonly unknown[] =>
      view.heard.filter(({ call }) => call === 'command').map(({ params }) => params);
    await card.focus();
    await page.keyboard.press('Control+z');
    await eventually('on a card', () => undone().length === 1);
    await card.blur();
    await page.keyboard.press('Control+z');
    await eventually('on nothing', () => undone().length === 2);
    await page.locator('vscode-textfield input').fill('FN');
    await page.keyboard.press('Control+z');
    await card.focus();
    for (const key of ['Space', 'Control+z', 'Escape', 'Control+z']) await page.keyboard.press(key);
    await eventually('on a card that was put back', () => undone().length === 3);
    await page.waitForTimeout(200);
    assert.deepEqual(undone(), Array(3).fill({ name: 'undo' }));
    assert.deepEqual(await view.faults(), []);
    await view.close();
  });

  test('takes back a step of the draft of a planning, also where nothing has the focus', async () => {
    const view = await views.open<PlanningContract>({ view: 'planning', host: new PlanningHost(HARD) });
    const { page } = view;
    const inSprint = page.locator('.sprint-pane .row[data-key="FN-1"]');
    await page.locator('.backlog-pane .row[data-key="FN-1"]').focus();
    await page.keyboard.press('ArrowRight');
    await inSprint.waitFor();
    for (const [key, state] of [
      ['Control+z', 'detached'],
      ['Control+y', 'visible'],
      ['Control+z', 'detached'],
      ['Control+Shift+z', 'visible'],
    ] as const) {
      await page.evaluate(() => {
        (document.activeElement as HTMLElement | null)?.blur();
      });
      await page.keyboard.press(key);
      await inSprint.waitFor({ state });
    }
    assert.deepEqual(await view.faults(), []);
    await view.close();
  });
});
