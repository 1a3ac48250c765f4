/** VS Code's web workbench on a copy of a workspace, with the packed extension, as a person sees and drives it. */
import * as assert from 'node:assert/strict';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { openWorkbench } from '../../../scripts/lib/workbench.mjs';
import { copyWorkspace } from '../../../scripts/lib/workspaces.mjs';
import { eventually } from '../../editor/support/eventually.ts';

/** The colour themes that must be readable. */
export const THEMES = {
  dark: 'Default Dark Modern',
  light: 'Default Light Modern',
  highContrast: 'Default High Contrast',
  highContrastLight: 'Default High Contrast Light',
} as const;

export interface WorkbenchOptions {
  /** The folder of the project that is copied and opened; else an empty folder. */
  readonly workspace?: string;
  /** Opens the window on no folder at all. */
  readonly noFolder?: true;
  /** More files for the copy, by name. */
  readonly files?: Readonly<Record<string, string>>;
  /** What else is done with the copy before it is opened. */
  readonly prepare?: (folder: string) => void;
  /** `restricted`: workspace trust is on, and the folder is not trusted. */
  readonly trust?: 'off' | 'restricted';
  readonly theme?: keyof typeof THEMES;
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly viewport?: { readonly width: number; readonly height: number };
  /** The moment at which the window is opened, for Refinery, in the zone of the machine: `2026-11-26T10:00`. */
  readonly now?: string;
}

/**
 * ms for which a view has had the focus before it is said to rest there. As what asked closes, VS Code gives the focus
 * back to the view, and once more some 50 ms later, which closes whatever was opened in between (microsoft/vscode#75209).
 */
const REST = 250;

interface Seen {
  readonly page: Page;
  readonly blocked: ReadonlySet<string>;
}

/** One window. Close it at the end of the test. */
export class Workbench {
  /** For what this class has no words for. */
  readonly page: Page;
  /** The folder that is open, on disk. */
  readonly folder: string;
  /** Where the window tried to reach beyond this machine. Nothing of ours may be among it. */
  readonly blocked: ReadonlySet<string>;
  readonly #stop: () => Promise<void>;
  readonly #beside: () => Promise<Seen>;

  private constructor(
    { page, blocked }: Seen,
    folder: string,
    { stop, beside }: { readonly stop: () => Promise<void>; readonly beside: () => Promise<Seen> },
  ) {
    this.page = page;
    this.folder = folder;
    this.blocked = blocked;
    this.#stop = stop;
    this.#beside = beside;
  }

  static async open(options: WorkbenchOptions = {}): Promise<Workbench> {
    const vsix = process.env['REFINERY_TEST_VSIX'];
    if (vsix === undefined) throw new Error('REFINERY_TEST_VSIX does not name the package under test');
    const { workspace, files = {}, trust = 'off', theme = 'dark', settings = {}, viewport } = options;
    const copy = copyWorkspace({
      ...(workspace === undefined ? {} : { workspace }),
      files,
      ...(options.prepare === undefined ? {} : { prepare: options.prepare }),
    });
    const opened = await openWorkbench({
      ...(options.noFolder === true ? {} : { folder: copy.folder }),
      vsix: [vsix],
      trust,
      settings: { 'workbench.colorTheme': THEMES[theme], ...settings },
      ...(options.now === undefined ? {} : { env: { REFINERY_NOW: options.now } }),
      ...(viewport === undefined ? {} : { viewport }),
    });
    const stop = async (): Promise<void> => {
      await opened.stop();
      copy.remove();
    };
    await watchFocus(opened.page);
    return new Workbench(opened, copy.folder, { stop, beside: opened.beside });
  }

