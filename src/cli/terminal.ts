/** Where a command writes, and what it may assume about who reads it. */
export interface Terminal {
  readonly cwd: string;
  /** Standard output: the answer, and nothing else. */
  write(text: string): void;
  /** Standard error: one line that says what went wrong or what was left out. */
  warn(line: string): void;
  /** True where colours are wanted on standard output. */
  readonly colors: boolean;
  /** Columns of the terminal on standard output; undefined where the output is read by a program. */
  readonly columns: number | undefined;
  /** The day where the person is, `YYYY-MM-DD`. */
  today(): string;
}

/** Colours by the conventions of the field: NO_COLOR switches them off, FORCE_COLOR on, else a terminal decides. */
export function wantsColors(isTerminal: boolean, env: Readonly<Record<string, string | undefined>>): boolean {
  if (env['NO_COLOR']) return false;
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  return isTerminal && env['TERM'] !== 'dumb';
}
