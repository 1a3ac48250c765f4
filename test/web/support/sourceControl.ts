/** The commit box of a repository in the source control view. */
import type { Locator } from 'playwright-core';
import type { Workbench } from './workbench.ts';

export class SourceControl {
  readonly #workbench: Workbench;
  readonly #editor: Locator;

  private constructor(workbench: Workbench, editor: Locator) {
    this.#workbench = workbench;
    this.#editor = editor;
  }

  /** Shows the view and puts the cursor into the empty box of the repository that has this branch checked out. */
  static async box(workbench: Workbench, branch: string): Promise<SourceControl> {
    const { page } = workbench;
    await workbench.press('Control+Shift+g');
    const editor = page.locator('.scm-view .scm-editor').filter({ hasText: branch }).first();
    await editor.waitFor();
    await editor.click();
    return new SourceControl(workbench, page.locator('.scm-view .scm-editor:has(.monaco-editor.focused)'));
  }

  async type(text: string): Promise<void> {
    await this.#editor.waitFor();
    await this.#workbench.type(text);
  }

  /** Takes what completion offers; it must be shown already. */
  async complete(words: string): Promise<void> {
    const offer = this.#workbench.page
      .locator('.suggest-widget.visible .monaco-list-row')
      .filter({ hasText: words })
      .first();
    await offer.waitFor();
    await offer.click();
    await offer.waitFor({ state: 'hidden' });
  }

  /** Waits until git has told the editor that a file changed. */
  async changed(file: string): Promise<void> {
    await this.#workbench.page
      .locator('.scm-view .monaco-list-row .resource')
      .getByText(file)
      .first()
      .waitFor();
  }

  async commit(): Promise<void> {
    await this.#workbench.press('Control+Enter');
  }
}