  /** A second window on the same folder, which shares nothing else with this one. It is closed with this one. */
  async beside(): Promise<Workbench> {
    const stop = (): Promise<void> => Promise.resolve();
    const other = await this.#beside();
    await watchFocus(other.page);
    return new Workbench(other, this.folder, { stop, beside: this.#beside });
  }

  /** Waits until the file on disk has just this text, and shows the difference where it never has. */
  async fileIs(what: string, text: string): Promise<void> {
    await eventually(what, () => this.readFile() === text).catch(() => undefined);
    assert.equal(this.readFile(), text, what);
  }

  /**
   * Waits until the file on disk is as asked for, and gives its text. A save empties the file before it fills it, so only
   * a text counts that is still there a moment later.
   */
  async written(what: string, fits: (text: string) => boolean): Promise<string> {
    let last = '';
    return eventually(`${what} on disk`, () => {
      const now = this.readFile();
      const rests = now === last && now !== '';
      last = now;
      return rests && fits(now) ? now : undefined;
    });
  }

  /** Deletes a file behind the editor's back. */
  deleteFile(name = 'backlog.yaml'): void {
    rmSync(path.join(this.folder, name));
  }

  async close(): Promise<void> {
    await this.#stop();
  }

  /** What is on disk now. */
  readFile(name = 'backlog.yaml'): string {
    return readFileSync(path.join(this.folder, name), 'utf8');
  }

  /** Writes to disk behind the editor's back. */
  writeFile(text: string, name = 'backlog.yaml'): void {
    writeFileSync(path.join(this.folder, name), text);
  }

  /** Runs a command by the title it has in the palette, which must be offered there. */
  async run(title: string): Promise<void> {
    await this.#ask('F1');
    await this.#pick(`>${title}`, title);
  }

  /**
   * Loads the window anew with "Reload Window", after which everything has to be where it was. The browser's own reload
   * would be another thing: the web workbench keeps what is open every five seconds, and can't while its page goes.
   */
  async reload(): Promise<void> {
    const loaded = this.page.waitForEvent('load');
    await this.run('Developer: Reload Window');
    await loaded;
    await this.page.locator('.monaco-workbench .part.statusbar').waitFor({ timeout: 60_000 });
  }

  /** Opens a file of the workspace in an editor and puts the cursor into it. */
  async openFile(name = 'backlog.yaml'): Promise<void> {
    await this.#ask('Control+p');
    await this.#pick(name, name);
    await this.page.locator(`.tab.active[data-resource-name="${path.basename(name)}"]`).waitFor();
    await this.page.locator('.editor-group-container.active .monaco-editor .view-lines').first().waitFor();
  }

  /** Opens the palette, whose field then takes keys. */
  async openPalette(): Promise<Locator> {
    await this.#ask('F1');
    return this.#input();
  }

  /** Puts the cursor of the active editor at a line and column, both from 1. */
  async goTo(line: number, column = 1): Promise<void> {
    await this.#ask('Control+g');
    await this.#input().fill(`:${line}:${column}`);
    await this.page.keyboard.press('Enter');
    await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  }

  /** Puts the cursor where a text first stands in the file on disk. */
  async goToText(text: string, name = 'backlog.yaml'): Promise<void> {
    const before = this.readFile(name).split(text, 1)[0] ?? '';
    if (before.length === this.readFile(name).length) throw new Error(`${name} holds no "${text}"`);
    const lines = before.split('\n');
    await this.goTo(lines.length, (lines.at(-1)?.length ?? 0) + 1);
  }

  /** Types into what has the focus. */
  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  async press(...keys: readonly string[]): Promise<void> {
    await this.rested();
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** Saves the active editor and waits until it is clean. */
  async save(): Promise<void> {
    await this.page.keyboard.press('Control+s');
    await this.page.locator('.tab.active.dirty').waitFor({ state: 'hidden' });
  }

  /** Waits until a view that was given the focus back may be used: what is opened earlier could be closed by it. */
  async rested(): Promise<void> {
    const { page } = this;
    const since = await page.evaluate(() => {
      const { viewHasFocusSince } = document.documentElement.dataset;
      return viewHasFocusSince === undefined ? Infinity : performance.now() - Number(viewHasFocusSince);
    });
    if (since < REST) await page.waitForTimeout(REST - since);
  }

  /** Answers an input box or a quick pick that a command asks with: fills it and takes what it then offers. */
  async answer(text: string): Promise<void> {
    await this.#input().waitFor();
    await this.#input().fill(text);
    await this.page.keyboard.press('Enter');
  }

  /** Takes an entry of the menu that is open. */
  async chooseInMenu(title: string): Promise<void> {
    const entry = this.page
      .locator('.context-view .monaco-menu .action-item')
      .filter({ hasText: title })
      .first();
    await entry.waitFor();
    // A menu takes no click in its first tenth of a second.
    await eventually('the menu to take the click', async () => {
      await entry.click({ timeout: 1000 }).catch(() => undefined);
      return !(await entry.isVisible());
    });
  }

  /** The labels that an open quick pick offers. */
  async offers(): Promise<readonly string[]> {
    const rows = this.page.locator('.quick-input-list .monaco-list-row');
    await rows.first().waitFor();
    return rows.evaluateAll((elements) => elements.map((row) => row.getAttribute('aria-label') ?? ''));
  }

  /** What stands in the active editor, as far as it is on the screen. */
  async shownText(): Promise<string> {
    const lines = this.page.locator('.editor-group-container.active .view-lines').first();
    // The editor writes no-break spaces.
    return (await lines.innerText()).replaceAll('\u00a0', ' ');
  }

  /** The notifications on the screen. */
  notifications(): Locator {
    return this.page.locator('.notifications-toasts .notification-list-item-message');
  }

  /** The underlined findings in the active editor: `error`, `warning`, `info` or `hint`. */
  squiggles(severity: 'error' | 'warning' | 'info' | 'hint'): Locator {
    return this.page.locator(`.editor-group-container.active .squiggly-${severity}`);
  }

  /** Drags the edge of the side bar, by so many pixels. */
  async widenSideBar(by: number): Promise<void> {
    const bar = await this.page.locator('.part.sidebar').boundingBox();
    if (bar === null) throw new Error('the side bar is not open');
    const [x, y] = [bar.x + bar.width, bar.y + bar.height / 2];
    await this.page.mouse.move(x, y);
    await this.page.mouse.down();
    await this.page.mouse.move(x + by, y, { steps: 8 });
    await this.page.mouse.up();
  }

  /** Moves the mouse to where it points at nothing. */
  async pointAway(): Promise<void> {
    const size = this.page.viewportSize() ?? { width: 1280, height: 800 };
    await this.page.mouse.move(size.width / 2 + 200, 14);
  }

  /** Waits until the server has judged the file: its findings are counted in the status bar. */
  async judged(): Promise<void> {
    await this.page
      .locator('#status\\.problems')
      .filter({ hasNotText: /^\s*0\s*0\s*$/ })
      .waitFor();
  }

  /** A picture of the window, or of one part of it. */
  async picture(file: string, part?: Locator): Promise<void> {
    await (part ?? this.page).screenshot({ path: file, animations: 'disabled' });
  }

  #input(): Locator {
    return this.page.locator('.quick-input-widget input.input');
  }

  /** Opens what asks, by its key, and waits until it takes keys; once more where that went to a view which was just closed. */
  async #ask(key: string): Promise<void> {
    await this.press(key);
    const ready = this.#input().and(this.page.locator(':focus'));
    await ready.waitFor({ timeout: 5000 }).catch(() => this.page.keyboard.press(key));
    await ready.waitFor();
  }

  async #pick(typed: string, wanted: string): Promise<void> {
    await this.#input().fill(typed);
    // What is listed first changes while the list is still being filled.
    const row = this.page.locator('.quick-input-list .monaco-list-row').filter({ hasText: wanted }).first();
    await row.waitFor();
    await row.click();
    // What was picked may ask something itself: then the widget stays, with another list.
    await row.waitFor({ state: 'hidden' });
  }
}

/** Notes in the window's page when a view was given the focus, now and after every load. */
async function watchFocus(page: Page): Promise<void> {
  const watch = (): void => {
    if (window !== window.top) return;
    window.addEventListener('blur', () => {
      document.documentElement.dataset['viewHasFocusSince'] = String(performance.now());
    });
    window.addEventListener('focus', () => {
      delete document.documentElement.dataset['viewHasFocusSince'];
    });
  };
  await page.addInitScript(watch);
  await page.evaluate(watch);
}
