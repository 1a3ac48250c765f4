import { describe, expect, it } from 'vitest';
import type { BacklogsResult, SnapshotParams } from '../../src/protocol/lsp.ts';
import type { Row, Snapshot } from '../../src/protocol/snapshot.ts';
import { Store, type StoreChange } from '../../src/extension/store.ts';
import { applySnapshot } from '../../src/views/snapshots.ts';
import { backlog, story, whole } from './support/rows.ts';

const A = 'file:///w/a/backlog.yaml';
const B = 'file:///w/b/backlog.yaml';
const counts = { errors: 0, warnings: 0, information: 0, hints: 0 };

/** A server whose answers the test gives one by one. */
class Server {
  readonly asked: SnapshotParams[] = [];
  readonly #waiting: ((snapshot: Snapshot | null) => void)[] = [];
  readonly #failing: ((error: Error) => void)[] = [];
  list: BacklogsResult = { uris: [A], unreadable: [] };
  readonly store: Store;
  readonly failures: string[] = [];
  readonly changes: StoreChange[] = [];

  constructor() {
    this.store = new Store(
      {
        backlogs: () => Promise.resolve(this.list),
        snapshot: (params) => {
          this.asked.push(params);
          return new Promise((resolve, reject) => {
            this.#waiting.push(resolve);
            this.#failing.push(reject);
          });
        },
      },
      (what, error) => this.failures.push(`${what}: ${String(error)}`),
    );
    this.store.onDidChange((change) => this.changes.push(change));
  }

  async answer(snapshot: Snapshot | null): Promise<void> {
    this.#failing.shift();
    const resolve = this.#waiting.shift();
    if (resolve === undefined) throw new Error('nothing was asked');
    resolve(snapshot);
    await settled();
  }

  async fail(): Promise<void> {
    this.#waiting.shift();
    this.#failing.shift()?.(new Error('broken'));
    await settled();
  }

  async start(rows: readonly Row[] = [story('FN-1')]): Promise<void> {
    void this.store.refresh();
    await settled();
    await this.answer(whole(rows, { uri: A }));
  }
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));
const ids = (store: Store) => store.backlogs.map(({ rows }) => rows.map(({ id }) => id).join(' '));

