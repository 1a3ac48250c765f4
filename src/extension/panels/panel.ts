/**
 * What every panel does: it knows its backlog, feeds its view when it can be seen, and turns what is done there into
 * operations. A view of its own adds its calls and what it shows.
 */
import * as vscode from 'vscode';
import type { Operation } from '../../protocol/lsp.ts';
import type { NoBacklog } from '../../protocol/panels/backlogEvents.ts';
import type { Contract, EventName, Outcome } from '../../protocol/panels/contract.ts';
import type { Row } from '../../protocol/snapshot.ts';
import type { Backlog } from '../../views/snapshots.ts';
import type { App } from '../app.ts';
import type { OpenPanel, PanelState } from './openPanel.ts';
import { pageOf } from './page.ts';
import { type Calls, type Schemas, ViewHost } from './viewHost.ts';

export interface PanelOptions<C extends Contract> {
  readonly app: App;
  readonly panel: vscode.WebviewPanel;
  /** The folder of the view in `src/webview`. */
  readonly view: string;
  readonly state: PanelState;
  readonly schemas: Schemas<C>;
}

export abstract class Panel<C extends Contract> implements OpenPanel {
  protected readonly app: App;
  protected readonly panel: vscode.WebviewPanel;
  protected readonly disposables: { dispose(): unknown }[] = [];
  readonly #options: PanelOptions<C>;
  #host: ViewHost<C> | undefined;
  #uri: string | undefined;

  constructor(options: PanelOptions<C>) {
    this.app = options.app;
    this.panel = options.panel;
    this.#options = options;
    this.#uri = options.state.uri;
  }

  /** What the view may ask for. */
  protected abstract calls(): Calls<C>;

  /**
   * Tells the view what it shows; called when it can be seen and something may be different.
   * @param anew the view knows nothing: it is new, or was hidden meanwhile
   */
  protected abstract show(anew: boolean): void;

  /** Puts the page in. Called once, when the panel is ready to answer. */
  start(): void {
    const { app, panel, view, schemas } = this.#options;
    this.#host = new ViewHost<C>({
      panel,
      schemas,
      calls: this.calls(),
      onShown: () => {
        this.show(true);
      },
      log: app.log,
      sorry: vscode.l10n.t('Something went wrong in Refinery. See the log for details.'),
    });
    this.disposables.push(
      this.#host,
      app.store.onDidChange(() => {
        if (this.shown) this.show(false);
      }),
      // What a view left open over midnight writes is of the new day.
      app.day.onDidChange(() => {
        if (this.shown) this.show(false);
      }),
    );
    panel.webview.html = pageOf(panel.webview, app.context.extensionUri, view);
  }

  /** The file of the backlog that it shows. */
  get uri(): string | undefined {
    return this.backlog?.uri ?? this.#uri;
  }

  /** From now on it is about another backlog. */
  protected turnTo(uri: string | undefined): void {
    this.#uri = uri;
  }

  /** True where this panel is the one to bring to the front when somebody asks for `state`. */
  isAbout({ uri }: PanelState): boolean {
    return uri === undefined || uri === this.uri;
  }

  get isFree(): boolean {
    return false;
  }

  reveal(_: PanelState, keepFocus: boolean): void {
    this.panel.reveal(undefined, keepFocus);
  }

  dispose(): void {
    for (const disposable of this.disposables) disposable.dispose();
  }

  /** True while the person can see it. */
  protected get shown(): boolean {
    return this.#host?.shown ?? false;
  }

  protected send<N extends EventName<C>>(event: N, data: C['events'][N]): void {
    this.#host?.send(event, data);
  }

  /** The backlog that it was opened for, else the first; from then on that one. */
  protected get backlog(): Backlog | undefined {
    const { store } = this.app;
    if (this.#uri !== undefined) return store.backlog(this.#uri);
    const [first] = store.backlogs;
    this.#uri = first?.uri;
    return first;
  }

  /** Why there is no backlog to show, where there is none. */
  protected get missing(): NoBacklog {
    const { state } = this.app.store;
    return state === 'ready' ? 'gone' : state;
  }

  protected rows(keys: readonly string[]): readonly Row[] {
    const wanted = new Set(keys);
    return this.backlog?.rows.filter(({ key }) => wanted.has(key)) ?? [];
  }

  /** @param label what is done, for undo: `Move FN-12` */
  protected async run(operation: Operation | undefined, label: string): Promise<Outcome> {
    const { backlog } = this;
    if (backlog === undefined) return gone();
    if (operation === undefined) return { ok: true };
    const outcome = await this.app.edits.run(backlog.uri, operation, label);
    return outcome.ok ? { ok: true } : { ok: false, message: outcome.message };
  }
}

/** What is said of a change to something that is not there any more. */
export function gone(): Outcome {
  return { ok: false, message: vscode.l10n.t('This is no longer in the file.') };
}
