import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { itemValue } from '../../src/cli/itemValue.ts';
import { Backlog } from '../../src/core/backlog/backlog.ts';
import { temporaryFolders } from '../node/temporaryFolder.ts';

const folder = temporaryFolders();
const script = path.resolve(import.meta.dirname, '../../scripts/importStories.mjs');

const STORIES = [
  'As a field biologist, I want my notes to sync when I am back online, so that my team sees them the same day.',
  "As a lab assistant, I'd like to print labels: one for each jar #12, so that I don't mix them up.",
  'As a visitor I want to "browse" maps, charts & tables. (see also: FN-2)',
  '"As a quoted person", I want {braces}, [brackets] and * stars',
  '- As a list item, I want to be text',
  'As a cook, I want to weigh in grams – not ounces – so that the naïve soufflé rises 🦊.',
  'yes',
  '# not a comment',
  "'single' and: colon",
  'As a tester, I want a tab\there and a bell\u0007 there',
  'no means at all, just words that go on and on and on until nobody reads a title as long as this one any more',
];

function imported(bytes: Buffer | string, words: readonly string[] = []): { text: string; backlog: Backlog } {
  const root = folder({ 'our stories.txt': bytes });
  const target = path.join(root, 'new/backlog.yaml');
  const ran = spawnSync(process.execPath, [script, path.join(root, 'our stories.txt'), target, ...words], {
    encoding: 'utf8',
  });
  expect(ran).toMatchObject({ status: 0, stderr: '' });
  const text = fs.readFileSync(target, 'utf8');
  return { text, backlog: Backlog.read(text) };
}

function storiesOf(backlog: Backlog): readonly unknown[] {
  return backlog.list('stories').map((item) => itemValue(item, backlog)['story']);
}

describe('importing stories', () => {
  it('keeps every sentence to the letter, whatever YAML would make of it', () => {
    const { backlog } = imported(STORIES.join('\n'));
    expect(storiesOf(backlog)).toEqual(STORIES);
    expect(backlog.problems().map(({ problem }) => `${problem.rule} ${problem.message}`)).toEqual([]);
  });

  it('numbers stories by their lines, and leaves out empty ones', () => {
    const { backlog } = imported('\ufeffone\r\n\r\n  two  \r\nthree\r\n', ['--key', 'FN']);
    expect(backlog.list('stories').map((item) => item.id)).toEqual(['FN-1', 'FN-3', 'FN-4']);
    expect(storiesOf(backlog)).toEqual(['one', 'two', 'three']);
  });

  it('takes what is asked for as the title', () => {
    const { backlog } = imported(STORIES.join('\n'));
    expect(
      backlog
        .list('stories')
        .slice(0, 3)
        .map((item) => item.title),
    ).toEqual([
      'My notes to sync when I am back online',
      'Print labels: one for each jar #12',
      '"browse" maps, charts & tables',
    ]);
    for (const { title } of backlog.list('stories')) expect(title?.length).toBeLessThanOrEqual(80);
  });

  it('reads files that are not UTF-8 as Windows-1252', () => {
    const { backlog } = imported(Buffer.from('As a chef, I want cr\xe8me br\xfbl\xe9e \x96 daily', 'latin1'));
    expect(storiesOf(backlog)).toEqual(['As a chef, I want crème brûlée – daily']);
  });

  it('takes key and status from the command, else the key from the name', () => {
    const { text, backlog } = imported('one', ['--status', 'ready']);
    expect(text).toContain('  name: our stories\n  key: OURSTORIES\n');
    expect(backlog.list('stories')[0]?.status).toBe('ready');
  });

  it('never overwrites a file', () => {
    const root = folder({ 'in.txt': 'one', 'backlog.yaml': 'mine' });
    const ran = spawnSync(process.execPath, [
      script,
      path.join(root, 'in.txt'),
      path.join(root, 'backlog.yaml'),
    ]);
    expect(ran.status).toBe(2);
    expect(fs.readFileSync(path.join(root, 'backlog.yaml'), 'utf8')).toBe('mine');
  });
});
