import * as assert from 'node:assert/strict';
import type { PlanningContract } from '../../src/protocol/panels/planning.ts';
import { eventually } from '../editor/support/eventually.ts';
import { story } from '../extension/support/rows.ts';
import { assertAccessible } from './support/accessible.ts';
import { PlanningHost } from './support/planningHost.ts';
import { HARD, manyRows } from './support/rows.ts';
import { THEME_NAMES } from './support/themes.ts';
import type { ViewPage } from './support/viewPage.ts';
import { type ViewOptions, viewsOfSuite } from './support/views.ts';

suite('The planning in a browser', () => {
  const views = viewsOfSuite();

  const show = async (
    host: PlanningHost,
    more: Partial<ViewOptions<PlanningContract>> = {},
  ): Promise<ViewPage<PlanningContract>> => {
    const view = await views.open<PlanningContract>({ view: 'planning', host, ...more });
    await view.page.locator('.row').first().waitFor();
    return view;
  };

  const focused = (view: ViewPage<PlanningContract>): Promise<string | undefined> =>
    view.page.evaluate(() => document.activeElement?.closest<HTMLElement>('.row')?.dataset['key']);

  for (const theme of THEME_NAMES) {
    test(`axe finds nothing, ${theme}`, async () => {
      const host = new PlanningHost(HARD);
      const view = await show(host, { theme });
      const { page } = view;
      await page.locator('.ready').first().waitFor();
      await assertAccessible(page);
      // Over capacity, chosen, changed, and each dialog open.
      await page.locator('.row[data-key="FN-1"]').focus();
      for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight', 'Control+Space', 'e'])
        await page.keyboard.press(key);
      await page.locator('dialog .nearest li').waitFor();
      await assertAccessible(page);
      await page.keyboard.press('Escape');
      await page.keyboard.press('a');
      await page.locator('dialog input[type=checkbox]').first().waitFor();
      await assertAccessible(page);
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Days, team, capacity' }).click();
      await page.getByRole('button', { name: 'Start sprint…' }).click();
      await page.locator('dialog .told li').first().waitFor();
      await assertAccessible(page);
      host.refusal = 'This is no longer in the file.';
      await page.getByRole('button', { name: 'Start sprint', exact: true }).click();
      await page.getByRole('alert').filter({ hasText: 'no longer' }).waitFor();
      await assertAccessible(page);
      assert.equal(await page.locator('img').count(), 0, 'a text of the file became an element');
      assert.equal(await page.title(), 'Refinery');
      assert.deepEqual(await view.faults(), []);
      await view.close();
    });
  }

  test('a story with problems is marked as on the board, also where its title can’t be read', async () => {
    const view = await show(
      new PlanningHost([...HARD, story('FN-99', { title: '', errors: 2, warnings: 1 })]),
    );
    const row = view.page.locator('.row[data-key="FN-99"]');
    await row.scrollIntoViewIfNeeded();
    assert.equal(await row.locator('.title').textContent(), '(no title)');
    assert.equal((await row.locator('.problems.error').textContent())?.trim(), '3');
    assert.equal(await row.locator('.problems').getAttribute('title'), '3 problems');
    assert.match((await row.getAttribute('aria-label')) ?? '', /3 problems/);
    assert.equal(await view.page.locator('.row[data-key="FN-1"] .problems').count(), 0);
    await view.page.screenshot({ path: '.cache/planning-problems.png' });
    await view.close();
  });

  test('axe finds nothing where there is nothing to show, or no sprint', async () => {
    for (const why of ['starting', 'none', 'unreadable', 'gone'] as const) {
      const view = await views.open<PlanningContract>({
        view: 'planning',
        host: { calls: {}, ready: async (tell) => tell('missing', { why }) },
      });
      await view.page.locator('.empty').waitFor();
      await assertAccessible(view.page);
      await view.close();
    }
    const view = await show(new PlanningHost(HARD, []));
    await view.page.getByRole('button', { name: 'Create the first sprint' }).waitFor();
    await assertAccessible(view.page);
    await view.close();
  });

  test('10,000 stories are drawn in part, and each says its true place', async () => {
    const view = await show(new PlanningHost(manyRows({ stories: 10_000 })));
    const grid = view.page.getByRole('grid', { name: /^Backlog/ });
    const count = Number(await grid.getAttribute('aria-rowcount'));
    assert.ok(count > 5_000, String(count));
    assert.ok((await view.page.locator('.row').count()) < 60);
    await view.page.locator('.row').first().focus();
    await view.page.keyboard.press('End');
    await eventually('the last row', async () => {
      const row = view.page.locator('.row:focus');
      return (await row.count()) === 1 && (await row.getAttribute('aria-rowindex')) === String(count);
    });
    // The focus is not lost when the last one leaves: the one before it is the last one then.
    const last = await focused(view);
    await view.page.keyboard.press('ArrowRight');
    await eventually('the one before it', async () => {
      const now = await focused(view);
      return now !== undefined && now !== last;
    });
    assert.deepEqual(await view.faults(), []);
    await view.close();
  });

  test('in a narrow window and at 200 % nothing is cut off sideways', async () => {
    for (const more of [{ size: { width: 400, height: 700 } }, { zoom: 2 }]) {
      const view = await show(new PlanningHost(HARD), more);
      const wide = await view.page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      assert.equal(wide, 0);
      await view.page.locator('.row[data-key="FN-2"]').focus();
      await view.page.keyboard.press('Enter');
      await view.page.locator('.sprint-pane .row[data-key="FN-2"]').waitFor();
      await assertAccessible(view.page);
      await view.close();
    }
  });

  // The browser says only later that a dialog is closed, so that a quick person has the next one open by then.
  for (const [next, kind] of [
    ['a', 'Who does'],
    ['e', 'Estimate'],
  ] as const)
    test(`a dialog that is opened right behind another one stays: ${kind}`, async () => {
      const view = await show(new PlanningHost(HARD));
      const { page } = view;
      await page.locator('.row[data-key="FN-2"]').focus();
      await page.keyboard.press('e');
      await page.locator('dialog .nearest li').waitFor();
      await page.evaluate((key) => {
        document.querySelector('dialog')?.close();
        document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
      }, next);
      const dialog = page.getByRole('dialog', { name: new RegExp(`^${kind} FN-2`) });
      await dialog.waitFor();
      // Long enough for what was said of the first one.
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
      assert.ok(await dialog.isVisible());
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
      assert.equal(await focused(view), 'FN-2');
      await view.close();
    });

  test('what a filter keeps back is not moved with what was chosen before', async () => {
    const host = new PlanningHost(HARD);
    const view = await show(host);
    const { page } = view;
    await page.locator('.row[data-key="FN-2"]').click();
    await page.locator('.row[data-key="FN-3"]').click({ modifiers: ['Control'] });
    await page.getByRole('searchbox').fill('orbit');
    await eventually('one story', async () => (await page.locator('.backlog-pane .row').count()) === 1);
    await page.locator('.row[data-key="FN-3"]').focus();
    await page.keyboard.press('ArrowRight');
    await page.locator('.sprint-pane .row[data-key="FN-3"]').waitFor();
    assert.deepEqual(
      host.state.draft.stories.map(({ key }) => key),
      ['FN-3'],
    );
    await view.close();
  });

  test('a refused writing leaves the draft as it is, and says why', async () => {
    const host = new PlanningHost(HARD);
    host.refusal = 'The file can’t be written.';
    const view = await show(host);
    await view.page.locator('.row[data-key="FN-2"] .move').click();
    await view.page.getByRole('button', { name: 'Accept 1 change' }).click();
    await view.page.getByRole('alert').filter({ hasText: 'can’t be written' }).waitFor();
    assert.equal(await view.page.locator('.draft-words').innerText(), '1 change, not yet in the file');
    assert.deepEqual(host.written, []);
    await view.close();
  });
});
