import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolders } from '../node/temporaryFolder.ts';
import { refineryHere } from './refinery.ts';

const folder = temporaryFolders();

const HEAD =
  'product: {key: FN}\nwriting: {rules: {ac/none: ignore}}\nworkflow:\n  ready: {story: [estimate]}\nstories:\n';
const LACKING = '  - id: FN-1\n    title: Sync\n    status: ready\n';
const READY = '  - id: FN-2\n    title: Share\n    status: ready\n    estimate: 3\n';

describe('check --baseline', () => {
  const strict = ['check', '--baseline', '--fail-on', 'warning'];

  it('freezes what is found at first, and from then on judges what changes', async () => {
    const root = folder({ 'backlog.yaml': HEAD + LACKING + READY });
    const first = await refineryHere(root, strict);
    expect(first.code).toBe(0);
    expect(first.err).toContain('backlog.baseline.json now holds what is found in 1 item: commit it');
    expect(first.out).toBe('No new problems in 2 items in 1 file. 1 of before are frozen.\n');
    expect(await refineryHere(root, strict)).toMatchObject({ code: 0, err: '' });

    fs.writeFileSync(path.join(root, 'backlog.yaml'), HEAD + READY + LACKING.replace('Sync', 'Sync notes'));
    const touched = await refineryHere(root, strict);
    expect(touched.code).toBe(1);
    expect(touched.out).toContain('FN-1');
  });

  it('is made anew with --freeze', async () => {
    const root = folder({ 'backlog.yaml': HEAD + LACKING });
    await refineryHere(root, strict);
    fs.writeFileSync(path.join(root, 'backlog.yaml'), HEAD + LACKING.replace('Sync', 'Sync notes'));
    expect((await refineryHere(root, strict)).code).toBe(1);
    expect((await refineryHere(root, ['check', '--freeze', '--fail-on', 'warning'])).code).toBe(0);
    expect((await refineryHere(root, strict)).code).toBe(0);
  });

  it('refuses a baseline that is none, and leaves it alone', async () => {
    const root = folder({ 'backlog.yaml': HEAD, 'backlog.baseline.json': '{"version":1}' });
    const ran = await refineryHere(root, strict);
    expect(ran.code).toBe(2);
    expect(ran.err).toContain('is no baseline; make it anew with "refinery check --freeze"');
    expect(fs.readFileSync(path.join(root, 'backlog.baseline.json'), 'utf8')).toBe('{"version":1}');
  });

  it('counts what it keeps back for programs', async () => {
    const root = folder({ 'backlog.yaml': HEAD + LACKING });
    const { out } = await refineryHere(root, ['check', '--baseline', '--format', 'json']);
    expect(JSON.parse(out)).toMatchObject({
      version: 1,
      files: [{ diagnostics: [], frozen: 1 }],
      summary: { warning: 0 },
    });
  });
});

describe('check --stats', () => {
  it('counts findings by rule and stories by readiness', async () => {
    const root = folder({ 'backlog.yaml': HEAD + LACKING + READY });
    const { code, out } = await refineryHere(root, ['check', '--stats']);
    expect(code).toBe(0);
    expect(out).toMatch(/1 +warning +ready\/missing/);
    expect(out).toMatch(/1 +ready .*\n.*findings.*\n +1 +incomplete/);
    expect(out).toContain('Lacking: estimate 1');
    expect(out).toContain('50.0 errors and warnings for 100 stories');
  });

  it('gives programs the same beside the findings', async () => {
    const root = folder({ 'backlog.yaml': HEAD + LACKING + READY });
    const { out } = await refineryHere(root, ['check', '--stats', '--format', 'json']);
    expect(JSON.parse(out)).toMatchObject({
      files: [
        {
          diagnostics: [{ rule: 'ready/missing' }],
          stats: {
            stories: 2,
            readiness: { ready: 1, incomplete: 1 },
            rules: [{ rule: 'ready/missing', count: 1 }],
          },
        },
      ],
    });
  });
});

describe('check --stats --since', () => {
  const git = (root: string, ...args: readonly string[]): void => {
    const identity = ['-c', 'user.name=Ana', '-c', 'user.email=ana@fieldnotes.example'];
    execFileSync('git', [...identity, ...args], { cwd: root, stdio: 'ignore' });
  };

  it('tells what changed since a revision', async () => {
    const root = folder({ 'backlog.yaml': HEAD + LACKING + READY });
    git(root, 'init', '-b', 'main');
    git(root, 'add', '.');
    git(root, 'commit', '-m', 'Begin');
    fs.writeFileSync(path.join(root, 'backlog.yaml'), HEAD + LACKING.replace('ready', 'idea') + READY);
    const { code, out } = await refineryHere(root, ['check', '--stats', '--since', 'HEAD']);
    expect(code).toBe(0);
    expect(out).toContain('2 stories, since HEAD');
    expect(out).toMatch(/0 +-1 +warning +ready\/missing/);
    expect(out).toMatch(/0 +-1 +incomplete/);
    expect(out).toMatch(/1 +\+1 +idea/);
    const asJson = await refineryHere(root, ['check', '--stats', '--since', 'HEAD', '--format', 'json']);
    expect(JSON.parse(asJson.out)).toMatchObject({
      files: [{ trend: { since: 'HEAD', rules: [{ rule: 'ready/missing', before: 1, after: 0 }] } }],
    });
  });

  it('refuses a revision that there is not, and one that looks like an option', async () => {
    const root = folder({ 'backlog.yaml': HEAD });
    git(root, 'init', '-b', 'main');
    for (const revision of ['v9', '--output=x']) {
      const ran = await refineryHere(root, ['check', '--stats', `--since=${revision}`]);
      expect(ran.code).toBe(2);
      expect(ran.err).toContain(`There is no revision "${revision}"`);
    }
    expect(fs.readdirSync(root).sort()).toEqual(['.git', 'backlog.yaml']);
  });

  it('says where there is no repository', async () => {
    const ran = await refineryHere(folder({ 'backlog.yaml': HEAD }), ['check', '--stats', '--since', 'HEAD']);
    expect(ran).toMatchObject({ code: 2 });
    expect(ran.err).toContain('There is no git repository.');
  });
});
