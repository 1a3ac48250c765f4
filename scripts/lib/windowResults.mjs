// What came of tests in a window, where those that failed were run once more in a fresh one. Pure.

/**
 * @typedef {{ title: string, passed: boolean, message?: string }} Test what mocha's reporter calls a hook is one too, where it failed
 * @typedef {{ tests: readonly Test[], ended: boolean }} Run `ended`: the window lived until all its tests were done
 * @typedef {{ title: string, message: string }} Failure
 * @typedef {{ passed: number, failures: Failure[], flaky: Failure[] }} Outcome
 */

/** Hooks are told only where they failed. */
const HOOK = /"(before|after) (all|each)" hook/;

/**
 * @param {Run} run
 * @returns {boolean} whether it has to be run once more
 */
export function hasFailed({ tests, ended }) {
  return !ended || tests.some(({ passed }) => !passed);
}

/**
 * Passed is what passed once; flaky, what failed as well. What failed and was not reached the second time has failed.
 * @param {Run} first
 * @param {Run} [second] the same tests in a fresh window
 * @returns {Outcome}
 */
export function outcomeOf(first, second) {
  const [before, after] = [byTitle(first.tests), byTitle(second?.tests ?? [])];
  /** @type {Outcome} */
  const outcome = { passed: 0, failures: [], flaky: [] };
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    const runs = [before.get(key), after.get(key)].filter((test) => test !== undefined);
    const failed = runs.filter(({ passed }) => !passed);
    const [{ title }] = runs;
    const failure = { title, message: failed.map(({ message }) => message ?? '').join('\n\n') };
    const hookPassed = HOOK.test(title) && second?.ended === true && !after.has(key);
    if (failed.length < runs.length) {
      outcome.passed++;
      if (failed.length > 0) outcome.flaky.push(failure);
    } else if (hookPassed) outcome.flaky.push(failure);
    else outcome.failures.push(failure);
  }
  const last = second ?? first;
  const lost = { title: 'the window', message: 'ended before its tests did' };
  if (!last.ended) outcome.failures.push(lost);
  else if (!first.ended) outcome.flaky.push(lost);
  return outcome;
}

/** Of several tests with one title, the first is the first in both runs. @param {readonly Test[]} tests */
function byTitle(tests) {
  /** @type {Map<string, number>} */
  const seen = new Map();
  return new Map(
    tests.map((test) => {
      const count = (seen.get(test.title) ?? 0) + 1;
      seen.set(test.title, count);
      return [`${count} ${test.title}`, test];
    }),
  );
}
