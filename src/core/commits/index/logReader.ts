/** Reads what `git log` prints with `LOG_FORMAT`, as it comes: pieces of text that may break off anywhere. */
import type { LoggedCommit } from './commitIndex.ts';

/** Six fields, each ended by a NUL, which no field can hold. */
export const LOG_FORMAT = 'tformat:%H%x00%P%x00%at%x00%aN%x00%aE%x00%B';
export const FIELDS = 6;

export class LogReader {
  private rest = '';

  constructor(private readonly found: (commit: LoggedCommit) => void) {}

  push(piece: string): void {
    const text = this.rest === '' ? piece : this.rest + piece;
    let from = 0;
    const ends: number[] = [0, 0, 0, 0, 0, 0];
    for (;;) {
      let at = from;
      for (let field = 0; field < FIELDS; field++) {
        const end = text.indexOf('\0', at);
        if (end < 0) {
          this.rest = text.slice(from);
          return;
        }
        ends[field] = end;
        at = end + 1;
      }
      this.give(text, from, ends);
      from = at;
    }
  }

  private give(text: string, from: number, ends: readonly number[]): void {
    const [id = 0, parents = 0, time = 0, , email = 0, message = 0] = ends;
    this.found({
      id: text.slice(from, id),
      parents: text.slice(id + 1, parents),
      time: Number(text.slice(parents + 1, time)),
      author: text.slice(time + 1, email),
      message: text.slice(email + 1, message),
    });
  }
}
