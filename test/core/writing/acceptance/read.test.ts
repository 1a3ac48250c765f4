import { describe, expect, it } from 'vitest';
import { criteriaOf, stepsIn, told, wordsOf } from './criteriaOf.ts';

describe('a line', () => {
  it.each([
    [
      'Given a cart, when I pay, then a receipt is sent',
      ['given [Given a cart]', 'when [when I pay]', 'then [then a receipt is sent]'],
    ],
    [
      'Given a cart, and a voucher when I pay then a receipt is sent',
      [
        'given [Given a cart]',
        'given/and [and a voucher]',
        'when [when I pay]',
        'then [then a receipt is sent]',
      ],
    ],
    [
      'given a cart; when I pay; then it is empty; and a receipt is sent',
      [
        'given [given a cart]',
        'when [when I pay]',
        'then [then it is empty]',
        'then/and [and a receipt is sent]',
      ],
    ],
    [
      'Given a cart. When I pay. Then it is empty. And a receipt is sent.',
      [
        'given [Given a cart]',
        'when [When I pay]',
        'then [Then it is empty]',
        'then/and [And a receipt is sent]',
      ],
    ],
    [
      'GIVEN a cart WHEN I pay THEN it is empty',
      ['given [GIVEN a cart]', 'when [WHEN I pay]', 'then [THEN it is empty]'],
    ],
    [
      '"Given: a cart, When: I pay, Then: it is empty"',
      ['given [Given: a cart]', 'when [When: I pay]', 'then [Then: it is empty]'],
    ],
    [
      'Given a cart, and when I pay, and then I wait, then it is empty',
      ['given [Given a cart]', 'when [and when I pay]', 'then [and then I wait]', 'then [then it is empty]'],
    ],
    ['Then it is empty, when I pay', ['then [Then it is empty]', 'when [when I pay]']],
  ])('%s', (line, steps) => {
    expect(stepsIn(`- ${line}\n`)).toEqual(steps);
  });

  it.each([
    ['Given a user who is told when a note changes, when I mute it, then nothing is sent', 3],
    ['When I log in and then out, then the session ends', 2],
    ['Given a cart, when I pay, then the list shows the name, the price, and the tax', 3],
    ['Given a cart, when I pay, then "paid, then closed" is shown', 3],
    ['Given a cart, when I pay, then it is empty (and, when I wait, stays so)', 3],
    ['Given name and role, when I search, then both are found', 3],
    ['Given a cart, when I pay, then a note, and photos', 3],
    ['When the phone is offline, the notes are kept', 1],
  ])('takes plain words for what they are: %s', (line, count) => {
    expect(stepsIn(`- '${line}'\n`)).toHaveLength(count);
  });

  it.each([
    'works offline',
    'Works when offline, then syncs',
    'Whenever I pay, a receipt is sent',
    'Thenable promises work',
    'And the mail is sent',
    'But not on Sundays',
    '',
  ])('is a check where it begins with no keyword: %s', (line) => {
    const [criterion] = criteriaOf(`- "${line}"\n`);
    expect(criterion).toMatchObject({ notation: 'check', scenarios: [], done: false });
  });

  it('tells what stands behind each keyword, whatever the quotes', () => {
    const text = `- "Given a \\"cart\\", when I\\tpay; then it's empty."\n- 'Given it''s late, when I pay then I''m told'\n`;
    const [first, second] = criteriaOf(text);
    expect(first && wordsOf(first, text)).toEqual(['a \\"cart\\"', 'I\\tpay', "it's empty"]);
    expect(second && wordsOf(second, text)).toEqual(["it''s late", 'I pay', "I''m told"]);
  });

  it('may be folded over several lines', () => {
    const text =
      '- >-\n  Given a cart\n  when I pay\n  then it is empty\n- Given a cart,\n  when I pay,\n  then it is empty\n';
    for (const criterion of criteriaOf(text)) {
      expect(criterion.notation).toBe('line');
      expect(wordsOf(criterion, text)).toEqual(['a cart', 'I pay', 'it is empty']);
    }
  });

  it('goes on with the line before it where a scenario is spread over entries', () => {
    const text =
      '- Given a cart\n- And a voucher\n- When I pay\n- Then it is empty\n- But not forgotten\n- Given a cart\n';
    const criteria = criteriaOf(text);
    expect(criteria.map(({ continues }) => continues)).toEqual([false, true, true, true, true, false]);
    expect(criteria.flatMap(({ scenarios }) => scenarios[0]?.steps.map((step) => told(step, text)))).toEqual([
      'given [Given a cart]',
      'given/and [And a voucher]',
      'when [When I pay]',
      'then [Then it is empty]',
      'then/but [But not forgotten]',
      'given [Given a cart]',
    ]);
  });

  it.each([
    [
      'fr',
      'Étant donné un panier, lorsque je paie, alors il est vide',
      ['Étant donné un panier', 'lorsque je paie', 'alors il est vide'],
    ],
    ['fr', "Lorsqu'il paie, alors c'est vide", ["Lorsqu'il paie", "alors c'est vide"]],
    [
      'de',
      'Angenommen ein Korb, wenn ich zahle, dann ist er leer',
      ['Angenommen ein Korb', 'wenn ich zahle', 'dann ist er leer'],
    ],
    ['zh-CN', '假如有购物车,当付款,那么它是空的', ['假如有购物车', '当付款', '那么它是空的']],
    [
      'pt-BR',
      'Dado um carrinho, quando pago, então fica vazio',
      ['Dado um carrinho', 'quando pago', 'então fica vazio'],
    ],
    ['de', 'Given a cart, when I pay, then it is empty', ['Given a cart', 'when I pay', 'then it is empty']],
  ])('is read in %s: %s', (language, line, spans) => {
    const kinds = ['given', 'when', 'then'].slice(-spans.length);
    expect(stepsIn(`- ${line}\n`, language)).toEqual(spans.map((span, i) => `${kinds[i]} [${span}]`));
  });
});

