import { describe, expect, it } from 'vitest';
import { Backlog } from '../../../../src/core/backlog/backlog.ts';
import { quickFixesAt } from '../../../../src/core/features/codeActions.ts';
import { concerned, said, storiesOf } from './judged.ts';

const RULE = 'story/template-drift';
const USUAL = [
  'As a coach, I want to share a photo, so that parents see the match.',
  'As a coach, I want to be able to cancel a match, so that nobody comes in vain.',
  'As an organiser, I want to print the table, so that it hangs in the hall.',
  'As a parent, I want to know the hall, so that I find it.',
  'As the treasurer, I want to list who has not paid.',
];

/** The odd sentence after the first fix that its finding offers. */
function mended(odd: string): string | undefined {
  const backlog = Backlog.read(storiesOf(...USUAL, odd)).finish();
  const located = backlog.problems().find(({ problem }) => problem.rule === RULE);
  if (located === undefined) throw new Error('nothing was found');
  const at = located.start + located.problem.start;
  const [fix] = quickFixesAt(backlog, { start: at, end: at }).filter(({ problem }) => problem.rule === RULE);
  if (fix === undefined) return undefined;
  backlog.edit(fix.edits);
  expect(said(backlog, RULE)).toEqual([]);
  return JSON.parse(/story: (".*")\n$/.exec(backlog.source.toString())?.[1] ?? '""') as string;
}

describe('a story in other words than the rest', () => {
  it.each([
    ["As a coach, I'd like to book a hall.", 'As a coach, I want to book a hall.'],
    ['As a coach, I can book a hall.', 'As a coach, I want to book a hall.'],
    ['As coach, I want to book a hall.', 'As a coach, I want to book a hall.'],
    ['As organiser, I want to book a hall.', 'As an organiser, I want to book a hall.'],
    ['As a coach I want to book a hall.', 'As a coach, I want to book a hall.'],
    [
      'As a coach, I want to book a hall, so I can plan the year.',
      'As a coach, I want to book a hall, so that I can plan the year.',
    ],
    [
      'As a coach, I want to book a hall, in order to plan the year.',
      'As a coach, I want to book a hall, so that I can plan the year.',
    ],
    [
      'As a coach, I want to book a hall so that I can plan the year.',
      'As a coach, I want to book a hall, so that I can plan the year.',
    ],
  ])('is told of and mended: %s', (odd, even) => {
    expect(mended(odd)).toBe(even);
  });

  it('is told of, but not mended, where it takes other words to say it', () => {
    expect(mended('As a coach, I want a booked hall.')).toBeUndefined();
    expect(said(Backlog.read(storiesOf(...USUAL, 'As a coach, I want a booked hall.')), RULE)).toEqual([
      'FN-6 [I want] Most stories here use "I want to" + verb; use a verb here too.',
    ]);
  });

  it.each([
    'As an umpire, I want to see the score.',
    'As the umpire, I want to be able to see the score.',
    'As an umpire, I do not want to see the score.',
    'The score is wrong after the break.',
  ])('is not one that only differs by its words: %s', (even) => {
    expect(concerned(storiesOf(...USUAL, even), RULE)).toEqual([]);
  });

  it('needs a custom: five stories, and a clear majority', () => {
    const odd = "As a coach, I'd like to book a hall.";
    expect(concerned(storiesOf(...USUAL.slice(0, 3), odd), RULE)).toEqual([]);
    expect(concerned(storiesOf(...USUAL, odd, odd, odd, odd), RULE)).toEqual([]);
    expect(concerned(storiesOf(...USUAL, odd, odd, odd), RULE)).toEqual(['FN-6', 'FN-7', 'FN-8']);
  });

  it('follows the majority when it moves', () => {
    const like = (what: string): string => `As a coach, I would like to ${what}.`;
    const backlog = Backlog.read(storiesOf(...USUAL, like('book a hall')));
    expect(said(backlog, RULE).map((line) => line.slice(0, 4))).toEqual(['FN-6']);
    const more = ['win', 'rest', 'train', 'travel', 'sing', 'lose', 'swim', 'ski'].map(like);
    const end = backlog.source.length;
    const text = storiesOf(...more)
      .replace('stories:\n', '')
      .replaceAll('FN-', 'FN-1');
    backlog.edit([{ start: end, end, text }]);
    expect(said(backlog, RULE).map((line) => line.split(' ', 1)[0])).toEqual([
      'FN-1',
      'FN-2',
      'FN-3',
      'FN-4',
      'FN-5',
    ]);
  });
});
