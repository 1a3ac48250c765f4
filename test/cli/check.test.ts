import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolders } from '../node/temporaryFolder.ts';
import { buildsRefinery, refinery, refineryHere } from './refinery.ts';

buildsRefinery();
const folder = temporaryFolders();

const CLEAN =
  'product: {name: Fieldnotes, key: FN}\nstories:\n  - id: FN-1\n    title: Sync\n    status: idea\n';
const WARNED = CLEAN.replace('idea', 'ready').replace('title: Sync', 'title: Sync 🦊 twice\n    epc: FN-9');
const BROKEN = `${CLEAN}    epic: FN-9\n  - id: FN-1\n    title: Share\n`;

interface JsonReport {
  readonly version: number;
  readonly files: readonly {
    readonly path: string;
    readonly diagnostics: readonly {
      readonly rule: string;
      readonly severity: string;
      readonly message: string;
      readonly range: {
        start: { line: number; character: number };
        end: { line: number; character: number };
      };
      readonly item: string | null;
    }[];
  }[];
  readonly summary: Readonly<Record<string, number>>;
}

function json(cwd: string, words: readonly string[] = []): JsonReport {
  return JSON.parse(refinery(cwd, ['check', '--format', 'json', ...words]).out) as JsonReport;
}

describe('the exit code of check', () => {
  it('is 0 for a clean backlog', () => {
    const ran = refinery(folder({ 'backlog.yaml': CLEAN }), ['check']);
    expect(ran).toEqual({ code: 0, out: 'No problems in 1 item in 1 file.\n', err: '' });
  });

  it('is 1 for an error', () => {
    expect(refinery(folder({ 'backlog.yaml': BROKEN }), ['check']).code).toBe(1);
  });

  it.each([
    [[], 0],
    [['--fail-on', 'error'], 0],
    [['--fail-on', 'warning'], 1],
    [['--fail-on=information'], 1],
    [['--fail-on=hint'], 1],
  ])('with warnings only and %j is %i', async (words, code) => {
    expect((await refineryHere(folder({ 'backlog.yaml': WARNED }), ['check', ...words])).code).toBe(code);
  });

  it('is 2 where there is nothing to check, and says so in one sentence', () => {
    const root = folder();
    expect(refinery(root, ['check'])).toEqual({
      code: 2,
      out: '',
      err: `refinery: No backlog.yaml in ${root} or in a folder above it; create one with "refinery init".\n`,
    });
    expect(refinery(root, ['check', '.']).code).toBe(2);
    expect(refinery(root, ['check', 'nowhere.yaml'])).toEqual({
      code: 2,
      out: '',
      err: `refinery: Cannot read ${path.join(root, 'nowhere.yaml')}: it does not exist.\n`,
    });
  });

  it('is 2 where one of several files can’t be read, and the others are still reported', () => {
    const ran = refinery(folder({ 'a/backlog.yaml': BROKEN }), ['check', 'a', 'b', '--format', 'json']);
    expect(ran.code).toBe(2);
    expect(ran.err).toContain('it does not exist');
    expect((JSON.parse(ran.out) as JsonReport).files.map((file) => file.path)).toEqual(['a/backlog.yaml']);
  });
});

describe('what check looks at', () => {
  it('is the backlog of the folder or the nearest one above it', () => {
    const root = folder({ 'backlog.yaml': CLEAN, 'src/deep/main.ts': '' });
    expect(json(path.join(root, 'src/deep')).files.map((file) => file.path)).toEqual(['../../backlog.yaml']);
  });

  it('is every backlog below a folder that is named', () => {
    const root = folder({
      'backlog.yaml': CLEAN,
      'api/backlog.yml': CLEAN,
      'node_modules/x/backlog.yaml': BROKEN,
    });
    expect(json(root, ['.']).files.map((file) => file.path)).toEqual(['api/backlog.yml', 'backlog.yaml']);
  });

  it('is each file once, however often it is named', () => {
    const root = folder({ 'backlog.yaml': CLEAN });
    expect(json(root, ['.', 'backlog.yaml', root]).files).toHaveLength(1);
  });
});

describe('check as JSON', () => {
  it('has the documented form, counted from 0 in UTF-16', () => {
    const report = json(folder({ 'backlog.yaml': BROKEN }));
    expect(report.version).toBe(1);
    expect(report.summary).toMatchObject({ files: 1, items: 2 });
    const unknown = report.files[0]?.diagnostics.find((found) => found.rule === 'reference/unknown');
    expect(unknown).toEqual({
      rule: 'reference/unknown',
      severity: 'error',
      message: expect.stringContaining('FN-9') as string,
      range: { start: { line: 5, character: 10 }, end: { line: 5, character: 14 } },
      item: 'FN-1',
    });
    const counted = report.files.flatMap((file) => file.diagnostics).map((found) => found.severity);
    for (const severity of ['error', 'warning', 'information', 'hint']) {
      expect(report.summary[severity]).toBe(counted.filter((one) => one === severity).length);
    }
  });

  it('counts the same with CRLF, and as an editor does with a byte order mark', () => {
    const plain = json(folder({ 'backlog.yaml': BROKEN }));
    const crlf = json(folder({ 'backlog.yaml': BROKEN.replaceAll('\n', '\r\n') }));
    const bom = json(folder({ 'backlog.yaml': `\ufeff${BROKEN}` }));
    expect(crlf).toEqual(plain);
    expect(bom).toEqual(plain);
  });

  it('gives null where a finding belongs to no item', () => {
    const { files } = json(folder({ 'backlog.yaml': `${CLEAN}storys: []\n` }));
    expect(files[0]?.diagnostics.map((found) => found.item)).toContain(null);
  });
});

