/**
 * How blocks of Gherkin are read and judged, beside files that others gave and what they expect of them.
 *   npm run score:gherkin -- FOLDER [--misses]
 * FOLDER may hold `cucumber-testdata/good` (files that parse), `cucumber-testdata/bad` (files that don't, each with
 * `NAME.errors.ndjson`), and `gherkin-lint-testdata` with `gherkin-lint-expected.csv` (`rule,file,config,line,message`).
 * Each file is the only criterion of a story, in a backlog that is read through the front that editor and command line
 * use; places are counted in the file again.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { Backlog } from '../src/core/backlog/backlog.ts';
import type { RuleId, Severity } from '../src/core/backlog/problem.ts';

interface Found {
  readonly rule: RuleId;
  readonly severity: Severity;
  /** Line of the file, from 1. */
  readonly line: number;
  readonly message: string;
}

const HEAD = [
  'product: {name: Set, key: S}',
  'stories:',
  '  - id: S-1',
  '    title: A file',
  '    status: ready',
  '    acceptance:',
  '      - |2',
];
const MARGIN = ' '.repeat(8);

/** What the rules of criteria say of a file. */
function judge(feature: string): readonly Found[] {
  const eol = feature.includes('\r\n') ? '\r\n' : '\n';
  const lines = feature.split(/\r?\n/).map((line) => (line === '' ? line : MARGIN + line));
  const text = [...HEAD, ...lines, ''].join(eol);
  const backlog = Backlog.read(text).finish();
  return backlog.problems().flatMap(({ problem: { rule, severity, message, start: at }, start }) => {
    if (!rule.startsWith('ac/')) return [];
    const line = text.slice(0, start + at).split('\n').length - HEAD.length;
    return [{ rule, severity, message, line: Math.max(1, line) }];
  });
}

const misses: string[] = [];

function miss(what: string): void {
  misses.push(what);
}

function features(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.feature'))
    .sort();
}

function scoreGood(folder: string): string {
  let right = 0;
  const names = features(folder);
  for (const name of names) {
    const errors = judge(readFileSync(path.join(folder, name), 'utf8')).filter(
      ({ rule }) => rule === 'ac/gherkin',
    );
    if (errors.length === 0) right++;
    for (const { line, message } of errors) miss(`good/${name}:${line} ${message}`);
  }
  return `good files without an error: ${right} of ${names.length}`;
}

/** The lines that a bad file has an error on; what is missing at the end is told at its last line that is not blank. */
function expectedLines(file: string, feature: string): readonly number[] {
  const lines = feature.split(/\r?\n/);
  while (lines.length > 1 && lines.at(-1)?.trim() === '') lines.pop();
  return readFileSync(`${file}.errors.ndjson`, 'utf8')
    .split('\n')
    .filter((row) => row !== '')
    .map((row) => {
      const { parseError } = JSON.parse(row) as { parseError: { source: { location: { line: number } } } };
      return Math.min(parseError.source.location.line, lines.length);
    });
}

function scoreBad(folder: string): string {
  let right = 0;
  const names = features(folder);
  for (const name of names) {
    const file = path.join(folder, name);
    const feature = readFileSync(file, 'utf8');
    const expected = expectedLines(file, feature);
    const raised = judge(feature)
      .filter(({ rule, severity }) => rule === 'ac/gherkin' && severity === 'error')
      .map(({ line }) => line);
    if (expected.join() === raised.join()) right++;
    else miss(`bad/${name}: expected on ${expected.join(', ')}, raised on ${raised.join(', ') || 'none'}`);
  }
  return `bad files with an error on exactly the expected lines: ${right} of ${names.length}`;
}

interface Shared {
  readonly theirs: string;
  readonly ours: readonly RuleId[];
  /** Which of their messages are ours to raise; all without it. */
  readonly message?: RegExp;
  /** Which of our messages are theirs to raise; all without it. */
  readonly says?: RegExp;
  /** What is compared: the line, the scenario or step that it stands in, or the file. */
  readonly by: 'line' | 'scenario' | 'step' | 'file';
}

/** Rules that say the same as one of ours; their defaults alone, since ours take no numbers or styles. */
const SHARED: readonly Shared[] = [
  { theirs: 'keywords-in-logical-order', ours: ['ac/order'], by: 'line' },
  { theirs: 'only-one-when', ours: ['ac/many-when'], by: 'scenario' },
  // A `When` behind a `When` is not a matter of words alone.
  { theirs: 'use-and', ours: ['ac/repeat-keyword', 'ac/many-when'], says: /again|second/, by: 'line' },
  {
    theirs: 'no-unused-variables',
    ours: ['ac/placeholder'],
    message: /^Step variable/,
    says: /^No column/,
    by: 'step',
  },
  { theirs: 'no-empty-file', ours: ['ac/empty-step'], by: 'file' },
  { theirs: 'no-files-without-scenarios', ours: ['ac/empty-step'], by: 'file' },
  { theirs: 'scenario-size', ours: ['ac/too-long'], by: 'scenario' },
];

/** Features that the linter's parser refuses, though its table of expectations does not name them. */
const UNREADABLE = [
  'MultilineBackgroundStep',
  'MultilineScenarioOutlineStep',
  'MultilineStep',
  'MultipleBackgrounds',
  'MultipleFeatures',
  'MultipleViolations',
  'TagOnBackground',
];

