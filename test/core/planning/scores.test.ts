import { describe, expect, it } from 'vitest';
import { Backlog } from '../../../src/core/backlog/backlog.ts';
import { progressOf, progressWords } from '../../../src/core/planning/progress.ts';
import { missingForReady } from '../../../src/core/planning/readiness.ts';
import { scoreOf } from '../../../src/core/planning/scores.ts';

function score(numbers: Record<string, number>): string | undefined {
  const found = scoreOf(new Map(Object.entries(numbers)));
  return found && `${found.name} ${found.numbers} = ${found.value}`;
}

describe('a score', () => {
  it.each([
    [{ reach: 2000, impact: 2, confidence: 0.8, effort: 3 }, 'RICE 2000 × 2 × 0.8 ÷ 3 = 1067'],
    [{ value: 8, urgency: 5, risk: 3, size: 5 }, 'WSJF (8 + 5 + 3) ÷ 5 = 3.2'],
    [{ impact: 7, confidence: 6, ease: 4 }, 'ICE 7 × 6 × 4 = 168'],
    [{ value: 8, effort: 3 }, 'value/effort 8 ÷ 3 = 2.67'],
  ])('of %j is %s', (numbers, expected) => {
    expect(score(numbers)).toBe(expected);
  });

  it('is the first kind that has all of its keys', () => {
    const all = { reach: 10, impact: 1, confidence: 1, effort: 2, ease: 3, value: 4 };
    expect(score(all)).toMatch(/^RICE /);
    expect(score({ ...all, reach: NaN })).toBeUndefined();
  });

  it('is none where a part is missing or it would divide by nothing', () => {
    expect(score({ reach: 2000, impact: 2, effort: 3 })).toBeUndefined();
    expect(score({ value: 8, effort: 0 })).toBeUndefined();
    expect(score({})).toBeUndefined();
  });
});

describe('progress', () => {
  const text = `epics:
  - {id: FN-1, title: Offline}
stories:
  - {id: FN-2, title: A, epic: FN-1, sprint: s1, estimate: 0.1, status: done}
  - {id: FN-3, title: B, epic: FN-1, estimate: 0.2, status: doing}
  - {id: FN-4, title: C, epic: FN-1, sprint: s1, status: idea}
  - {id: FN-5, title: D, epic: FN-1, estimate: 8, status: dropped}
`;

  it('counts points and stories of epics and sprints, the dropped ones left out', () => {
    const { epics, sprints } = progressOf(Backlog.read(text));
    expect(epics.get('FN-1')).toEqual({
      points: 0.3,
      donePoints: 0.1,
      stories: 3,
      doneStories: 1,
      unestimated: 1,
    });
    expect(progressWords(sprints.get('s1') ?? fail())).toBe('0.1 of 0.1 points, 1 of 2 stories done');
  });

  it('follows an edit', () => {
    const backlog = Backlog.read(text);
    progressOf(backlog);
    const at = text.indexOf('doing');
    backlog.edit([{ start: at, end: at + 5, text: 'done' }]);
    expect(progressOf(backlog).epics.get('FN-1')?.doneStories).toBe(2);
  });
});

describe('what a story lacks to be ready', () => {
  const missing = (fields: string, workflow = ''): readonly string[] => {
    const backlog = Backlog.read(`${workflow}stories:\n  - {title: A${fields}}\n`);
    return missingForReady(backlog, backlog.list('stories')[0] ?? fail());
  };

  it('is what the team asks of its type, and is empty or absent', () => {
    expect(missing('')).toEqual(['story', 'acceptance', 'estimate']);
    expect(missing(', estimate: 3, story: "", acceptance: [it works]')).toEqual(['story']);
    expect(missing(', type: bug')).toEqual(['description', 'severity']);
    expect(missing(', type: task')).toEqual([]);
    expect(missing('', 'workflow: {ready: {story: [epic]}}\n')).toEqual(['epic']);
  });
});

function fail(): never {
  throw new Error('the fixture has no such item');
}
