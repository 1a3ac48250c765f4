import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Backlog } from '../../../src/core/backlog/backlog.ts';
import { quickFixesAt } from '../../../src/core/features/codeActions.ts';
import type { Finding, WritingRule } from '../../../src/core/writing/rule.ts';
import { Findings } from '../../../src/core/writing/sets/findings.ts';
import type { SetRuleKind } from '../../../src/core/writing/sets/setRule.ts';
import type { WrittenItem } from '../../../src/core/writing/writtenItem.ts';

/** How often each rule of the test was asked, by item. */
const asked = vi.hoisted(() => ({ rules: [] as string[], mends: 0 }));

vi.mock('../../../src/core/writing/rules/all.ts', () => {
  const rule = (id: `test/${string}`, when: WritingRule['when'], word: string, off = false): WritingRule => ({
    doc: {
      id,
      title: '',
      severity: 'warning',
      summary: '',
      why: '',
      bad: '',
      good: '',
      ...(off ? { off } : {}),
    },
    when,
    *judge(item: WrittenItem): Iterable<Finding> {
      asked.rules.push(`${id} ${item.item.id ?? ''}`);
      const text = item.written('story');
      const at = text?.text.indexOf(word) ?? -1;
      if (text?.text.includes('BOOM') === true) throw new Error('a rule of the test');
      if (text === undefined || at < 0) return;
      const span = { start: at, end: at + word.length };
      const mends = (): ReturnType<NonNullable<Finding['mends']>> => {
        asked.mends++;
        return [
          { title: 'Leave it out', in: text, edits: [{ ...span, text: '' }] },
          { title: 'Impossible', operation: { type: 'delete', item: { id: 'NONE' } } },
          {
            title: 'Estimate it',
            operation: { type: 'set', item: { id: 'T-1' }, field: 'estimate', value: 3 },
          },
        ];
      };
      yield { at: span, in: text, message: `"${word}"`, mends };
    },
  });
  return {
    ITEM_RULES: [
      rule('test/quick', 'at once', 'quick'),
      rule('test/slow', 'later', 'slow'),
      rule('test/off', 'at once', 'off', true),
    ],
  };
});

vi.mock('../../../src/core/writing/sets/all.ts', () => {
  const doc = {
    id: 'test/set',
    title: '',
    severity: 'hint',
    summary: '',
    why: '',
    bad: '',
    good: '',
  } as const;
  const kind: SetRuleKind = {
    docs: [doc],
    make: () => {
      const found = new Findings((item) => {
        const { start, end } = item.span;
        return [{ rule: doc.id, severity: doc.severity, message: 'in the set', start, end }];
      });
      return {
        findings: () => found,
        add: ({ item }: WrittenItem) => {
          if (item.slice.text.includes('BANG')) throw new Error('a set of the test');
          if (item.slice.text.includes('together')) found.mark(item);
        },
        remove: (item) => {
          found.unmark(item);
        },
      };
    },
  };
  return { SET_RULES: [kind] };
});

beforeEach(() => {
  asked.rules = [];
  asked.mends = 0;
});
afterEach(() => {
  vi.restoreAllMocks();
});

const story = (id: number, words: string, status = 'ready'): string =>
  `  - id: T-${id}\n    title: t\n    type: task\n    status: ${status}\n    story: ${words}\n`;
const fileOf = (...stories: readonly string[]): string => `stories:\n${stories.join('')}`;

function rules(backlog: Backlog): readonly string[] {
  return backlog
    .problems()
    .filter(({ problem }) => problem.rule.startsWith('test/'))
    .map(({ problem, item }) => `${item?.id ?? ''} ${problem.rule} ${problem.severity}`);
}

function type(backlog: Backlog, behind: string, text: string): void {
  const at = backlog.source.toString().indexOf(behind) + behind.length;
  backlog.edit([{ start: at, end: at, text }]);
}

