/**
 * The host of a story's page: it tells the view everything about one item whenever the file changed, and turns what is
 * done there into small edits of the same text that an editor beside it shows.
 */
import * as vscode from 'vscode';
import type { ItemAddress } from '../../../protocol/lsp.ts';
import type {
  ItemCommits,
  Page,
  PageChange,
  PageEvent,
  StoryPageContract,
  Written,
} from '../../../protocol/panels/storyPage.ts';
import { storyPageCalls } from '../../../protocol/panels/storyPageSchema.ts';
import {
  completeDraftRequest,
  findRefsRequest,
  judgeDraftRequest,
  planPageRequest,
  storyPageChoicesRequest,
  storyPageRequest,
} from '../../../protocol/storyPage.ts';
import type { App } from '../../app.ts';
import { ServerGone } from '../../serverLink.ts';
import { now, today } from '../../../node/clock.ts';
import { meIn } from '../../addMe.ts';
import type { PanelState } from '../openPanel.ts';
import { scriptsOf } from '../page.ts';
import { Panel } from '../panel.ts';
import type { Calls } from '../viewHost.ts';
import { actions } from './actions.ts';
import { followed, type Shown, shownAt } from './followed.ts';
import type { PageHost } from './pageHost.ts';
import { pictureOf } from './targets.ts';

/** Milliseconds after a change before the pickers' choices are asked for anew. */
const CHOICES_AFTER = 300;
/** Of a search for other items. */
const MOST_FOUND = 20;

export class StoryPagePanel extends Panel<StoryPageContract> implements PageHost {
  #item: ItemAddress | undefined;
  #page: Page | undefined;
  /** Of an item without an id, which is found again by what it says. */
  #shown: Shown | undefined;
  /** How many items were shown here. */
  #turns = 0;
  /** Nobody worked in it yet: the next item may be shown here. */
  #free = true;
  #asking: { again: boolean } | undefined;
  #choices = '';
  #choicesTimer: NodeJS.Timeout | undefined;
  #commits: ItemCommits | null | undefined;
  /** The folder that it may load pictures from. */
  #folder: string | undefined;

  constructor(app: App, panel: vscode.WebviewPanel, state: PanelState) {
    super({ app, panel, view: 'storyPage', state, schemas: storyPageCalls });
    this.#item = state.item;
    this.#mayLoadFrom(state.uri);
    this.disposables.push(
      app.store.onDidChange(() => {
        // A page that is hidden is told nothing, but its tab keeps the title that the item has.
        if (!this.shown) this.#retitle();
      }),
      app.commits.onDidChange(() => {
        this.#tellCommits();
      }),
      vscode.workspace.onDidSaveTextDocument(({ uri }) => {
        if (uri.toString() === this.uri) this.#again();
      }),
      this.#watchDisk(),
      { dispose: () => clearTimeout(this.#choicesTimer) },
    );
  }

  /** A file that is deleted while an editor shows it is the same to the server: the page says so itself. */
  #watchDisk(): vscode.Disposable {
    const watcher = vscode.workspace.createFileSystemWatcher('**/*.{yaml,yml}', false, true, false);
    const look = (file: vscode.Uri): void => {
      if (file.toString() === this.uri) this.#again();
    };
    watcher.onDidDelete(look);
    watcher.onDidCreate(look);
    return watcher;
  }

  override start(): void {
    super.start();
    // Its tab says what it is about before its view is there.
    this.#again();
  }

  override get isFree(): boolean {
    return this.#free;
  }

  override isAbout({ uri, item }: PanelState): boolean {
    return super.isAbout(uri === undefined ? {} : { uri }) && sameItem(item, this.#item);
  }

  override reveal(state: PanelState, keepFocus: boolean): void {
    if (!this.isAbout(state)) this.#turn(state);
    super.reveal(state, keepFocus);
  }

  // What its actions work with.

  get address(): ItemAddress | undefined {
    return this.#item;
  }

  get current(): Page | undefined {
    return this.#page;
  }

  get host(): App {
    return this.app;
  }

  get file(): vscode.Uri | undefined {
    return this.uri === undefined ? undefined : vscode.Uri.parse(this.uri, true);
  }

  addressOf(file: vscode.Uri): string {
    return this.panel.webview.asWebviewUri(file).toString();
  }

  pin(): void {
    if (!this.#free) return;
    this.#free = false;
    this.#again();
  }

  turnToItem(item: ItemAddress): void {
    this.#turn({ ...(this.uri === undefined ? {} : { uri: this.uri }), item });
  }

  front(): void {
    this.panel.reveal();
  }

  close(): void {
    this.panel.dispose();
  }

  async write(change: PageChange, label: string): Promise<Written> {
    const { backlog } = this;
    const item = this.#itemNow();
    if (backlog === undefined || item === undefined) return this.#goneItem();
    const { uri } = backlog;
    const done = await this.app.edits.carry(
      uri,
      (version) => this.app.link.request(planPageRequest, { uri, version, item, change }),
      label,
    );
    if (!done.ok)
      return {
        ok: false,
        why: done.code === 'changed-since' ? 'changed' : 'refused',
        message: done.message,
      };
    // The view waits for a page that has this write in it.
    return { ok: true, mark: done.plan.mark, revision: await this.follow() };
  }

  async follow(): Promise<number> {
    await this.#follow();
    return this.backlog?.revision ?? 0;
  }

  protected override show(anew: boolean): void {
    if (anew) {
      this.#choices = '';
      this.#commits = undefined;
    }
    this.#again();
  }

  #again(): void {
    this.#follow().catch((error: unknown) => {
      // The next server says anew what there is.
      if (!(error instanceof ServerGone)) this.app.log.error(`story page: ${String(error)}`);
    });
  }

