/**
 * The stories that a commit message may name, in the server's order, held ready for each repository: an answer while
 * somebody types must not wait for anything. What is held is renewed behind the person's back.
 */
import type * as vscode from 'vscode';
import { type MessageCandidate, storyCandidatesRequest } from '../../protocol/commits.ts';
import type { App } from '../app.ts';
import type { ActiveStory } from './active.ts';
import type { Git } from './git.ts';

/** Stories that are held; of others the ids are found in the backlogs themselves. */
const MOST = 300;
/** Milliseconds after a change before what is held is asked for again. */
const PACE = 250;

interface Held {
  candidates: readonly MessageCandidate[];
  fresh: boolean;
  asking: Promise<void> | undefined;
}

export class Candidates implements vscode.Disposable {
  readonly #app: App;
  readonly #active: ActiveStory;
  readonly #held = new Map<string, Held>();
  readonly #listeners: readonly { dispose(): unknown }[];
  #timer: NodeJS.Timeout | undefined;

  constructor(app: App, git: Git, active: ActiveStory) {
    this.#app = app;
    this.#active = active;
    const old = (): void => {
      for (const held of this.#held.values()) held.fresh = false;
      this.#timer ??= setTimeout(() => {
        this.#timer = undefined;
        for (const { rootUri } of git.repositories) void this.renew(rootUri.toString());
      }, PACE);
    };
    this.#listeners = [app.store.onDidChange(old), git.onDidChange(old), active.onDidChange(old)];
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const listener of this.#listeners) listener.dispose();
  }

  /** What is held now; renewed for the next time where it is old. */
  of(repository: string | undefined): readonly MessageCandidate[] {
    const held = this.#held.get(repository ?? '');
    if (held?.fresh !== true) void this.renew(repository);
    return held?.candidates ?? [];
  }

  /** Resolves when what is held is new, or can't be had. */
  renew(repository: string | undefined): Promise<void> {
    const key = repository ?? '';
    const held = this.#held.get(key) ?? { candidates: [], fresh: false, asking: undefined };
    this.#held.set(key, held);
    if (held.fresh) return Promise.resolve();
    held.asking ??= this.#ask(repository, held).finally(() => {
      held.asking = undefined;
    });
    return held.asking;
  }

  async #ask(repository: string | undefined, held: Held): Promise<void> {
    held.fresh = true;
    const { current } = this.#active;
    const active = current?.repository === repository ? current?.story : undefined;
    try {
      held.candidates = await this.#app.link.request(storyCandidatesRequest, {
        ...(repository === undefined ? {} : { repository }),
        ...(active === undefined ? {} : { active }),
        limit: MOST,
      });
    } catch {
      // Asked again with the next key.
      held.fresh = false;
    }
  }
}
