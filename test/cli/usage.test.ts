import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/cli/commands/allCommands.ts';
import { temporaryFolders } from '../node/temporaryFolder.ts';
import { buildsRefinery, refinery, refineryHere } from './refinery.ts';

buildsRefinery();
const folder = temporaryFolders();

describe('help', () => {
  it('names every command', () => {
    const { code, out } = refinery(folder(), ['help']);
    expect(code).toBe(0);
    const width = Math.max(...COMMANDS.map(({ name }) => name.length));
    for (const { name, summary } of COMMANDS) expect(out).toContain(`${name.padEnd(width)}  ${summary}`);
    expect(refinery(folder(), [])).toEqual(refinery(folder(), ['--help']));
  });

  it.each(COMMANDS.map(({ name }) => name))('of %s names its options and fits a terminal', (name) => {
    const { code, out } = refinery(folder(), [name, '--help']);
    expect(code).toBe(0);
    expect(out).toMatch(new RegExp(`^Usage: refinery ${name} `));
    for (const option of Object.keys(COMMANDS.find((command) => command.name === name)?.options ?? {})) {
      expect(out).toContain(`--${option}`);
    }
    for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(120);
    expect(refinery(folder(), ['help', name]).out).toBe(out);
  });

  it('is not asked for by a title', () => {
    const root = folder({ 'backlog.yaml': 'product: {name: X, key: X}\n' });
    expect(refinery(root, ['new', '--', '--help']).out).toBe('X-1\n');
  });
});

describe('the version', () => {
  it('is that of the package', () => {
    const manifest = path.resolve(import.meta.dirname, '../../package.json');
    const { version } = JSON.parse(fs.readFileSync(manifest, 'utf8')) as { version: string };
    expect(refinery(folder(), ['--version'])).toEqual({ code: 0, out: `${version}\n`, err: '' });
  });
});

describe('a slip of the finger', () => {
  it.each([
    [['chek'], 'Unknown command "chek". Did you mean "check"?'],
    [['--verison'], 'Unknown option "--verison".'],
    [['check', '--fromat', 'json'], 'Unknown option --fromat. Did you mean "--format"?'],
    [
      ['check', '--format', 'jsno'],
      '--format is one of text, json, github, sarif, not "jsno". Did you mean "json"?',
    ],
    [['check', '--fail-on'], '--fail-on needs a value: --fail-on SEVERITY.'],
    [['check', '--fail-on', '--format', 'json'], '--fail-on needs a value'],
    [['list', '-z'], 'Unknown option -z.'],
    [['show'], 'show needs the id of an item'],
    [['show', 'FN-1'], 'No backlog.yaml in'],
  ])('%j is told in one line', async (words, message) => {
    const ran = await refineryHere(folder(), words);
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.err).toMatch(/^refinery: [^\n]+\n$/);
    expect(ran.err).toContain(message);
  });
});

describe('init', () => {
  it('creates a backlog that is clean and can be worked with', () => {
    const root = folder();
    expect(refinery(root, ['init', '--name', 'Field Notes'])).toEqual({
      code: 0,
      out: 'Created backlog.yaml.\n',
      err: '',
    });
    expect(refinery(root, ['check', '--fail-on', 'hint']).code).toBe(0);
    expect(refinery(root, ['new', 'Second']).out).toBe('FN-2\n');
    expect(refinery(root, ['list']).out).toContain('FN-1');
  });

  it('takes the names from the folder, and makes the folder', () => {
    const root = folder();
    expect(refinery(root, ['init', 'my/bird-songs']).out).toBe('Created my/bird-songs/backlog.yaml.\n');
    const text = fs.readFileSync(path.join(root, 'my/bird-songs/backlog.yaml'), 'utf8');
    expect(text).toContain('  name: bird-songs\n  key: BS\n');
  });

  it('writes names so that every reader gets the same text', () => {
    for (const [name, key] of [
      ['No', 'NO'],
      ['a: #1 "x"', 'A1X'],
      ['日本', 'ITEM'],
      ['Überflug', 'UBER'],
    ]) {
      const root = folder();
      expect(
        refinery(root, ['init', '--name', name ?? '', ...(name?.startsWith('a') ? ['--key', 'A1X'] : [])])
          .code,
      ).toBe(0);
      expect(refinery(root, ['check', '--fail-on', 'hint']).code).toBe(0);
      expect(refinery(root, ['list']).out).toContain(`${key ?? ''}-1`);
    }
  });

  it('brings the sample', () => {
    const root = folder();
    expect(refinery(root, ['init', '--sample']).code).toBe(0);
    expect(refinery(root, ['check']).code).toBe(0);
    expect(refinery(root, ['list']).out.split('\n').length).toBeGreaterThan(60);
  });

  it('never touches a file that is there', () => {
    const root = folder({ 'backlog.yaml': 'mine\n' });
    const ran = refinery(root, ['init']);
    expect(ran).toMatchObject({
      code: 2,
      err: 'refinery: backlog.yaml is there already, so nothing was written.\n',
    });
    expect(fs.readFileSync(path.join(root, 'backlog.yaml'), 'utf8')).toBe('mine\n');
  });

  it.each([
    [['--key', 'fn'], 'A key is capital letters and digits, like FN, not "fn".'],
    [['a', 'b'], 'init takes one path at most.'],
    [['--sample', '--key', 'FN'], '--sample brings its own name and key.'],
  ])('refuses %j', async (words, message) => {
    const root = folder();
    const ran = await refineryHere(root, ['init', ...words]);
    expect(ran.code).toBe(2);
    expect(ran.err).toContain(message);
    expect(fs.readdirSync(root)).toEqual([]);
  });
});

describe('show', () => {
  const TEXT = `stories:
  - id: FN-1
    title: Sync
    status: ready
    type: story
    description: |
      First line.

      Second line.
    acceptance:
      - Given a, when b, then c
      - {scenario: two, given: [x, y], examples: [{n: 1, m: 2}]}
    labels: [a, b]
    epic: FN-9
people:
  - {id: same, name: A}
teams:
  - {id: same, people: [same]}
`;

  it('prints an item with all fields, aligned, and what is wrong with it', () => {
    const { code, out } = refinery(folder({ 'backlog.yaml': TEXT }), ['show', 'FN-1']);
    expect(code).toBe(0);
    expect(out).toContain(`FN-1  Sync
backlog.yaml:2
status       ready
type         story
description  First line.
             
             Second line.
acceptance   - Given a, when b, then c
             - scenario: two
               given: x; y
               examples: n: 1, m: 2
labels       a, b
epic         FN-9
`);
    expect(out).toMatch(/^error {2}.+FN-9.+ {2}reference\/unknown$/m);
  });

  it('prints several, and as JSON', () => {
    const root = folder({ 'backlog.yaml': TEXT });
    const { out } = refinery(root, ['show', 'FN-1', 'FN-1', '--format', 'json']);
    const shown = JSON.parse(out) as { version: number; items: { description: string }[] };
    expect(shown.version).toBe(1);
    expect(shown.items.map((item) => item.description)).toEqual(
      Array(2).fill('First line.\n\nSecond line.\n'),
    );
  });

  it('asks which one where items of several kinds have the id', () => {
    const root = folder({ 'backlog.yaml': TEXT });
    expect(refinery(root, ['show', 'same']).err).toContain(
      'same is the id of a person and a team; say which with --kind.',
    );
    expect(refinery(root, ['show', 'same', '--kind', 'team']).out).toContain('people  same');
  });
});
