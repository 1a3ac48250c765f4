import { describe, expect, it } from 'vitest';
import {
  commitCountsRequest,
  type ItemCommitCount,
  type ItemCommits,
  itemCommitsRequest,
} from '../../../src/protocol/commits.ts';
import type { Message } from '../../../src/protocol/lsp.ts';
import { type CommitQuestions, StoryCommits } from '../../../src/extension/scm/storyCommits.ts';
import { ages } from '../../../src/extension/tree/age.ts';
import { TreeModel } from '../../../src/extension/tree/model.ts';
import { dropOperation } from '../../../src/extension/tree/moves.ts';
import { buildTree } from '../../../src/extension/tree/nodes.ts';
import { input, outlineOf } from '../support/outline.ts';
import { backlog, story } from '../support/rows.ts';

const NOW = 1_800_000_000;
const DAY = 24 * 3600;
const APP = 'file:///team/app';
const URI = backlog([]).uri;

type Linked = ItemCommits['commits'][number];

function commit(id: string, subject: string, rest: Partial<Linked> = {}): Linked {
  return {
    repository: APP,
    id: id.padEnd(40, '0'),
    subject,
    author: 'Chika Mori',
    email: 'chika@fieldnotes.example',
    time: NOW - 3 * DAY,
    strength: 'trailer',
    merged: false,
    closes: false,
    stats: { files: 2, added: 12, removed: 3 },
    ...rest,
  };
}

function commitsOf(id: string, commits: readonly Linked[], rest: Partial<ItemCommits> = {}): ItemCommits {
  const people = [...new Set(commits.map(({ author }) => author))].map((name) => ({
    name,
    email: '',
    commits: 1,
    first: NOW,
    last: NOW,
  }));
  const none = { branches: [], people, merged: 'none' as const, tags: [] };
  return { id, state: 'ready', commits, total: commits.length, ...none, ...rest };
}

/** A server that knows what `items` says, and writes down what it was asked. */
class Server implements CommitQuestions {
  readonly asked: string[] = [];
  items = new Map<string, ItemCommits>();
  fails = false;

  request<P, R>(message: Message<string, P, R>, params: P): Promise<R> {
    const { id } = params as { id?: string };
    this.asked.push(id === undefined ? message.method : `${message.method} ${id}`);
    if (this.fails) return Promise.reject(new Error('gone'));
    const answer: unknown =
      message.method === commitCountsRequest.method ? this.#counts() : (this.items.get(id ?? '') ?? null);
    // The answer is of the message's type, as the two branches show.
    return Promise.resolve(answer as R);
  }

  #counts(): readonly ItemCommitCount[] {
    return [...this.items.values()].map(({ id, total, branches, people, merged }) => ({
      id,
      commits: total,
      branches: branches.length,
      people: people.length,
      last: NOW,
      merged,
    }));
  }
}

function setUp(...items: readonly ItemCommits[]) {
  const server = new Server();
  server.items = new Map(items.map((item) => [item.id, item]));
  const failures: unknown[] = [];
  const commits = new StoryCommits(server, (error) => failures.push(error));
  const rows = [story('FN-12', { title: 'Sync' }), story('FN-13', { title: 'Maps' })];
  const roots = () =>
    buildTree({ ...input([backlog(rows)]), git: { commits, age: ages('en', () => NOW) } }).roots;
  return { server, commits, roots, failures, outline: () => outlineOf(roots()) };
}

