/** Every generated file, as it should be, and how far the files on disk are from that. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { formatPage } from './formatData.ts';
import { jsonSchema } from './jsonSchema.ts';
import { manifest } from './manifest.ts';
import { manualPages } from './manualPages.ts';
import { RULE_PAGES, rulePages } from './rulePages.ts';
import type { Page } from './rulePages.ts';

/** All generated files of the repository at `root`; of package.json only the generated keys are new. */
export function outputs(root: string): readonly Page[] {
  return [
    { path: 'package.json', text: packageJson(readFileSync(path.join(root, 'package.json'), 'utf8')) },
    formatPage(),
    { path: 'media/backlog.schema.json', text: jsonSchema() },
    ...rulePages(),
    ...manualPages(),
  ];
}

/** The keys that are there stay where they are; new ones go behind `engines`. */
export function packageJson(text: string): string {
  const old = JSON.parse(text) as Record<string, unknown>;
  const generated: Record<string, unknown> = { ...manifest() };
  const merged: Record<string, unknown> = {};
  const absent = Object.keys(generated).filter((key) => !(key in old));
  for (const [key, value] of Object.entries(old)) {
    merged[key] = key in generated ? generated[key] : value;
    if (key === 'engines') for (const added of absent) merged[added] = generated[added];
  }
  return `${JSON.stringify({ ...merged, ...generated }, undefined, 2)}\n`;
}

/** The paths of generated files that are not as they should be, and of rule pages without a rule. */
export function drift(root: string): readonly string[] {
  const wanted = outputs(root);
  const changed = wanted.filter((page) => textOf(root, page.path) !== page.text).map((page) => page.path);
  return [...changed, ...strayPages(root, wanted)];
}

export function write(root: string): readonly string[] {
  const changed = drift(root);
  const wanted = new Map(outputs(root).map((page) => [page.path, page.text]));
  for (const name of changed) {
    const file = path.join(root, name);
    const text = wanted.get(name);
    if (text === undefined) rmSync(file);
    else {
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
  }
  return changed;
}

function textOf(root: string, name: string): string | undefined {
  const file = path.join(root, name);
  // A checkout on Windows may have turned the line ends.
  return existsSync(file) ? readFileSync(file, 'utf8').replaceAll('\r\n', '\n') : undefined;
}

function strayPages(root: string, wanted: readonly Page[]): readonly string[] {
  const folder = path.join(root, RULE_PAGES);
  if (!existsSync(folder)) return [];
  const known = new Set(wanted.map((page) => page.path));
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => path.posix.join(RULE_PAGES, name.split(path.sep).join('/')))
    .filter((name) => name.endsWith('.md') && !known.has(name));
}
