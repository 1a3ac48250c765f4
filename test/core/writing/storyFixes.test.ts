import { describe, expect, it } from 'vitest';
import { everyFix } from '../../../scripts/lib/everyFix.ts';
import { backlogWith, mended } from './judged.ts';

/** The sentence after the first fix; the rest of the file has to stay as it is. */
function sentenceAfter(rule: string, sentence: string): string | undefined {
  const after = mended(backlogWith(sentence), rule);
  if (after === undefined) return undefined;
  const line = /^ {4}story: (.*)$/m.exec(after)?.[1] ?? '';
  expect(after.replace(line, () => sentence)).toBe(backlogWith(sentence));
  return line;
}

describe('one fix', () => {
  it.each([
    ['missing-role', 'I want to print the roster.', 'As a <role>, I want to print the roster.'],
    [
      'missing-role',
      'In order to save paper, I want to print on both sides.',
      'In order to save paper, as a <role>, I want to print on both sides.',
    ],
    ['missing-means', 'As a coach, so that I save time.', 'As a coach, I want <means>, so that I save time.'],
    ['missing-means', 'As a coach, the list is sorted.', 'As a coach, I want the list is sorted.'],
    ['missing-means', 'As a coach', 'As a coach, I want <means>'],
    ['missing-end', 'As a coach, I want a roster.', 'As a coach, I want a roster, so that <benefit>.'],
    [
      'missing-end',
      "'As the club''s coach, I want a roster'",
      "'As the club''s coach, I want a roster, so that <benefit>'",
    ],
    [
      'clause-order',
      'I want a roster, as a coach, so that parents see it.',
      'As a coach, I want a roster, so that parents see it.',
    ],
    ['missing-comma', 'As a coach I want a roster', 'As a coach, I want a roster'],
    [
      'repeated-indicator',
      'As a coach, I want it, so that that I know.',
      'As a coach, I want it, so that I know.',
    ],
    ['repeated-indicator', 'As a coach, I want to want to know.', 'As a coach, I want to know.'],
    ['repeated-indicator', '"As a as a coach, I want to know."', '"As a coach, I want to know."'],
    ['fragment', 'As a coach, I want to see the the list.', 'As a coach, I want to see the list.'],
    ['escape-clause', 'As a coach, I want, where possible, a list.', 'As a coach, I want a list.'],
    [
      'escape-clause',
      'As a coach, I want to link, when appropriate, a plan.',
      'As a coach, I want to link a plan.',
    ],
    [
      'escape-clause',
      'As a coach, I want to print it where possible, so that I see it.',
      'As a coach, I want to print it, so that I see it.',
    ],
    ['escape-clause', 'As a coach, I want it, if applicable.', 'As a coach, I want it.'],
    [
      'open-ended',
      'As a coach, I want names, ages, etc., so that I know.',
      'As a coach, I want names, ages, so that I know.',
    ],
    [
      'open-ended',
      'As a coach, I want names, ages, etc. on paper.',
      'As a coach, I want names, ages on paper.',
    ],
    ['open-ended', 'As a coach, I want names and so on.', 'As a coach, I want names.'],
    [
      'open-ended',
      'As a coach, I want data including but not limited to names.',
      'As a coach, I want data including names.',
    ],
  ])('%s: %s', (rule, before, after) => {
    expect(sentenceAfter(rule, before)).toBe(after);
  });

  it.each([
    ['vague-word', 'As a coach, I want to find names quickly.'],
    ['bracketed-note', 'As a coach, I want to see the roster(s).'],
    ['escape-clause', 'As a coach, I want to, if possible.'],
    ['two-actions', 'As a coach, I want to read, approve or reject them and mail the parents.'],
  ])('%s has none: %s', (rule, sentence) => {
    expect(sentenceAfter(rule, sentence)).toBeUndefined();
  });
});

describe('a fix that moves words', () => {
  it('puts a note in brackets into the notes', () => {
    expect(
      mended(
        backlogWith('As a coach, I want to export it (CSV only), so that I can mail it.'),
        'bracketed-note',
      ),
    ).toBe(
      backlogWith('As a coach, I want to export it, so that I can mail it.', {
        fields: ['notes:', '  - CSV only'],
      }),
    );
  });

  it('puts another sentence beside the notes that are there', () => {
    const fields = (notes: string): readonly string[] => ['labels: [print] # for Ben', `notes: ${notes}`];
    expect(
      mended(
        backlogWith('As a coach, I want to print it. Ask Ann.', { fields: fields('[Which printer?]') }),
        'extra-sentence',
      ),
    ).toBe(backlogWith('As a coach, I want to print it.', { fields: fields('[Which printer?, Ask Ann.]') }));
  });

  it('makes a criterion of an example', () => {
    const text = backlogWith('As a coach, I want formats such as CSV, so that I can mail it.');
    expect(mended(text, 'inline-example')).toBe(
      text
        .replace(' such as CSV', '')
        .replace('    status', '    acceptance:\n      - Works for CSV\n    status'),
    );
  });

  it('is not offered for an item without an id', () => {
    const text = backlogWith('As a coach, I want to export it (CSV only).').replace(
      '  - id: FN-7\n    title',
      '  - title',
    );
    expect(mended(text, 'bracketed-note')).toBeUndefined();
  });
});

