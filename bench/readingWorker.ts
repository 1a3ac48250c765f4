/**
 * Reads the same backlog in one process in three ways, in turn: our reader, `JSON.parse` of the same data, and the
 * `yaml` package. Writes the milliseconds of each as JSON. Run with `--expose-gc`: a round begins on a clean heap, so
 * that none pays for what another has left.
 */
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { parse, parseDocument } from 'yaml';
import { Backlog } from '../src/core/backlog/backlog.ts';
import { readSlice } from '../src/core/yaml/read.ts';
import { SlicedText } from '../src/core/yaml/slicedText.ts';

const [file = '', rounds = '5', yamlRounds = '1'] = process.argv.slice(2);
const text = readFileSync(file, 'utf8');
const json = JSON.stringify(parse(text));

/** The last model stays, as it does in a server that reads a file again. */
let held: unknown;

/** Of a round only what this process computed in it counts: on a busy machine the rest is what other programs took. */
function timed(times: number[], act: () => unknown): void {
  globalThis.gc?.();
  const usage = process.cpuUsage();
  const started = performance.now();
  const result = act();
  const passed = performance.now() - started;
  const { user, system } = process.cpuUsage(usage);
  times.push(Math.min(passed, (user + system) / 1000));
  if (result === undefined) throw new Error('nothing was read');
}

/** Text to nodes with ranges, without a model. */
function nodes(): number {
  let count = 0;
  for (const slice of SlicedText.of(text).slices) if (readSlice(slice).root !== undefined) count++;
  return count;
}

for (let warmUp = 0; warmUp < 4; warmUp++) {
  held = Backlog.read(text);
  nodes();
  JSON.parse(json);
}
const times = { model: [] as number[], nodes: [] as number[], json: [] as number[], yaml: [] as number[] };
for (let round = 0; round < Number(rounds); round++) {
  timed(times.model, () => (held = Backlog.read(text)));
  timed(times.json, () => JSON.parse(json) as unknown);
  timed(times.nodes, nodes);
  if (round < Number(yamlRounds)) timed(times.yaml, () => parseDocument(text));
}
if (held === undefined) throw new Error('no model was kept');
process.stdout.write(JSON.stringify(times));
