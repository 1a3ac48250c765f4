/** The board in the window, or the story map, as a person sees and works it. */
import type { FrameLocator, Locator } from 'playwright-core';
import { eventually } from '../../editor/support/eventually.ts';
import type { Workbench } from './workbench.ts';

export class BoardView {
  readonly #workbench: Workbench;

  private constructor(workbench: Workbench) {
    this.#workbench = workbench;
  }

  /** Opens it from the palette and waits for its first card. */
  static async show(workbench: Workbench, command = 'Refinery: Show Board'): Promise<BoardView> {
    // Before the backlog is read, the palette does not offer it.
    await workbench.judged();
    await workbench.run(command);
    const view = new BoardView(workbench);
    await view.frame.locator('.card').first().waitFor();
    return view;
  }

  /** One that is open, or will be. */
  static in(workbench: Workbench): BoardView {
    return new BoardView(workbench);
  }

  /** Waits until a board that was open before the window was loaded anew shows its cards again. */
  async back(): Promise<void> {
    await this.frame.locator('.card').first().waitFor({ timeout: 60_000 });
  }

  /** A web view is two frames deep. */
  get frame(): FrameLocator {
    return this.#workbench.page
      .frameLocator('iframe.webview.ready:visible')
      .frameLocator('iframe#active-frame');
  }

  card(id: string): Locator {
    return this.frame.locator(`.card[data-key="${id}"]`);
  }

  /** The cards of a column in their order; the column is called by its status, or on a map by its epic. */
  async column(name: string, lane?: string): Promise<readonly string[]> {
    const lanes =
      lane === undefined ? this.frame.locator('.lane') : this.frame.getByRole('group', { name: lane });
    const stack = lanes.locator(`[role="listbox"][aria-label^="${name}, "]`).first();
    return stack.locator('.card').evaluateAll((cards) =>
      cards
        .map(
          (card) =>
            [Number(card.getAttribute('aria-posinset')), card.getAttribute('data-key') ?? ''] as const,
        )
        .sort(([a], [b]) => a - b)
        .map(([, key]) => key),
    );
  }

  /** The card that has the focus. */
  async focused(): Promise<string | undefined> {
    const focused = this.frame.locator('.card:focus');
    return (await focused.count()) === 0
      ? undefined
      : ((await focused.getAttribute('data-key')) ?? undefined);
  }

  /** Presses keys on a card. */
  async press(id: string, ...keys: readonly string[]): Promise<void> {
    await this.#workbench.rested();
    await this.card(id).focus();
    for (const key of keys) await this.#workbench.page.keyboard.press(key);
  }

  /** Takes an entry of a card's menu. */
  async choose(id: string, title: string): Promise<void> {
    await this.#workbench.rested();
    await this.card(id).click({ button: 'right' });
    await this.#workbench.chooseInMenu(title);
  }

  /** Waits until a column of a lane holds just these cards. */
  async laneHolds(lane: string, name: string, ...ids: readonly string[]): Promise<void> {
    await eventually(`${ids.join(', ')} in ${name} of ${lane}`, async () => {
      const cards = await this.column(name, lane);
      return cards.join() === ids.join();
    });
  }

  /** Waits until a column holds just these cards. */
  async holds(status: string, ...ids: readonly string[]): Promise<void> {
    await eventually(`${ids.join(', ')} in ${status}`, async () => {
      const cards = await this.column(status);
      return cards.join() === ids.join();
    });
  }

  /** What a screen reader was told last. */
  async said(): Promise<string> {
    return (await this.frame.locator('[aria-live="assertive"]').textContent()) ?? '';
  }

  /** Waits for a sentence in the line above the cards. */
  async tells(words: string | RegExp): Promise<void> {
    await this.frame.getByRole('alert').filter({ hasText: words }).waitFor({ timeout: 15_000 });
  }

  /** Closes the line above the cards. */
  async understood(): Promise<void> {
    await this.frame.getByRole('button', { name: 'OK' }).click();
  }

  /** Drags a card with the mouse onto another: above its middle it falls before it. */
  async drag(id: string, onto: string): Promise<void> {
    await this.carry(id, onto);
    await this.#workbench.page.mouse.up();
  }

  /** The same, without letting go. */
  async carry(id: string, onto: string): Promise<void> {
    const { page } = this.#workbench;
    const [from, to] = await Promise.all([this.card(id).boundingBox(), this.card(onto).boundingBox()]);
    if (from === null || to === null) throw new Error(`${id} or ${onto} is not on the screen`);
    await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
    await page.mouse.down();
    await page.mouse.move(to.x + to.width / 2, to.y + 14, { steps: 12 });
    await page.mouse.move(to.x + to.width / 2, to.y + 10, { steps: 4 });
  }

  /** What stands in the field of the filter. */
  async filtered(): Promise<string> {
    return this.frame.locator('vscode-textfield input').inputValue();
  }

  async filter(text: string): Promise<void> {
    await this.frame.locator('vscode-textfield input').fill(text);
  }
}
