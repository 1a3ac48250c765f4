/** The board's host: it feeds the newest backlog to the view and turns what is done there into operations. */
import * as vscode from 'vscode';
import { cardsRequest, type Operation } from '../../../protocol/lsp.ts';
import type { BoardContract, BoardLook } from '../../../protocol/panels/board.ts';
import { boardCalls, boardLook } from '../../../protocol/panels/boardSchema.ts';
import type { Outcome } from '../../../protocol/panels/contract.ts';
import type { Row } from '../../../protocol/snapshot.ts';
import type { Backlog } from '../../../views/snapshots.ts';
import type { App } from '../../app.ts';
import { labelOf } from '../../labels.ts';
import { BacklogFeed } from '../backlogFeed.ts';
import { askWhoAmI, meIn } from '../me.ts';
import { pageOf } from '../page.ts';
import { type Calls, ViewHost } from '../viewHost.ts';
import { addOperation, moveOperation } from './operations.ts';

const LOOK = 'refinery.board.look';

const FIRST_LOOK: BoardLook = {
  scope: { kind: 'active' },
  lanes: 'none',
  filter: '',
  quick: [],
  folded: [],
};

/** The backlog that a board is about; kept by the view, so that it is the same after a restart. */
export interface BoardState {
  readonly uri?: string;
}

export class BoardPanel implements vscode.Disposable {
  readonly #app: App;
  readonly #panel: vscode.WebviewPanel;
  readonly #host: ViewHost<BoardContract>;
  readonly #feed: BacklogFeed;
  readonly #disposables: { dispose(): unknown }[] = [];
  #uri: string | undefined;

  constructor(app: App, panel: vscode.WebviewPanel, { uri }: BoardState) {
    this.#app = app;
    this.#panel = panel;
    this.#uri = uri;
    this.#host = new ViewHost<BoardContract>({
      panel,
      schemas: boardCalls,
      calls: this.#calls(),
      onShown: () => {
        this.#feed.restart();
        this.#show();
      },
      log: app.log,
      sorry: vscode.l10n.t('This did not work because of a mistake in Refinery; its log says more.'),
    });
    this.#feed = new BacklogFeed({
      backlog: (event) => {
        this.#host.send('backlog', event);
      },
      missing: (why) => {
        this.#host.send('missing', { why });
      },
    });
    this.#disposables.push(
      this.#host,
      app.store.onDidChange(() => {
        if (this.#host.shown) this.#show();
      }),
    );
    panel.webview.html = pageOf(panel.webview, app.context.extensionUri, 'board');
  }

  get uri(): string | undefined {
    return this.#backlog()?.uri;
  }

  reveal(): void {
    this.#panel.reveal();
  }

  dispose(): void {
    for (const disposable of this.#disposables) disposable.dispose();
  }

  /** The backlog that it was opened for, else the first. */
  #backlog(): Backlog | undefined {
    const { store } = this.#app;
    if (this.#uri !== undefined) return store.backlog(this.#uri);
    return store.backlogs[0];
  }

  #show(): void {
    const backlog = this.#backlog();
    const { state } = this.#app.store;
    if (backlog !== undefined) {
      this.#uri = backlog.uri;
      this.#panel.title = vscode.l10n.t('Board: {name}', { name: backlog.name });
      this.#host.send('look', {
        look: this.#look(backlog),
        me: meIn(this.#app, backlog) ?? null,
        today: today(),
      });
    }
    this.#feed.show(backlog, state === 'ready' ? 'gone' : state);
  }

  /** How it was looked at last; at first what was decided against is folded away. */
  #look({ workflow }: Backlog): BoardLook {
    const kept = boardLook.safeParse(this.#app.context.workspaceState.get(LOOK));
    return kept.success ? kept.data : { ...FIRST_LOOK, folded: workflow.dropped };
  }

  #calls(): Calls<BoardContract> {
    return {
      move: async (params) => {
        const rows = this.#rows(params.keys);
        const operation = moveOperation(this.#backlog()?.rows ?? [], params);
        return this.#run(operation, vscode.l10n.t('Move {items}', { items: labelOf(rows) }));
      },
      add: async (params) =>
        this.#run(addOperation(params), vscode.l10n.t('Add “{title}”', { title: params.title })),
      rename: async ({ key, title }) => {
        const [row] = this.#rows([key]);
        if (row === undefined) return gone();
        const operation: Operation = { type: 'set', item: row.address, field: 'title', value: title };
        return this.#run(operation, vscode.l10n.t('Rename {items}', { items: labelOf([row]) }));
      },
      facts: async ({ keys }) => {
        const backlog = this.#backlog();
        if (backlog === undefined) return [];
        const rows = this.#rows(keys);
        const cards = await this.#app.link.request(cardsRequest, {
          uri: backlog.uri,
          items: rows.map(({ address }) => address),
        });
        return rows.flatMap(({ key }, index) => ({ key, ...cards[index] }));
      },
      open: async ({ key, inFile }) => {
        await vscode.commands.executeCommand('refinery.openItem', { uri: this.#uri, key, inFile });
        return null;
      },
      moveTo: async ({ keys }) => {
        const items = this.#rows(keys).flatMap(({ id }) => id ?? []);
        await vscode.commands.executeCommand('refinery.setStatus', { uri: this.#uri, items });
        return null;
      },
      keep: async (look) => {
        await this.#app.context.workspaceState.update(LOOK, look);
        return null;
      },
      whoAmI: async () => {
        const backlog = this.#backlog();
        return backlog === undefined ? null : ((await askWhoAmI(this.#app, backlog)) ?? null);
      },
      command: async ({ name }) => {
        await vscode.commands.executeCommand(`refinery.${name}`);
        return null;
      },
    };
  }

  #rows(keys: readonly string[]): readonly Row[] {
    const wanted = new Set(keys);
    return this.#backlog()?.rows.filter(({ key }) => wanted.has(key)) ?? [];
  }

  async #run(operation: Operation | undefined, label: string): Promise<Outcome> {
    const backlog = this.#backlog();
    if (backlog === undefined) return gone();
    if (operation === undefined) return { ok: true };
    const outcome = await this.#app.edits.run(backlog.uri, operation, label);
    return outcome.ok ? { ok: true } : { ok: false, message: outcome.message };
  }
}

function gone(): Outcome {
  return { ok: false, message: vscode.l10n.t('This is no longer in the file.') };
}

/** The day of the person, `YYYY-MM-DD`. */
function today(): string {
  const now = new Date();
  const part = (value: number): string => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${part(now.getMonth() + 1)}-${part(now.getDate())}`;
}
