import { describe, expect, it } from 'vitest';
import { EMPTY_DRAFT } from '../../../src/views/planning/draft.ts';
import { planOf } from '../../../src/views/planning/plan.ts';
import { closeTurn, startTurn } from '../../../src/views/planning/turns.ts';
import { facts, sprint, story, WORKFLOW } from './source.ts';

const PLAN = planOf({
  rows: [
    story('FN-1', { sprint: 's1', points: 5, status: 'done' }),
    story('FN-2', { sprint: 's1', points: 3, status: 'doing' }),
    story('FN-3', { sprint: 's1' }),
    story('FN-4', { sprint: 's1', points: 8, status: 'dropped' }),
    story('FN-5', { points: 2 }),
  ],
  workflow: WORKFLOW,
  facts: facts([sprint('s1', { committed: ['FN-1', 'FN-5'] }), sprint('s2')]),
  draft: EMPTY_DRAFT,
});

describe('a turn of a sprint', () => {
  it('commits to what is in it and still to be done', () => {
    const { stories, points } = startTurn(PLAN, 's1', WORKFLOW);
    expect(stories.map(({ key }) => key)).toEqual(['FN-2', 'FN-3']);
    expect(points).toBe(3);
  });

  it('sends what is not finished where it is told to, story by story', () => {
    const { result, unfinished } = closeTurn(
      PLAN,
      { kind: 'close', sprint: 's1', day: '2026-11-27', unfinished: 's2', except: { 'FN-3': null } },
      WORKFLOW,
    );
    expect(unfinished.map(({ row, to }) => [row.key, to])).toEqual([
      ['FN-2', 's2'],
      ['FN-3', null],
    ]);
    expect(result).toEqual({ committed: 7, added: 3, done: 5, carried: 3 });
  });

  it('tells nothing of a commitment where there was none', () => {
    const action = { kind: 'close', sprint: 's2', day: '2026-11-27', unfinished: null } as const;
    expect(closeTurn(PLAN, action, WORKFLOW).result).toEqual({ done: 0, carried: 0 });
  });
});
