// A reporter for vitest: errors outside of all tests fail the run, but for one. A property that computes for a minute
// without a pause answers the runner late, which the runner takes for an error, although the result arrives.
import process from 'node:process';

const LATE_ANSWER = 'Timeout calling "onTaskUpdate"';

export default class StrayErrors {
  /** @param {unknown} _modules @param {readonly { message?: string }[]} errors */
  onTestRunEnd(_modules, errors) {
    const stray = errors.filter(({ message = '' }) => !message.includes(LATE_ANSWER));
    if (stray.length === 0) return;
    console.error(`${stray.length} errors outside of all tests`);
    process.exitCode = 1;
  }
}
