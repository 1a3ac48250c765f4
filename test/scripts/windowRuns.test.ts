import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Test } from '../../scripts/lib/windowResults.mjs';
import { runWindows } from '../../scripts/lib/windowRuns.mjs';
import { temporaryFolders } from '../node/temporaryFolder.ts';

const newFolder = temporaryFolders();

interface Window {
  readonly code: number;
  /** None where it ends before it writes what came of its tests. */
  readonly tests?: readonly Test[];
}
const good: Window = { code: 0, tests: [{ title: 'opens', passed: true }] };
const bad: Window = { code: 1, tests: [{ title: 'opens', passed: false, message: 'no' }] };
const crashed: Window = { code: 70 };

/** Runs windows that come to these ends, and tells what was opened and shown. */
async function ran(windows: Readonly<Record<string, readonly Window[]>>, folder = newFolder()) {
  const opened: string[] = [];
  let shown = '';
  const outcomes = await runWindows(
    Object.entries(windows).map(([name, ends]) => ({
      name,
      folder,
      run: (result) => {
        const window = ends[opened.filter((other) => other === name).length];
        if (window === undefined) throw new Error(`${name} was opened too often`);
        opened.push(name);
        if (window.tests !== undefined) writeFileSync(result, JSON.stringify({ tests: window.tests }));
        if (window.code !== 0) writeFileSync(result.replace('.json', '.png'), 'a picture');
        return Promise.resolve({ code: window.code, output: `${name} says\n` });
      },
    })),
    (text) => (shown += text),
  );
  return { outcomes, opened, shown, folder };
}

describe('windows with tests', () => {
  it('are opened once where all pass', async () => {
    const { outcomes, opened } = await ran({ board: [good], page: [good] });
    expect(opened.sort()).toEqual(['board', 'page']);
    expect(outcomes).toEqual(Array(2).fill({ passed: 1, failures: [], flaky: [] }));
  });

  it('are opened once more where a test fails, after all others, and say where it is seen', async () => {
    const { outcomes, opened, shown, folder } = await ran({ board: [bad, good], page: [good] });
    expect(opened.at(-1)).toBe('board');
    expect(shown).toContain('board: once more, in a fresh window');
    const [board] = outcomes;
    expect(board).toMatchObject({ passed: 1, failures: [], flaky: [{ title: 'opens' }] });
    for (const end of ['board.log', 'board.png']) {
      expect(board?.flaky[0]?.message).toContain(end);
      expect(existsSync(path.join(folder, end))).toBe(true);
    }
  });

  it('fail where a test fails twice', async () => {
    const { outcomes, opened } = await ran({ board: [bad, bad] });
    expect(opened).toHaveLength(2);
    expect(outcomes).toMatchObject([{ passed: 0, failures: [{ title: 'opens' }], flaky: [] }]);
    expect(outcomes[0]?.failures[0]?.message).toContain('board-again.png');
  });

  it('are opened once more where one crashes, writes no result, or gives an error with no test failed', async () => {
    for (const end of [crashed, { code: 0 }, { ...good, code: 1 }]) {
      const { outcomes } = await ran({ board: [end, good] });
      expect(outcomes).toMatchObject([{ passed: 1, failures: [], flaky: [{ title: 'the window' }] }]);
      const twice = await ran({ board: [end, end] });
      expect(twice.outcomes).toMatchObject([{ failures: [{ title: 'the window' }], flaky: [] }]);
    }
  });

  it('are not judged by what an earlier run left behind', async () => {
    const { folder } = await ran({ board: [bad, bad] });
    const { outcomes } = await ran({ board: [good] }, folder);
    expect(outcomes).toMatchObject([{ passed: 1, failures: [], flaky: [] }]);
    expect(existsSync(path.join(folder, 'board-again.png'))).toBe(false);
    const again = await ran({ board: [crashed, crashed] }, folder);
    expect(again.outcomes).toMatchObject([{ passed: 0, failures: [{}] }]);
  });
});
