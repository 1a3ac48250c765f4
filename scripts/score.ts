/**
 * How well the rules of writing judge real stories, beside labels that people gave them.
 *   npm run score -- LABELS [--misses [KIND]]
 * LABELS is a csv with the columns `set,story,kind,detail`: the set `a` is the file `a.txt` beside it, a story a line; the
 * line's number is the story's. A story without a defect has a row of kind `none`. LABELS may also be a folder
 * with such files. Each set is read as one backlog with every story at status `ready`, through the front that editor
 * and command line use. Sets without labels count for the noise.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { Backlog } from '../src/core/backlog/backlog.ts';
import type { Problem } from '../src/core/backlog/problem.ts';

/** Which rules report which kind of defect. */
const KINDS: Readonly<Record<string, readonly string[]>> = {
  atomic: ['story/two-actions', 'story/two-roles'],
  minimal: [
    'story/bracketed-note',
    'story/extra-sentence',
    'story/repeated-indicator',
    'story/inline-example',
  ],
  uniform: ['story/template-drift'],
  unique: ['story/duplicate', 'story/near-duplicate'],
  vague: ['story/vague-word', 'story/escape-clause', 'story/open-ended'],
  full_sentence: ['story/fragment'],
  missing_end: ['story/missing-end'],
};

interface Judged {
  /** By line number. */
  readonly stories: ReadonlyMap<number, string>;
  readonly problems: ReadonlyMap<number, readonly Problem[]>;
}

/** Lints a set as one backlog. */
function judge(file: string): Judged {
  const stories = new Map<number, string>();
  for (const [index, line] of readFileSync(file, 'utf8').split(/\r?\n/).entries())
    if (line.trim() !== '') stories.set(index + 1, line.trim());
  const items = [...stories].map(
    ([line, story]) =>
      `  - id: S-${line}\n    title: Story ${line}\n    story: ${JSON.stringify(story)}\n    status: ready\n`,
  );
  const backlog = Backlog.read(`product: {name: Set, key: S}\nstories:\n${items.join('')}`);
  backlog.finish();
  const problems = new Map<number, Problem[]>();
  for (const { item, problem } of backlog.problems()) {
    const line = Number(item?.id?.slice(2));
    problems.set(line, [...(problems.get(line) ?? []), problem]);
  }
  return { stories, problems };
}

/** The kinds of each labelled story, by set and line. */
function readLabels(files: readonly string[]): Map<string, Map<number, Set<string>>> {
  const labels = new Map<string, Map<number, Set<string>>>();
  for (const file of files) {
    for (const row of readFileSync(file, 'utf8').split(/\r?\n/).slice(1)) {
      const [set, story, kind] = row.split(',');
      if (set === undefined || set === '' || story === undefined || kind === undefined) continue;
      const ofSet = labels.get(set) ?? new Map<number, Set<string>>();
      const kinds = ofSet.get(Number(story)) ?? new Set<string>();
      if (kind !== 'none') kinds.add(kind);
      labels.set(set, ofSet.set(Number(story), kinds));
    }
  }
  return labels;
}

interface Count {
  tp: number;
  fp: number;
  fn: number;
}

const digits = (value: number): string => (Number.isFinite(value) ? value.toFixed(3) : '-');

function row(kind: string, { tp, fp, fn }: Count): string {
  const precision = tp / (tp + fp);
  const recall = tp / (tp + fn);
  const f1 = (2 * tp) / (2 * tp + fp + fn);
  const columns = [tp, fp, fn, digits(precision), digits(recall), digits(f1)];
  return `${kind.padEnd(14)}${columns.map((column) => String(column).padStart(10)).join('')}`;
}

function filesOf(where: string): { readonly labels: readonly string[]; readonly sets: readonly string[] } {
  const folder = statSync(where).isDirectory() ? where : path.dirname(where);
  const all = readdirSync(folder)
    .sort()
    .map((name) => path.join(folder, name));
  return {
    labels: folder === where ? all.filter((file) => file.endsWith('.csv')) : [where],
    sets: all.filter((file) => file.endsWith('.txt')),
  };
}

function main(where: string, misses: string | undefined): void {
  const { labels: labelFiles, sets } = filesOf(where);
  const labels = readLabels(labelFiles);
  const counts = new Map(Object.keys(KINDS).map((kind) => [kind, { tp: 0, fp: 0, fn: 0 }]));
  const noise = new Map<string, number>();
  let stories = 0;
  for (const file of sets) {
    const set = path.basename(file, '.txt');
    const judged = judge(file);
    stories += judged.stories.size;
    for (const { rule, severity } of [...judged.problems.values()].flat())
      if (severity === 'warning' || severity === 'error') noise.set(rule, (noise.get(rule) ?? 0) + 1);
    for (const [line, kinds] of labels.get(set) ?? []) {
      for (const [kind, rules] of Object.entries(KINDS)) {
        const found = (judged.problems.get(line) ?? []).filter(({ rule }) => rules.includes(rule));
        const outcome =
          found.length > 0 ? (kinds.has(kind) ? 'tp' : 'fp') : kinds.has(kind) ? 'fn' : undefined;
        const count = counts.get(kind);
        if (outcome === undefined || count === undefined) continue;
        count[outcome]++;
        if (outcome !== 'tp' && (misses === '' || misses === kind))
          console.log(
            `${outcome} ${kind} ${set}:${line} ${found.map(({ message }) => message).join(' ')}\n   ${judged.stories.get(line) ?? ''}`,
          );
      }
    }
  }
  const labelled = [...labels.values()].reduce((sum, ofSet) => sum + ofSet.size, 0);
  console.log(
    `${labelled} labelled stories\n${'kind'.padEnd(14)}${['tp', 'fp', 'fn', 'precision', 'recall', 'F1'].map((head) => head.padStart(10)).join('')}`,
  );
  for (const [kind, count] of counts) console.log(row(kind, count));
  const sum = [...noise.values()].reduce((total, count) => total + count, 0);
  console.log(
    `\nwarnings and errors: ${((100 * sum) / stories).toFixed(1)} per 100 stories (${sum} in ${stories} stories of ${sets.length} sets)`,
  );
  for (const [rule, count] of [...noise].sort(([, a], [, b]) => b - a))
    console.log(
      `${rule.padEnd(28)}${String(count).padStart(6)}${((100 * count) / stories).toFixed(1).padStart(8)}`,
    );
}

const [where, option, kind = ''] = process.argv.slice(2);
if (where === undefined || (option !== undefined && option !== '--misses')) {
  console.error('usage: npm run score -- LABELS [--misses [KIND]]');
  process.exitCode = 2;
} else main(path.resolve(where), option === undefined ? undefined : kind);