  #turn({ uri, item }: PanelState): void {
    this.turnTo(uri);
    this.#mayLoadFrom(uri);
    this.#item = item;
    this.#shown = undefined;
    this.#turns++;
    this.#page = undefined;
    this.#commits = undefined;
    this.#again();
  }

  #retitle(): void {
    const item = this.#itemNow();
    const row = this.backlog?.rows.find(({ address }) => sameItem(address, item));
    if (row !== undefined) this.panel.title = titled(row.id, row.title);
  }

  /** Tells the newest state of the item; one question at a time, and the newest answer counts. */
  async #follow(): Promise<void> {
    if (this.#asking !== undefined) {
      this.#asking.again = true;
      return;
    }
    const asking = { again: true };
    this.#asking = asking;
    try {
      while (asking.again) {
        asking.again = false;
        await this.#tell();
      }
    } finally {
      this.#asking = undefined;
    }
  }

  /** The item that is shown, where the list has it by now. */
  #itemNow(): ItemAddress | undefined {
    return this.#shown === undefined ? this.#item : followed(this.#shown, this.backlog?.rows ?? []);
  }

  async #tell(): Promise<void> {
    const { backlog } = this;
    if (backlog === undefined) {
      this.send('missing', { why: this.missing, name: this.#name });
      return;
    }
    const { uri } = backlog;
    const [turn, item] = [this.#turns, this.#itemNow()];
    const answer = item === undefined ? null : await this.app.link.request(storyPageRequest, { uri, item });
    if (turn !== this.#turns) return;
    if (answer === null) {
      this.#page = undefined;
      this.panel.title = this.#name;
      this.send('missing', { why: 'item', name: this.#name });
      return;
    }
    const { page, revision } = answer;
    // Places are those of other rows: it is asked again when they come.
    if (this.#shown !== undefined && revision !== this.backlog?.revision) return;
    this.#page = page;
    // A renumbered item is followed by its former id.
    this.#item = page.address;
    const title = page.readable ? page.title.text : (page.title ?? '');
    this.#shown = shownAt(page.address, title, this.backlog?.rows ?? []);
    this.panel.title = titled(page.id, title);
    this.send('page', await this.#event(page, revision));
    this.#askChoices();
    this.#tellCommits();
  }

  async #event(page: Page, revision: number): Promise<PageEvent> {
    const { backlog } = this;
    const uri = this.uri ?? '';
    const file = vscode.Uri.parse(uri, true);
    const me = backlog && meIn(this.app, backlog);
    const { readOnly, deleted } = await onDisk(file);
    return {
      state: { uri, item: page.address },
      turn: this.#turns,
      revision,
      file: vscode.workspace.asRelativePath(file),
      dirty: vscode.workspace.textDocuments.some((one) => one.uri.toString() === uri && one.isDirty),
      ...(readOnly === undefined ? {} : { readOnly }),
      deleted,
      preview: this.#free,
      ...(me === undefined ? {} : { me }),
      today: today(),
      now: Math.floor(now().getTime() / 1000),
      page,
      pictures: this.#pictures(page, file),
    };
  }

  #pictures(page: Page, file: vscode.Uri): Record<string, string> {
    if (!page.readable) return {};
    const seen = page.links.entries.flatMap(({ path, url, picture }) => {
      const target = picture ? pictureOf(file, url) : undefined;
      return target === undefined ? [] : [[path, this.addressOf(target)] as const];
    });
    return Object.fromEntries(seen);
  }

  /** The page may load what lies in the folder of its backlog. Another folder draws the page anew. */
  #mayLoadFrom(uri: string | undefined): void {
    const folder = uri === undefined ? undefined : vscode.Uri.joinPath(vscode.Uri.parse(uri, true), '..');
    if (folder === undefined || folder.toString() === this.#folder) return;
    this.#folder = folder.toString();
    this.panel.webview.options = {
      enableScripts: true,
      localResourceRoots: [scriptsOf(this.app.context.extensionUri), folder],
    };
  }

  #askChoices(): void {
    clearTimeout(this.#choicesTimer);
    this.#choicesTimer = setTimeout(
      () => {
        this.#tellChoices().catch((error: unknown) => {
          if (!(error instanceof ServerGone)) this.app.log.error(`story page: ${String(error)}`);
        });
      },
      this.#choices === '' ? 0 : CHOICES_AFTER,
    );
  }

  async #tellChoices(): Promise<void> {
    const { uri } = this;
    if (uri === undefined) return;
    const choices = await this.app.link.request(storyPageChoicesRequest, { uri });
    if (choices === null) return;
    const now = JSON.stringify(choices);
    if (now === this.#choices || !this.shown) return;
    this.#choices = now;
    this.send('choices', choices);
  }

  #tellCommits(): void {
    const { uri } = this;
    const id = this.#page?.id;
    if (uri === undefined || id === undefined || !this.shown) return;
    const commits = this.app.commits.of(uri, id) ?? null;
    if (commits === this.#commits) return;
    this.#commits = commits;
    this.send('commits', { of: commits });
  }

  /** What the item is called where it is not there. */
  get #name(): string {
    const item = this.#item;
    if (item === undefined) return vscode.l10n.t('This item');
    if ('id' in item) return item.id;
    return this.#shown?.title
      ? vscode.l10n.t('“{title}”', { title: this.#shown.title })
      : vscode.l10n.t('This item');
  }

  #goneItem(): Written {
    const message = vscode.l10n.t('This is no longer in the file.');
    return { ok: false, why: 'refused', message };
  }

  protected override calls(): Calls<StoryPageContract> {
    const { link } = this.app;
    const place = () => {
      const { uri } = this;
      const item = this.#item;
      return uri === undefined || item === undefined ? undefined : { uri, item };
    };
    return {
      ...actions(this),
      judge: async (draft) => {
        const at = place();
        return at === undefined ? { findings: [] } : link.request(judgeDraftRequest, { ...at, ...draft });
      },
      complete: async (draft) => {
        const at = place();
        return at === undefined ? null : link.request(completeDraftRequest, { ...at, ...draft });
      },
      find: async ({ query }) => {
        const at = place();
        return at === undefined
          ? []
          : link.request(findRefsRequest, { uri: at.uri, query, limit: MOST_FOUND });
      },
    };
  }
}

function sameItem(a: ItemAddress | undefined, b: ItemAddress | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  if ('id' in a) return 'id' in b && a.id === b.id && (a.list === b.list || !a.list || !b.list);
  return 'index' in b && a.list === b.list && a.index === b.index;
}

function titled(id: string | undefined, title: string): string {
  const short = title.length > 40 ? `${title.slice(0, 39)}…` : title;
  return `${id ?? ''} ${short}`.trim() || vscode.l10n.t('Story');
}

/** What is to be said of the file itself. */
async function onDisk(file: vscode.Uri): Promise<Pick<PageEvent, 'readOnly' | 'deleted'>> {
  const locked = { readOnly: vscode.l10n.t('This file can only be read.'), deleted: false };
  if (vscode.workspace.fs.isWritableFileSystem(file.scheme) === false) return locked;
  try {
    const { permissions = 0 } = await vscode.workspace.fs.stat(file);
    return (permissions & vscode.FilePermission.Readonly) !== 0 ? locked : { deleted: false };
  } catch (error) {
    return { deleted: error instanceof vscode.FileSystemError && error.code === 'FileNotFound' };
  }
}
