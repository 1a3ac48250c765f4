/**
 * Many short texts in one array of bytes: a byte for each character where all of them are Latin-1, two otherwise. Texts
 * are numbered in the order in which they came.
 */
import { type Growing, growingBytes, growingCounts } from './growing.ts';

/** Longer texts are cut: a subject of a megabyte is nobody's. */
const MOST_CHARACTERS = 500;

export class TextStore {
  /** Where each text begins, times two, and one more where it takes two bytes for a character. */
  private readonly starts: Growing<Uint32Array>;
  private readonly bytes: Growing<Uint8Array>;

  constructor(starts?: Uint32Array, bytes?: Uint8Array) {
    this.starts = growingCounts(starts);
    this.bytes = growingBytes(bytes);
  }

  get size(): number {
    return this.starts.length;
  }

  add(text: string): void {
    const length = Math.min(text.length, MOST_CHARACTERS);
    const { bytes } = this;
    bytes.reserve(2 * length);
    const { raw } = bytes;
    const start = bytes.length;
    let wide = 0;
    for (let i = 0; i < length; i++) {
      const code = text.charCodeAt(i);
      if (code > 0xff) {
        wide = 1;
        break;
      }
      raw[start + i] = code;
    }
    if (wide === 1) {
      for (let i = 0; i < length; i++) {
        const code = text.charCodeAt(i);
        raw[start + 2 * i] = code & 0xff;
        raw[start + 2 * i + 1] = code >> 8;
      }
    }
    this.starts.push(start * 2 + wide);
    bytes.length = start + length * (1 + wide);
  }

  /** Adds a text of ASCII. */
  addPlain(source: Uint8Array, start: number, end: number): void {
    const length = Math.min(end - start, MOST_CHARACTERS);
    const { bytes } = this;
    bytes.reserve(length);
    const { raw } = bytes;
    const to = bytes.length;
    for (let i = 0; i < length; i++) raw[to + i] = source[start + i] ?? 0;
    this.starts.push(to * 2);
    bytes.length = to + length;
  }

  get(index: number): string {
    if (index < 0 || index >= this.starts.length) return '';
    const mark = this.starts.at(index);
    const wide = (mark & 1) === 1;
    const end = index + 1 < this.starts.length ? this.starts.at(index + 1) >>> 1 : this.bytes.length;
    const piece = this.bytes.raw.subarray(mark >>> 1, end);
    if (!wide) return String.fromCharCode(...piece);
    const codes: number[] = [];
    for (let i = 0; i + 1 < piece.length; i += 2) codes.push((piece[i] ?? 0) | ((piece[i + 1] ?? 0) << 8));
    return String.fromCharCode(...codes);
  }

  trim(): { readonly starts: Uint32Array; readonly bytes: Uint8Array } {
    return { starts: this.starts.trim(), bytes: this.bytes.trim() };
  }
}
