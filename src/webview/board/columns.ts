/** The columns of the board: the statuses of the workflow, or on a story map the epics. Rows are dealt out to them. Pure. */
import type { ColumnTo, Columns } from '../../protocol/panels/board.ts';
import type { Row, Workflow } from '../../protocol/snapshot.ts';

export interface ColumnHead {
  /** What cards get that are put into it; undefined where none can be. */
  readonly to: ColumnTo | undefined;
  /** The status or the id of the epic; empty where there is none. */
  readonly key: string;
  readonly label: string;
  /** The epic that it is, by the key of its row. */
  readonly epic: string | undefined;
  /** How many stories are to be in it at most. */
  readonly limit: number | undefined;
}

interface Dealt extends ColumnHead {
  /** It is shown without cards as well. */
  readonly always: boolean;
}

export class ColumnDeal {
  readonly #field: Columns;
  readonly #dealt: Dealt[] = [];
  readonly #places = new Map<string | undefined, number>();

  constructor(field: Columns, rows: readonly Row[], workflow: Workflow) {
    this.#field = field;
    if (field === 'status')
      for (const status of workflow.statuses)
        this.#add(status, {
          to: { field, value: status },
          key: status,
          label: status,
          epic: undefined,
          limit: workflow.wip[status],
          always: true,
        });
    else {
      const over = new Set([...workflow.done, ...workflow.dropped]);
      for (const { key, list, id, title, status } of rows)
        if (list === 'epics' && id !== undefined && !this.#places.has(id))
          this.#add(id, {
            to: { field, value: id },
            key: id,
            label: title || id,
            epic: key,
            limit: undefined,
            always: status === undefined || !over.has(status),
          });
    }
  }

  /** The number of the column that a story is in. */
  of(row: Row): number {
    return this.#placeOf(row[this.#field]);
  }

  /** Those that are shown, by their numbers: with cards in them, or always. */
  shown(used: ReadonlySet<number>): readonly number[] {
    const isMap = this.#field === 'epic';
    if (isMap) this.#placeOf(undefined);
    const without = this.#places.get(undefined);
    const named = this.#dealt.flatMap(({ always }, at) =>
      at !== without && (always || used.has(at)) ? [at] : [],
    );
    if (without === undefined) return named;
    if (isMap) return [...named, without];
    // What is in no status is to be seen at once.
    return used.has(without) ? [without, ...named] : named;
  }

  head(at: number): ColumnHead {
    const head = this.#dealt[at];
    if (head === undefined) throw new Error(`there is no column ${at}`);
    return head;
  }

  #placeOf(value: string | undefined): number {
    const known = this.#places.get(value);
    if (known !== undefined) return known;
    const more = { epic: undefined, limit: undefined, always: false };
    // A story without a status, or with one that the workflow does not name.
    if (this.#field === 'status')
      return (
        this.#places.get(undefined) ??
        this.#add(undefined, { ...more, to: undefined, key: '', label: 'no status' })
      );
    if (value === undefined)
      return this.#add(value, { ...more, to: { field: 'epic', value: null }, key: '', label: 'No epic' });
    // Of an epic that is not in the file.
    return this.#add(value, { ...more, to: undefined, key: value, label: value });
  }

  #add(value: string | undefined, column: Dealt): number {
    const at = this.#dealt.push(column) - 1;
    this.#places.set(value, at);
    return at;
  }
}
