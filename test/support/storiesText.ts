/** Backlogs of stories that people write about the same few things, so that sets of them have much to find. */
import fc from 'fast-check';

const role = fc.constantFrom('As a coach', 'As a parent', 'As the coach', 'As coach', 'As a coach or parent');
const wish = fc.constantFrom(
  'I want to export the roster',
  'I want to export the rosters',
  'I want to export the lineup of a match',
  'I want to print the lineup of a match',
  "I'd like to print the lineup of a match",
  'I want a printed lineup of a match',
  'I want to delete a team as in FN-2',
  'I can create a team and invite players',
);
const end = fc.constantFrom(
  ', so that parents see it',
  ', so that parents see them (CSV only)',
  ' so I save time',
  ', in order to save time',
  '',
);
const comma = fc.constantFrom(', ', ', ', ', ', ' ');
const sentence = fc.tuple(role, comma, wish, end).map((parts) => `${parts.join('')}.`);

const written = (text: string, style: number): string => {
  switch (style) {
    case 0:
      return text;
    case 1:
      return `"${text.replaceAll('"', '\\"')}"`;
    case 2:
      return `'${text.replaceAll("'", "''")}'`;
    default:
      return `>-\n      ${text.replace(', so', ',\n      so')}`;
  }
};

/** One story with the dash at column 2. */
export const storyText = fc
  .record({
    id: fc.nat(12),
    status: fc.constantFrom('idea', 'ready', 'ready', 'ready', 'doing', 'done', ''),
    story: fc.option(sentence, { freq: 8, nil: undefined }),
    style: fc.nat(3),
    depends: fc.option(fc.nat(12), { freq: 3, nil: undefined }),
    acceptance: fc.constantFrom(
      '',
      '    acceptance: [Given a team, when I pay, then see FN-3]\n',
      '    acceptance:\n      - The file opens quickly, etc.\n',
      '    acceptance:\n      - given: a team\n        then: it is there\n',
    ),
    ignored: fc.constantFrom('', '', '', '  # refinery-ignore story/near-duplicate: a pair\n'),
  })
  .map(({ id, status, story, style, depends, acceptance, ignored }) =>
    [
      ignored,
      `  - id: FN-${id}\n    title: A team and its roster\n`,
      status === '' ? '' : `    status: ${status}\n`,
      story === undefined ? '' : `    story: ${written(story, style)}\n`,
      depends === undefined ? '' : `    depends_on: [FN-${depends}]\n`,
      acceptance,
    ].join(''),
  );

const head = fc.constantFrom(
  '',
  '',
  'writing:\n  rules: {story/crud-gap: hint, story/near-duplicate: error}\n',
  'writing:\n  rules: {story/template-drift: ignore}\n',
  'writing:\n  language: de\n',
  'workflow:\n  statuses: [ready, doing, done]\n',
);

export const storiesText = fc
  .tuple(head, fc.array(storyText, { minLength: 1, maxLength: 14 }))
  .map(([before, stories]) => `${before}stories:\n${stories.join('')}`);
