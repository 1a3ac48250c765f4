/** The tree of the backlog in the side bar. */
import type { Locator, Page } from 'playwright-core';
import type { Workbench } from './workbench.ts';

export class BacklogView {
  readonly #workbench: Workbench;
  readonly #page: Page;

  private constructor(workbench: Workbench) {
    this.#workbench = workbench;
    this.#page = workbench.page;
  }

  /** Shows the container in the side bar and waits for its first row. */
  static async show(workbench: Workbench): Promise<BacklogView> {
    const view = await BacklogView.showEmpty(workbench);
    await view.rows().first().waitFor({ timeout: 30_000 });
    return view;
  }

  /** Shows the container where there may be no row to wait for. */
  static async showEmpty(workbench: Workbench): Promise<BacklogView> {
    const { page } = workbench;
    const icon = page.locator('.activitybar .action-item:has(a[aria-label^="Refinery"])');
    await icon.waitFor();
    if ((await icon.getAttribute('class'))?.includes('checked') !== true) await icon.click();
    await page
      .locator('.sidebar .composite.title')
      .filter({ hasText: /refinery/i })
      .waitFor();
    return new BacklogView(workbench);
  }

  /** All rows on the screen. */
  rows(): Locator {
    return this.#page.locator('.sidebar .tree-explorer-viewlet-tree-view .monaco-list-row');
  }

  /** The row whose accessible label holds the words: an id, a title, a group's name. */
  row(words: string): Locator {
    return this.#page.locator(
      `.sidebar .tree-explorer-viewlet-tree-view .monaco-list-row[aria-label*=${JSON.stringify(words)}]`,
    );
  }

  /** The accessible labels of the rows on the screen, from top to bottom. */
  async labels(): Promise<readonly string[]> {
    const rows = await this.rows().evaluateAll((elements) =>
      elements.map((row) => ({
        label: row.getAttribute('aria-label') ?? '',
        top: row.getBoundingClientRect().top,
      })),
    );
    return rows.sort((a, b) => a.top - b.top).map(({ label }) => label);
  }

  /** Scrolls to the first row. */
  async toTop(): Promise<void> {
    const list = await this.#page
      .locator('.sidebar .tree-explorer-viewlet-tree-view .monaco-list')
      .boundingBox();
    if (list === null) throw new Error('the tree is not on the screen');
    await this.#page.mouse.move(list.x + list.width / 2, list.y + list.height / 2);
    await this.#page.mouse.wheel(0, -100_000);
  }

  async select(words: string): Promise<void> {
    await this.row(words).first().click();
  }

  /** Opens what is below a row, once there is something. */
  async expand(words: string): Promise<void> {
    const row = this.row(words).first();
    await row.and(this.#page.locator('[aria-expanded]')).waitFor();
    await row.click();
    if ((await row.getAttribute('aria-expanded')) !== 'true') await this.#page.keyboard.press('ArrowRight');
  }

  /** Opens the menu of a row and takes the entry with this title. */
  async menu(words: string, title: string): Promise<void> {
    await this.row(words).first().click({ button: 'right' });
    await this.#workbench.chooseInMenu(title);
  }

  /** Drags one row onto another, as a mouse does: in steps, so that the tree sees it coming. */
  async drag(words: string, ontoWords: string): Promise<void> {
    const from = await box(this.row(words).first());
    const onto = await box(this.row(ontoWords).first());
    await this.#page.mouse.move(from.x, from.y);
    await this.#page.mouse.down();
    await this.#page.mouse.move(from.x + 4, from.y + 4, { steps: 3 });
    await this.#page.mouse.move(onto.x, onto.y, { steps: 12 });
    await this.#page.mouse.move(onto.x + 1, onto.y, { steps: 2 });
    await this.#page.mouse.up();
  }
}

async function box(row: Locator): Promise<{ readonly x: number; readonly y: number }> {
  await row.scrollIntoViewIfNeeded();
  const found = await row.boundingBox();
  if (found === null) throw new Error('the row is not on the screen');
  return { x: found.x + Math.min(60, found.width / 2), y: found.y + found.height / 2 };
}
