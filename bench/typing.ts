/** Typing, as the keystroke figures do it: one character into the title of a story, and out again in the next round. */
import type { GeneratedBacklog } from './backlogs.ts';
import type { LanguageServer, Published } from './languageServer.ts';
import { dice } from './statistics.ts';

export class Typist {
  readonly #roll: (below: number) => number;
  #typedIn: number | undefined;

  constructor(
    readonly server: LanguageServer,
    private readonly backlog: GeneratedBacklog,
    seed: string,
  ) {
    this.#roll = dice(seed);
  }

  /** One keystroke somewhere in the file, and the diagnostics that follow it. */
  stroke(): Promise<Published> {
    if (this.#typedIn === undefined) {
      this.#typedIn = this.#roll(this.backlog.stories);
      return this.server.change({ at: this.backlog.endOf(this.#typedIn, 'title'), text: 's' });
    }
    const at = this.backlog.endOf(this.#typedIn, 'title');
    this.#typedIn = undefined;
    return this.server.change({ at, to: { ...at, character: at.character + 1 }, text: '' });
  }

  /** As many keystrokes; the milliseconds of each. `expected` is the number of diagnostics that must follow each. */
  async strokes(count: number, expected?: number): Promise<number[]> {
    const times: number[] = [];
    for (let round = 0; round < count; round++) {
      const { ms, diagnostics } = await this.stroke();
      if (expected !== undefined && diagnostics.length !== expected)
        throw new Error(`${diagnostics.length} diagnostics after a keystroke, not ${expected}`);
      times.push(ms);
    }
    return times;
  }
}

/** That a server judges: a planted slip is told of, and its mending too. */
export async function proveJudgement(server: LanguageServer, backlog: GeneratedBacklog): Promise<void> {
  const at = backlog.endOf(Math.floor(backlog.stories / 2), 'sprint');
  const slip = '\n    priority: musst';
  const planted = await server.change({ at, text: slip });
  const mended = await server.change({
    at,
    to: { line: at.line + 1, character: slip.length - 1 },
    text: '',
  });
  if (planted.diagnostics.length <= mended.diagnostics.length)
    throw new Error(
      `a planted slip was not found: ${planted.diagnostics.length} diagnostics with it, ${mended.diagnostics.length} without`,
    );
}
