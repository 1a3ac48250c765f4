import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { convertCriterion, type Notation } from '../../../../src/core/writing/acceptance/convert.ts';
import { keywordsOf } from '../../../../src/core/writing/acceptance/keywords.ts';
import { spokenIn } from '../../../../src/core/writing/acceptance/convertFrom.ts';
import type { Plain } from '../../../../src/core/yaml/writeBlock.ts';
import { cases } from '../../../support/cases.ts';

const convert = (value: Plain, to: Notation, language = 'en'): unknown => {
  const result = convertCriterion(value, to, language);
  return result.ok ? result.value : result.why;
};

const LINE = 'Given a cart, and a card, when I pay, then it is empty, but not forgotten';
const MAPPING = { given: ['a cart', 'a card'], when: 'I pay', then: ['it is empty', 'But not forgotten'] };
const BLOCK = 'Given a cart\nAnd a card\nWhen I pay\nThen it is empty\nBut not forgotten\n';

describe('the same criterion', () => {
  const notations: readonly [Notation, Plain][] = [
    ['line', LINE],
    ['mapping', MAPPING],
    ['gherkin', BLOCK],
  ];
  for (const [from, value] of notations)
    for (const [to, wanted] of notations)
      it(`${from} as ${to}`, () => {
        expect(convert(value, to)).toEqual(wanted);
      });

  it('with a name and examples', () => {
    const mapping = {
      scenario: 'pays by <card>',
      given: 'a <card>',
      when: 'I pay',
      then: 'it takes <seconds> s',
      examples: [
        { card: 'visa', seconds: '5' },
        { card: 'other', seconds: '10' },
      ],
    };
    const block =
      'Scenario Outline: pays by <card>\n  Given a <card>\n  When I pay\n  Then it takes <seconds> s\n  Examples:\n    | card  | seconds |\n    | visa  | 5       |\n    | other | 10      |\n';
    expect(convert(mapping, 'gherkin')).toBe(block);
    expect(convert(block, 'mapping')).toEqual(mapping);
  });

  it('in the language of the team', () => {
    const line = "Soit un panier, lorsqu'il paie, alors il est vide, et que c'est dit";
    const mapping = { given: 'un panier', when: 'il paie', then: ['il est vide', "c'est dit"] };
    expect(convert(line, 'mapping', 'fr')).toEqual(mapping);
    expect(convert({ scenario: 'payer', ...mapping }, 'gherkin', 'fr')).toMatch(
      /^Scénario: payer\n {2}Soit un panier\n/,
    );
  });

  it('with steps that hold commas and keywords', () => {
    const mapping = { given: 'a cart', when: 'I type 1, and 2, and wait', then: 'a is shown when full' };
    const line = convert(mapping, 'line');
    expect(line).not.toBe('');
    expect(convert(line as string, 'mapping')).toEqual(mapping);
  });
});

it('makes a scenario of a check, with what is to be filled in', () => {
  expect(convert('works offline', 'line')).toBe('Given <state>, when <action>, then works offline');
  expect(convert({ check: 'works offline.', done: true }, 'mapping')).toEqual({
    given: '<state>',
    when: '<action>',
    then: 'works offline',
    done: true,
  });
});

it.each<[Plain, Notation, string]>([
  [{ scenario: 'x', when: 'a', then: 'b' }, 'line', 'a line has no place for its name, "x"'],
  [{ when: 'a', then: 'b', done: true }, 'gherkin', 'it is ticked'],
  [{ when: 'a', then: 'b', 'x-owner': 'ann' }, 'gherkin', '"x-owner"'],
  ['Given a\n  | b |\nWhen c\nThen d\n', 'mapping', 'tables'],
  ['Given a\n# why\nWhen c\nThen d\n', 'mapping', 'remarks'],
  ['@slow\nScenario: x\nWhen c\nThen d\n', 'mapping', 'tags'],
  ['Scenario: x\nWhen c\nScenario: y\nWhen c\n', 'mapping', 'several scenarios'],
  ['When a\nGiven b\nThen c\n', 'mapping', 'order'],
  ['Given a\n* b\n', 'mapping', '"*"'],
  [{ when: 'a', then: 'b, and c is shown' }, 'line', 'another way'],
  ['When a\nthen b\n', 'line', 'mistakes'],
  [{ when: '', then: 'b' }, 'line', 'empty step'],
  ['', 'line', 'one sentence'],
  [{ when: 'a', then: 'b', examples: 'c' }, 'gherkin', 'rows'],
])('says why %j is not told as a %s', (value, to, why) => {
  expect(convert(value, to)).toContain(why);
});

const phrase = fc
  .array(
    fc.constantFrom(
      'a',
      'cart',
      'I',
      'pay',
      'and',
      'when',
      'then',
      'given',
      'but',
      'it',
      'is,',
      'Ann',
      '"x,',
      'y"',
      '5',
      '<n>',
      'so;',
    ),
    {
      minLength: 1,
      maxLength: 6,
    },
  )
  .map((words) => words.join(' '));
const list = fc.array(phrase, { minLength: 1, maxLength: 3 });
const scenario = fc.record({ given: list, when: list, then: list }, { requiredKeys: ['then'] });

it('keeps the steps, there and back, or says why not', () => {
  let done = 0;
  fc.assert(
    fc.property(scenario, fc.constantFrom<Notation>('line', 'gherkin'), (mapping, to) => {
      const there = convertCriterion(mapping, to, 'en');
      if (!there.ok) return;
      done++;
      const back = convertCriterion(there.value, 'mapping', 'en');
      const keywords = keywordsOf('en');
      expect(spokenIn(there.value, keywords)).toMatchObject({ steps: stepsOf(spokenIn(mapping, keywords)) });
      expect(back.ok && stepsOf(spokenIn(back.value, keywords))).toEqual(
        stepsOf(spokenIn(mapping, keywords)),
      );
    }),
    { numRuns: cases(1000) },
  );
  expect(done).toBeGreaterThan(cases(1000) / 4);
});

function stepsOf(spoken: ReturnType<typeof spokenIn>): readonly unknown[] {
  if (typeof spoken === 'string') throw new Error(spoken);
  return spoken.steps.map(({ kind, words }) => ({ kind, words }));
}
