import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolders } from '../node/temporaryFolder.ts';
import { refineryHere } from './refinery.ts';

const folder = temporaryFolders();

const HEAD = 'product: {key: FN}\nworkflow:\n  ready: {story: [estimate]}\nstories:\n';
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
