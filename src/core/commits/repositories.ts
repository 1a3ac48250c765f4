/**
 * The repositories that backlogs speak of, each read once and brought up to date when somebody says that it moved.
 * Reading is one at a time (the host sees to that), can be held and goes on where it was.
 */
import type { Backlog } from '../backlog/backlog.ts';
import type { Cancel, GitHost } from '../workspace/gitHost.ts';
import { GitRefusal } from './git/ask.ts';
import { findRepository, Repository } from './git/repository.ts';
import { RepositoryView } from './view.ts';

export interface Tracked {
  /** The URI of the top of its working tree. */
  readonly uri: string;
  readonly name: string;
  readonly repository: Repository;
  /** As it was read last. */
  readonly view: RepositoryView;
  readonly state: 'waiting' | 'indexing' | 'ready' | 'failed';
  readonly commits: number;
  readonly message: string | undefined;
}

/** The repositories of a backlog, and what is missing of them in one sentence each. */
export interface Found {
  readonly repositories: readonly Tracked[];
  readonly missing: readonly string[];
}

interface Entry extends Tracked {
  view: RepositoryView;
  state: Tracked['state'];
  commits: number;
  message: string | undefined;
  running: Promise<void> | undefined;
  again: boolean;
  cancel: Stop | undefined;
}

export class Repositories {
  private readonly byTop = new Map<string, Entry>();
  /** By the path that was asked for; what failed is asked again the next time. */
  private readonly asked = new Map<string, Promise<Entry>>();
  private paused = false;
  private stopped = false;

  /** `changed` is called whenever something may be different. */
  constructor(
    private readonly host: GitHost,
    private readonly changed: () => void = () => undefined,
  ) {}

  get all(): readonly Tracked[] {
    return [...this.byTop.values()];
  }

  /** Where the commits of a backlog are looked for: `product.repositories`, else its own. */
  async of(uri: string, backlog: Backlog): Promise<Found> {
    const file = this.host.pathOf(uri);
    if (file === undefined)
      return { repositories: [], missing: ['This backlog is in no folder of this machine.'] };
    const folder = this.host.resolve(file, '..');
    const { repositories } = backlog.config.product;
    const wanted = repositories.length === 0 ? ['.'] : [...new Set(repositories)];
    const found = new Set<Tracked>();
    const missing: string[] = [];
    for (const path of wanted) {
      try {
        found.add(await this.at(this.host.resolve(folder, path)));
      } catch (error) {
        if (!(error instanceof GitRefusal)) throw error;
        missing.push(path === '.' ? error.message : `${path}: ${error.message}`);
      }
    }
    return { repositories: [...found], missing };
  }

  /** The repository that a folder belongs to. Rejects with a `GitRefusal` where it belongs to none. */
  async at(folder: string): Promise<Tracked> {
    let entry = this.asked.get(folder);
    if (entry === undefined) {
      entry = this.open(folder);
      this.asked.set(folder, entry);
      entry.catch(() => this.asked.delete(folder));
    }
    return entry;
  }

  /** Reads what is new in a repository. Resolves when all that was asked for so far is read. */
  async refresh(tracked: Tracked): Promise<void> {
    const entry = this.byTop.get(tracked.repository.place.top);
    if (entry === undefined || this.paused || this.stopped) return;
    entry.again = true;
    entry.running ??= this.run(entry).finally(() => {
      entry.running = undefined;
    });
    await entry.running;
  }

  async refreshAll(): Promise<void> {
    await Promise.all(this.all.map((tracked) => this.refresh(tracked)));
  }

  /** Holds all reading, keeping what was read, or goes on. */
  pause(paused: boolean): void {
    this.paused = paused;
    if (paused) this.cancelAll();
    else void this.refreshAll();
  }

  /** Ends all reading for good. */
  stop(): void {
    this.stopped = true;
    this.cancelAll();
  }

  private cancelAll(): void {
    for (const { cancel } of this.byTop.values()) cancel?.stop();
  }

  private async open(folder: string): Promise<Entry> {
    const real = await this.host.realPath(folder);
    if (real === undefined) throw new GitRefusal('There is no such folder.');
    const place = await findRepository(this.host, real);
    const known = this.byTop.get(place.top);
    if (known) return known;
    const repository = new Repository(this.host, place);
    const entry: Entry = {
      uri: this.host.uriOf(place.top),
      name: place.top.split(/[\\/]/).at(-1) ?? place.top,
      repository,
      view: new RepositoryView(repository),
      state: 'waiting',
      commits: 0,
      message: undefined,
      running: undefined,
      again: false,
      cancel: undefined,
    };
    this.byTop.set(place.top, entry);
    return entry;
  }

  private async run(entry: Entry): Promise<void> {
    while (entry.again && !this.paused && !this.stopped) {
      entry.again = false;
      await this.update(entry);
    }
  }

  private async update(entry: Entry): Promise<void> {
    const { repository } = entry;
    const before = entry.state;
    const cancel = new Stop();
    entry.cancel = cancel;
    if (before !== 'ready') this.tell(entry, 'indexing', undefined);
    try {
      const moved = await repository.update({
        cancel,
        progress: (commits) => {
          entry.commits = commits;
          if (entry.state === 'indexing') this.changed();
        },
      });
      entry.commits = repository.index.size;
      if (moved) {
        entry.view = new RepositoryView(repository);
        // Made now, and not while somebody types the first message.
        entry.view.warm();
      }
      if (moved || before !== 'ready')
        this.tell(entry, repository.isPartial ? 'waiting' : 'ready', undefined);
      await repository.save();
    } catch (error) {
      // A host that can't run git says so in one sentence as well.
      if (!(error instanceof Error)) throw error;
      this.tell(entry, 'failed', error.message);
    }
  }

  private tell(entry: Entry, state: Tracked['state'], message: string | undefined): void {
    entry.state = state;
    entry.message = message;
    this.changed();
  }
}

class Stop implements Cancel {
  cancelled = false;
  private readonly listeners: (() => void)[] = [];

  onCancel(listener: () => void): void {
    this.listeners.push(listener);
  }

  stop(): void {
    if (this.cancelled) return;
    this.cancelled = true;
    for (const listener of this.listeners) listener();
  }
}
