/** Which cards a board is sent first: those at the top of its columns. */
import { describe, expect, it } from 'vitest';
import { seenFirst } from '../../src/extension/panels/board/seenFirst.ts';
import type { BoardSettings } from '../../src/protocol/panels/board.ts';
import type { Row } from '../../src/protocol/snapshot.ts';
import { item, stories } from './support/rows.ts';

const LOOK: BoardSettings = {
  columns: 'status',
  scope: { kind: 'all' },
  lanes: 'none',
  filter: '',
  quick: [],
  folded: [],
};
const DAY = '2026-11-26';

/** The next to last ones are of an epic, and the very last one is done. */
const STORIES = stories(200, (at) => ({
  status: at === 199 ? 'done' : 'ready',
  ...(at >= 190 ? { epic: 'E-1', sprint: 's1' } : {}),
}));
const ROWS = [...STORIES, item('epics', 'E-1'), item('sprints', 's1')];

function first(look: Partial<BoardSettings> = {}): readonly Row[] {
  return STORIES.filter(seenFirst(ROWS, { ...LOOK, ...look }, DAY));
}

describe('the cards that a board is sent first', () => {
  it('are the first ones of each column', () => {
    expect(first()).toEqual([...STORIES.slice(0, 40), STORIES[199]]);
  });

  it('are those of each lane', () => {
    expect(first({ lanes: 'epic' })).toEqual([...STORIES.slice(0, 40), ...STORIES.slice(190)]);
  });

  it('are of what the board is about', () => {
    expect(first({ scope: { kind: 'sprint', id: 's1' } })).toEqual(STORIES.slice(190));
  });

  it('are all of them where a filter keeps some back, which is known to the view alone', () => {
    expect(first({ filter: 'title:200' })).toEqual(STORIES);
    expect(first({ quick: ['blocked'] })).toEqual(STORIES);
    expect(first({ filter: '  ' })).toHaveLength(41);
  });
});
