import { describe, expect, it } from 'vitest';
import { hasFailed, outcomeOf, type Run } from '../../scripts/lib/windowResults.mjs';

const ran = (...tests: Run['tests']): Run => ({ tests, ended: true });
const good = (title: string) => ({ title, passed: true });
const bad = (title: string, message = 'no') => ({ title, passed: false, message });
const HOOK = 'Board "before all" hook for "opens"';

describe('tests in a window', () => {
  it('are not run once more where all passed', () => {
    const run = ran(good('a'), good('b'));
    expect(hasFailed(run)).toBe(false);
    expect(outcomeOf(run)).toEqual({ passed: 2, failures: [], flaky: [] });
  });

  it('have failed where they fail twice, and say both reasons', () => {
    const outcome = outcomeOf(ran(good('a'), bad('b', 'one')), ran(good('a'), bad('b', 'two')));
    expect(outcome).toEqual({ passed: 1, failures: [{ title: 'b', message: 'one\n\ntwo' }], flaky: [] });
  });

  it('are flaky where they pass in a fresh window, in whichever they failed', () => {
    const outcome = outcomeOf(ran(bad('a'), good('b')), ran(good('a'), bad('b')));
    expect(outcome.passed).toBe(2);
    expect(outcome.failures).toEqual([]);
    expect(outcome.flaky.map(({ title }) => title)).toEqual(['a', 'b']);
  });

  it('are counted where a hook kept them from running the first time', () => {
    const outcome = outcomeOf(ran(bad(HOOK)), ran(good('opens'), good('closes')));
    expect(outcome).toEqual({ passed: 2, failures: [], flaky: [{ title: HOOK, message: 'no' }] });
  });

  it('have failed where a hook keeps them from running the second time', () => {
    const outcome = outcomeOf(ran(good('a'), bad('opens')), ran(bad(HOOK)));
    expect(outcome.failures.map(({ title }) => title)).toEqual(['opens', HOOK]);
  });

  it('have failed where both windows end before them', () => {
    const lost: Run = { tests: [], ended: false };
    expect(hasFailed(lost)).toBe(true);
    expect(outcomeOf(lost, lost).failures).toEqual([
      { title: 'the window', message: 'ended before its tests did' },
    ]);
    expect(outcomeOf(lost, ran(good('a')))).toMatchObject({ passed: 1, failures: [], flaky: [{}] });
    expect(outcomeOf(ran(bad('a')), lost).failures.map(({ title }) => title)).toEqual(['a', 'the window']);
  });

  it('are told apart where they have one title', () => {
    const outcome = outcomeOf(ran(good('a'), bad('a')), ran(good('a'), bad('a')));
    expect(outcome).toMatchObject({ passed: 1, failures: [{ title: 'a' }], flaky: [] });
  });
});
