/** A board's host with a backlog of its own: moves and titles are made in its rows, and the view is told what changed. */
import { spliceBetween } from '../../../src/extension/panels/backlogFeed.ts';
import { packRows } from '../../../src/extension/panels/packRows.ts';
import type { BoardContract, BoardSettings, CardFacts } from '../../../src/protocol/panels/board.ts';
import type { Outcome } from '../../../src/protocol/panels/contract.ts';
import type { Row } from '../../../src/protocol/snapshot.ts';
import { withMove } from '../../../src/webview/board/model.ts';
import { story } from '../../extension/support/rows.ts';
import { TODAY, WORKFLOW } from './rows.ts';
import type { StandIn, Tell } from './viewPage.ts';

export const LOOK: BoardSettings = {
  columns: 'status',
  scope: { kind: 'all' },
  lanes: 'none',
  filter: '',
  quick: [],
  folded: ['dropped'],
};

const URI = 'file:///w/backlog.yaml';

export class BoardHost implements StandIn<BoardContract> {
  readonly #look: BoardSettings;
  #tell: Tell<BoardContract> | undefined;
  #rows: readonly Row[];
  #revision = 1;
  /** What every change is answered with, where it is not made. */
  refusal: string | undefined;

  constructor(rows: readonly Row[], look: Partial<BoardSettings> = {}) {
    this.#rows = rows;
    this.#look = { ...LOOK, ...look };
  }

  get rows(): readonly Row[] {
    return this.#rows;
  }

  row(key: string): Row | undefined {
    return this.#rows.find((row) => row.key === key);
  }

  readonly ready = async (tell: Tell<BoardContract>): Promise<void> => {
    this.#tell = tell;
    await tell('settings', { settings: this.#look, me: 'ana', today: TODAY });
    const whole = { uri: URI, revision: this.#revision, name: 'Fieldnotes', workflow: WORKFLOW };
    await tell('backlog', { kind: 'whole', ...whole, rows: packRows(this.#rows) });
  };

  /** Somebody changed the file: the view is told of what is different. */
  async change(to: (rows: readonly Row[]) => readonly Row[]): Promise<void> {
    const before = this.#rows;
    this.#rows = to(before);
    const since = this.#revision++;
    const splice = spliceBetween(before, this.#rows);
    await this.#tell?.('backlog', { kind: 'change', since, revision: this.#revision, ...splice });
  }

  readonly calls: StandIn<BoardContract>['calls'] = {
    move: async (move) => this.#make((rows) => withMove(rows, move)),
    add: async ({ title, column, lane }) =>
      this.#make((rows) => {
        const fields = [column, lane].flatMap((to) =>
          to === undefined || to.value === null ? [] : [[to.field, to.value] as const],
        );
        return [...rows, story(`NEW-${this.#revision}`, { title, ...Object.fromEntries(fields) })];
      }),
    rename: async ({ key, title }) =>
      this.#make((rows) => rows.map((row) => (row.key === key ? { ...row, title } : row))),
    facts: ({ keys }) => keys.map((key) => this.#facts(key)),
    since: ({ keys }) => keys.map((key) => ({ key, since: '2026-11-22' })),
    open: () => null,
    moveTo: () => null,
    saveSettings: () => null,
    whoAmI: () => 'ana',
    command: () => null,
  };

  #facts(key: string): CardFacts {
    const blocked = this.row(key)?.blocked === true ? { blocked: 'waiting for the test phones' } : {};
    return { key, tasks: { done: 1, all: 3 }, ...blocked };
  }

  async #make(to: (rows: readonly Row[]) => readonly Row[]): Promise<Outcome> {
    if (this.refusal !== undefined) return { ok: false, message: this.refusal };
    await this.change(to);
    return { ok: true };
  }
}
