/** The planning in the window, as a person sees and works it. */
import type { FrameLocator, Locator } from 'playwright-core';
import { eventually } from '../../editor/support/eventually.ts';
import type { Workbench } from './workbench.ts';

export type Side = 'backlog' | 'sprint';

export class PlanningView {
  readonly #workbench: Workbench;

  private constructor(workbench: Workbench) {
    this.#workbench = workbench;
  }

  /** Opens it from the palette and waits for its first story. */
  static async show(workbench: Workbench): Promise<PlanningView> {
    await workbench.judged();
    await workbench.run('Refinery: Plan Sprint');
    const view = new PlanningView(workbench);
    await view.back();
    return view;
  }

  /** One that is open, or will be. */
  static in(workbench: Workbench): PlanningView {
    return new PlanningView(workbench);
  }

  /** Waits until its stories are there, also after the window was loaded anew. */
  async back(): Promise<void> {
    await this.frame.locator('.row').first().waitFor({ timeout: 60_000 });
  }

  /** A web view is two frames deep. */
  get frame(): FrameLocator {
    return this.#workbench.page
      .frameLocator('iframe.webview.ready:visible')
      .frameLocator('iframe#active-frame');
  }

  row(id: string): Locator {
    return this.frame.locator(`.row[data-key="${id}"]`);
  }

  /** The stories of a list, from the top. */
  async stories(side: Side): Promise<readonly string[]> {
    return this.frame.locator(`.pane[data-side="${side}"] .row`).evaluateAll((rows) =>
      rows
        .map(
          (row) => [Number(row.getAttribute('aria-rowindex')), row.getAttribute('data-key') ?? ''] as const,
        )
        .sort(([a], [b]) => a - b)
        .map(([, key]) => key),
    );
  }

  /** Waits until a list holds just these stories. */
  async holds(side: Side, ...ids: readonly string[]): Promise<void> {
    await eventually(`${ids.join(', ')} in the ${side}`, async () => {
      const stories = await this.stories(side);
      return stories.join() === ids.join();
    });
  }

  /** Presses keys on a story's row. */
  async press(id: string, ...keys: readonly string[]): Promise<void> {
    await this.#workbench.rested();
    await this.row(id).focus();
    for (const key of keys) await this.#workbench.page.keyboard.press(key);
  }

  /** Drags a story with the mouse onto another one of the other list. */
  async drag(id: string, onto: string): Promise<void> {
    const { page } = this.#workbench;
    const [from, to] = await Promise.all([this.row(id).boundingBox(), this.row(onto).boundingBox()]);
    if (from === null || to === null) throw new Error(`${id} or ${onto} is not on the screen`);
    await page.mouse.move(from.x + 40, from.y + from.height / 2);
    await page.mouse.down();
    await page.mouse.move(to.x + 60, to.y + to.height / 2, { steps: 12 });
    await page.mouse.move(to.x + 64, to.y + to.height / 2 + 2, { steps: 4 });
    await page.mouse.up();
  }

  /** Drags a story with the mouse into the other list, below its stories. */
  async dragInto(side: Side, id: string): Promise<void> {
    const { page } = this.#workbench;
    const [from, pane] = await Promise.all([
      this.row(id).locator('.title').boundingBox(),
      this.frame.locator(`.pane[data-side="${side}"]`).boundingBox(),
    ]);
    if (from === null || pane === null) throw new Error(`${id} or the ${side} is not on the screen`);
    await page.mouse.move(from.x + 10, from.y + from.height / 2);
    await page.mouse.down();
    await page.mouse.move(pane.x + pane.width / 2, pane.y + pane.height - 80, { steps: 12 });
    await page.mouse.move(pane.x + pane.width / 2 + 4, pane.y + pane.height - 84, { steps: 4 });
    await page.mouse.up();
  }

  /** Presses the arrow at the end of a story, which moves it to the other list. */
  async move(id: string): Promise<void> {
    await this.row(id).locator('.move').click();
  }

  button(name: string | RegExp): Locator {
    return this.frame.getByRole('button', { name });
  }

  dialog(): Locator {
    return this.frame.locator('dialog[open]');
  }

  /** Puts the focus on a story. */
  async focus(id: string): Promise<void> {
    await this.row(id).focus();
    await this.hasFocus(id);
  }

  /** Waits until the focus is on a story. */
  async hasFocus(id: string): Promise<void> {
    await eventually(`the focus on ${id}`, async () => (await this.focused()) === id);
  }

  /** The story whose row has the focus. */
  async focused(): Promise<string | undefined> {
    const focused = this.frame.locator('.row:focus');
    return (await focused.count()) === 0
      ? undefined
      : ((await focused.getAttribute('data-key')) ?? undefined);
  }

  /** How full the sprint is, in words. */
  async capacity(): Promise<string> {
    const bar = this.frame.locator('.capacity');
    return [await bar.locator('.figure').innerText(), ...(await bar.locator('.left').allInnerTexts())].join(
      ', ',
    );
  }

  /** What a screen reader was told last. */
  async said(): Promise<string> {
    return (await this.frame.locator('[aria-live="assertive"]').textContent()) ?? '';
  }

  /** What the bar says of the draft. */
  async draft(): Promise<string> {
    return (await this.frame.locator('.draft-words').textContent())?.trim() ?? '';
  }

  /** Waits until what was agreed is written and saved. */
  async settled(): Promise<void> {
    await eventually('an empty draft', async () => !/not yet in the file|Writing/.test(await this.draft()));
  }

  /** Everything that can be read in the view. */
  async text(): Promise<string> {
    return this.frame.locator('body').innerText();
  }
}
