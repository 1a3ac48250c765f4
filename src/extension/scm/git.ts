/**
 * Git as VS Code's git extension has it, and the server's half of it: which git and which repositories there are is
 * told to the server, and that something moved in one of them. In a workspace that is not trusted nothing of this
 * happens until trust is granted; no process is started here.
 */
import * as vscode from 'vscode';
import {
  commitsChangedNotification,
  type CommitsSetUp,
  commitsSetUpRequest,
  type CommitsState,
  repositoryChangedNotification,
} from '../../protocol/commits.ts';
import type { App } from '../app.ts';
import { Emitter } from '../emitter.ts';
import type { GitApi, GitExtension, Repository } from './gitApi.ts';
import { LastSaid } from './lastSaid.ts';
import { LANGUAGE_ID } from '../../protocol/views.ts';

/** Milliseconds in which several signs of one change are told as one. */
const PACE = 120;
/** What moves when commits, branches and tags do: in git's folder of a working tree, and in what all of them share. */
const MOVES_HERE = '{HEAD,logs/HEAD}';
const MOVES_SHARED = '{packed-refs,refs/**,reftable/*}';
const OFF: CommitsState = { state: 'off', repositories: [] };

export class Git implements vscode.Disposable {
  readonly #app: App;
  readonly #changes = new Emitter<void>();
  readonly #disposables: { dispose(): unknown }[] = [];
  readonly #watched = new Map<string, vscode.Disposable>();
  readonly #branches = new LastSaid();
  readonly #timers = new Map<string, NodeJS.Timeout>();
  #extension: GitExtension | undefined;
  #api: GitApi | undefined;
  #missing: string | undefined = vscode.l10n.t('Git is still being looked for; please try again.');
  #state: CommitsState = OFF;
  #sent = '';
  #last: Repository | undefined;
  #turn: Promise<void> = Promise.resolve();

  /** Repositories, their branches or what the server says of them may have changed. */
  readonly onDidChange = this.#changes.event;

