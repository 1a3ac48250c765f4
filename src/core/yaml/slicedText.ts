/**
 * The text of one file as a row of slices: the text store of everything that edits or watches a backlog.
 * Immutable; an edit cuts only what it touches again and keeps every other slice as the same object.
 * The slices' texts, one after the other, are the file to the last byte. Nothing here understands YAML.
 */
import type { LineCharacter } from '../text/position.ts';
import type { TextEdit } from '../text/span.ts';
import { AT_START, cut, type CutState, type Slice, wholeSlice } from './slice.ts';

export type { Slice } from './slice.ts';

export interface SlicedEdit {
  readonly text: SlicedText;
  /** Slices of the old text that are not in the new one, in order. */
  readonly removed: readonly Slice[];
  /** Slices of the new text that were not in the old one, in order. */
  readonly added: readonly Slice[];
  /** Index of the first slice that differs. */
  readonly from: number;
}

/** More edits than this are made all at once. */
const MANY = 32;

export class SlicedText {
  private constructor(
    readonly slices: readonly Slice[],
    /** Offset where each slice starts, and at the end the length of the text. */
    private readonly starts: Int32Array,
    /** Line breaks before each slice, and at the end all of them. */
    private readonly breaks: Int32Array,
  ) {}

  static of(text: string): SlicedText {
    return SlicedText.from(cut(text, AT_START) ?? [wholeSlice(text)]);
  }

  private static from(slices: readonly Slice[]): SlicedText {
    const count = slices.length;
    const starts = new Int32Array(count + 1);
    const breaks = new Int32Array(count + 1);
    let offset = 0;
    let lines = 0;
    for (let i = 0; i < count; i++) {
      const slice = slices[i] as Slice;
      starts[i] = offset;
      breaks[i] = lines;
      offset += slice.text.length;
      lines += slice.breaks;
    }
    starts[count] = offset;
    breaks[count] = lines;
    return new SlicedText(slices, starts, breaks);
  }

  get length(): number {
    return this.starts[this.slices.length] ?? 0;
  }

  /** How many lines an editor shows: one more than there are line breaks. */
  get lineCount(): number {
    return (this.breaks[this.slices.length] ?? 0) + 1;
  }

  /** The whole text; costs its length, so never on a keystroke. */
  toString(): string {
    let text = '';
    for (const slice of this.slices) text += slice.text;
    return text;
  }

  /** The text between two absolute offsets. */
  slice(start: number, end: number): string {
    if (end <= start) return '';
    let index = this.indexAt(start);
    let text = '';
    for (; index < this.slices.length && this.startOf(index) < end; index++) {
      const base = this.startOf(index);
      text += (this.slices[index] as Slice).text.slice(Math.max(0, start - base), end - base);
    }
    return text;
  }

  /** Absolute offset where the slice with this index starts; the text's length for one behind the last. */
  startOf(index: number): number {
    return this.starts[index] ?? this.length;
  }

  /** Line (from 0) on which the slice with this index starts. */
  lineOf(index: number): number {
    return this.breaks[index] ?? this.lineCount - 1;
  }

  /** Index of the slice that holds this offset; the last one for the end of the text; 0 for an empty text. */
  indexAt(offset: number): number {
    return Math.max(0, lastAtMost(this.starts, offset, this.slices.length));
  }

  /** Index of a slice of this text, or -1. */
  indexOf(slice: Slice): number {
    return this.slices.indexOf(slice);
  }

  /** Line and character of an absolute offset; clamped to the text. */
  positionAt(offset: number): LineCharacter {
    const clamped = Math.min(Math.max(0, offset), this.length);
    if (this.slices.length === 0) return { line: 0, character: 0 };
    const index = this.indexAt(clamped);
    return this.positionIn(index, clamped - this.startOf(index));
  }

