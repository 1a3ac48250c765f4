/**
 * What one connection knows of git. There is none of it before a client has set it up, which it does only where the
 * workspace is trusted; taking it away ends everything that runs.
 */
import type { MessageConnection } from 'vscode-jsonrpc';
import type { ClientCapabilities } from 'vscode-languageserver-protocol';
import type { Asked } from '../../core/commits/answers/asked.ts';
import { Directory, type NamedBacklog, type Target } from '../../core/commits/directory.ts';
import { GitRefusal } from '../../core/commits/git/ask.ts';
import { lastNamed } from '../../core/commits/links.ts';
import { Repositories, type Tracked } from '../../core/commits/repositories.ts';
import type { GitHost } from '../../core/workspace/gitHost.ts';
import type { Workspace } from '../../core/workspace/workspace.ts';
import { commitsChangedNotification, type CommitsSetUp, type CommitsState } from '../../protocol/commits.ts';
import type { ServerSettings } from '../settings.ts';
import { type CommitLens, commitLenses } from './counts.ts';
import type { CommitsHost } from './host.ts';

/** What is needed of the session. */
export interface CommitsSession {
  readonly connection: MessageConnection;
  readonly client: { readonly capabilities: ClientCapabilities };
  readonly settings: ServerSettings;
  readonly workspace: Workspace;
  readonly ready: Promise<void>;
  file(uri: string): Promise<unknown>;
}

/** A backlog with what its commits are looked for in. */
export interface AskedBacklog extends Asked {
  readonly named: NamedBacklog;
  readonly state: CommitsState;
}

const OFF: CommitsState = { state: 'off', repositories: [] };
/** How often progress is told, in tellings that the index makes. */
const QUIET_BETWEEN = 10;

export class Commits {
  readonly git: GitHost;
  readonly repositories: Repositories;
  private known: { readonly key: string; readonly directory: Directory } | undefined;
  private lasts: { readonly key: string; readonly byId: Map<string, number> } | undefined;
  private told = '';
  private quiet = 0;
  private trouble: string | undefined;

  constructor(
    private readonly session: CommitsSession,
    readonly host: CommitsHost,
    setUp: CommitsSetUp,
  ) {
    this.git = host.open(setUp.git, setUp.storage);
    this.repositories = new Repositories(this.git, () => {
      this.tell();
    });
  }

  /** Finds and reads the repositories of the editor and of every backlog. */
  async start(folders: readonly string[]): Promise<void> {
    for (const uri of folders) await this.repository(uri);
    await this.session.ready;
    for (const { uri, backlog } of this.backlogs()) await this.found({ uri, backlog });
  }

  stop(): void {
    this.repositories.stop();
  }

  /** Something moved in a repository that is known, or will be. */
  async moved(uri: string): Promise<void> {
    const tracked = await this.repository(uri);
    if (tracked) await this.repositories.refresh(tracked);
  }

  /** The repository of a folder (URI), read already or soon; undefined where it is in none. */
  async repository(uri: string): Promise<Tracked | undefined> {
    const path = this.git.pathOf(uri);
    if (path === undefined) return undefined;
    try {
      return this.begun(await this.repositories.at(path));
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      if (!(error instanceof GitRefusal)) this.trouble = error.message;
      return undefined;
    }
  }

  backlogs(): readonly NamedBacklog[] {
    return this.session.workspace
      .files()
      .flatMap(({ uri, backlog }) => (backlog === undefined ? [] : [{ uri, backlog }]));
  }

  /** What ids mean now. Made anew when a backlog has changed. */
  directory(): Directory {
    const key = this.session.workspace
      .files()
      .map(({ uri, revision }) => `${uri} ${revision}`)
      .join('\n');
    if (this.known?.key !== key) this.known = { key, directory: new Directory(this.backlogs()) };
    return this.known.directory;
  }

  /** Everything that answers about a backlog need; undefined where there is no such backlog. */
  async asked(uri: string): Promise<AskedBacklog | undefined> {
    await this.session.file(uri);
    const named = this.directory().backlogs.find((each) => each.uri === uri);
    if (named === undefined) return undefined;
    const { repositories, missing } = await this.found(named);
    return {
      host: this.git,
      directory: this.directory(),
      repositories: repositories.map(({ uri: repository, view }) => ({ uri: repository, view })),
      named,
      state: this.stateOf(repositories, missing),
    };
  }

