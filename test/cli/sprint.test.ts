import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolders } from '../node/temporaryFolder.ts';
import { refineryHere } from './refinery.ts';

const folder = temporaryFolders();

const BACKLOG = `product: {key: FN}
sprints:
  - {id: s1}    # now
  - {id: s2}
stories:
  - {id: FN-1, title: One, estimate: 3, sprint: s1}
  - {id: FN-2, title: Two, estimate: 5, sprint: s1}
`;

function backlog(): { readonly root: string; readonly text: () => string } {
  const root = folder({ 'backlog.yaml': BACKLOG });
  return { root, text: () => fs.readFileSync(path.join(root, 'backlog.yaml'), 'utf8') };
}

describe('refinery sprint', () => {
  it('starts a sprint, and closes it into the next', async () => {
    const { root, text } = backlog();
    const started = await refineryHere(root, ['sprint', 'start', 's1', '--on', '2026-11-16']);
    expect(started).toEqual({
      code: 0,
      out: 'Started s1 in backlog.yaml with 2 stories: FN-1, FN-2.\n',
      err: '',
    });
    await refineryHere(root, ['set', 'FN-1', 'status=done']);
    const closed = await refineryHere(root, ['sprint', 'close', 's1', '--to', 's2', '--on', '2026-11-27']);
    expect(closed.out).toBe('Closed s1 in backlog.yaml; points: 8 committed, 0 added, 3 done, 5 carried.\n');
    expect(text()).toContain(
      '  - {id: s1, started: 2026-11-16, committed: [FN-1, FN-2], closed: 2026-11-27, result: {committed: 8, added: 0, done: 3, carried: 5}}    # now\n',
    );
    expect(text()).toContain('estimate: 5, sprint: s2}');
  });

  it('is today where no day is given', async () => {
    const { root, text } = backlog();
    await refineryHere(root, ['sprint', 'start', 's1']);
    expect(text()).toMatch(/started: 20\d\d-\d\d-\d\d/);
  });

  it('leaves the file alone where it is told too little, too much, or something impossible', async () => {
    const { root, text } = backlog();
    const refused = async (...words: string[]): Promise<string> => {
      const { code, err } = await refineryHere(root, ['sprint', ...words]);
      expect(code).toBe(2);
      return err;
    };
    expect(await refused('start')).toContain('sprint needs what to do and an id');
    expect(await refused('stop', 's1')).toContain('sprint needs what to do and an id');
    expect(await refused('close', 's1')).toContain('Say where unfinished stories go');
    expect(await refused('close', 's1', '--to', 's2', '--backlog')).toContain(
      'Say where unfinished stories go',
    );
    expect(await refused('close', 's1', '--to', 's1')).toContain("can't go on to s1 itself");
    expect(await refused('start', 's1', '--backlog')).toContain('when a sprint is closed');
    expect(await refused('start', 's9')).toContain('There is no sprint s9.');
    expect(await refused('start', 's1', '--on', '2026-02-30')).toContain('"2026-02-30" is none');
    expect(text()).toBe(BACKLOG);
  });
});
