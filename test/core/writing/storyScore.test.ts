/** The score script, run as people run it. */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../../..');
const run = promisify(execFile);

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'refinery-score-'));
  mkdirSync(folder, { recursive: true });
  const club = [
    'As a coach, I want to book a slot and invoice the client, so that I get paid.',
    'As a coach, I want to print the roster (A4), so that parents see it.',
    '',
    'As a coach, I want to store plans and reports, so that nothing is lost.',
    'As a coach, I want to sign forms.',
  ];
  writeFileSync(path.join(folder, 'club.txt'), club.join('\r\n'));
  writeFileSync(
    path.join(folder, 'other.txt'),
    'As a fan, I want to see who won, so that I can talk about it.\n',
  );
  const labels = [
    'club,1,atomic,',
    'club,2,none,',
    'club,4,atomic,joined',
    'club,5,missing_end,',
    'club,1,minimal,',
  ];
  writeFileSync(path.join(folder, 'labels.csv'), `set,story,kind,detail\n${labels.join('\n')}\n`);
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function score(...options: readonly string[]): Promise<string> {
  const { stdout } = await run(process.execPath, ['scripts/run.mjs', 'scripts/score.ts', ...options], {
    cwd: root,
  });
  return stdout.replaceAll(/ +/g, ' ');
}

describe('npm run score', () => {
  it('prints precision, recall and F1 by kind, and the noise of all sets', async () => {
    const printed = await score(path.join(folder, 'labels.csv'));
    expect(printed).toContain('4 labelled stories\nkind tp fp fn precision recall F1\n');
    expect(printed).toContain('atomic 1 0 1 1.000 0.500 0.667');
    expect(printed).toContain('minimal 0 1 1 0.000 0.000 0.000');
    expect(printed).toContain('missing_end 1 0 0 1.000 1.000 1.000');
    expect(printed).not.toContain('unique');
    expect(printed).toContain('warnings and errors: 40.0 per 100 stories (2 in 5 stories of 2 sets)');
    expect(printed).toContain('story/bracketed-note 1 20.0');
  }, 60_000);

  it('takes a folder, shows misses of a kind, and applies every fix', async () => {
    const printed = await score(folder, '--misses', 'atomic', '--fixes');
    expect(printed).toContain('club: fn atomic, line 4:');
    expect(printed).not.toContain('fp minimal');
    expect(printed).toContain('story/two-actions 1 0\n');
  }, 60_000);

  it('says how it is used', async () => {
    await expect(score(folder, '--mises')).rejects.toThrow('usage: npm run score');
    await expect(score(path.join(folder, 'nothing.csv'))).rejects.toThrow('There is no file or folder');
  }, 60_000);
});
