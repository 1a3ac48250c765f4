/** What a view is told of a backlog, and what it holds then: always what the extension holds. */
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { BacklogFeed } from '../../src/extension/panels/backlogFeed.ts';
import type { BacklogEvent } from '../../src/protocol/panels/backlogEvents.ts';
import type { Row } from '../../src/protocol/snapshot.ts';
import type { Backlog } from '../../src/views/snapshots.ts';
import { applyEvent, type BacklogState } from '../../src/webview/shared/backlogState.ts';
import { backlog, item, story } from './support/rows.ts';

const STORIES = 12_000;
/** Milliseconds after which nothing more comes. */
const RESTED = 100;

const ROWS: readonly Row[] = [
  ...Array.from({ length: STORIES }, (_, at) =>
    story(`A-${at}`, { title: `Notes 📝 ${at}`, ...(at % 7 === 0 ? { sprint: 's1' } : {}) }),
  ),
  item('epics', 'E-1', { title: 'Offline' }),
  item('sprints', 's1', {}),
];

/** A feed whose view follows as one does, and asks for the whole where it can't. */
class Watched {
  held: BacklogState | undefined;
  readonly heard: BacklogEvent['kind'][] = [];
  lost = 0;
  readonly feed: BacklogFeed;

  constructor(isFirst?: (story: Row) => boolean) {
    this.feed = new BacklogFeed({
      backlog: (event) => {
        this.heard.push(event.kind);
        // As a message arrives: not the same objects.
        const next = applyEvent(this.held, structuredClone(event));
        if (next === undefined) this.lost++;
        this.held = next;
      },
      missing: () => {
        this.held = undefined;
      },
      ...(isFirst === undefined ? {} : { seenFirst: () => isFirst }),
    });
  }

  show(told: Backlog | undefined): void {
    this.feed.show(told, 'gone');
  }

  async settled(): Promise<readonly Row[] | undefined> {
    while (this.held?.waiting !== undefined) await wait(1);
    return this.held?.rows;
  }
}

describe('a view that is told of a backlog', () => {
  it('holds all of it at once where nothing is to be seen first', () => {
    const watched = new Watched();
    watched.show(backlog(ROWS, { revision: 1 }));
    expect(watched.heard).toEqual(['whole']);
    expect(watched.held?.rows).toEqual(ROWS);
    expect(watched.held?.waiting).toBeUndefined();
  });

  it('has first what is seen first, with everything that names it, and then the rest in its place', async () => {
    const watched = new Watched(({ sprint }) => sprint === 's1');
    watched.show(backlog(ROWS, { revision: 1 }));
    const first = watched.held?.rows ?? [];
    expect(first.filter(({ list }) => list === 'stories')).toHaveLength(Math.ceil(STORIES / 7));
    expect(first.filter(({ list }) => list !== 'stories')).toEqual(ROWS.slice(STORIES));
    expect(watched.held?.waiting).toBeDefined();
    expect(await watched.settled()).toEqual(ROWS);
    expect(watched.heard).toEqual(['whole', 'rest', 'rest', 'rest']);
    expect(watched.lost).toBe(0);
  });

  it('has at most 2,000 stories first', async () => {
    const watched = new Watched(() => true);
    watched.show(backlog(ROWS, { revision: 1 }));
    expect(watched.held?.rows).toEqual([...ROWS.slice(0, 2000), ...ROWS.slice(STORIES)]);
    expect(await watched.settled()).toEqual(ROWS);
  });

  it('gets a small backlog in one piece, whatever is seen first', () => {
    const watched = new Watched(() => false);
    const rows = ROWS.slice(0, 500);
    watched.show(backlog(rows, { revision: 1 }));
    expect(watched.held?.rows).toEqual(rows);
    expect(watched.heard).toEqual(['whole']);
  });

  it('hears of a change behind the rest, however soon it comes', async () => {
    const watched = new Watched(() => true);
    watched.show(backlog(ROWS, { revision: 1 }));
    const next = ROWS.map((row, at) => (at === 9000 ? { ...row, title: 'Renamed' } : row));
    watched.show(backlog(next, { revision: 2 }));
    expect(watched.held?.rows).toEqual(next);
    expect(watched.heard).toEqual(['whole', 'rest', 'rest', 'change']);
    await wait(RESTED);
    expect(watched.heard).toHaveLength(4);
    expect(watched.lost).toBe(0);
  });

  it('forgets the rest of a backlog that is gone or told anew', async () => {
    const watched = new Watched(() => true);
    watched.show(backlog(ROWS, { revision: 1 }));
    watched.show(undefined);
    await wait(RESTED);
    expect(watched.held).toBeUndefined();
    expect(watched.heard).toEqual(['whole']);
    watched.show(backlog(ROWS, { revision: 3 }));
    watched.feed.restart();
    watched.show(backlog(ROWS, { revision: 3 }));
    expect(await watched.settled()).toEqual(ROWS);
    expect(watched.heard).toEqual(['whole', 'whole', 'whole', 'rest', 'rest']);
    expect(watched.lost).toBe(0);
  });
});
