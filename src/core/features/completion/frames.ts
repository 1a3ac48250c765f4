/** The mappings and lists around a line of YAML, from the top level inward, entered and left by columns alone. */
import { ENTRY, type Step } from './placeFlow.ts';

export interface Frame {
  readonly kind: 'map' | 'seq';
  readonly column: number;
  readonly keys: Set<string>;
  readonly entries: Set<string>;
  key: string | undefined;
  /** Nothing stands behind the key or the dash yet. */
  empty: boolean;
}

function newFrame(
  kind: Frame['kind'],
  column: number,
  { key, empty }: { readonly key?: string | undefined; readonly empty: boolean },
): Frame {
  return { kind, column, keys: new Set(), entries: new Set(), key, empty };
}

function stepsInto({ kind, key }: Frame): Step[] {
  if (kind === 'seq') return [ENTRY];
  return key === undefined ? [] : [key];
}

export class Frames {
  private readonly frames: Frame[];

  /** @param section the top-level key that the text begins in, if it does. */
  constructor(section: string | undefined) {
    this.frames = [newFrame('map', 0, { key: section, empty: section !== undefined })];
  }

  get top(): Frame | undefined {
    return this.frames.at(-1);
  }

  get depth(): number {
    return this.frames.length;
  }

  /** An empty line at the column of a list's dashes stays in the list, unless its parent's keys stand there too. */
  leave(column: number, line: 'dash' | 'text' | 'blank'): void {
    for (let top = this.top; top && this.frames.length > 1; top = this.top) {
      if (top.column < column || (top.column === column && (top.kind === 'map' || line === 'dash'))) return;
      if (top.column === column && line === 'blank' && this.frames.at(-2)?.column !== column) return;
      this.frames.pop();
    }
  }

  /** Enters a list whose dashes stand at this column; false where none can be. */
  seqAt(column: number): boolean {
    const top = this.top;
    if (top?.kind === 'seq' && top.column === column) {
      top.empty = true;
      return true;
    }
    if (top === undefined || !top.empty) return false;
    top.empty = false;
    this.frames.push(newFrame('seq', column, { empty: true }));
    return true;
  }

  /** Enters a mapping whose keys stand at this column; undefined where none can be. */
  mapAt(column: number): Frame | undefined {
    const top = this.top;
    if (top?.kind === 'map' && top.column === column) return top;
    if (top === undefined || !top.empty) return undefined;
    top.empty = false;
    const frame = newFrame('map', column, { empty: false });
    this.frames.push(frame);
    return frame;
  }

  /** The path to what stands behind the innermost key or dash. */
  path(): Step[] {
    return this.frames.flatMap(stepsInto);
  }

  /** The path to the innermost mapping or list itself. */
  keyPath(): Step[] {
    return this.frames.slice(0, -1).flatMap(stepsInto);
  }
}