describe('a mapping', () => {
  it('has steps in their order, whatever the order of its keys', () => {
    const text =
      '- scenario: two phones\n  then:\n    - both are kept\n    - But not merged\n  when: both come online\n  given: [a note, And a phone]\n';
    expect(stepsIn(text)).toEqual([
      'given [a note]',
      'given/and [And a phone]',
      'when [both come online]',
      'then [both are kept]',
      'then/but [But not merged]',
    ]);
    const [criterion] = criteriaOf(text);
    expect(criterion?.scenarios[0]?.name).toBe('two phones');
    expect(criterion && wordsOf(criterion, text)).toEqual([
      'a note',
      'a phone',
      'both come online',
      'both are kept',
      'not merged',
    ]);
  });

  it('takes `and` behind a key as one more of it', () => {
    expect(stepsIn('- given: a\n  and: b\n  when: c\n  then: d\n  but: e\n')).toEqual([
      'given [a]',
      'given/and [b]',
      'when [c]',
      'then [d]',
      'then/and [e]',
    ]);
  });

  it('knows which keys have nothing behind them', () => {
    const text = '- given: a\n  when:\n  then: [b, ""]\n';
    const [scenario] = criteriaOf(text)[0]?.scenarios ?? [];
    expect(scenario?.empty.map(({ kind, start, end }) => [kind, text.slice(start, end)])).toEqual([
      ['when', 'when'],
      ['then', 'then: [b, ""'],
    ]);
  });

  it.each([
    ['[{phone: old, seconds: 60}, {phone: new, seconds: 5}]', ['phone', 'seconds']],
    ['{phone: [old, new], seconds: [60, 5]}', ['phone', 'seconds']],
    ['[[phone, seconds], [old, 60]]', ['phone', 'seconds']],
  ])('knows the names of its examples: %s', (examples, columns) => {
    const [criterion] = criteriaOf(`- given: <phone>\n  examples: ${examples}\n`);
    expect(criterion?.scenarios[0]).toMatchObject({ form: 'outline', columns });
  });

  it('may be a check, ticked or not', () => {
    const criteria = criteriaOf(
      '- {check: works offline, done: true}\n- check: works\n- "[x] works"\n- "[ ] works"\n',
    );
    expect(criteria.map(({ notation, done }) => [notation, done])).toEqual([
      ['check', true],
      ['check', false],
      ['check', true],
      ['check', false],
    ]);
  });
});