describe('commits below a story', () => {
  it('are asked for when the story is opened, and not before', async () => {
    const { server, commits, outline } = setUp(commitsOf('FN-12', [commit('a1', 'Queue photos')]));
    expect(outline()).not.toContain('Queue');
    expect(server.asked).toEqual([]);
    await commits.refresh([URI]);
    expect(server.asked).toEqual([commitCountsRequest.method]);
    await commits.load(URI, 'FN-12');
    expect(server.asked).toEqual([commitCountsRequest.method, `${itemCommitsRequest.method} FN-12`]);
    expect(outline()).toBe(
      [
        'FN-12 Sync',
        '  Chika Mori (1 commit · not merged)',
        '  Queue photos (Chika Mori · 3 days ago · 2 files +12 −3)',
        'FN-13 Maps',
      ].join('\n'),
    );
  });

  it('stand behind the branches, newest first, with the repository where there are several', async () => {
    const { commits, outline } = setUp(
      commitsOf(
        'FN-12',
        [commit('b2', 'Send photos', { repository: 'file:///team/my%20api' }), commit('a1', 'Queue photos')],
        {
          total: 5,
          branches: [
            {
              repository: APP,
              name: 'feature/FN-12-sync',
              remote: false,
              current: true,
              merged: false,
              tip: 'a1',
              time: NOW - 90,
            },
          ],
        },
      ),
    );
    await commits.refresh([URI]);
    await commits.load(URI, 'FN-12');
    expect(outline().split('\n').slice(2, 6)).toEqual([
      '  feature/FN-12-sync (checked out · 1 minute ago · app)',
      '  Send photos (Chika Mori · 3 days ago · 2 files +12 −3 · my api)',
      '  Queue photos (Chika Mori · 3 days ago · 2 files +12 −3 · app)',
      '  3 older commits',
    ]);
  });

  it('are summed up: who, from when to when, and where it arrived', async () => {
    const { commits, outline } = setUp(
      commitsOf(
        'FN-12',
        ['Ana', 'Ben', 'Chika', 'Dario', 'Eva'].map((author, at) => commit(`a${at}`, 'Step', { author })),
        {
          first: NOW - 5 * DAY,
          last: NOW - 3600,
          merged: 'all',
          tags: [
            { repository: APP, name: 'v1.2' },
            { repository: 'file:///team/api', name: 'v1.2' },
          ],
        },
      ),
    );
    await commits.refresh([URI]);
    await commits.load(URI, 'FN-12');
    expect(outline().split('\n')[1]).toBe(
      '  Ana, Ben, Chika + 2 more (5 commits · 5 days ago to 1 hour ago · merged · in v1.2)',
    );
  });

  it('show texts of git in one line, without what turns text around', async () => {
    const { commits, outline } = setUp(
      commitsOf('FN-12', [
        commit('a1', 'Queue\n\u001b[31mphotos\u202e', { author: 'Eve\r\n\u2066[x](command:y)' }),
        commit('c3', '\u0000', { stats: { files: 0, added: 0, removed: 0 } }),
      ]),
    );
    await commits.refresh([URI]);
    await commits.load(URI, 'FN-12');
    expect(outline().split('\n').slice(2, 4)).toEqual([
      '  Queue [31mphotos (Eve [x](command:y) · 3 days ago · 2 files +12 −3)',
      '  c300000 (Chika Mori · 3 days ago · 0 files +0 −0)',
    ]);
  });

  it('follow what git says: what is open is asked for again', async () => {
    const { server, commits, roots } = setUp(commitsOf('FN-12', [commit('a1', 'Queue photos')]));
    const model = new TreeModel();
    await commits.refresh([URI]);
    await commits.load(URI, 'FN-12');
    model.update(roots());
    const [row] = model.children(undefined);
    expect(model.children(row)).toHaveLength(2);
    server.items.set(
      'FN-12',
      commitsOf('FN-12', [commit('b2', 'Send photos'), commit('a1', 'Queue photos')]),
    );
    await commits.refresh([URI]);
    expect(model.update(roots())).toEqual([row]);
    expect(model.children(row).map(({ node }) => node.label)).toEqual([
      'Chika Mori',
      'Send photos',
      'Queue photos',
    ]);
    server.items.delete('FN-12');
    await commits.refresh([URI]);
    expect(model.update(roots())).toEqual([row]);
    expect(model.children(row)).toEqual([]);
  });

  it('are asked for one after the other, however often news comes', async () => {
    const { server, commits } = setUp(commitsOf('FN-12', []));
    await Promise.all([1, 2, 3, 4, 5].map(() => commits.refresh([URI])));
    // Once, and once more for all the news that came meanwhile.
    expect(server.asked).toEqual([commitCountsRequest.method, commitCountsRequest.method]);
  });

  it('are gone when git is', async () => {
    const { commits, outline } = setUp(commitsOf('FN-12', [commit('a1', 'Queue photos')]));
    await commits.refresh([URI]);
    await commits.load(URI, 'FN-12');
    commits.clear();
    expect(outline()).toBe('FN-12 Sync\nFN-13 Maps');
  });

  it('cost one line in the log where the server does not answer', async () => {
    const { server, commits, failures, outline } = setUp(commitsOf('FN-12', []));
    server.fails = true;
    await commits.refresh([URI]);
    expect(failures).toHaveLength(1);
    expect(outline()).toBe('FN-12 Sync\nFN-13 Maps');
  });

  it('are no place to drop a story', async () => {
    const { commits, roots } = setUp(commitsOf('FN-12', [commit('a1', 'Queue photos')]));
    await commits.refresh([URI]);
    await commits.load(URI, 'FN-12');
    const [row] = roots();
    if (row?.kind !== 'row') throw new Error('the first node is no row');
    const nodes = row.children?.() ?? [];
    expect(nodes).toHaveLength(2);
    for (const node of nodes)
      expect(dropOperation([{ row: story('FN-13'), from: undefined }], node, 'none')).toBeUndefined();
  });
});
