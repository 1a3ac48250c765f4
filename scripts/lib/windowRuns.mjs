// Runs tests in windows: as many windows at once as there are processors, and those with failures once more, alone.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root } from './paths.mjs';
import { hasFailed, outcomeOf } from './windowResults.mjs';

/**
 * @typedef {object} WindowRun
 * @property {string} name
 * @property {string} folder where its results, its log and pictures of its windows go
 * @property {(result: string) => Promise<{ code: number, output: string }>} run opens a fresh window, runs the tests there,
 *   which write what came of them to the file `result`, and gives what they said
 */

/**
 * @param {readonly WindowRun[]} runs those that take long first
 * @returns {Promise<import('./windowResults.mjs').Outcome[]>} one for each, in their order
 */
export async function runWindows(runs) {
  const waiting = [...runs.entries()];
  /** @type {import('./windowResults.mjs').Run[]} */
  const first = [];
  const worker = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
      first[next[0]] = await runOnce(next[1], '');
  };
  await Promise.all(Array.from({ length: Math.min(4, os.availableParallelism()) }, worker));
  const outcomes = [];
  for (const [index, one] of runs.entries()) outcomes.push(await judged(one, first[index]));
  return outcomes;
}

/** What failed is run once more. */
async function judged(one, first) {
  if (!hasFailed(first)) return outcomeOf(first);
  console.log(`\n${one.name}: once more, in a fresh window`);
  const outcome = outcomeOf(first, await runOnce(one, '-again'));
  const seen = path.relative(root, path.join(one.folder, one.name));
  const where = `see ${seen}.log and ${seen}.png`;
  return { ...outcome, flaky: outcome.flaky.map((one) => ({ ...one, message: `${one.message}\n${where}` })) };
}

/** @returns {Promise<import('./windowResults.mjs').Run>} */
async function runOnce({ name, folder, run }, suffix) {
  mkdirSync(folder, { recursive: true });
  const result = path.join(folder, `${name}${suffix}.json`);
  rmSync(result, { force: true });
  const { code, output } = await run(result);
  process.stdout.write(output);
  /** @type {readonly import('./windowResults.mjs').Test[]} */
  const tests = existsSync(result) ? JSON.parse(readFileSync(result, 'utf8')).tests : [];
  const ended = existsSync(result) && (code === 0 || tests.some(({ passed }) => !passed));
  if (!ended) console.log(`${name}: ended with exit code ${code}, before its tests did`);
  if (hasFailed({ tests, ended })) writeFileSync(path.join(folder, `${name}${suffix}.log`), output);
  return { tests, ended };
}