describe('a block of Gherkin', () => {
  const block = (...lines: readonly string[]): string =>
    `- |\n${lines.map((line) => `  ${line}\n`).join('')}`;

  it('may be steps alone', () => {
    const text = block('Given a cart', '  | item |', '  | tea  |', 'When I pay', 'Then', '* it is empty');
    expect(stepsIn(text)).toEqual([
      'given [Given a cart]',
      'when [When I pay]',
      'then [Then]',
      'then/* [* it is empty]',
    ]);
    const [step] = criteriaOf(text)[0]?.scenarios[0]?.steps ?? [];
    expect(step?.argument && step.in.text.slice(step.argument.start, step.argument.end)).toBe(
      '| item |\n  | tea  |',
    );
  });

  it('may be scenarios, with the tags, examples and texts that belong to them', () => {
    const text = block(
      '@slow',
      'Scenario Outline: pays by <card>',
      '  Given a cart',
      '  When I pay',
      '    """',
      '    When inside a text',
      '    """',
      '  Then it is empty',
      '  Examples:',
      '    | card |',
      '    | visa |',
      'Scenario: two',
      '  Given b',
    );
    const [criterion] = criteriaOf(text);
    expect(criterion?.errors).toEqual([]);
    expect(criterion?.scenarios.map(({ form, name, columns }) => ({ form, name, columns }))).toEqual([
      { form: 'outline', name: 'pays by <card>', columns: ['card'] },
      { form: 'scenario', name: 'two', columns: [] },
    ]);
    expect(stepsIn(text)).toHaveLength(4);
  });

  it('may be a whole feature with backgrounds and rules', () => {
    const text = block(
      'Feature: pay',
      '  Background:',
      '    Given a shop',
      '  Scenario: a',
      '    When x',
      '  Rule: r',
      '    Background:',
      '      Given a till',
      '    Example: b',
      '      When y',
    );
    const [criterion] = criteriaOf(text);
    expect(criterion?.scenarios.map(({ form, before }) => [form, before.length])).toEqual([
      ['background', 0],
      ['scenario', 1],
      ['background', 0],
      ['scenario', 2],
    ]);
  });

  it.each([
    ['team', 'fr', ['Soit un panier', 'Quand je paie', "Alors c'est vide"]],
    [
      'header',
      'en',
      ['# language: fr', 'Scénario: a', 'Soit un panier', 'Quand je paie', "Alors c'est vide"],
    ],
  ])('is read in the language of the %s', (_, language, lines) => {
    const [criterion] = criteriaOf(block(...lines), language);
    expect(criterion?.errors).toEqual([]);
    expect(criterion?.scenarios[0]?.steps.map(({ kind }) => kind)).toEqual(['given', 'when', 'then']);
  });

  it.each<[string, readonly string[], string, string]>([
    ['a small keyword', ['given a cart', 'When I pay'], 'given a cart', 'write "Given"'],
    [
      'a stray line',
      ['Given a cart', 'When I pay', 'or not', 'Then b'],
      'or not',
      "Gherkin can't read this line",
    ],
    ['prose', ['it pays'], 'it pays', 'without "|"'],
    ['another language', ['Soit un panier'], 'Soit un panier', '"# language: fr"'],
    ['a table of uneven rows', ['Given a', '  | a | b |', '  | c |'], '| c |', 'same number'],
    ['a text that is never closed', ['Given a', '  """', '  b', 'When c'], '"""', 'never closed'],
    ['a tag with a space', ['@a b', 'Scenario: x', '  Given a'], '@a b', 'can’t contain spaces'],
    ['a tag above nothing', ['Scenario: x', '  Given a', '@a'], '@a', 'nothing follows'],
    ['a language that there is not', ['# language: xx', 'Feature: x'], '# language: xx', '"xx"'],
    [
      'a language named as what objects have',
      ['# language: constructor', 'Given a'],
      '# language: constructor',
      '"constructor"',
    ],
  ])('says where %s is, and what to do', (_, lines, place, says) => {
    const text = block(...lines);
    const [criterion] = criteriaOf(text);
    expect(criterion?.errors.map((error) => error.message).join('\n')).toContain(says);
    const span = criterion?.errors[0] && criterion.written?.span(criterion.errors[0]);
    expect(text.slice(span?.start, span?.end)).toBe(place);
  });

  it('is still understood beside a mistake', () => {
    expect(stepsIn(block('Given a cart', 'oops', 'When I pay'))).toEqual([
      'given [Given a cart]',
      'when [When I pay]',
    ]);
  });

  it.each([
    '- |\n  - works offline\n  - is fast\n',
    '- |\n  * works offline\n    on phones\n',
    'The page loads.\nIt is fast.\n',
  ])('is not what bullets and prose are: %j', (text) => {
    expect(criteriaOf(text.startsWith('-') ? text : `|\n  ${text.replaceAll('\n', '\n  ')}`)).toMatchObject([
      { notation: 'check' },
    ]);
  });
});

it.each(['', '~', '- ', '*a', '[[a]]', '{a: b}', '- &a Given\n- *a\n', '- |\n\n', '- !!str Given\n'])(
  'reads anything: %j',
  (text) => {
    expect(() => criteriaOf(text).map(({ scenarios, errors }) => [scenarios, errors])).not.toThrow();
  },
);
