/** Text to the model with ranges, warm, beside `JSON.parse` of the same data and the `yaml` package. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { bundle } from '../../scripts/lib/bundle.mjs';
import { root, scratch } from '../../scripts/lib/paths.mjs';
import { generateBacklog } from '../backlogs.ts';
import type { Bench, Figure, Measured } from '../figure.ts';
import { runNode } from '../run.ts';
import { median } from '../statistics.ts';

const ROUNDS = 15;
const YAML_ROUNDS = 3;

interface Times {
  readonly model: readonly number[];
  readonly nodes: readonly number[];
  readonly json: readonly number[];
  readonly yaml: readonly number[];
}

export const reading: Figure = {
  name: 'reading',
  about: 'text to model with ranges, beside JSON.parse and the yaml package',

  async measure(bench: Bench): Promise<readonly Measured[]> {
    const file = path.join(bench.scratch, 'reading.yaml');
    writeFileSync(file, generateBacklog(bench.scaled(10_000)).text);
    const [worker] = await bundle([path.join(root, 'bench/readingWorker.ts')], path.join(scratch, 'run'));
    if (worker === undefined) throw new Error('the worker was not bundled');
    const args = ['--expose-gc', worker, file, String(ROUNDS), String(YAML_ROUNDS)];
    const { output } = await runNode(args);
    const { model, nodes, json, yaml } = JSON.parse(output) as Times;
    const limit = { name: 'JSON.parse', value: median(json) };
    const rounds = `${ROUNDS} / ${ROUNDS}`;
    const goal = { kind: 'at-most-times', factor: 8 } as const;
    return [
      {
        figure: 'text → model with ranges, judged',
        unit: 'ms',
        ours: median(model),
        against: limit,
        goal,
        rounds,
      },
      { figure: '… text → nodes with ranges alone', unit: 'ms', ours: median(nodes), against: limit, rounds },
      {
        figure: '… beside the yaml package',
        unit: 'ms',
        ours: median(model),
        against: { name: 'yaml parseDocument', value: median(yaml) },
        rounds: `${ROUNDS} / ${YAML_ROUNDS}`,
      },
    ];
  },
};
