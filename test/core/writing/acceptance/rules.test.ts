/** What each rule about the form of criteria marks, and what its fixes make of it, through the front of the backlog. */
import { describe, expect, it } from 'vitest';
import { Backlog } from '../../../../src/core/backlog/backlog.ts';
import { check, head } from './checkCriteria.ts';

check('ac/no-then', [
  {
    name: 'marks the last step of a line and makes a step of its last clause',
    lines: ['- Given a cart, ⟦when I pay, a receipt is sent⟧'],
    severity: 'warning',
    fixes: [
      ['- Given a cart, when I pay, then a receipt is sent'],
      ['- Given a cart, when I pay, a receipt is sent, then <outcome>'],
    ],
  },
  {
    name: 'adds a step to a mapping',
    lines: ['- given: a cart', '  when: ⟦I pay⟧'],
    fixes: [['- given: a cart', '  when: I pay', '  then: "<outcome>"']],
  },
  {
    name: 'adds a step to a block, below its table',
    lines: [
      '- |',
      '  Scenario: pays',
      '    Given a cart',
      '    ⟦When I pay⟧',
      '      | by |',
      '      | card |',
      '- works',
    ],
    fixes: [
      [
        '- |',
        '  Scenario: pays',
        '    Given a cart',
        '    When I pay',
        '      | by |',
        '      | card |',
        '    Then <outcome>',
        '- works',
      ],
    ],
  },
  {
    name: 'leaves a background alone',
    lines: ['- |', '  Background:', '    Given a shop', '  Scenario: a', '    When x', '    Then y'],
  },
  { name: 'leaves steps with stars alone', lines: ['- |', '  * a cart', '  * I pay', '  * it is empty'] },
  {
    name: 'leaves a sentence that begins with When alone',
    lines: ['- When the phone is offline, notes are kept'],
  },
  {
    name: 'leaves a block with a mistake to ac/gherkin',
    lines: ['- |', '  Given a cart', '  then it is full'],
  },
  {
    name: 'judges a scenario that is spread over entries once',
    lines: ['- Given a cart', '- ⟦When I pay⟧', '- works offline'],
    fixes: [['- Given a cart', '- When I pay', '- Then <outcome>', '- works offline']],
  },
  {
    name: 'speaks the language of the team',
    language: 'fr',
    lines: ['- Soit un panier, ⟦quand je paie⟧'],
    says: '"Alors"',
    fixes: [['- Soit un panier, quand je paie, alors <outcome>']],
  },
]);

check('ac/no-when', [
  {
    name: 'marks the outcome',
    lines: ['- Given a cart, I pay, ⟦then a receipt is sent⟧'],
    severity: 'information',
    fixes: [
      ['- Given a cart, when I pay, then a receipt is sent'],
      ['- Given a cart, I pay, when <action>, then a receipt is sent'],
    ],
  },
  {
    name: 'begins with the action where nothing is given',
    lines: ['- ⟦Then it is empty⟧'],
    fixes: [['- When <action>, then it is empty']],
  },
  {
    name: 'adds a line to a block',
    lines: ['- |', '  Given a cart', '  ⟦Then it is empty⟧'],
    fixes: [['- |', '  Given a cart', '  When <action>', '  Then it is empty']],
  },
  {
    name: 'takes the action of a background',
    lines: ['- |', '  Background:', '    When I pay', '  Scenario: a', '    Then y'],
  },
]);

check('ac/order', [
  {
    name: 'reorders a line',
    lines: ['- When I pay, ⟦given a cart⟧, and a card, then it is empty'],
    severity: 'warning',
    fixes: [['- Given a cart, and a card, when I pay, then it is empty']],
  },
  {
    name: 'reorders a block with what belongs to its steps',
    lines: [
      '- |',
      '  When I pay',
      '    | by |',
      '    | card |',
      '  ⟦Given a cart⟧',
      '  # why',
      '  And a card',
      '  Then it is empty',
    ],
    fixes: [
      [
        '- |',
        '  Given a cart',
        '  # why',
        '  And a card',
        '  When I pay',
        '    | by |',
        '    | card |',
        '  Then it is empty',
      ],
    ],
  },
  {
    name: 'does not mind the order of keys',
    lines: ['- when: I pay', '  given: a cart', '  then: it is empty'],
  },
  { name: 'leaves two actions to ac/many-when', lines: ['- Given a. When b. Then c. When d. Then e.'] },
]);

check('ac/many-when', [
  {
    name: 'splits a line',
    lines: ['- Given a cart, when I pay, then it is empty, ⟦when I cancel⟧, then it is full'],
    severity: 'warning',
    fixes: [
      [
        '- Given a cart, when I pay, then it is empty',
        '- Given a cart, and I pay, when I cancel, then it is full',
      ],
    ],
  },
  {
    name: 'splits a block',
    lines: [
      '- |',
      '  Scenario: pays',
      '    Given a cart',
      '    When I pay',
      '    Then it is empty',
      '    ⟦When I cancel⟧',
      '    Then it is full',
    ],
    fixes: [
      [
        '- |',
        '  Scenario: pays',
        '    Given a cart',
        '    When I pay',
        '    Then it is empty',
        '',
        '  Scenario: pays, then more',
        '    Given a cart',
        '    And I pay',
        '    When I cancel',
        '    Then it is full',
      ],
    ],
  },
  {
    name: 'makes one action of two',
    lines: ['- |', '  When I pay', '  ⟦When I print⟧', '  Then it is empty'],
    fixes: [['- |', '  When I pay', '  And I print', '  Then it is empty']],
  },
  {
    name: 'only hints at an And',
    lines: ['- When I pay, ⟦and I print it⟧, then it is empty'],
    severity: 'hint',
  },
]);

