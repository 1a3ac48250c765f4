import type { Arguments } from './arguments.ts';
import type { Options } from './options.ts';
import type { Terminal } from './terminal.ts';

/** One command of the command line: what the help says about it and what it does. */
export interface Command {
  readonly name: string;
  /** What stands behind the name, as in `ID FIELD=VALUE…`. */
  readonly operands: string;
  /** One sentence without its full stop. */
  readonly summary: string;
  /** Further lines of the help. */
  readonly details?: string;
  readonly examples: readonly string[];
  readonly options: Options;
  /** Returns the exit code. What went wrong is thrown: a `UsageError` or a `HostError`. */
  run(args: Arguments, terminal: Terminal): number | Promise<number>;
}

/** Exit codes, the same for all commands. */
export const EXIT = { ok: 0, findings: 1, failed: 2 } as const;