describe('the store', () => {
  it('is starting, then ready with the whole snapshot', async () => {
    const server = new Server();
    expect(server.store.state).toBe('starting');
    await server.start([story('FN-1'), story('FN-2')]);
    expect(server.asked).toEqual([{ uri: A }]);
    expect(server.store.state).toBe('ready');
    expect(ids(server.store)).toEqual(['FN-1 FN-2']);
  });

  it('asks for the change since what it holds, and keeps the rows that stay', async () => {
    const server = new Server();
    await server.start([story('FN-1'), story('FN-2'), story('FN-3')]);
    const before = server.store.backlogs[0]?.rows ?? [];
    void server.store.changed({ uri: A, revision: 2 });
    expect(server.asked.at(-1)).toEqual({ uri: A, since: 1 });
    const splices = [{ from: 1, removed: 1, rows: [story('FN-2', { status: 'done' }), story('FN-9')] }];
    await server.answer({ kind: 'change', uri: A, since: 1, revision: 2, splices, counts });
    const after = server.store.backlogs[0]?.rows ?? [];
    expect(ids(server.store)).toEqual(['FN-1 FN-2 FN-9 FN-3']);
    expect(after[0]).toBe(before[0]);
    expect(after[3]).toBe(before[2]);
    expect(after[1]).not.toBe(before[1]);
    expect(server.changes.at(-1)).toEqual({ kind: 'backlog', uri: A });
  });

  it('has one question on its way at most, then asks for the newest only', async () => {
    const server = new Server();
    await server.start();
    for (const revision of [2, 3, 4, 5]) void server.store.changed({ uri: A, revision });
    expect(server.asked).toHaveLength(2);
    await server.answer({ kind: 'change', uri: A, since: 1, revision: 3, splices: [], counts });
    expect(server.asked.slice(2)).toEqual([{ uri: A, since: 3 }]);
    await server.answer({ kind: 'change', uri: A, since: 3, revision: 5, splices: [], counts });
    expect(server.asked).toHaveLength(3);
    expect(server.store.backlog(A)?.revision).toBe(5);
  });

  it('does not ask for what it already holds', async () => {
    const server = new Server();
    await server.start();
    await server.store.changed({ uri: A, revision: 1 });
    expect(server.asked).toHaveLength(1);
  });

  it('asks for the whole where a change does not follow on what it holds', async () => {
    const server = new Server();
    await server.start();
    void server.store.changed({ uri: A, revision: 7 });
    await server.answer({ kind: 'change', uri: A, since: 6, revision: 7, splices: [], counts });
    expect(server.asked.at(-1)).toEqual({ uri: A });
    await server.answer(whole([story('FN-7')], { uri: A, revision: 7 }));
    expect(ids(server.store)).toEqual(['FN-7']);
  });

  it('asks for the whole where a splice lies outside', async () => {
    const server = new Server();
    await server.start();
    void server.store.changed({ uri: A, revision: 2 });
    const splices = [{ from: 1, removed: 5, rows: [] }];
    await server.answer({ kind: 'change', uri: A, since: 1, revision: 2, splices, counts });
    expect(server.asked.at(-1)).toEqual({ uri: A });
  });

  it('keeps the order of the paths with several backlogs, and forgets a removed one', async () => {
    const server = new Server();
    server.list = { uris: [A, B], unreadable: [] };
    void server.store.refresh();
    await settled();
    await server.answer(whole([story('A-1')], { uri: A }));
    await server.answer(whole([story('B-1')], { uri: B }));
    expect(ids(server.store)).toEqual(['A-1', 'B-1']);
    server.list = { uris: [B], unreadable: [] };
    server.store.removed({ uri: A });
    expect(ids(server.store)).toEqual(['B-1']);
  });

  it('looks for the list again when an unknown backlog changed', async () => {
    const server = new Server();
    await server.start();
    server.list = { uris: [A, B], unreadable: [] };
    void server.store.changed({ uri: B, revision: 1 });
    await settled();
    expect(server.asked.slice(1).map(({ uri }) => uri)).toEqual([A, B]);
  });

  it('is none without backlogs and unreadable where none can be read', async () => {
    const server = new Server();
    server.list = { uris: [], unreadable: [] };
    await server.store.refresh();
    expect(server.store.state).toBe('none');
    server.list = { uris: [], unreadable: [{ uri: A, message: 'No permission.' }] };
    await server.store.refresh();
    expect(server.store.state).toBe('unreadable');
    expect(server.changes.at(-1)).toEqual({ kind: 'all' });
  });

  it('keeps the rows in view while the server is away, and then takes the new server at its word', async () => {
    const server = new Server();
    await server.start([story('FN-1'), story('FN-2')]);
    const before = server.store.backlog(A)?.rows[0];
    server.store.serverLost('starting');
    expect(ids(server.store)).toEqual(['FN-1 FN-2']);
    void server.store.refresh();
    await settled();
    expect(server.asked.at(-1)).toEqual({ uri: A });
    await server.answer(whole([story('FN-1')], { uri: A, revision: 1 }));
    expect(ids(server.store)).toEqual(['FN-1']);
    expect(server.store.backlog(A)?.rows[0]).toBe(before);
  });

  it('ignores an answer of a server that is gone', async () => {
    const server = new Server();
    await server.start();
    void server.store.changed({ uri: A, revision: 2 });
    server.store.serverLost('starting');
    await server.answer(whole([story('FN-99')], { uri: A, revision: 2 }));
    expect(ids(server.store)).toEqual(['FN-1']);
  });

  it('says so where nothing is held and no server starts', () => {
    const server = new Server();
    server.store.serverLost('unreadable');
    expect(server.store.state).toBe('unreadable');
    server.store.serverLost('starting');
    expect(server.store.state).toBe('starting');
  });

  it('tells of a failed question and can ask again', async () => {
    const server = new Server();
    await server.start();
    void server.store.changed({ uri: A, revision: 2 });
    await server.fail();
    expect(server.failures).toEqual(['refinery/snapshot: Error: broken']);
    void server.store.changed({ uri: A, revision: 3 });
    expect(server.asked).toHaveLength(3);
  });
});

describe('a snapshot', () => {
  it('applies its splices in turn', () => {
    const held = backlog(['A', 'B', 'C', 'D'].map((id) => story(id)));
    const next = applySnapshot(held, {
      kind: 'change',
      uri: held.uri,
      since: 1,
      revision: 2,
      splices: [
        { from: 3, removed: 1, rows: [] },
        { from: 0, removed: 0, rows: [story('D')] },
      ],
      counts,
    });
    expect(next?.rows.map(({ id }) => id)).toEqual(['D', 'A', 'B', 'C']);
  });

  it('keeps rows that are equal, whatever the order of their keys', () => {
    const held = backlog([story('A', { status: 'idea', labels: ['x'] }), story('B', { labels: ['x'] })]);
    const next = applySnapshot(
      held,
      whole([story('B', { labels: ['y'] }), story('A', { labels: ['x'], status: 'idea' })], { revision: 2 }),
    );
    expect(next?.rows[1]).toBe(held.rows[0]);
    expect(next?.rows[0]).not.toBe(held.rows[1]);
  });

  it('keeps the map of people while nobody comes or goes', () => {
    const held = backlog([story('A')]);
    const next = applySnapshot(held, whole([story('B')], { revision: 2 }));
    expect(next?.people).toBe(held.people);
  });
});