check('ac/repeat-keyword', [
  {
    name: 'in a line',
    lines: ['- Given a cart; ⟦given⟧ a card; when I pay; then it is empty'],
    severity: 'hint',
    fixes: [['- Given a cart; and a card; when I pay; then it is empty']],
  },
  {
    name: 'in a block',
    lines: ['- |', '  When I pay', '  Then a', '  ⟦Then⟧ b'],
    fixes: [['- |', '  When I pay', '  Then a', '  And b']],
  },
  {
    name: 'in French',
    language: 'fr',
    lines: ['- |', "  Lorsqu'il paie", '  Alors a', '  ⟦Alors⟧ b'],
    fixes: [['- |', "  Lorsqu'il paie", '  Alors a', '  Et que b']],
  },
]);

check('ac/dangling-and', [
  {
    name: 'in a block',
    lines: ['- |', '  ⟦And⟧ a cart', '  When I pay', '  Then it is empty'],
    severity: 'error',
    fixes: [['- |', '  Given a cart', '  When I pay', '  Then it is empty']],
  },
  {
    name: 'in a line',
    lines: ['- ⟦And⟧ a cart, when I pay, then it is empty'],
    fixes: [['- Given a cart, when I pay, then it is empty']],
  },
  { name: 'not in a sentence', lines: ['- And a receipt is sent'] },
  { name: 'not in an entry that goes on', lines: ['- Given a, when b, then c', '- And a receipt is sent'] },
]);

check('ac/empty-step', [
  {
    name: 'hands its keyword on',
    lines: ['- |', '  Given a cart', '  When I pay', '  ⟦Then⟧', '  And it is empty'],
    severity: 'error',
    fixes: [['- |', '  Given a cart', '  When I pay', '  Then it is empty']],
  },
  { name: 'keeps the only outcome', lines: ['- |', '  When I pay', '  ⟦Then⟧'], fixes: [] },
  {
    name: 'in a line',
    lines: ['- ⟦Given⟧, when I pay, then it is empty'],
    fixes: [['- When I pay, then it is empty']],
  },
  {
    name: 'a key with nothing behind it',
    lines: ['- ⟦given⟧:', '  when: I pay', '  then: it is empty'],
    fixes: [['- when: I pay', '  then: it is empty']],
  },
  {
    name: 'an entry with nothing in it',
    lines: ['- when: I pay', '  ⟦then: [it is empty, ""⟧]'],
    fixes: [['- when: I pay', '  then: [it is empty]']],
  },
  { name: 'a criterion', lines: ['- works', '- ⟦""⟧'], fixes: [['- works']] },
  {
    name: 'a block',
    lines: ['- works', '- ⟦|', '  # nothing yet⟧'],
    severity: 'warning',
    fixes: [['- works']],
  },
]);

check('ac/duplicate-step', [
  {
    name: 'in a line',
    lines: ['- Given a cart, when I pay, then it is empty; ⟦and It is Empty⟧.'],
    severity: 'warning',
    fixes: [['- Given a cart, when I pay, then it is empty.']],
  },
  {
    name: 'in a mapping',
    lines: ['- given: [a cart, ⟦a cart⟧]', '  when: I pay', '  then: it is empty'],
    fixes: [['- given: [a cart]', '  when: I pay', '  then: it is empty']],
  },
  {
    name: 'in a block',
    lines: ['- |', '  Given a cart', '  ⟦And a cart⟧', '  When I pay', '  Then it is empty'],
    fixes: [['- |', '  Given a cart', '  When I pay', '  Then it is empty']],
  },
  {
    name: 'not with another table',
    lines: [
      '- |',
      '  Given carts',
      '    | a |',
      '  And carts',
      '    | b |',
      '  When I pay',
      '  Then it is empty',
    ],
  },
]);

check('ac/gherkin', [
  {
    name: 'mends small letters',
    lines: ['- |', '  ⟦given a cart⟧', '  When I pay', '  Then it is empty'],
    severity: 'error',
    fixes: [['- |', '  Given a cart', '  When I pay', '  Then it is empty']],
  },
  {
    name: 'knows the keywords of other languages',
    lines: ['- |', '  ⟦Dado un carrito⟧', '  Cuando pago', '  Entonces está vacío'],
    says: 'Spanish',
    fixes: [['- |', '  # language: es', '  Dado un carrito', '  Cuando pago', '  Entonces está vacío']],
  },
  {
    name: 'in folded scalars and quotes there is none',
    lines: ['- >-', '  Given a cart', '  when I pay', '  then it is empty'],
  },
]);

describe('ac/none', () => {
  const story = (ready: string, more = ''): string =>
    `workflow: {ready: {story: [${ready}]}}\nstories:\n  - title: Pay\n    status: ready\n    estimate: 3\n    story: As a buyer, I want to pay by card, so that I need no cash.\n${more}`;
  const rules = (text: string): readonly string[] =>
    Backlog.read(text)
      .finish()
      .problems()
      .map(({ problem }) => problem.rule);

  it('is said once: by the definition of ready, or by itself', () => {
    expect(rules(story('story'))).toEqual(['ac/none']);
    expect(rules(story('acceptance'))).toEqual(['ready/missing']);
  });

  it('is a matter of stories alone', () => {
    expect(rules(story('story', '    type: bug\n'))).not.toContain('ac/none');
    expect(rules(story('story', '    acceptance: works\n'))).not.toContain('ac/none');
  });
});

it('says nothing of criteria before the story is ready', () => {
  const text =
    head().replace('status: ready', 'status: idea') + '      - And TBD\n      - |\n        nothing\n';
  expect(Backlog.read(text).finish().problems()).toEqual([]);
});
