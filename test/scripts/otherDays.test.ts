import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DATED_TESTS, OTHER_DAYS } from '../../scripts/lib/otherDays.mjs';

/** Of these, whoever uses them has to do with days. */
const DATED = /from '[^']*(node\/clock|figures\/days|extension\/dayWatch|tree\/age)\.ts'/;
const IN_WINDOWS = /^test\/(editor|web|webview)\//;

const files = readdirSync('test', { recursive: true, encoding: 'utf8' })
  .map((name) => `test/${name.replaceAll('\\', '/')}`)
  .filter((name) => name.endsWith('.test.ts') && !IN_WINDOWS.test(name));

describe('the tests that are run on other days', () => {
  it('are all that use the clock or reckon with days', () => {
    const dated = files.filter((file) => DATED.test(readFileSync(file, 'utf8')));
    expect(dated.length).toBeGreaterThan(3);
    expect(dated.filter((file) => !DATED_TESTS.some((start) => file.startsWith(start)))).toEqual([]);
  });

  it('are there', () => {
    expect(DATED_TESTS.filter((start) => !files.some((file) => file.startsWith(start)))).toEqual([]);
  });
});

describe('the other days', () => {
  it('are moments in zones that this machine knows', () => {
    for (const { zone, now } of OTHER_DAYS) {
      expect(Number.isNaN(new Date(now).getTime())).toBe(false);
      expect(() => new Intl.DateTimeFormat('en', { timeZone: zone })).not.toThrow();
    }
  });
});
