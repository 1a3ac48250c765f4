import { describe, expect, it } from 'vitest';
import { Backlog } from '../../../src/core/backlog/backlog.ts';
import { freeze, notFrozen } from '../../../src/core/quality/baseline.ts';
import { qualityOf, readinessOf } from '../../../src/core/quality/stats.ts';
import { trendOf } from '../../../src/core/quality/trend.ts';

const HEAD =
  'workflow:\n  ready: {story: [estimate, epic]}\nepics:\n  - {id: FN-1, title: Notes}\nstories:\n';

const story = (id: number, ...lines: readonly string[]): string =>
  [`  - id: FN-${id}`, `    title: Story ${id}`, ...lines.map((line) => `    ${line}`), ''].join('\n');

const READY = story(2, 'status: ready', 'estimate: 3', 'epic: FN-1');
const LACKING = story(3, 'status: doing', 'epic: FN-1');
const WRONG = story(4, 'status: review', 'estimate: 3', 'epic: FN-99');
const IDEA = story(5, 'status: idea');
const BARE = story(6);
const DONE = story(7, 'status: done');
const DROPPED = story(8, 'status: dropped');

describe('how ready stories are', () => {
  const backlog = Backlog.read(HEAD + READY + LACKING + WRONG + IDEA + BARE + DONE + DROPPED);

  it.each([
    ['FN-2', 'ready', []],
    ['FN-3', 'incomplete', ['estimate']],
    ['FN-4', 'findings', []],
    ['FN-5', 'idea', []],
    ['FN-6', 'idea', []],
    ['FN-7', 'done', []],
    ['FN-8', 'dropped', []],
  ] as const)('%s is %s', (id, is, missing) => {
    const item = backlog.list('stories').find((one) => one.id === id);
    expect(item && readinessOf(backlog, item)).toEqual({ is, missing });
  });

  it('is counted, with what is lacking', () => {
    expect(qualityOf(backlog)).toMatchObject({
      stories: 7,
      readiness: { ready: 1, findings: 1, incomplete: 1, idea: 2, done: 1, dropped: 1 },
      lacks: [{ field: 'estimate', count: 1 }],
      rules: [
        { rule: 'reference/unknown', severity: 'error', count: 1 },
        { rule: 'ready/missing', severity: 'warning', count: 1 },
      ],
      severities: { error: 1, warning: 1, information: 0, hint: 0 },
    });
  });

  it('is nothing in an empty backlog', () => {
    expect(qualityOf(Backlog.read(''))).toMatchObject({ stories: 0, rules: [], per100: 0 });
  });
});

describe('the trend', () => {
  it('names what changed, and what fell silent', () => {
    const before = qualityOf(Backlog.read(HEAD + READY + LACKING + WRONG));
    const after = qualityOf(Backlog.read(HEAD + READY + LACKING + story(4, 'status: idea') + IDEA));
    expect(trendOf(before, after)).toMatchObject({
      stories: { before: 3, after: 4 },
      rules: [{ rule: 'reference/unknown', before: 1, after: 0 }],
      readiness: [
        { is: 'findings', before: 1, after: 0 },
        { is: 'idea', before: 0, after: 2 },
      ],
    });
  });
});

describe('a baseline', () => {
  const text = HEAD + LACKING + WRONG;
  const baseline = freeze(Backlog.read(text));
  const left = (changed: string): readonly string[] =>
    notFrozen(baseline, Backlog.read(changed).problems()).map(
      ({ item, problem }) => `${item?.id ?? ''} ${problem.rule}`,
    );

  it('says nothing of items that stayed as they were, wherever they stand and however lines end', () => {
    expect(left(text)).toEqual([]);
    expect(left(HEAD + WRONG + LACKING)).toEqual([]);
    expect(left(text.replaceAll('\n', '\r\n'))).toEqual([]);
  });

  it('says everything of an item that was touched', () => {
    expect(left(text.replace('Story 4', 'Story four'))).toEqual(['FN-4 reference/unknown']);
  });

  it('says everything of a new item', () => {
    expect(left(text + story(9, 'status: ready', 'estimate: 3', 'epic: FN-98'))).toEqual([
      'FN-9 reference/unknown',
    ]);
  });

  it('says what an item that stayed did not have before', () => {
    expect(left(text.replace('FN-1,', 'FN-10,'))).toEqual(['FN-3 reference/unknown']);
  });

  it('says what stands outside of items', () => {
    expect(left(`${text}storys: []\n`)).toEqual([' schema/unknown-key']);
  });

  it('knows an item without id by its text', () => {
    const bare = `${HEAD}  - title: Story\n    status: ready\n`;
    const own = freeze(Backlog.read(bare));
    expect(notFrozen(own, Backlog.read(bare).problems())).toEqual([]);
    expect(notFrozen(own, Backlog.read(bare.replace('Story', 'Tale')).problems())).toHaveLength(1);
  });
});
