import fs from 'node:fs';
import path from 'node:path';
import type { Baseline, FrozenItem } from '../core/quality/baseline.ts';
import { asHostError, errorCode, HostError } from '../node/hostError.ts';

/** Where the baseline of a backlog lies: beside it, `backlog.baseline.json`. */
export function baselinePath(backlog: string): string {
  return path.join(path.dirname(backlog), `${path.basename(backlog).replace(/\.ya?ml$/, '')}.baseline.json`);
}

/** Reads a baseline; undefined where there is none. Throws a `HostError` for one that can't be read. */
export function readBaseline(file: string): Baseline | undefined {
  let text: string;
  try {
    text = fs.readFileSync(file, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw asHostError(error, `read ${file}`);
  }
  const baseline = baselineIn(text);
  if (baseline === undefined)
    throw new HostError(`${file} is no baseline; make it anew with "refinery check --freeze".`);
  return baseline;
}

/** Writes a baseline: an item a line, sorted, so that it reads and merges well. */
export function writeBaseline(file: string, { items }: Baseline): void {
  const lines = [...items]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, { text, rules }]) => {
      const counts = Object.fromEntries([...rules].sort(([a], [b]) => (a < b ? -1 : 1)));
      return `    ${JSON.stringify(key)}: ${JSON.stringify({ text, rules: counts })}`;
    });
  const body = lines.length === 0 ? '{}' : `{\n${lines.join(',\n')}\n  }`;
  const temporary = `${file}.${process.pid}.tmp`;
  try {
    fs.writeFileSync(temporary, `{\n  "version": 1,\n  "items": ${body}\n}\n`);
    fs.renameSync(temporary, file);
  } catch (error) {
    fs.rmSync(temporary, { force: true });
    throw asHostError(error, `write ${file}`);
  }
}

function baselineIn(text: string): Baseline | undefined {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isRecord(data) || data['version'] !== 1 || !isRecord(data['items'])) return undefined;
  const items = new Map<string, FrozenItem>();
  for (const [key, value] of Object.entries(data['items'])) {
    if (!isRecord(value) || typeof value['text'] !== 'string' || !isRecord(value['rules'])) return undefined;
    const rules = new Map<string, number>();
    for (const [rule, count] of Object.entries(value['rules'])) {
      if (typeof count !== 'number') return undefined;
      rules.set(rule, count);
    }
    items.set(key, { text: value['text'], rules });
  }
  return { items };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
