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
    for (const edit of [...edits].reverse()) {
      const [before, rest] = split(this.#runs, edit.start);
      const [, after] = split(rest, edit.end - edit.start);
      this.#runs = [...before, ...(edit.text === '' ? [] : [{ text: edit.text }]), ...after];
    }
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

/** Splits runs at an offset of the text that they make. */
function split(runs: readonly Run[], offset: number): [Run[], Run[]] {
  let left = offset;
  for (const [i, run] of runs.entries()) {
    const length = 'text' in run ? run.text.length : run.end - run.start;
    if (left >= length) {
      left -= length;
      continue;
    }
    if (left === 0) return [runs.slice(0, i), runs.slice(i)];
    const [head, tail] = cutRun(run, left);
    return [
      [...runs.slice(0, i), head],
      [tail, ...runs.slice(i + 1)],
    ];
  }
  return [[...runs], []];
}

function cutRun(run: Run, at: number): [Run, Run] {
  if ('text' in run) return [{ text: run.text.slice(0, at) }, { text: run.text.slice(at) }];
  return [
    { start: run.start, end: run.start + at },
    { start: run.start + at, end: run.end },
  ];
}
