/**
 * Reads grammar fixtures. Below a line of the backlog stand lines that begin with `#^`: carets under a piece of
 * it, then the scope it must have, without the ending `.backlog`. `#!` instead says that it must not have it.
 */
export interface Expectation {
  /** Of the source, from 0. */
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly scope: string;
  readonly wanted: boolean;
}

export interface Fixture {
  readonly source: string;
  readonly expectations: readonly Expectation[];
}

const MARK = /^#([!?])?( *)(\^+) +(\S+)$/;

export function readFixture(text: string): Fixture {
  const source: string[] = [];
  const expectations: Expectation[] = [];
  for (const line of text.split('\n')) {
    const mark = MARK.exec(line);
    if (mark === null) {
      source.push(line);
      continue;
    }
    const [, sign, , carets = '', scope = ''] = mark;
    const start = line.indexOf('^');
    expectations.push({
      line: source.length - 1,
      start,
      end: start + carets.length,
      scope,
      wanted: sign !== '!',
    });
  }
  if (expectations.length === 0) throw new Error('the fixture expects nothing');
  return { source: source.join('\n'), expectations };
}
