// Runs tests in windows: as many windows at once as there are processors, and those with failures once more, alone.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { root } from './paths.mjs';
import { hasFailed, outcomeOf } from './windowResults.mjs';

/** Windows at once, at most: each is a browser, and most of them a server too. */
const MOST_WINDOWS = 4;
/** What is kept of a run with failures, beside its results. */
const KEPT = ['.log', '.png'];

/**
 * @typedef {object} WindowRun
 * @property {string} name
 * @property {string} folder where its results, its log and pictures of its windows go
 * @property {(result: string) => Promise<{ code: number, output: string }>} run opens a fresh window, runs the tests there,
 *   which write what came of them to the file `result`, and gives what they said
 */

/**
 * @param {readonly WindowRun[]} runs those that take long first
 * @param {(text: string) => void} [show] gets what the tests say, of one window after the other
 * @returns {Promise<import('./windowResults.mjs').Outcome[]>} one for each, in their order
 */
export async function runWindows(runs, show = (text) => process.stdout.write(text)) {
  const waiting = [...runs.entries()];
  /** @type {import('./windowResults.mjs').Run[]} */
  const first = [];
  const worker = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
      first[next[0]] = await runOnce(next[1], '', show);
  };
  await Promise.all(Array.from({ length: Math.min(MOST_WINDOWS, os.availableParallelism()) }, worker));
  const outcomes = [];
  for (const [index, one] of runs.entries()) outcomes.push(await judged(one, first[index], show));
  return outcomes;
}

/** What failed is run once more. */
async function judged(one, first, show) {
  if (!hasFailed(first)) return outcomeOf(first);
  show(`\n${one.name}: once more, in a fresh window\n`);
  const { passed, failures, flaky } = outcomeOf(first, await runOnce(one, '-again', show));
  const kept = ['', '-again'].flatMap((suffix) => KEPT.map((end) => `${one.name}${suffix}${end}`));
  const files = kept.map((name) => path.join(one.folder, name)).filter((file) => existsSync(file));
  const seen = `see ${files.map((file) => path.relative(root, file)).join(', ')}`;
  const told = ({ title, message }) => ({ title, message: `${message}\n${seen}` });
  return { passed, failures: failures.map(told), flaky: flaky.map(told) };
}

/** @returns {Promise<import('./windowResults.mjs').Run>} */
async function runOnce({ name, folder, run }, suffix, show) {
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, `${name}${suffix}`);
  const result = `${file}.json`;
  // Of an earlier run nothing may be taken for this one's.
  for (const end of ['.json', ...KEPT])
    for (const old of suffix === '' ? [file, `${file}-again`] : [file])
      rmSync(`${old}${end}`, { force: true });
  const { code, output } = await run(result);
  show(output);
  /** @type {readonly import('./windowResults.mjs').Test[]} */
  const tests = existsSync(result) ? JSON.parse(readFileSync(result, 'utf8')).tests : [];
  const ended = existsSync(result) && (code === 0 || tests.some(({ passed }) => !passed));
  if (!ended) show(`${name}: ended with exit code ${code}, before its tests did\n`);
  if (hasFailed({ tests, ended })) writeFileSync(`${file}.log`, output);
  return { tests, ended };
}
