/** Which row of each list the tab key reaches: the current one where it is in that list, else the last one or the first. */
import type { Row } from '../../protocol/snapshot.ts';
import type { Selection } from '../shared/list/selection.ts';
import type { Side } from './row.ts';

export const SIDES: readonly Side[] = ['sprint', 'backlog'];

export class Cursor {
  readonly #rowsOf: (side: Side) => readonly Row[];
  readonly #selection: Selection;
  readonly #last: Record<Side, string | undefined> = { backlog: undefined, sprint: undefined };
  /** The keys of a list, made once for each list. */
  readonly #keys = new WeakMap<readonly Row[], ReadonlySet<string>>();

  constructor(selection: Selection, rowsOf: (side: Side) => readonly Row[]) {
    this.#selection = selection;
    this.#rowsOf = rowsOf;
  }

  of(side: Side): string | undefined {
    const { current } = this.#selection;
    const keys = this.#keysOf(side);
    const key = current !== undefined && keys.has(current) ? current : this.#last[side];
    this.#last[side] = key !== undefined && keys.has(key) ? key : this.#rowsOf(side)[0]?.key;
    return this.#last[side];
  }

  /** The list that a story is in. */
  sideOf(key: string): Side | undefined {
    return SIDES.find((side) => this.#keysOf(side).has(key));
  }

  #keysOf(side: Side): ReadonlySet<string> {
    const rows = this.#rowsOf(side);
    let keys = this.#keys.get(rows);
    if (keys === undefined) this.#keys.set(rows, (keys = new Set(rows.map(({ key }) => key))));
    return keys;
  }
}
