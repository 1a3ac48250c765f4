/** What the backlogs of the workspace call their items: the keys, asked for again when a backlog changed. */
import * as vscode from 'vscode';
import { type ItemPlace, keysRequest, locateRequest } from '../../protocol/everywhere.ts';
import type { Range } from '../../protocol/lsp.ts';
import type { App } from '../app.ts';
import { idPattern } from './ids.ts';

export class KnownIds implements vscode.Disposable {
  readonly #app: App;
  readonly #listener: { dispose(): void };
  #pattern: Promise<RegExp | undefined> | undefined;

  constructor(app: App) {
    this.#app = app;
    this.#listener = app.store.onDidChange(() => {
      this.#pattern = undefined;
    });
  }

  dispose(): void {
    this.#listener.dispose();
  }

  /** False where no backlog is open, so that nothing can be an id. */
  get some(): boolean {
    return this.#app.store.backlogs.length > 0;
  }

  /** What finds ids; undefined where there is no key. */
  pattern(): Promise<RegExp | undefined> {
    this.#pattern ??= this.asked(this.#app.link.request(keysRequest, null), undefined).then((keys) => {
      // No answer is no reason to stop asking.
      if (keys === undefined) this.#pattern = undefined;
      return idPattern(keys ?? []);
    });
    return this.#pattern;
  }

  locate(ids: readonly string[]): Promise<readonly ItemPlace[]> {
    return this.asked(this.#app.link.request(locateRequest, { ids }), []);
  }

  /** An answer, or `none` where there is no server to give one. */
  async asked<T, None>(answer: Promise<T>, none: None): Promise<T | None> {
    try {
      return await answer;
    } catch (error) {
      // By its name: this bundle has a class `ServerGone` of its own, if any.
      const gone = error instanceof Error && error.name === 'ServerGone';
      if (!gone) this.#app.log.error(String(error));
      return none;
    }
  }
}

export function rangeOf({ start, end }: Range): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}
