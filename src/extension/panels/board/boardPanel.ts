/** The host of the board and of the story map: it feeds the newest backlog to the view and turns what is done there into operations. */
import * as vscode from 'vscode';
import { blockedSinceRequest } from '../../../protocol/commits.ts';
import { cardsRequest, type Operation } from '../../../protocol/lsp.ts';
import type { BoardContract, BoardSettings, Columns } from '../../../protocol/panels/board.ts';
import { boardCalls, boardSettings } from '../../../protocol/panels/boardSchema.ts';
import type { Backlog } from '../../../views/snapshots.ts';
import type { App } from '../../app.ts';
import { labelOf } from '../../labels.ts';
import { dayOf, today } from '../../../node/clock.ts';
import { BacklogFeed } from '../backlogFeed.ts';
import { meIn } from '../../addMe.ts';
import { askWhoAmI } from '../me.ts';
import type { PanelState } from '../openPanel.ts';
import { gone, Panel } from '../panel.ts';
import type { Calls } from '../viewHost.ts';
import { firstStatus } from '../../commands/newStory.ts';
import { addOperation, moveOperation } from './operations.ts';
import { pickPlace } from './pickPlace.ts';
import { seenFirst } from './seenFirst.ts';

/** Under what it is kept how each is looked at. */
const SETTINGS: Readonly<Record<Columns, string>> = {
  status: 'refinery.board.look',
  epic: 'refinery.storyMap.look',
};

const FIRST_SETTINGS: Readonly<Record<Columns, BoardSettings>> = {
  status: { columns: 'status', scope: { kind: 'active' }, lanes: 'none', filter: '', quick: [], folded: [] },
  epic: { columns: 'epic', scope: { kind: 'all' }, lanes: 'release', filter: '', quick: [], folded: [] },
};

export class BoardPanel extends Panel<BoardContract> {
  readonly #feed = new BacklogFeed({
    backlog: (event) => {
      this.send('backlog', event);
    },
    missing: (why) => {
      this.send('missing', { why });
    },
    seenFirst: (backlog) => seenFirst(backlog.rows, this.#settings(backlog), today()),
  });

  readonly #columns: Columns;

  constructor(
    app: App,
    panel: vscode.WebviewPanel,
    { state, columns }: { readonly state: PanelState; readonly columns: Columns },
  ) {
    super({ app, panel, view: 'board', state, schemas: boardCalls });
    this.#columns = columns;
    this.disposables.push(
      app.commits.onDidChange(() => {
        this.send('commits', { news: true });
      }),
    );
  }

  protected override show(anew: boolean): void {
    const { backlog } = this;
    if (anew) this.#feed.restart();
    if (backlog !== undefined) {
      const { name } = backlog;
      this.panel.title =
        this.#columns === 'epic'
          ? vscode.l10n.t('Map: {name}', { name })
          : vscode.l10n.t('Board: {name}', { name });
      const me = meIn(this.app, backlog) ?? null;
      this.send('settings', { settings: this.#settings(backlog), me, today: today() });
    }
    this.#feed.show(backlog, this.missing);
  }

  /** How it was looked at last; at first what was decided against is folded away. */
  #settings({ workflow }: Backlog): BoardSettings {
    const columns = this.#columns;
    const kept = boardSettings.safeParse(this.app.context.workspaceState.get(SETTINGS[columns]));
    if (kept.success && kept.data.columns === columns) return kept.data;
    const first = FIRST_SETTINGS[columns];
    return columns === 'status' ? { ...first, folded: workflow.dropped } : first;
  }

  protected override calls(): Calls<BoardContract> {
    return {
      move: async (params) => {
        const rows = this.rows(params.keys);
        // The view may not know yet that one of them is gone: then none is moved, and it is said.
        if (rows.length < params.keys.length) return gone();
        const operation = moveOperation(this.backlog?.rows ?? [], params);
        return this.run(operation, vscode.l10n.t('Move {items}', { items: labelOf(rows) }));
      },
      add: async (params) =>
        this.run(
          addOperation(params, this.backlog && firstStatus(this.backlog)),
          vscode.l10n.t('Add “{title}”', { title: params.title }),
        ),
      rename: async ({ key, title }) => {
        const [row] = this.rows([key]);
        if (row === undefined) return gone();
        const operation: Operation = { type: 'set', item: row.address, field: 'title', value: title };
        return this.run(operation, vscode.l10n.t('Rename {items}', { items: labelOf([row]) }));
      },
      facts: async ({ keys }) => {
        const backlog = this.backlog;
        if (backlog === undefined) return [];
        const rows = this.rows(keys);
        const cards = await this.app.link.request(cardsRequest, {
          uri: backlog.uri,
          items: rows.map(({ address }) => address),
        });
        return rows.flatMap(({ key }, index) => ({ key, ...cards[index] }));
      },
      since: async ({ keys }) => {
        const { backlog } = this;
        if (backlog === undefined) return [];
        const rows = this.rows(keys);
        const items = rows.map(({ address }) => address);
        const times = await this.app.link.request(blockedSinceRequest, { uri: backlog.uri, items });
        return rows.map(({ key }, index) => {
          const time = times[index] ?? undefined;
          return { key, ...(time === undefined ? {} : { since: dayOf(new Date(time * 1000)) }) };
        });
      },
      open: async ({ key, inFile }) => {
        const command = inFile ? 'refinery.openItem' : 'refinery.openStory';
        await vscode.commands.executeCommand(command, { uri: this.uri, key });
        return null;
      },
      moveTo: async ({ keys }) => {
        const rows = this.rows(keys);
        const items = rows.flatMap(({ id }) => id ?? []);
        const wanted = { uri: this.uri, items };
        const { backlog } = this;
        if (this.#columns === 'status') await vscode.commands.executeCommand('refinery.setStatus', wanted);
        else if (backlog !== undefined) {
          const to = await pickPlace(backlog, labelOf(rows));
          if (to !== undefined)
            await vscode.commands.executeCommand(to.command, { ...wanted, value: to.value });
        }
        return null;
      },
      saveSettings: async (settings) => {
        await this.app.context.workspaceState.update(SETTINGS[this.#columns], settings);
        return null;
      },
      whoAmI: async () => {
        const backlog = this.backlog;
        return backlog === undefined ? null : ((await askWhoAmI(this.app, backlog)) ?? null);
      },
      command: async ({ name }) => {
        await vscode.commands.executeCommand(`refinery.${name}`, { uri: this.uri });
        return null;
      },
    };
  }
}