  /** Line and character of an offset relative to the slice with this index. */
  positionIn(index: number, offset: number): LineCharacter {
    const slice = this.slices[index];
    if (!slice) return this.positionAt(this.length);
    const { text } = slice;
    let line = this.lineOf(index);
    let lineStart = 0;
    for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) {
      line++;
      lineStart = at + 1;
    }
    return { line, character: offset - lineStart };
  }

  /** Absolute offset of a position; a character behind the line's end is the line's end, a line behind the last the text's end. */
  offsetAt(position: LineCharacter): number {
    if (position.line < 0) return 0;
    if (position.line >= this.lineCount) return this.length;
    const count = this.slices.length;
    if (count === 0) return 0;
    // A slice always starts a line, so no two of them start on the same one.
    const index = lastAtMost(this.breaks, position.line, count);
    const text = (this.slices[index] as Slice).text;
    let lineStart = 0;
    for (let line = this.lineOf(index); line < position.line; line++)
      lineStart = text.indexOf('\n', lineStart) + 1;
    const start = this.startOf(index) + lineStart;
    return Math.min(start + Math.max(0, position.character), this.lineEnd(index, lineStart));
  }

  /**
   * The text with these edits made, and which slices that replaced.
   * The edits are given against this text, sorted, and do not overlap.
   */
  edit(edits: readonly TextEdit[]): SlicedEdit {
    const [only] = edits;
    if (edits.length === 1 && only) return this.editOnce(only);
    if (edits.length > MANY) return this.editAll(edits);
    // From the last to the first, so that the offsets in front of an edit stay right.
    const text = [...edits]
      .reverse()
      .reduce<SlicedText>((current, edit) => current.editOnce(edit).text, this);
    return difference(this, text);
  }

  /** Cuts the whole text again, and keeps the slices that come out as they were. */
  private editAll(edits: readonly TextEdit[]): SlicedEdit {
    const text = this.toString();
    const pieces: string[] = [];
    let at = 0;
    for (const edit of edits) {
      pieces.push(text.slice(at, edit.start), edit.text);
      at = edit.end;
    }
    const { slices } = SlicedText.of(pieces.join('') + text.slice(at));
    return difference(this, SlicedText.from(withOld(this.slices, slices)));
  }

  private editOnce(edit: TextEdit): SlicedEdit {
    const { slices } = this;
    const first = this.indexAt(edit.start);
    const last = this.indexAt(edit.end);
    const low = Math.max(0, first - 1);
    const state: CutState = low === 0 ? AT_START : (slices[low] as Slice);
    let high = Math.min(slices.length - 1, last + 1);
    for (let step = 4; ; step *= 4) {
      const base = this.startOf(low);
      const region =
        this.slice(base, edit.start) +
        edit.text +
        this.slice(edit.end, this.startOf(Math.max(low, high + 1)));
      const pieces = slices[low]?.kind === 'whole' ? undefined : cut(region, state);
      if (!pieces) return this.recut(edit);
      const old = slices[high];
      const end = pieces.at(-1);
      if (high >= slices.length - 1 || (old && end && high > last && end.like(old))) {
        return this.splice(low, high, pieces);
      }
      high = Math.min(slices.length - 1, high + step);
    }
  }

  private recut(edit: TextEdit): SlicedEdit {
    const text = this.toString();
    const next = SlicedText.of(text.slice(0, edit.start) + edit.text + text.slice(edit.end));
    return difference(this, next);
  }

  /** Replaces the slices `low` to `high` by new pieces, keeping old objects where nothing changed. */
  private splice(low: number, high: number, pieces: readonly Slice[]): SlicedEdit {
    const old = this.slices;
    let head = 0;
    while (
      low + head <= high &&
      head < pieces.length &&
      (old[low + head] as Slice).like(pieces[head] as Slice)
    ) {
      head++;
    }
    let tail = 0;
    while (
      high - tail >= low + head &&
      pieces.length - 1 - tail >= head &&
      (old[high - tail] as Slice).like(pieces[pieces.length - 1 - tail] as Slice)
    ) {
      tail++;
    }
    const from = low + head;
    const removed = old.slice(from, high + 1 - tail);
    const added = pieces.slice(head, pieces.length - tail);
    if (removed.length === added.length) return { text: this.replace(from, added), removed, added, from };
    const slices = [...old.slice(0, from), ...added, ...old.slice(from + removed.length)];
    return { text: SlicedText.from(slices), removed, added, from };
  }

  /** As many slices as before, at the same indexes: only the tables behind them move. */
  private replace(from: number, added: readonly Slice[]): SlicedText {
    const slices = this.slices.slice();
    const starts = this.starts.slice();
    const breaks = this.breaks.slice();
    let longer = 0;
    let more = 0;
    added.forEach((slice, i) => {
      const before = slices[from + i] as Slice;
      slices[from + i] = slice;
      starts[from + i] = this.startOf(from + i) + longer;
      breaks[from + i] = this.lineOf(from + i) + more;
      longer += slice.text.length - before.text.length;
      more += slice.breaks - before.breaks;
    });
    for (let i = from + added.length; i < starts.length; i++) {
      starts[i] = (starts[i] as number) + longer;
      breaks[i] = (breaks[i] as number) + more;
    }
    return new SlicedText(slices, starts, breaks);
  }

  private lineEnd(index: number, lineStart: number): number {
    const slice = this.slices[index] as Slice;
    const newline = slice.text.indexOf('\n', lineStart);
    if (newline < 0) return this.startOf(index) + slice.text.length;
    const carriage = newline > lineStart && slice.text.charCodeAt(newline - 1) === 13;
    return this.startOf(index) + newline - (carriage ? 1 : 0);
  }
}

/** The new slices, with the old objects in place of those that are like them and in the same order. */
function withOld(before: readonly Slice[], after: readonly Slice[]): Slice[] {
  let at = 0;
  const isOld = (slice: Slice | undefined, index: number): boolean =>
    slice !== undefined && before[index]?.like(slice) === true;
  return after.map((slice, i) => {
    const next = after[i + 1];
    // Where the one that should be here is not: it was changed, or gone, or this one came in front of it.
    if (!isOld(slice, at)) {
      if (!isOld(next, at + 1) && isOld(slice, at + 1)) at++;
      else {
        if (!isOld(next, at)) at++;
        return slice;
      }
    }
    return before[at++] ?? slice;
  });
}

function difference(before: SlicedText, after: SlicedText): SlicedEdit {
  const a = before.slices;
  const b = after.slices;
  const kept = new Set(b);
  const had = new Set(a);
  let from = 0;
  while (from < a.length && from < b.length && a[from] === b[from]) from++;
  return {
    text: after,
    removed: a.filter((slice) => !kept.has(slice)),
    added: b.filter((slice) => !had.has(slice)),
    from,
  };
}

/** Index of the last of the first `count` entries that is at most `value`, or -1. */
function lastAtMost(table: Int32Array, value: number, count: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((table[middle] as number) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
