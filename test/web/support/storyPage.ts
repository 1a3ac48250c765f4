/** The page of a story in the window, as a person sees it and writes on it. */
import type { FrameLocator, Locator } from 'playwright-core';
import { eventually } from '../../editor/support/eventually.ts';
import { BacklogView } from './backlogView.ts';
import type { Workbench } from './workbench.ts';

export class StoryPage {
  readonly #workbench: Workbench;

  private constructor(workbench: Workbench) {
    this.#workbench = workbench;
  }

  /** Opens it for the story that the cursor of the editor stands in. */
  static async show(workbench: Workbench): Promise<StoryPage> {
    await workbench.run('Refinery: Open Page');
    const page = new StoryPage(workbench);
    await page.field('title').waitFor({ timeout: 30_000 });
    return page;
  }

  /** Goes to the story with this title in the editor of the file, and opens its page. */
  static async showOf(workbench: Workbench, title: string): Promise<StoryPage> {
    await workbench.goToText(`title: ${title}`);
    const page = await StoryPage.show(workbench);
    await eventually('the title', async () => (await page.text('title')) === title);
    return page;
  }

  /** Opens the file in a new window, with the tree and the page of the story with this title. */
  static async start(workbench: Workbench, title: string): Promise<StoryPage> {
    // With its rows there, the palette offers what is done with them.
    await BacklogView.show(workbench);
    await workbench.openFile();
    await workbench.judged();
    return StoryPage.showOf(workbench, title);
  }

  /** Waits until a page that was open before the window was loaded anew is there again. */
  async back(): Promise<void> {
    await this.field('title').waitFor({ timeout: 60_000 });
  }

  /** A web view is two frames deep. */
  get frame(): FrameLocator {
    return this.#workbench.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
  }

  /** The field of a text, a picker, or one that adds to a list. */
  field(id: string): Locator {
    return this.frame.locator(`[data-field="${id}"]`).first();
  }

  /** The texts of a list's entries, in their order. */
  async entries(list: 'acceptance' | 'tasks'): Promise<readonly string[]> {
    return this.frame
      .locator(`.entries.${list} > .entry`)
      .evaluateAll((entries) =>
        entries.map((entry) => [...entry.querySelectorAll('textarea')].map(({ value }) => value).join(' | ')),
      );
  }

  entry(list: 'acceptance' | 'tasks', index: number): Locator {
    return this.frame.locator(`.entries.${list} > .entry`).nth(index);
  }

  async text(id: string): Promise<string> {
    return this.field(id).inputValue();
  }

  /** What has the focus in the page. */
  async focused(): Promise<string | null> {
    return this.frame.locator(':focus').first().getAttribute('data-field');
  }

  /** Where the caret stands in the text that has the focus. */
  async caret(): Promise<number> {
    return this.frame
      .locator('textarea:focus')
      .evaluate((field) => (field instanceof HTMLTextAreaElement ? field.selectionStart : -1));
  }

  /** Takes what a picker offers, by its words. */
  async choose(id: string, words: string): Promise<void> {
    await this.field(id).click();
    await this.field(id).pressSequentially(words);
    await this.frame.locator('.offer [role=option]').filter({ hasText: words }).first().waitFor();
    await this.field(id).press('Enter');
  }

  button(name: string): Locator {
    return this.frame.getByRole('button', { name }).first();
  }
}