interface Row {
  readonly rule: string;
  readonly file: string;
  readonly config: string;
  readonly line: string;
  readonly message: string;
}

function readRows(file: string): readonly Row[] {
  const [, ...rows] = readFileSync(file, 'utf8').split(/\r?\n/);
  return rows.flatMap((row) => {
    const cells = [...row.matchAll(/"((?:[^"]|"")*)"/g)].map(([, cell]) =>
      (cell ?? '').replaceAll('""', '"'),
    );
    const [rule, name, config, line, message] = cells;
    if (rule === undefined || name === undefined || config === undefined) return [];
    return [{ rule, file: name, config, line: line ?? '', message: message ?? '' }];
  });
}

/** Where a line stands, as far as it is compared. */
function placeOf(line: number, by: Shared['by'], lines: readonly string[]): number {
  if (by === 'file') return 1;
  if (by === 'line') return line;
  const head =
    by === 'scenario'
      ? /^\s*(?:Scenario|Background|Example)\b/
      : /^\s*(?:Given|When|Then|And|But|Scenario)\b/;
  const own = by === 'scenario' ? head : /^\s*(?:\||Given|When|Then|And|But|Scenario)/;
  for (let at = line; at > 0; at--) if (own.test(lines[at - 1] ?? '')) return at;
  return line;
}

function scoreShared(shared: Shared, folder: string, rows: readonly Row[]): string {
  const { theirs, ours, message = /(?:)/, says = /(?:)/, by } = shared;
  const own = rows.filter(
    ({ rule, config }) => rule === theirs && (config === '{}' || config === 'undefined'),
  );
  const files = [...new Set(own.map(({ file }) => file))];
  let expected = 0;
  let raised = 0;
  let agree = 0;
  for (const name of files) {
    const file = path.join(folder, 'rules', name);
    if (!existsSync(file)) continue;
    const feature = readFileSync(file, 'utf8');
    const lines = feature.split(/\r?\n/);
    const wanted = new Set(
      own
        .filter((row) => row.file === name && row.line !== '' && message.test(row.message))
        .map((row) => placeOf(Number(row.line), by, lines)),
    );
    const found = new Set(
      judge(feature)
        .filter((found) => ours.includes(found.rule) && says.test(found.message))
        .map(({ line }) => placeOf(line, by, lines)),
    );
    expected += wanted.size;
    raised += found.size;
    for (const place of wanted)
      if (found.has(place)) agree++;
      else miss(`${theirs} ${name}:${place} is not raised`);
    for (const place of found)
      if (!wanted.has(place)) miss(`${theirs} ${name}:${place} is raised and not expected`);
  }
  return row([
    theirs,
    ours.join(', '),
    String(files.length),
    String(expected),
    String(raised),
    String(agree),
  ]);
}

function scoreUnreadable(folder: string): string {
  const names = features(folder);
  let raised = 0;
  let agree = 0;
  for (const name of names) {
    const errors = judge(readFileSync(path.join(folder, name), 'utf8')).filter(
      ({ rule }) => rule === 'ac/gherkin',
    );
    const expected = UNREADABLE.includes(name.replace('.feature', ''));
    if (errors.length > 0) raised++;
    if (errors.length > 0 && expected) agree++;
    if (errors.length > 0 !== expected)
      miss(`linter/${name}: ${expected ? 'no error' : (errors[0]?.message ?? '')}`);
  }
  const expected = names.filter((name) => UNREADABLE.includes(name.replace('.feature', ''))).length;
  return row([
    '(can’t be parsed)',
    'ac/gherkin',
    String(names.length),
    String(expected),
    String(raised),
    String(agree),
  ]);
}

const WIDTHS = [28, 34, 7, 10, 8, 6];

function row(cells: readonly string[]): string {
  return cells
    .map((cell, i) => (i < 2 ? cell.padEnd(WIDTHS[i] ?? 0) : cell.padStart(WIDTHS[i] ?? 0)))
    .join('');
}

function main(folder: string): void {
  const cucumber = path.join(folder, 'cucumber-testdata');
  if (existsSync(cucumber)) {
    console.log(scoreGood(path.join(cucumber, 'good')));
    console.log(scoreBad(path.join(cucumber, 'bad')));
  }
  const lint = path.join(folder, 'gherkin-lint-testdata');
  const table = path.join(folder, 'gherkin-lint-expected.csv');
  if (existsSync(lint) && existsSync(table)) {
    const rows = readRows(table);
    console.log(`\n${row(['their rule', 'ours', 'files', 'expected', 'raised', 'agree'])}`);
    for (const shared of SHARED) console.log(scoreShared(shared, lint, rows));
    console.log(scoreUnreadable(path.join(lint, 'linter')));
  }
  if (process.argv.includes('--misses')) console.log(`\n${misses.join('\n') || 'no misses'}`);
  if (misses.length > 0) process.exitCode = 1;
}

const folder = process.argv[2];
if (folder === undefined) {
  console.error('usage: npm run score:gherkin -- FOLDER [--misses]');
  process.exitCode = 2;
} else main(folder);
