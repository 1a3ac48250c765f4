/** The active story of the branch that is checked out where the person works: follows every switch, asks nothing. */
import type * as vscode from 'vscode';
import { branchStoriesRequest } from '../../protocol/commits.ts';
import type { Row } from '../../protocol/snapshot.ts';
import type { App } from '../app.ts';
import { Emitter } from '../emitter.ts';
import { ActiveStories } from './activeStories.ts';
import type { Git } from './git.ts';
import type { Repository } from './gitApi.ts';
import type { StoryRef } from './scmCommands.ts';

export interface Active {
  /** The repository's folder, as a URI. */
  readonly repository: string;
  readonly branch: string;
  readonly story: StoryRef | undefined;
  /** The branch's name says so, nobody else did. */
  readonly byName: boolean;
}

export class ActiveStory implements vscode.Disposable {
  readonly #app: App;
  readonly #git: Git;
  readonly #stories: ActiveStories;
  readonly #changes = new Emitter<void>();
  readonly #listeners: readonly { dispose(): unknown }[];
  #current: Active | undefined;
  #asked = 0;

  readonly onDidChange = this.#changes.event;

  constructor(app: App, git: Git) {
    this.#app = app;
    this.#git = git;
    const { workspaceState } = app.context;
    this.#stories = new ActiveStories({
      get: (key) => workspaceState.get<unknown>(key),
      update: (key, value) => workspaceState.update(key, value),
    });
    const follow = (): void => void this.follow();
    this.#listeners = [git.onDidChange(follow), app.store.onDidChange(follow)];
  }

  dispose(): void {
    for (const listener of this.#listeners) listener.dispose();
  }

  /** Undefined where no branch is checked out. */
  get current(): Active | undefined {
    return this.#current;
  }

  /** The row of the active story, while its backlog has it. */
  get row(): Row | undefined {
    const story = this.#current?.story;
    return story === undefined ? undefined : rowOf(this.#app, story);
  }

  async set(repository: Repository, branch: string, story: StoryRef | undefined): Promise<void> {
    await this.#stories.set(repository.rootUri.toString(), branch, story ?? null);
    await this.follow();
  }

  /** What is active in a repository: asked for by what works in another one than the current. */
  async of(repository: Repository): Promise<Active | undefined> {
    const branch = this.#git.branchOf(repository);
    const uri = repository.rootUri.toString();
    if (branch === undefined) return undefined;
    const told = this.#stories.get(uri, branch);
    if (told === null) return { repository: uri, branch, story: undefined, byName: false };
    if (told !== undefined && rowOf(this.#app, told) !== undefined)
      return { repository: uri, branch, story: told, byName: false };
    const [named] = await this.#app.link
      .request(branchStoriesRequest, { repository: uri, branch })
      .catch(() => []);
    const story = named === undefined ? undefined : { uri: named.uri, id: named.id };
    return { repository: uri, branch, story, byName: story !== undefined };
  }

  async follow(): Promise<void> {
    const asked = ++this.#asked;
    const repository = this.#git.current;
    const active = repository === undefined ? undefined : await this.of(repository);
    if (asked !== this.#asked) return;
    this.#current = active;
    this.#changes.fire();
  }
}

export function rowOf({ store }: App, { uri, id }: StoryRef): Row | undefined {
  return store.backlog(uri)?.rows.find((row) => row.id === id);
}
