/**
 * How well the rules of writing judge real stories, beside labels that people gave them.
 *   npm run score -- LABELS [--misses [KIND]] [--fixes]
 * LABELS is a csv with the columns `set,story,kind,detail`: the set `a` is the file `a.txt` beside it, a story a line; the
 * line's number is the story's. A story without a defect has a row of kind `none`. LABELS may also be a folder
 * with such files. Each set is read as one backlog with every story at status `ready`, through the front that editor
 * and command line use. Sets without labels count for the noise.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { Backlog } from '../src/core/backlog/backlog.ts';
import type { Problem } from '../src/core/backlog/problem.ts';
import { everyFix } from './lib/everyFix.ts';

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
  readonly text: string;
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
  const text = `product: {name: Set, key: S}\nstories:\n${items.join('')}`;
  const backlog = Backlog.read(text);
  backlog.finish();
  const problems = new Map<number, Problem[]>();
  for (const { item, problem } of backlog.problems()) {
    const line = Number(item?.id?.slice(2));
    problems.set(line, [...(problems.get(line) ?? []), problem]);
  }
  return { text, stories, problems };
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

type Labels = ReturnType<typeof readLabels>;

/** Counts what was found and missed in one set; `show` gets each miss. */
function compare(
  { stories, problems }: Judged,
  labels: ReadonlyMap<number, ReadonlySet<string>>,
  counts: ReadonlyMap<string, Count>,
  show: (kind: string, miss: string) => void,
): void {
  for (const [line, kinds] of labels) {
    for (const [kind, count] of counts) {
      const found = (problems.get(line) ?? []).filter(({ rule }) => KINDS[kind]?.includes(rule));
      if (found.length > 0 && kinds.has(kind)) count.tp++;
      else if (found.length > 0) count.fp++;
      else if (kinds.has(kind)) count.fn++;
      else continue;
      if (found.length > 0 === kinds.has(kind)) continue;
      const says = found.map(({ message }) => message).join(' ');
      show(
        kind,
        `${found.length > 0 ? 'fp' : 'fn'} ${kind}, line ${line}: ${says}\n   ${stories.get(line) ?? 'no such line'}`,
      );
    }
  }
}

function printScores(labels: Labels, counts: ReadonlyMap<string, Count>): void {
  const labelled = [...labels.values()].reduce((sum, ofSet) => sum + ofSet.size, 0);
  const heads = ['tp', 'fp', 'fn', 'precision', 'recall', 'F1'].map((head) => head.padStart(10)).join('');
  console.log(`${labelled} labelled stories\n${'kind'.padEnd(14)}${heads}`);
  for (const [kind, count] of counts) console.log(row(kind, count));
}

function printNoise(sets: readonly Judged[]): void {
  const stories = sets.reduce((sum, set) => sum + set.stories.size, 0);
  const noise = new Map<string, number>();
  for (const { rule, severity } of sets.flatMap(({ problems }) => [...problems.values()].flat()))
    if (severity === 'warning' || severity === 'error') noise.set(rule, (noise.get(rule) ?? 0) + 1);
  const per = (count: number): string => ((100 * count) / stories).toFixed(1);
  const sum = [...noise.values()].reduce((total, count) => total + count, 0);
  console.log(
    `\nwarnings and errors: ${per(sum)} per 100 stories (${sum} in ${stories} stories of ${sets.length} sets)`,
  );
  for (const [rule, count] of [...noise].sort(([, a], [, b]) => b - a))
    console.log(`${rule.padEnd(28)}${String(count).padStart(6)}${per(count).padStart(8)}`);
}

function printFixes(sets: readonly Judged[]): void {
  const counts = new Map<string, { offered: number; broken: number }>();
  for (const { text } of sets) {
    for (const { rule, trouble, before, title } of everyFix(text)) {
      const count = counts.get(rule) ?? { offered: 0, broken: 0 };
      count.offered++;
      if (trouble !== undefined) {
        count.broken++;
        console.log(`${rule}, ${title}: ${trouble}\n   ${before.split('\n')[2]?.trim() ?? ''}`);
      }
      counts.set(rule, count);
    }
  }
  console.log(`\n${'fixes'.padEnd(28)}   offered    broken`);
  for (const [rule, { offered, broken }] of [...counts].sort())
    console.log(`${rule.padEnd(28)}${String(offered).padStart(10)}${String(broken).padStart(10)}`);
}

function main(where: string, misses: string | undefined, fixes: boolean): void {
  const { labels: labelFiles, sets: files } = filesOf(where);
  const labels = readLabels(labelFiles);
  const given = new Set(
    [...labels.values()].flatMap((ofSet) => [...ofSet.values()].flatMap((kinds) => [...kinds])),
  );
  const counts = new Map(
    Object.keys(KINDS)
      .filter((kind) => given.has(kind))
      .map((kind) => [kind, { tp: 0, fp: 0, fn: 0 }]),
  );
  // Scores of a part would pass for those of the whole.
  const missing = [...labels.keys()].filter(
    (set) => !files.some((file) => path.basename(file, '.txt') === set),
  );
  if (missing.length > 0 || files.length === 0) {
    console.error(
      `The stories have to stand beside the labels, and do not: ${missing.map((set) => `${set}.txt`).join(', ') || 'no .txt file is there'}.`,
    );
    process.exitCode = 2;
    return;
  }
  const unknown = [...given].filter((kind) => !(kind in KINDS));
  if (unknown.length > 0)
    console.error(`No rule reports these kinds, which are left out: ${unknown.join(', ')}.`);
  const sets = files.map((file) => {
    const judged = judge(file);
    const set = path.basename(file, '.txt');
    compare(judged, labels.get(set) ?? new Map<number, ReadonlySet<string>>(), counts, (kind, miss) => {
      if (misses === '' || misses === kind) console.log(`${set}: ${miss}`);
    });
    return judged;
  });
  printScores(labels, counts);
  printNoise(sets);
  if (fixes) printFixes(sets);
}

const USAGE = 'usage: npm run score -- LABELS [--misses [KIND]] [--fixes]';

function start([where, ...options]: readonly string[]): void {
  const at = options.indexOf('--misses');
  const kind = at < 0 ? undefined : (options[at + 1] ?? '').replace(/^--.*$/, '');
  const known = options.every((option) => ['--misses', '--fixes', kind].includes(option));
  if (where === undefined || where.startsWith('-') || !known || (kind && !(kind in KINDS))) {
    console.error(`${USAGE}\nkinds: ${Object.keys(KINDS).join(', ')}`);
    process.exitCode = 2;
  } else if (!existsSync(where)) {
    console.error(`There is no file or folder ${where}.`);
    process.exitCode = 2;
  } else main(path.resolve(where), kind, options.includes('--fixes'));
}

start(process.argv.slice(2));
