/** A path of a page taken apart: `acceptance.2.then.0`. */

/** Fields whose entries are edited one by one; a position behind any of them is an entry of the list. */
const WHOLE = new Set(['score', 'blocked']);

export class Path {
  readonly field: string;
  /** The position of the entry in the field's list. */
  readonly entry: number | undefined;

  constructor(readonly steps: readonly string[]) {
    const [field = '', second] = steps;
    this.field = field;
    this.entry = second !== undefined && /^\d+$/.test(second) ? Number(second) : undefined;
  }

  /** What its mark stands for: an entry of a list as a whole, a score as a whole, any other field by itself. */
  get marked(): readonly string[] {
    if (this.entry !== undefined) return this.steps.slice(0, 2);
    return WHOLE.has(this.field) ? [this.field] : this.steps;
  }

  /** What stands behind the entry, or behind the field. */
  get rest(): readonly string[] {
    return this.steps.slice(this.entry === undefined ? 1 : 2);
  }

  get text(): string {
    return this.steps.join('.');
  }

  withEntry(entry: number): Path {
    return new Path([this.field, String(entry), ...this.rest]);
  }

  /** Where it ends at a position: the list, and which of its entries. */
  get last(): { readonly list: string; readonly index: number } | undefined {
    const last = this.steps.at(-1) ?? '';
    if (this.steps.length < 2 || !/^\d+$/.test(last)) return undefined;
    return { list: this.steps.slice(0, -1).join('.'), index: Number(last) };
  }
}

export function pathOf(text: string): Path {
  return new Path(text.split('.'));
}
