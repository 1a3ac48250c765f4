/** Makes one list of edits out of several that were each planned on the text the one before left. Pure arithmetic. */
import type { TextEdit } from '../text/span.ts';

/** A run of the current text: kept from the first text, or new. */
type Run = { readonly start: number; readonly end: number } | { readonly text: string };

/** Edits against a first text, to which edits against the text that they make can be added. */
export class ComposedEdits {
  #runs: Run[];

  constructor(private readonly length: number) {
    this.#runs = length > 0 ? [{ start: 0, end: length }] : [];
  }

  /** @param edits sorted, not overlapping, against the text that all edits so far make */
  add(edits: readonly TextEdit[]): void {
    const cursor = new Cursor(this.#runs);
    const runs: Run[] = [];
    let at = 0;
    for (const { start, end, text } of edits) {
      cursor.take(start - at, runs);
      cursor.take(end - start, undefined);
      if (text !== '') runs.push({ text });
      at = end;
    }
    cursor.take(Infinity, runs);
    this.#runs = runs;
  }

  /** All edits against the first text, sorted, not overlapping. */
  edits(): TextEdit[] {
    const edits: TextEdit[] = [];
    let at = 0;
    let text = '';
    for (const run of this.#runs) {
      if ('text' in run) {
        text += run.text;
        continue;
      }
      if (run.start > at || text !== '') edits.push({ start: at, end: run.start, text });
      at = run.end;
      text = '';
    }
    if (this.length > at || text !== '') edits.push({ start: at, end: this.length, text });
    return edits;
  }
}

/** Goes through runs once, from the first to the last. */
class Cursor {
  #next = 0;
  /** What is left of the run that was cut. */
  #rest: Run | undefined;

  constructor(private readonly runs: readonly Run[]) {}

  /** Takes characters of the text that the runs make, and leaves them out where there is nothing to put them into. */
  take(length: number, into: Run[] | undefined): void {
    let left = length;
    while (left > 0) {
      const run = this.#rest ?? this.runs[this.#next++];
      this.#rest = undefined;
      if (run === undefined) return;
      const size = 'text' in run ? run.text.length : run.end - run.start;
      if (size <= left) {
        into?.push(run);
        left -= size;
        continue;
      }
      const [head, tail] = cutRun(run, left);
      into?.push(head);
      this.#rest = tail;
      return;
    }
  }
}

function cutRun(run: Run, at: number): [Run, Run] {
  if ('text' in run) return [{ text: run.text.slice(0, at) }, { text: run.text.slice(at) }];
  return [
    { start: run.start, end: run.start + at },
    { start: run.start + at, end: run.end },
  ];
}
