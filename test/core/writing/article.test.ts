import { expect, it } from 'vitest';
import { articleFor } from '../../../src/core/writing/words/article.ts';

it.each([
  [
    'a',
    [
      'user',
      'coach',
      'university',
      'unique user',
      'utility',
      'European',
      'one-time guest',
      'UX designer',
      'U',
      'ewe',
    ],
  ],
  ['a', ['host', 'hotel', 'NASA', 'Main user', 'usability tester', 'member', 'SAP user']],
  [
    'an',
    ['admin', 'editor', 'umpire', 'uninvited guest', 'unimportant person', 'unidentified caller', 'usher'],
  ],
  ['an', ['hour', 'honest person', 'heir', 'HR manager', 'SRE', 'MVP', 'API user', 'IT lead']],
])('%s %j', (article, names) => {
  expect(names.map((name) => `${articleFor(name)} ${name}`)).toEqual(
    names.map((name) => `${article} ${name}`),
  );
});
