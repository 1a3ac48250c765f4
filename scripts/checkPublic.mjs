// Tries the built command line on backlogs that other people wrote:
//   node scripts/checkPublic.mjs FOLDER
// Every .txt file of the folder (one story a line) becomes a backlog in a temporary folder, and every command is run
// on it. Prints a table and fails where an exit code, a number of items or a changed line is not the expected one.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { backlogOf, decoded } from './importStories.mjs';

const program = fileURLToPath(new URL('../dist/cli.js', import.meta.url));

/** Runs one command and says how long the whole process took. */
function timed(cwd, words) {
  const start = performance.now();
  const { status, signal, stdout, stderr } = spawnSync(process.execPath, [program, ...words], {
    cwd,
    encoding: 'utf8',
    timeout: 30_000,
    maxBuffer: 1 << 28,
  });
  return { code: status ?? signal, out: stdout, err: stderr, ms: Math.round(performance.now() - start) };
}

function tryBacklog(file, folder) {
  const text = decoded(readFileSync(file));
  const stories = text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '');
  const backlog = path.join(folder, 'backlog.yaml');
  writeFileSync(backlog, backlogOf(text, { name: path.basename(file, '.txt'), key: 'ST' }));
  const problems = [];
  const expect = (what, fine) => {
    if (!fine) problems.push(what);
  };
  const items = () => JSON.parse(timed(folder, ['list', '--format', 'json']).out).items;
  const lines = () => readFileSync(backlog, 'utf8').split('\n');
  const changed = (before) => {
    const left = new Map();
    for (const line of lines()) left.set(line, (left.get(line) ?? 0) + 1);
    for (const line of before) left.set(line, (left.get(line) ?? 0) - 1);
    return [...left.values()].reduce((sum, count) => sum + Math.abs(count), 0);
  };

  const check = timed(folder, ['check', '--format', 'json']);
  const found = JSON.parse(check.out).summary;
  expect('check', check.code === (found.error > 0 ? 1 : 0) && found.items === stories.length);
  const list = timed(folder, ['list', '--format', 'json']);
  const listed = JSON.parse(list.out).items;
  expect('list', list.code === 0 && listed.length === stories.length);
  expect(
    'texts',
    listed.every((item, index) => item.story === stories[index].trim()),
  );
  const first = listed[0].id;
  const last = listed.at(-1).id;
  const show = timed(folder, ['show', first, last]);
  expect('show', show.code === 0 && show.out.includes(first) && show.out.includes(last));
  let before = lines();
  const set = timed(folder, ['set', last, 'status=ready', 'estimate=5']);
  expect('set', set.code === 0 && changed(before) === 2);
  before = lines();
  const move = timed(folder, ['move', last, '--before', first]);
  expect('move', move.code === 0 && changed(before) === 0 && items()[0].id === last);
  const add = timed(folder, ['new', 'One more: with #hash', '--after', first]);
  const added = items();
  expect('new', add.code === 0 && added.length === stories.length + 1 && added[2].id === add.out.trim());
  const commands = [check, list, show, set, move, add];
  expect(
    'stderr',
    commands.every((ran) => ran.err === ''),
  );
  return {
    backlog: path.basename(file, '.txt'),
    stories: stories.length,
    items: found.items,
    errors: found.error,
    warnings: found.warning,
    codes: commands.map((ran) => ran.code).join(' '),
    ms: commands.map((ran) => ran.ms).join(' '),
    result: problems.length === 0 ? 'ok' : `wrong: ${problems.join(', ')}`,
  };
}

function main(source) {
  if (source === undefined || !existsSync(source))
    throw new Error('usage: node scripts/checkPublic.mjs FOLDER');
  if (!existsSync(program)) throw new Error('dist/cli.js is not there: run "npm run build" first.');
  const files = readdirSync(source)
    .filter((name) => name.endsWith('.txt'))
    .sort();
  const rows = files.map((name) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'refinery-public-'));
    try {
      return tryBacklog(path.join(source, name), folder);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
  print(rows);
  const wrong = rows.filter((row) => row.result !== 'ok').length;
  process.stdout.write(
    `\n${rows.length} backlogs, ${wrong} with a wrong answer (codes and ms: check list show set move new)\n`,
  );
  return wrong === 0 && rows.length > 0 ? 0 : 1;
}

function print(rows) {
  const keys = Object.keys(rows[0] ?? {});
  const width = (key) => Math.max(key.length, ...rows.map((row) => String(row[key]).length));
  const line = (cell) =>
    `${keys
      .map((key) => String(cell(key)).padEnd(width(key)))
      .join('  ')
      .trimEnd()}\n`;
  process.stdout.write(line((key) => key));
  for (const row of rows) process.stdout.write(line((key) => row[key]));
}

try {
  process.exitCode = main(process.argv[2]);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 2;
}
