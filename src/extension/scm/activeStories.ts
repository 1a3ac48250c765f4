/**
 * Which story a branch is for: what the person said, kept by repository and branch on this machine, else what the
 * branch's name says. Nothing is written into the repository. Knows no editor beyond a store for small values.
 */
import type { StoryRef } from './scmCommands.ts';

/** Where the editor keeps values of a workspace. */
export interface Values {
  get(key: string): unknown;
  update(key: string, value: unknown): Thenable<void>;
}

const KEY = 'refinery.commits.active';
/** Branches come and go; the ones that were set first are forgotten. */
const MOST = 200;

interface Entry {
  readonly repository: string;
  readonly branch: string;
  /** `null`: the person wants none here. */
  readonly story: StoryRef | null;
}

export class ActiveStories {
  readonly #values: Values;

  constructor(values: Values) {
    this.#values = values;
  }

  /** Undefined where nothing was said, `null` where the person wants none. */
  get(repository: string, branch: string): StoryRef | null | undefined {
    return this.#entries().find((entry) => entry.repository === repository && entry.branch === branch)?.story;
  }

  async set(repository: string, branch: string, story: StoryRef | null): Promise<void> {
    const others = this.#entries().filter(
      (entry) => entry.repository !== repository || entry.branch !== branch,
    );
    await this.#values.update(KEY, [...others, { repository, branch, story }].slice(-MOST));
  }

  #entries(): readonly Entry[] {
    const value = this.#values.get(KEY);
    return Array.isArray(value) ? value.filter(isEntry) : [];
  }
}

function isEntry(value: unknown): value is Entry {
  return (
    typeof value === 'object' &&
    value !== null &&
    'repository' in value &&
    typeof value.repository === 'string' &&
    'branch' in value &&
    typeof value.branch === 'string' &&
    'story' in value &&
    (value.story === null || isStoryRef(value.story))
  );
}

function isStoryRef(value: unknown): value is StoryRef {
  return (
    typeof value === 'object' &&
    value !== null &&
    'uri' in value &&
    typeof value.uri === 'string' &&
    'id' in value &&
    typeof value.id === 'string'
  );
}
