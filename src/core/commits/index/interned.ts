/** Texts by number: each is kept once, however often it comes. */
import { type Growing, growingBytes } from './growing.ts';
import { sameBytes } from './idTable.ts';
import type { LoggedCommit } from './logReader.ts';

export class Interned {
  private readonly numbers = new Map<string, number>();
  private readonly texts: string[] = [];
  private lastText: string | undefined;
  private last = -1;

  constructor(texts: readonly string[]) {
    for (const text of texts) this.number(text);
  }

  number(text: string): number {
    // Often the same as the last one, which is told without a hash.
    if (text === this.lastText) return this.last;
    let number = this.numbers.get(text);
    if (number === undefined) {
      number = this.texts.length;
      // A copy of its own: a piece of a message would keep all of that message in memory.
      const own = text.split('').join('');
      this.texts.push(own);
      this.numbers.set(own, number);
    }
    this.last = number;
    this.lastText = this.texts[number];
    return number;
  }

  text(number: number): string {
    return this.texts[number] ?? '';
  }

  all(): readonly string[] {
    return this.texts;
  }
}

/** A power of two. */
const PLACES = 1024;

/** Tells the authors of commits by their bytes, so that no text is made of one that came shortly before. */
export class AuthorCache {
  private readonly bytes: Growing<Uint8Array> = growingBytes();
  private readonly starts = new Int32Array(PLACES);
  private readonly lengths = new Int32Array(PLACES).fill(-1);
  private readonly numbers = new Int32Array(PLACES);

  constructor(private readonly authors: Interned) {}

  number(commit: LoggedCommit): number {
    const { bytes, author, authorEnd } = commit;
    const length = authorEnd - author;
    let hash = length;
    for (let at = author; at < authorEnd; at++) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193);
    const place = (hash ^ (hash >>> 15)) & (PLACES - 1);
    const start = this.starts[place] ?? 0;
    if (this.lengths[place] === length && sameBytes(this.bytes.raw, start, bytes, author, length))
      return this.numbers[place] ?? 0;
    const number = this.authors.number(commit.text(author, authorEnd));
    // Names as long as this are rare, and there may be many of them.
    if (this.bytes.length > MOST_BYTES) this.forget();
    this.bytes.reserve(length);
    this.starts[place] = this.bytes.length;
    this.lengths[place] = length;
    this.numbers[place] = number;
    this.bytes.raw.set(bytes.subarray(author, authorEnd), this.bytes.length);
    this.bytes.length += length;
    return number;
  }

  private forget(): void {
    this.bytes.length = 0;
    this.lengths.fill(-1);
  }
}

const MOST_BYTES = 1 << 18;