describe('check for a person', () => {
  it('names place, severity, item, message and rule, aligned, and counts', () => {
    const { out } = refinery(folder({ 'backlog.yaml': BROKEN }), ['check']);
    const lines = out.trimEnd().split('\n');
    expect(lines).toHaveLength(4);
    expect(lines[0]).toMatch(/^backlog\.yaml:6:11 {2}error {2}FN-1 {2}.+ {2}reference\/unknown$/);
    expect(lines[1]).toMatch(/^backlog\.yaml:7:9 {3}error {2}FN-1 {2}.+ {2}reference\/duplicate-id$/);
    expect(lines.slice(2)).toEqual(['', '2 errors; 2 items in 1 file checked.']);
  });

  it('has colours only where they are wanted', () => {
    const root = folder({ 'backlog.yaml': BROKEN });
    expect(refinery(root, ['check']).out).not.toContain('\u001b');
    expect(refinery(root, ['check'], { env: { FORCE_COLOR: '1' } }).out).toContain('\u001b[31merror');
    expect(refinery(root, ['check'], { env: { FORCE_COLOR: '1', NO_COLOR: '1' } }).out).not.toContain(
      '\u001b',
    );
  });

  it('never lets a text of the file act on the terminal', () => {
    const root = folder({ 'backlog.yaml': `${CLEAN}    "\u001b[2Jepic": x\n    status: "\\e[31mred\\a"\n` });
    const { out } = refinery(root, ['check']);
    expect(out).toContain('backlog.yaml:');
    expect(out.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
  });
});

describe('check for GitHub', () => {
  it('writes workflow commands, the worst first, each on one line', () => {
    const text = `${WARNED}  - id: FN-2\n    title: Second\n    epic: "a%b,c:d\\nnext"\n`;
    const { out, code } = refinery(folder({ 'backlog.yaml': text }), ['check', '--format', 'github']);
    expect(code).toBe(1);
    const lines = out.trimEnd().split('\n');
    expect(lines[0]).toMatch(
      /^::error file=backlog\.yaml,line=\d+,endLine=\d+,col=\d+,endColumn=\d+,title=reference\/unknown \(FN-2\)::/,
    );
    expect(lines[0]).toContain('a%25b,c:d%0Anext');
    for (const line of lines) expect(line).toMatch(/^::(error|warning|notice) file=backlog\.yaml,line=\d+/);
    const order = lines.map((line) => line.slice(2, line.indexOf(' ')));
    const ranks = order.map((level) => ['error', 'warning', 'notice'].indexOf(level));
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
  });

  it('says nothing where nothing is wrong', () => {
    expect(refinery(folder({ 'backlog.yaml': CLEAN }), ['check', '--format', 'github']).out).toBe('');
  });
});

describe('check on files that are not what they should be', () => {
  it('reports bytes that are not UTF-8 where the first one is', () => {
    const bytes = Buffer.from(CLEAN.replace('Sync', 'Größe'), 'latin1');
    const [finding] = json(folder({ 'backlog.yaml': bytes })).files[0]?.diagnostics ?? [];
    expect(finding).toMatchObject({
      rule: 'file/encoding',
      severity: 'error',
      item: 'FN-1',
      range: { start: { line: 3, character: 13 }, end: { line: 3, character: 14 } },
    });
  });

  it.each([
    ['an empty file', ''],
    ['comments only', '# nothing yet\n'],
    ['NUL', `${CLEAN}    notes: "a\u0000b"\n\u0000\n`],
    ['a byte order mark alone', '\ufeff'],
    [
      'conflict markers',
      CLEAN.replace(
        '    title: Sync\n',
        '<<<<<<< ours\n    title: Sync\n=======\n    title: Send\n>>>>>>> theirs\n',
      ),
    ],
    ['deep nesting', `${CLEAN}x-deep: ${'['.repeat(5_000)}\n`],
    [
      'an alias bomb',
      `a: &a [x,x,x,x,x,x,x,x]\n${'bcdefgh'
        .split('')
        .map(
          (name, i) =>
            `${name}: &${name} [${Array<string>(8)
              .fill(`*${'abcdefg'[i] ?? 'a'}`)
              .join(',')}]\n`,
        )
        .join('')}${CLEAN}`,
    ],
    ['a line of two megabytes', `${CLEAN}    description: ${'long '.repeat(400_000)}\n`],
    ['something else altogether', 'just a text\n'],
    ['binary', Buffer.from(Array.from({ length: 4_096 }, (_, i) => (i * 151 + 7) % 256))],
  ])('answers on %s', async (_, content) => {
    const ran = await refineryHere(folder({ 'backlog.yaml': content }), ['check', '--format', 'json']);
    expect([0, 1]).toContain(ran.code);
    expect(ran.err).toBe('');
    expect((JSON.parse(ran.out) as JsonReport).files).toHaveLength(1);
  });

  it('says why a folder or an unreadable file can’t be checked', () => {
    const root = folder({ 'locked/backlog.yaml': CLEAN });
    fs.chmodSync(path.join(root, 'locked/backlog.yaml'), 0);
    fs.chmodSync(root, 0o755);
    const ran = refinery(root, ['check', 'locked/backlog.yaml'], { unprivileged: true });
    expect(ran.code).toBe(2);
    expect(ran.err).toContain('permission denied');
  });

  it('does not wait for a pipe that lies among the files', () => {
    const root = folder();
    spawnSync('mkfifo', [path.join(root, 'p.backlog.yaml')]);
    const ran = refinery(root, ['check', 'p.backlog.yaml']);
    expect(ran.code).toBe(2);
    expect(ran.err).toContain('is a pipe, not a file.');
  });
});