  constructor(app: App) {
    this.#app = app;
    const update = (): void => void this.update();
    app.link.onNotification(commitsChangedNotification, (state) => {
      this.#take(state);
    });
    this.#disposables.push(
      vscode.workspace.onDidGrantWorkspaceTrust(update),
      vscode.extensions.onDidChange(update),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('refinery.commits.enabled')) update();
      }),
      vscode.window.onDidChangeActiveTextEditor(() => {
        this.#changes.fire();
      }),
      app.link.onDidChangeState((state) => {
        // A new server knows nothing yet.
        this.#sent = '';
        if (state === 'running') update();
        else app.commits.clear();
      }),
      app.store.onDidChange((change) => {
        if (change.kind === 'all') this.#refresh();
      }),
    );
  }

  dispose(): void {
    for (const disposable of [...this.#disposables, ...this.#watched.values()]) disposable.dispose();
    for (const timer of this.#timers.values()) clearTimeout(timer);
  }

  /** Undefined where git can't be used; `missing` then says why. */
  get api(): GitApi | undefined {
    return this.#missing === undefined ? this.#api : undefined;
  }

  /** One sentence: what is missing. */
  get missing(): string | undefined {
    return this.#missing;
  }

  get repositories(): readonly Repository[] {
    return this.api?.repositories ?? [];
  }

  get state(): CommitsState {
    return this.#state;
  }

  /** The repository that a person works in: that of the file they edit, else the one they were in last. */
  get current(): Repository | undefined {
    const { api } = this;
    if (api === undefined) return undefined;
    const document = vscode.window.activeTextEditor?.document;
    const here =
      document === undefined || document.languageId === LANGUAGE_ID
        ? undefined
        : api.getRepository(document.uri);
    const last = api.repositories.find((repository) => repository === this.#last);
    this.#last = here ?? last ?? this.#firstChoice(api);
    return this.#last;
  }

  /** The branch that is checked out; undefined where none is. */
  branchOf({ rootUri, state }: Repository): string | undefined {
    const uri = rootUri.toString();
    this.#branches.say('editor', uri, state.HEAD?.name);
    return this.#branches.get(uri);
  }

  /** The repository with this folder, opened by the git extension if it was not. */
  async open(uri: string): Promise<Repository | undefined> {
    const { api } = this;
    const known = this.repositories.find(({ rootUri }) => rootUri.toString() === uri);
    if (api === undefined || known !== undefined) return known;
    return (await api.openRepository(vscode.Uri.parse(uri, true))) ?? undefined;
  }

  /** Looks again for what there is, and tells the server. */
  update(): Promise<void> {
    this.#turn = this.#turn
      .then(() => this.#update())
      .catch((error: unknown) => {
        this.#app.log.warn(`Git: ${String(error)}`);
      });
    return this.#turn;
  }

  /** A code repository before the one that holds nothing but the backlog. */
  #firstChoice({ repositories }: GitApi): Repository | undefined {
    const selected = repositories.find(({ ui }) => ui.selected);
    const holds = ({ rootUri }: Repository) =>
      this.#app.store.backlogs.some(({ uri }) => uri.startsWith(`${rootUri.toString()}/`));
    const other = repositories.find((repository) => !holds(repository));
    return (selected !== undefined && !holds(selected) ? selected : other) ?? selected ?? repositories[0];
  }

  async #update(): Promise<void> {
    const missing = await this.#look();
    this.#missing = missing;
    if (missing !== undefined) {
      this.#app.log.info(missing);
      await this.#tell(null);
    } else if (this.#api !== undefined) {
      const repositories = this.#api.repositories.map(({ rootUri }) => rootUri.toString());
      await this.#tell({ git: this.#api.git.path, storage: this.#storage(), repositories });
    }
    this.#watch();
    this.#changes.fire();
  }

  /** What is missing; undefined where nothing is. */
  async #look(): Promise<string | undefined> {
    const { isTrusted } = vscode.workspace;
    if (!isTrusted)
      return vscode.l10n.t(
        'Refinery asks git only in workspaces that you trust, and this one is restricted.',
      );
    const enabled = vscode.workspace.getConfiguration('refinery').get<unknown>('commits.enabled') !== false;
    if (!enabled)
      return vscode.l10n.t('Reading git is switched off by the setting refinery.commits.enabled.');
    const extension = vscode.extensions.getExtension<unknown>('vscode.git');
    if (extension === undefined)
      return vscode.l10n.t('VS Code’s Git extension is switched off: without it Refinery does not ask git.');
    const exports = await extension.activate();
    if (!isGitExtension(exports))
      return vscode.l10n.t('VS Code’s Git extension is of a version that Refinery does not know.');
    if (this.#extension !== exports) {
      this.#extension = exports;
      this.#disposables.push(exports.onDidChangeEnablement(() => void this.update()));
    }
    const api = apiOf(exports);
    if (api === undefined)
      return vscode.l10n.t('Git was not found: install it, or switch it on by the setting git.enabled.');
    if (api !== this.#api) this.#listen(api);
    if (api.state !== 'initialized')
      return vscode.l10n.t('VS Code is still looking for repositories; please try again.');
    if (api.repositories.length === 0) return vscode.l10n.t('There is no git repository in this workspace.');
    return undefined;
  }

  #listen(api: GitApi): void {
    this.#api = api;
    const update = (): void => void this.update();
    this.#disposables.push(
      api.onDidChangeState(update),
      api.onDidOpenRepository(update),
      api.onDidCloseRepository(update),
    );
  }

  /** A folder on this machine; elsewhere the server keeps nothing. */
  #storage(): string | null {
    const { globalStorageUri } = this.#app.context;
    if (globalStorageUri.scheme !== 'file') return null;
    return vscode.Uri.joinPath(globalStorageUri, 'commits').fsPath;
  }

  async #tell(setUp: CommitsSetUp | null): Promise<void> {
    const now = JSON.stringify(setUp);
    if (now === this.#sent || this.#app.link.state !== 'running') return;
    // A server that was never told of git need not be told that there is none.
    if (setUp === null && this.#sent === '') return;
    this.#sent = now;
    this.#take(await this.#app.link.request(commitsSetUpRequest, { setUp }));
  }

  #take(state: CommitsState): void {
    this.#state = state;
    for (const { uri, branch, state: reading } of state.repositories)
      if (reading === 'ready') this.#branches.say('server', uri, branch);
    this.#watch();
    this.#refresh();
    this.#changes.fire();
  }

  #refresh(): void {
    if (this.#state.state === 'off') {
      this.#app.commits.clear();
      return;
    }
    void this.#app.commits.refresh(this.#app.store.backlogs.map(({ uri }) => uri));
  }

  /** Watches what the editor has open and, of the rest, what the server has found. */
  #watch(): void {
    const wanted = new Map<string, () => vscode.Disposable>();
    const moved = (uri: string) => (): void => {
      this.#moved(uri);
    };
    if (this.#missing === undefined) {
      for (const { uri, gitFolder, commonFolder } of this.#state.repositories) {
        wanted.set(`${uri} ${gitFolder}`, () => watchFiles(gitFolder, MOVES_HERE, moved(uri)));
        wanted.set(`${uri} ${commonFolder} shared`, () => watchFiles(commonFolder, MOVES_SHARED, moved(uri)));
      }
      for (const { rootUri, state, ui } of this.repositories) {
        const uri = rootUri.toString();
        wanted.set(uri, () =>
          vscode.Disposable.from(state.onDidChange(moved(uri)), ui.onDidChange(moved(uri))),
        );
      }
    }
    for (const [key, watcher] of [...this.#watched])
      if (!wanted.has(key)) {
        watcher.dispose();
        this.#watched.delete(key);
      }
    for (const [key, watch] of wanted) if (!this.#watched.has(key)) this.#watched.set(key, watch());
  }

  #moved(uri: string): void {
    if (this.#timers.has(uri)) return;
    const tell = (): void => {
      this.#timers.delete(uri);
      this.#changes.fire();
      this.#app.link.notify(repositoryChangedNotification, { repository: uri }).catch((error: unknown) => {
        this.#app.log.warn(`Git: ${String(error)}`);
      });
    };
    this.#timers.set(uri, setTimeout(tell, PACE));
  }
}

/** Calls `moved` whenever one of these files comes, changes or goes. */
function watchFiles(folder: string, glob: string, moved: () => void): vscode.Disposable {
  const pattern = new vscode.RelativePattern(vscode.Uri.parse(folder, true), glob);
  const watcher = vscode.workspace.createFileSystemWatcher(pattern);
  return vscode.Disposable.from(
    watcher,
    watcher.onDidChange(moved),
    watcher.onDidCreate(moved),
    watcher.onDidDelete(moved),
  );
}

/** Throws where git is switched off, or there is none. */
function apiOf(extension: GitExtension): GitApi | undefined {
  try {
    return extension.enabled ? extension.getAPI(1) : undefined;
  } catch {
    return undefined;
  }
}

function isGitExtension(exports: unknown): exports is GitExtension {
  return (
    typeof exports === 'object' &&
    exports !== null &&
    'getAPI' in exports &&
    typeof exports.getAPI === 'function' &&
    'onDidChangeEnablement' in exports
  );
}
