/**
 * Measures the product beside its peers and limits, and prints one table.
 *   npm run bench                     everything
 *   npm run bench -- NAME…            some figures
 *   npm run bench -- --list           their names
 *   --json FILE   writes the figures     --quick   small sizes, to try the measurement itself
 *   --no-build    measures what the last run has built
 * A figure that misses its goal does not fail; a measurement that fails does.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { type Bench, type Figure, isMet, type Measured } from './figure.ts';
import { FIGURES } from './figures.ts';
import { prepareProduct } from './product.ts';
import { table } from './table.ts';

const QUICK = 20;

function readArguments() {
  return parseArgs({
    allowPositionals: true,
    options: {
      json: { type: 'string' },
      quick: { type: 'boolean', default: false },
      'no-build': { type: 'boolean', default: false },
      list: { type: 'boolean', default: false },
    },
  });
}

function chosen(names: readonly string[]): readonly Figure[] {
  const unknown = names.find((name) => FIGURES.every((figure) => figure.name !== name));
  if (unknown !== undefined)
    throw new Error(`there is no figure "${unknown}": ${FIGURES.map(({ name }) => name).join(', ')}`);
  return names.length === 0 ? FIGURES : FIGURES.filter(({ name }) => names.includes(name));
}

interface Outcome {
  readonly measured: Measured[];
  readonly failed: { readonly name: string; readonly error: string }[];
}

async function measureAll(figures: readonly Figure[], bench: Bench): Promise<Outcome> {
  const outcome: Outcome = { measured: [], failed: [] };
  for (const { name, about, measure } of figures) {
    bench.say(`${name}: ${about}`);
    try {
      outcome.measured.push(...(await measure(bench)));
    } catch (error) {
      const words = error instanceof Error ? (error.stack ?? error.message) : String(error);
      bench.say(`${name} FAILED: ${words}`);
      outcome.failed.push({ name, error: words });
    }
  }
  return outcome;
}

function machine(): string {
  const [cpu] = os.cpus();
  const load = os.loadavg().map((value) => value.toFixed(1));
  return `Node ${process.version}, ${os.cpus().length} × ${cpu?.model.trim() ?? 'unknown'}, load ${load.join(' ')}`;
}

async function main(): Promise<void> {
  const { values, positionals } = readArguments();
  if (values.list) {
    for (const { name, about } of FIGURES) process.stdout.write(`${name.padEnd(16)} ${about}\n`);
    return;
  }
  const figures = chosen(positionals);
  const say = (words: string): void => void process.stderr.write(`${words}\n`);
  const product = await prepareProduct({ build: !values['no-build'] });
  const scratch = mkdtempSync(path.join(os.tmpdir(), 'refinery-bench-'));
  const scaled = (count: number): number => (values.quick ? Math.ceil(count / QUICK) : count);
  const before = machine();
  try {
    const { measured, failed } = await measureAll(figures, { product, scratch, scaled, say });
    const about = [`before: ${before}`, `after:  ${machine()}`];
    if (values.quick) about.push('quick: sizes and rounds are a twentieth, and say nothing about the goals');
    process.stdout.write(`\n${table(measured)}\n\n${about.join('\n')}\n`);
    for (const { name } of failed) process.stdout.write(`FAILED: ${name}\n`);
    if (values.json !== undefined) {
      const figuresOut = measured.map((each) => ({ ...each, met: isMet(each) ?? null }));
      writeFileSync(values.json, `${JSON.stringify({ about, figures: figuresOut, failed }, undefined, 2)}\n`);
    }
    process.exitCode = failed.length === 0 ? 0 : 1;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
