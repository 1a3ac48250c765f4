/** What each rule about the words of criteria marks. */
import { expect, it } from 'vitest';
import { Backlog } from '../../../../src/core/backlog/backlog.ts';
import { check } from './checkCriteria.ts';

check('ac/duplicate', [
  {
    name: 'whatever the notation',
    lines: ['- Given a, when b, then c', '- ⟦{given: a, when: b, then: C.}⟧', '- works', '- ⟦Works!⟧'],
    severity: 'warning',
    fixes: [
      ['- Given a, when b, then c', '- works', '- Works!'],
      ['- Given a, when b, then c', '- {given: a, when: b, then: C.}', '- works'],
    ],
  },
]);

check('ac/placeholder', [
  {
    name: 'words',
    lines: ['- ⟦TBD⟧', '- Given a cart, when I pay, then ⟦???⟧', '- the ⟦tbd⟧ page opens'],
    severity: 'warning',
  },
  {
    name: 'brackets',
    lines: ['- Given ⟦<a cart>⟧, when I pay, then it is <b>empty</b>'],
    severity: 'information',
  },
  {
    name: 'not with examples',
    lines: ['- given: <cart>', '  when: I pay', '  then: it is ⟦<state>⟧', '  examples: [{cart: full}]'],
    says: 'no column',
  },
  {
    name: 'not in ordinary words',
    lines: ['- the to-do list opens', '- todos are listed', '- a < b and c > d'],
  },
]);

check('ac/vague', [
  {
    name: 'in outcomes and checks',
    lines: [
      '- Given a slow phone, when I quickly pay, then it is done ⟦quickly⟧',
      '- ⟦fast⟧ on phones',
      '- loads fast (1 s)',
      '- shows "fast"',
    ],
    severity: 'warning',
  },
  { name: 'in English only', language: 'de', lines: ['- läuft fast'] },
]);

check('ac/or-in-step', [
  {
    name: 'two outcomes',
    lines: ['- Given a or b, when c or d, then a receipt is sent ⟦or⟧ printed'],
    severity: 'information',
  },
  {
    name: 'no two outcomes',
    lines: [
      '- When c, then one or more are shown',
      '- When c, then no name or phone is shown',
      '- When c, then "a or b" is shown',
      '- When c, then it is sent whether paid or not',
    ],
  },
]);

check('ac/ui-words', [
  {
    name: 'buttons',
    lines: ['- "When I ⟦click⟧ the pay button, then ⟦#receipt⟧ is shown"', '- the field biologist is told'],
    severity: 'information',
  },
]);

check('ac/first-then-wish', [
  {
    name: 'a wish',
    lines: ['- Given ⟦I want to⟧ pay, when I want to pay, then I ⟦should be able to⟧'],
    severity: 'hint',
  },
]);

check('ac/untestable-item', [
  {
    name: 'may become a scenario',
    lines: ['- works', '- ⟦Performance⟧'],
    fixes: [['- works', '- When <action>, then Performance']],
  },
  { name: 'stays as it is where it is ticked', lines: ['- {check: ⟦Performance⟧, done: true}'], fixes: [] },
  {
    name: 'bare names',
    lines: ['- ⟦Performance⟧', '- "[ ] ⟦Scalability⟧."', '- ⟦Dark mode⟧'],
    severity: 'information',
  },
  {
    name: 'what says something',
    lines: [
      '- works offline',
      '- tested',
      '- 2 seconds',
      '- deleted notes',
      '- on phones',
      '- Ann can pay',
      '- offline',
    ],
  },
]);

check('ac/too-long', [
  {
    name: 'from the eleventh step on',
    lines: ['- given: [a1, a2, a3, a4, a5]', '  when: b', '  then: [c1, c2, c3, c4, ⟦c5⟧, c6]'],
    severity: 'hint',
  },
  {
    name: 'more serious beyond fifteen',
    lines: [
      '- given: [a1, a2, a3, a4, a5, a6, a7, a8]',
      '  when: b',
      '  then: [c1, ⟦c2⟧, c3, c4, c5, c6, c7]',
    ],
    severity: 'information',
  },
]);

it('leaves items in other languages alone, whatever the language of the keywords', () => {
  const text =
    'stories:\n  - id: FN-1\n    title: Zahlen\n    status: ready\n    estimate: 3\n    description: Der Korb wird gezeigt und ist nicht voll.\n    acceptance:\n      - fast leer\n      - Button\n      - der Button ist da\n';
  const said = (language: string): readonly string[] =>
    Backlog.read(`writing: {language: ${language}}\n${text}`)
      .finish()
      .problems()
      .map(({ problem }) => problem.rule)
      .filter((rule) => rule.startsWith('ac/'));
  expect(said('en')).toEqual([]);
  expect(said('de')).toEqual([]);
});