describe('words', () => {
  it('of a file that was just opened are judged later, the cheap rules first', () => {
    const backlog = Backlog.read(fileOf(story(1, 'quick and slow'), story(2, 'quick, together')));
    expect(asked.rules).toEqual([]);
    expect(rules(backlog)).toEqual([]);
    expect(backlog.pending).toBe(true);
    expect(backlog.work(() => true)).toBe(true);
    expect(rules(backlog)).toEqual(['T-1 test/quick warning']);
    expect(backlog.work(() => false)).toBe(true);
    expect(backlog.pending).toBe(false);
    expect(rules(backlog)).toEqual([
      'T-1 test/quick warning',
      'T-1 test/slow warning',
      'T-2 test/quick warning',
      'T-2 test/set hint',
    ]);
    expect(asked.rules).toEqual(['test/quick T-1', 'test/quick T-2', 'test/slow T-1', 'test/slow T-2']);
    expect(backlog.work(() => false)).toBe(false);
  });

  it('of what an edit touches are judged at once by what is cheap, and first of all by the rest', () => {
    const many = Array.from({ length: 30 }, (_, i) => story(i + 2, 'nothing'));
    const backlog = Backlog.read(fileOf(story(1, 'a'), ...many));
    type(backlog, 'story: a', ' quick slow together');
    expect(rules(backlog)).toEqual(['T-1 test/quick warning']);
    expect(asked.rules).toEqual(['test/quick T-1']);
    expect(backlog.work(() => true)).toBe(true);
    expect(rules(backlog)).toEqual(['T-1 test/quick warning', 'T-1 test/slow warning']);
    backlog.finish();
    expect(rules(backlog)).toEqual(['T-1 test/quick warning', 'T-1 test/slow warning', 'T-1 test/set hint']);
    expect(asked.rules.filter((line) => line.endsWith(' T-1'))).toEqual(['test/quick T-1', 'test/slow T-1']);
  });

  it('of other stories are not judged again', () => {
    const backlog = Backlog.read(fileOf(story(1, 'a'), story(2, 'quick'))).finish();
    asked.rules = [];
    type(backlog, 'story: a', 'b');
    backlog.finish();
    expect(asked.rules).toEqual(['test/quick T-1', 'test/slow T-1']);
    expect(rules(backlog)).toEqual(['T-2 test/quick warning']);
  });

  it('cost nothing where they are not judged', () => {
    const text = fileOf(story(1, 'quick', 'idea'), story(2, 'slow', 'done'), story(3, 'quick', 'dropped'));
    const backlog = Backlog.read(`personas:\n  - id: quick\n    name: quick\n${text}`).finish();
    type(backlog, 'story: quick', ' slow');
    expect(backlog.pending).toBe(false);
    expect(rules(backlog.finish())).toEqual([]);
    expect(asked.rules).toEqual([]);
  });

  it('are judged as the team and its comments want it', () => {
    const settings = 'writing:\n  rules: {test/quick: error, test/slow: ignore, test/off: hint}\n';
    const ignored = story(2, 'quick off').replace(
      '    title',
      '    # refinery-ignore test/quick: fine\n    title',
    );
    const backlog = Backlog.read(settings + fileOf(story(1, 'quick slow off'), ignored)).finish();
    expect(rules(backlog)).toEqual(['T-1 test/quick error', 'T-1 test/off hint', 'T-2 test/off hint']);
    expect(asked.rules).not.toContain('test/slow T-1');
  });

  it('are judged as the person wants it where the team says nothing', () => {
    const levels = new Map([
      ['test/quick', 'information'],
      ['test/off', 'error'],
    ] as const);
    const settings = 'writing:\n  rules: {test/off: hint}\n';
    const backlog = Backlog.read(settings + fileOf(story(1, 'quick off')), levels).finish();
    expect(rules(backlog)).toEqual(['T-1 test/quick information', 'T-1 test/off hint']);
    expect(backlog.judgeBy(new Map())).toBe(true);
    expect(rules(backlog.finish())).toEqual(['T-1 test/quick warning', 'T-1 test/off hint']);
    expect(backlog.judgeBy(new Map())).toBe(false);
  });
});

describe('fixes of words', () => {
  it('are worked out for who asks, and left out where they are refused', () => {
    const backlog = Backlog.read(fileOf(story(1, 'a quick win'))).finish();
    expect(backlog.problems().every(({ problem }) => problem.fixes === undefined)).toBe(true);
    expect(asked.mends).toBe(0);
    const at = backlog.source.toString().indexOf('quick');
    const fixes = quickFixesAt(backlog, { start: at, end: at });
    expect(fixes.map(({ title }) => title)).toEqual(['Leave it out', 'Estimate it']);
    expect(asked.mends).toBe(1);
    for (const { title, edits } of fixes) {
      const mended = Backlog.read(backlog.source.toString());
      mended.edit(edits);
      const after = mended.source.toString();
      expect(after).toContain(title === 'Leave it out' ? 'story: a  win' : 'estimate: 3');
    }
  });
});

describe('a rule of words that throws', () => {
  it('costs its own answer', () => {
    const backlog = Backlog.read(fileOf(story(1, 'BOOM'), story(2, 'quick'))).finish();
    expect(rules(backlog)).toEqual(['T-2 test/quick warning']);
    const failed = backlog.problems().filter(({ problem }) => problem.rule === 'backlog/rule-failed');
    expect(
      failed.map(({ item, problem }) => [item?.id, problem.message.includes('a rule of the test')]),
    ).toEqual([
      ['T-1', true],
      ['T-1', true],
    ]);
    type(backlog, 'BOO', 'O');
    expect(rules(backlog.finish())).toEqual(['T-2 test/quick warning']);
    expect(backlog.problems().some(({ problem }) => problem.rule === 'backlog/rule-failed')).toBe(false);
  });

  it('says so once where it is one between items, and is tried afresh with the whole file', () => {
    const backlog = Backlog.read(
      fileOf(story(1, 'together'), story(2, 'BANG'), story(3, 'together')),
    ).finish();
    expect(rules(backlog)).toEqual([]);
    const failures = (): readonly (string | undefined)[] =>
      backlog
        .problems()
        .filter(({ problem }) => problem.rule === 'backlog/rule-failed')
        .map(({ item }) => item?.id);
    expect(failures()).toEqual(['T-2']);
    const text = backlog.source.toString();
    const fresh = `writing:\n  language: de\n${text.replace('BANG', 'calm')}`;
    backlog.edit([{ start: 0, end: text.length, text: fresh }]);
    backlog.finish();
    expect(failures()).toEqual([]);
    expect(rules(backlog)).toEqual(['T-1 test/set hint', 'T-3 test/set hint']);
  });
});
