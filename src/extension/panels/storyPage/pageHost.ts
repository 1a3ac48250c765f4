/** The page that actions are done on, as they see it. */
import type * as vscode from 'vscode';
import type { ItemAddress } from '../../../protocol/lsp.ts';
import type { Page, PageChange, Written } from '../../../protocol/panels/storyPage.ts';
import type { App } from '../../app.ts';

/** What actions need of the page that they are done on. */
export interface PageHost {
  readonly host: App;
  readonly uri: string | undefined;
  readonly file: vscode.Uri | undefined;
  readonly address: ItemAddress | undefined;
  /** As it was told last. */
  readonly current: Page | undefined;
  write(change: PageChange, label: string): Promise<Written>;
  /** Tells the view what the file says by now; the revision that it has then. */
  follow(): Promise<number>;
  /** The address by which the page may load a file. */
  addressOf(file: vscode.Uri): string;
  turnToItem(item: ItemAddress): void;
  pin(): void;
  /** Gives it the focus. */
  front(): void;
  close(): void;
}
