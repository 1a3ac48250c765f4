/** Duplicates among 10,000 stories that are all judged: the first pass over all of them, and one that changes. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { bundle } from '../../scripts/lib/bundle.mjs';
import { root, scratch } from '../../scripts/lib/paths.mjs';
import { generateBacklog } from '../backlogs.ts';
import type { Bench, Figure, Measured } from '../figure.ts';
import { runNode } from '../run.ts';
import { median, quantile } from '../statistics.ts';

const ROUNDS = 7;
const CHANGES = 1_000;
/** One of so many says what the one before it says, but for a word. */
const EVERY = 5;

interface Times {
  readonly pass: readonly number[];
  readonly change: readonly number[];
  readonly found: number;
}

export const sets: Figure = {
  name: 'sets',
  about: 'duplicates and near-duplicates among 10,000 stories',

  async measure(bench: Bench): Promise<readonly Measured[]> {
    const stories = bench.scaled(10_000);
    const file = path.join(bench.scratch, 'sets.yaml');
    writeFileSync(file, withVariants(stories));
    const [worker] = await bundle([path.join(root, 'bench/setsWorker.ts')], path.join(scratch, 'run'));
    if (worker === undefined) throw new Error('the worker was not bundled');
    const args = ['--expose-gc', worker, file, String(ROUNDS), String(bench.scaled(CHANGES))];
    const { pass, change, found } = JSON.parse((await runNode(args)).output) as Times;
    if (found < (stories / EVERY) * 1.5) throw new Error(`only ${found} of the near-duplicates were found`);
    return [
      {
        figure: `duplicates of 10,000 stories (${found} found): first pass`,
        unit: 'ms',
        ours: median(pass),
        goal: { kind: 'at-most', value: 2_000 },
        rounds: String(pass.length),
      },
      {
        figure: '… one story changed: 99th percentile',
        unit: 'ms',
        ours: quantile(change, 0.99),
        goal: { kind: 'at-most', value: 5 },
        rounds: String(change.length),
      },
    ];
  },
};

function withVariants(stories: number): string {
  const { text, sentence } = generateBacklog(stories);
  const lines = text.replaceAll(/^ {4}status: .*$/gm, '    status: ready').split('\n');
  for (let story = EVERY; story < stories; story += EVERY) {
    const { at } = sentence(story);
    const variant = sentence(story - 1).text.replace(/ by \w+/, ' by branch');
    lines[at.line] = `    story: ${variant}`;
  }
  return lines.join('\n');
}
