/** The lines of a text, with the offset of each. */
import type { Span } from '../../text/span.ts';

export class Lines {
  /** Without their line breaks; the text behind the last line break is the last one. */
  readonly all: readonly string[];
  readonly #starts: readonly number[];

  constructor(readonly text: string) {
    const starts = [0];
    const breaks = /\r?\n/g;
    for (let match = breaks.exec(text); match; match = breaks.exec(text)) starts.push(breaks.lastIndex);
    this.#starts = starts;
    this.all = starts.map((start, i) =>
      text.slice(start, starts[i + 1] ?? text.length).replace(/\r?\n$/, ''),
    );
  }

  /** Offset of a line; that of the text's end for one behind the last. */
  start(line: number): number {
    return this.#starts[Math.max(0, line)] ?? this.text.length;
  }

  /** A line without the space around it; at its start where it is blank. */
  trimmed(line: number): Span {
    const start = this.start(line);
    const words = this.all[Math.max(0, line)] ?? '';
    const from = start + words.length - words.trimStart().length;
    return words.trim() === '' ? { start, end: start } : { start: from, end: start + words.trimEnd().length };
  }

  /** The first line that is not blank; the start of the text where there is none. */
  get firstFilled(): Span {
    return this.trimmed(
      Math.max(
        0,
        this.all.findIndex((line) => line.trim() !== ''),
      ),
    );
  }

  /** The last line that is not blank; the start of the text where there is none. */
  get lastFilled(): Span {
    let line = this.all.length - 1;
    while (line > 0 && this.all[line]?.trim() === '') line--;
    return this.trimmed(line);
  }
}
