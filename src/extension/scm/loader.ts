/** Loads the bundle that knows git: once, after activation or with the first command that needs it. */
import type { ScmCommands, StartedScm } from './scmCommands.ts';

export class ScmLoader {
  readonly #start: () => Promise<StartedScm>;
  #started: Promise<StartedScm> | undefined;

  constructor(start: () => Promise<StartedScm>) {
    this.#start = start;
  }

  load(): Promise<ScmCommands> {
    this.#started ??= this.#start().catch((error: unknown) => {
      // The next one tries again.
      this.#started = undefined;
      throw error;
    });
    return this.#started;
  }

  dispose(): void {
    void this.#started?.then((started) => {
      started.dispose();
    });
  }
}
