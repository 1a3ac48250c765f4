/** The words of a backlog are followed edit by edit: what is known then is what a fresh reading knows. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Backlog } from '../../../../src/core/backlog/backlog.ts';
import { readVocabulary, vocabularyOf } from '../../../../src/core/features/completion/vocabulary.ts';
import { STEP_KINDS } from '../../../../src/core/writing/acceptance/keywords.ts';
import { cases } from '../../../support/cases.ts';

const SENTENCES = [
  'As a nurse, I want to rest, so that I can help',
  'As a  Nurse, I would like to read, so that I can help',
  'As an admin, I want to see 3 notes',
  'not a sentence',
];
const CRITERIA = [
  'Given 3 notes, when I read "all", then I know',
  'Given 5 notes, when I sleep, then I know',
  '{given: [a cart, 7 notes], when: I pay}',
  '"|"',
];

interface Said {
  readonly id: number;
  readonly sentence: number;
  readonly criterion: number;
  readonly epic: number;
}

function storyOf({ id, sentence, criterion, epic }: Said): string {
  return `  - id: FN-${id}\n    epic: FN-${100 + epic}\n    story: ${SENTENCES[sentence] ?? ''}\n    acceptance:\n      - ${CRITERIA[criterion] ?? ''}\n      - |\n        Given ${id % 3} carts\n        And a user\n        When I leave\n`;
}

const said = fc.record({
  id: fc.nat(6),
  sentence: fc.nat(3),
  criterion: fc.nat(3),
  epic: fc.nat(1),
});
const file = fc.array(said, { maxLength: 6 });

/** Everything that is known, in an order that does not depend on how it came to be known. */
function known(backlog: Backlog): unknown {
  const vocabulary = vocabularyOf(backlog);
  while (readVocabulary(backlog, () => false));
  return {
    roles: [...vocabulary.roles].map(([key, { count }]) => `${key} ${count}`).sort(),
    indicators: (['role', 'means', 'end'] as const).map((slot) =>
      vocabulary
        .indicatorsOf(slot)
        .map(({ text, count }) => `${text.toLowerCase()} ${count}`)
        .sort(),
    ),
    ends: [...vocabulary.ends]
      .map(([epic, ends]) => [epic, [...ends.values()].sort()])
      .filter(([, ends]) => ends?.length)
      .sort(),
    steps: STEP_KINDS.map((kind) =>
      vocabulary.stepsLike(kind, '', 100).map(({ key, count }) => `${key} ${count}`),
    ),
  };
}

describe('the words of a backlog', () => {
  it('are the same after edits as of a fresh reading', () => {
    fc.assert(
      fc.property(
        file,
        fc.array(file, { minLength: 1, maxLength: 5 }),
        fc.boolean(),
        (first, versions, early) => {
          const head =
            'product: {key: FN}\nepics:\n  - {id: FN-100, title: A}\n  - {id: FN-101, title: B}\nstories:\n';
          let text = head + first.map(storyOf).join('');
          const backlog = Backlog.read(text);
          if (early) vocabularyOf(backlog);
          else known(backlog);
          for (const version of versions) {
            const next = head + version.map(storyOf).join('');
            const start = commonStart(text, next);
            backlog.edit([{ start, end: text.length, text: next.slice(start) }]);
            text = next;
            if (early) vocabularyOf(backlog).readAround(backlog, backlog.items[3], 2);
          }
          expect(known(backlog)).toEqual(known(Backlog.read(text)));
        },
      ),
      { numRuns: cases(400) },
    );
  }, 300_000);

  it('are forgotten and read again where the team changes its language or its templates', () => {
    const german = 'writing: {templates: ["Als <Rolle> möchte ich <Ziel>"], language: de}\n';
    const stories =
      'stories:\n  - title: A\n    story: Als Ärztin möchte ich ruhen\n    acceptance: [Angenommen ein Korb]\n';
    const backlog = Backlog.read(stories);
    known(backlog);
    expect([...vocabularyOf(backlog).roles.keys()]).toEqual([]);
    backlog.edit([{ start: 0, end: 0, text: german }]);
    expect(known(backlog)).toEqual(known(Backlog.read(german + stories)));
    expect([...vocabularyOf(backlog).roles.keys()]).toEqual(['ärztin']);
  });

  it('are read in small portions, nearest first', () => {
    const many = Array.from(
      { length: 100 },
      (_, i) => `  - id: FN-${i}\n    story: As a role ${i}, I want to rest\n`,
    );
    const backlog = Backlog.read(`stories:\n${many.join('')}`);
    const vocabulary = vocabularyOf(backlog);
    vocabulary.readAround(backlog, backlog.list('stories')[50], 5);
    expect([...vocabulary.roles.keys()].sort()).toEqual([
      'role 48',
      'role 49',
      'role 50',
      'role 51',
      'role 52',
    ]);
    expect(vocabulary.pending).toBe(true);
    let turns = 0;
    while (readVocabulary(backlog, () => true)) turns++;
    expect(turns).toBe(94);
    expect(vocabulary.roles.size).toBe(100);
  });

  it('are not read before anybody asks', () => {
    expect(readVocabulary(Backlog.read('stories:\n  - {title: A}\n'), () => false)).toBe(false);
  });
});

function commonStart(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return at;
}
