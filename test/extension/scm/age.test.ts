import { describe, expect, it } from 'vitest';
import { ages } from '../../../src/extension/tree/age.ts';

const HOUR = 3600;
const DAY = 24 * HOUR;

describe('how long ago something was', () => {
  const now = 1_800_000_000;
  const age = ages('en', () => now);

  it.each([
    [0, 'now'],
    [59, 'now'],
    [60, '1 minute ago'],
    [3 * HOUR + 10, '3 hours ago'],
    [DAY, 'yesterday'],
    [13 * DAY, '13 days ago'],
    [14 * DAY, '2 weeks ago'],
    [90 * DAY, '3 months ago'],
    [800 * DAY, '2 years ago'],
  ])('%i seconds are "%s"', (ago, words) => {
    expect(age(now - ago)).toBe(words);
  });

  it('takes a commit of the future for a new one', () => {
    expect(age(now + 5 * DAY)).toBe('now');
  });

  it('speaks the language of the person, and English where there is no such language', () => {
    expect(ages('de', () => now)(now - 3 * DAY)).toBe('vor 3 Tagen');
    expect(ages('qps-ploc-not-a-language-tag', () => now)(now - 3 * DAY)).toBe('3 days ago');
  });
});
