/**
 * What the tree shows of git below a story: how many commits and branches each item has, and for the items that were
 * opened, which. The server says that something is newer; what is held is then asked for again, one question of a
 * kind at a time. Knows no editor.
 */
import {
  commitCountsRequest,
  itemCommitsRequest,
  type ItemCommitCount,
  type ItemCommits,
  type ItemCommitsParams,
} from '../../protocol/commits.ts';
import { Emitter } from '../emitter.ts';
import type { Message } from '../../protocol/lsp.ts';

/** The questions that are asked, as the server link answers them. */
export interface CommitQuestions {
  request<P, R>(message: Message<string, P, R>, params: P): Promise<R>;
}

/** What nodes are made of; a question that was not answered yet gives nothing. */
export interface CommitLookup {
  count(uri: string, id: string): ItemCommitCount | undefined;
  /** Asks where nothing is known yet; the answer is told of later. */
  of(uri: string, id: string): ItemCommits | undefined;
}

/** Commits that a story shows in the tree. */
const MOST_COMMITS = 100;
/** Stories whose commits are kept up to date; of others they are asked for when they are opened again. */
const MOST_OPEN = 40;

export class StoryCommits implements CommitLookup {
  readonly #questions: CommitQuestions;
  readonly #failed: (error: unknown) => void;
  readonly #changes = new Emitter<void>();
  readonly #counts = new Map<string, ReadonlyMap<string, ItemCommitCount>>();
  /** In the order in which they were last opened. */
  readonly #held = new Map<string, { readonly params: ItemCommitsParams; commits?: ItemCommits }>();
  readonly #asking = new Map<string, Promise<void>>();
  #on = false;
  #uris: readonly string[] = [];
  #refreshing: Promise<void> | undefined;
  #again = false;

  readonly onDidChange = this.#changes.event;

  constructor(questions: CommitQuestions, failed: (error: unknown) => void) {
    this.#questions = questions;
    this.#failed = failed;
  }

  count(uri: string, id: string): ItemCommitCount | undefined {
    return this.#counts.get(uri)?.get(id);
  }

  of(uri: string, id: string): ItemCommits | undefined {
    const commits = this.#held.get(keyOf(uri, id))?.commits;
    if (commits === undefined && this.count(uri, id) !== undefined) void this.load(uri, id);
    return commits;
  }

  /** Resolves when `of` has an answer, or none can be had. */
  async load(uri: string, id: string): Promise<void> {
    const key = keyOf(uri, id);
    const held = this.#held.get(key) ?? { params: { uri, id, stats: true, limit: MOST_COMMITS } };
    // Opened last stands last.
    this.#held.delete(key);
    this.#held.set(key, held);
    for (const old of this.#held.keys()) {
      if (this.#held.size <= MOST_OPEN) break;
      this.#held.delete(old);
    }
    if (held.commits === undefined) await this.#ask(key);
  }

  /** Asks again for everything that is held. Resolves when what is held is new. */
  refresh(uris: readonly string[]): Promise<void> {
    this.#on = true;
    this.#uris = uris;
    this.#again = true;
    this.#refreshing ??= this.#refreshWhileNew().finally(() => {
      this.#refreshing = undefined;
    });
    return this.#refreshing;
  }

  /** Nothing is known of git any more. */
  clear(): void {
    if (!this.#on) return;
    this.#on = false;
    this.#counts.clear();
    this.#held.clear();
    this.#changes.fire();
  }

  async #refreshWhileNew(): Promise<void> {
    while (this.#again) {
      this.#again = false;
      await this.#refreshAll(this.#uris);
    }
  }

  async #refreshAll(uris: readonly string[]): Promise<void> {
    const counted = await Promise.all(
      uris.map(async (uri) => {
        const counts = await this.#answer(this.#questions.request(commitCountsRequest, { uri }));
        return counts === undefined ? undefined : ([uri, counts] as const);
      }),
    );
    if (!this.#on) return;
    for (const uri of [...this.#counts.keys()]) if (!uris.includes(uri)) this.#counts.delete(uri);
    for (const entry of counted) {
      if (entry === undefined) continue;
      const [uri, counts] = entry;
      this.#counts.set(uri, new Map(counts.map((count) => [count.id, count])));
    }
    for (const [key, { params }] of [...this.#held])
      if (this.count(params.uri, params.id) === undefined) this.#held.delete(key);
    this.#changes.fire();
    for (const key of [...this.#held.keys()].reverse()) {
      // An answer that is on its way may be older than the news.
      await this.#asking.get(key);
      await this.#ask(key);
    }
  }

  #ask(key: string): Promise<void> {
    const asking = this.#asking.get(key) ?? this.#fetch(key).finally(() => this.#asking.delete(key));
    this.#asking.set(key, asking);
    return asking;
  }

  async #fetch(key: string): Promise<void> {
    const held = this.#held.get(key);
    if (held === undefined) return;
    const commits = await this.#answer(this.#questions.request(itemCommitsRequest, held.params));
    if (commits === undefined || commits === null || this.#held.get(key) !== held) return;
    held.commits = commits;
    this.#changes.fire();
  }

  async #answer<T>(answer: Promise<T>): Promise<T | undefined> {
    try {
      return await answer;
    } catch (error) {
      this.#failed(error);
      return undefined;
    }
  }
}

function keyOf(uri: string, id: string): string {
  return `${id} ${uri}`;
}