describe('a split', () => {
  const split = (sentence: string, rule = 'two-actions'): readonly string[] =>
    [
      ...(mended(backlogWith(sentence, { fields: ['estimate: 5'] }), rule) ?? '').matchAll(
        /^ {2}[ -] (?:story|title|estimate): (.*)$/gm,
      ),
    ].map(([, value]) => value ?? '');

  it('gives each verb what both share', () => {
    expect(split('As a coach, I want to sign and submit forms, so that I can start.')).toEqual([
      'Roster',
      'As a coach, I want to sign forms, so that I can start.',
      'Submit forms',
      'As a coach, I want to submit forms, so that I can start.',
    ]);
  });

  it('gives each wish its own words', () => {
    expect(split('As a coach, I want to be able to book a slot, and then invoice the client.')).toEqual([
      'Roster',
      'As a coach, I want to be able to book a slot.',
      'Invoice the client',
      'As a coach, I want to be able to invoice the client.',
    ]);
  });

  it('makes three of three, in their order', () => {
    expect(split('As a coach, I want to create, view and delete plans.')).toEqual([
      'Roster',
      'As a coach, I want to create plans.',
      'View plans',
      'As a coach, I want to view plans.',
      'Delete plans',
      'As a coach, I want to delete plans.',
    ]);
  });

  it('gives what is done to a thing to each', () => {
    expect(split('As a coach, I want the plan to be printed and mailed to parents.')).toEqual([
      'Roster',
      'As a coach, I want the plan to be printed.',
      'Mailed to parents',
      'As a coach, I want the plan to be mailed to parents.',
    ]);
  });

  it('makes a story of each action of a list', () => {
    expect(split('As a coach, I want to add players, set a date and print the roster.')).toEqual([
      'Roster',
      'As a coach, I want to add players.',
      'Set a date',
      'As a coach, I want to set a date.',
      'Print the roster',
      'As a coach, I want to print the roster.',
    ]);
  });

  it.each([
    'As a coach, I want to cancel a match, and the referee should get a message.',
    'As a coach, I want to upload a plan, and I expect it to fail if a page is missing.',
    'As a coach, I want the hall to be swept and the parents to be told.',
  ])('is left to a person where a clause says who does it: %s', (sentence) => {
    expect(mended(backlogWith(sentence), 'two-actions')).toBeUndefined();
  });

  it('gives each role its article', () => {
    expect(split('As a coach or an assistant, I want a roster.', 'two-roles')).toEqual([
      'Roster',
      'As a coach, I want a roster.',
      'Roster (assistant)',
      'As an assistant, I want a roster.',
    ]);
  });
});

/** A club's backlog with every shortcoming that there is a fix for, in every style of YAML. */
const SENTENCES = [
  'As a coach, I want to print the roster and mail it to parents, so that nobody is missing.',
  '"As a coach, I want to add, change and remove players, so that so the roster is right."',
  "'As a parent/guardian I want to see my child''s plan (this week only), so that that I know when to drive.'",
  'I want to see who is ill, so I can call a substitute.',
  'As a referee, so that I am on time.',
  'As a treasurer, I want to export fees, fines, etc. where possible - ask Ann first.',
  '"As a trainer, I want reports such as attendance, when the season ends."',
  'As a player, I want to vote for a captain or withdraw my vote.',
  '>-\n      As a player, I want to see\n      the the table (of the league),\n      so that I know who is next.',
  '|-\n      As a fan, I want to buy and print\n      tickets. They are blue.',
  'As a fan I want to want to park near the gate, if applicable, so that I walk less.',
  'I want to book a field, as a coach, so that we can train.',
  'As a physio, I want to log injuries, e.g. sprains (and strains) and so on, so that I can also print charts.',
  'As a scout, when a match is on, I want to take notes (offline); sync comes later.',
  '"As a coach, I want “home”\\u00a0and away kits (new) listed — by Friday — for all."',
  'As a caretaker, I want to lock and unlock doors and lights, so that the hall is safe.',
];

describe('every fix that is offered', () => {
  const backlog = (eol: string): string =>
    `# The club\nproduct: {name: Club, key: FN}\nstories:\n${SENTENCES.map(
      (sentence, i) =>
        `  - id: FN-${i + 1} # no. ${i + 1}\n    title: Number ${i + 1}\n    story: ${sentence}\n    status: ready\n`,
    ).join('')}`.replaceAll('\n', eol);

  it.each([
    ['LF', '\n'],
    ['CRLF', '\r\n'],
  ])('removes its finding, raises nothing, and leaves the rest alone (%s)', (_, eol) => {
    const fixes = [...everyFix(backlog(eol))];
    expect(fixes.filter(({ trouble }) => trouble !== undefined)).toEqual([]);
    expect(
      new Set(fixes.map(({ rule }) => rule).filter((rule) => rule.startsWith('story/'))).size,
    ).toBeGreaterThan(10);
    expect(fixes.length).toBeGreaterThan(30);
  });
});