  async state(uri: string | undefined): Promise<CommitsState> {
    if (uri === undefined) return this.stateOf(this.repositories.all, []);
    return (await this.asked(uri))?.state ?? OFF;
  }

  /** The backlogs whose commits are looked for in a repository; all where none names it. */
  async backlogsOf(repository: string | undefined): Promise<readonly NamedBacklog[]> {
    await this.session.ready;
    const all = this.directory().backlogs;
    const tracked = repository === undefined ? undefined : await this.repository(repository);
    if (tracked === undefined) return all;
    const own: NamedBacklog[] = [];
    for (const named of all) if ((await this.found(named)).repositories.includes(tracked)) own.push(named);
    return own.length > 0 ? own : all;
  }

  /** When commits last named an item; kept until a repository moves. */
  lastNamed({ uri, backlog, item }: Target): number {
    const views = this.repositories.all;
    const key = views.map((each) => `${each.uri} ${each.repository.revision}`).join('\n');
    if (this.lasts?.key !== key) this.lasts = { key, byId: new Map() };
    const { byId } = this.lasts;
    const id = item.id ?? '';
    let last = byId.get(id);
    if (last === undefined) {
      const names = this.directory().namesOf({ uri, backlog, item });
      last = views.reduce((most, { view }) => Math.max(most, lastNamed(view, names)), 0);
      byId.set(id, last);
    }
    return last;
  }

  /** Lines above the items of a backlog that have commits. */
  async lenses(uri: string): Promise<readonly CommitLens[]> {
    const asked = await this.asked(uri);
    return asked ? commitLenses(asked, asked.named) : [];
  }

  private async found(named: NamedBacklog): Promise<{
    readonly repositories: readonly Tracked[];
    readonly missing: readonly string[];
  }> {
    try {
      const found = await this.repositories.of(named.uri, named.backlog);
      for (const tracked of found.repositories) this.begun(tracked);
      return found;
    } catch (error) {
      // Git itself can't be run: one sentence says so.
      if (!(error instanceof Error)) throw error;
      this.trouble = error.message;
      return { repositories: [], missing: [error.message] };
    }
  }

  /** Lets a repository be read that was not read yet. */
  private begun(tracked: Tracked): Tracked {
    if (tracked.state === 'waiting') void this.repositories.refresh(tracked);
    return tracked;
  }

  private stateOf(tracked: readonly Tracked[], missing: readonly string[]): CommitsState {
    const failed = tracked.flatMap(({ name, message }) =>
      message === undefined ? [] : [`${name}: ${message}`],
    );
    const sentences = [...missing, ...failed];
    const message = sentences.length > 0 ? sentences.join(' ') : this.trouble;
    const busy = tracked.some(({ state }) => state === 'waiting' || state === 'indexing');
    return {
      state: tracked.length === 0 ? 'off' : busy ? 'indexing' : 'ready',
      ...(message === undefined ? {} : { message }),
      repositories: tracked.map(({ uri, name, state, commits, view, repository, message: why }) => ({
        uri,
        name,
        gitFolder: this.git.uriOf(repository.place.gitFolder),
        commonFolder: this.git.uriOf(repository.place.commonFolder),
        state,
        commits,
        ...(view.refs.branch === undefined ? {} : { branch: view.refs.branch }),
        ...(view.main === undefined ? {} : { main: view.main }),
        ...(repository.isShallow ? { shallow: true } : {}),
        ...(why === undefined ? {} : { message: why }),
      })),
    };
  }

  private tell(): void {
    const state = this.stateOf(this.repositories.all, []);
    const kind = state.repositories.map(({ uri, state: each }) => `${uri} ${each}`).join('\n');
    // Progress alone is told now and then.
    const quiet = kind === this.told && state.state === 'indexing' && this.quiet++ % QUIET_BETWEEN !== 0;
    this.told = kind;
    if (quiet) return;
    const { connection, client, settings } = this.session;
    connection.sendNotification(commitsChangedNotification.method, state).catch(() => undefined);
    if (
      settings.get('refinery.codeLens.commits') &&
      client.capabilities.workspace?.codeLens?.refreshSupport === true
    )
      connection.sendRequest('workspace/codeLens/refresh').catch(() => undefined);
  }
}
