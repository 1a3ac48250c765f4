/** Puts the backlog back as it was after each test of a suite, so that tests pass in any order. */
import { closeAll, diskText, writeDisk } from './backlog.ts';
import { outline } from './tree.ts';

export interface Fresh {
  /** The file as the suite found it. */
  readonly text: string;
  /** The tree as the suite found it. */
  readonly tree: readonly string[];
}

export function keepFresh(): Fresh {
  const fresh: { text: string; tree: readonly string[] } = { text: '', tree: [] };
  suiteSetup(async () => {
    fresh.text = await diskText();
    fresh.tree = await outline((lines) => lines.length > 20);
  });
  teardown(async () => {
    await closeAll();
    if ((await diskText()) !== fresh.text) await writeDisk(fresh.text);
    await outline((lines) => lines.join('\n') === fresh.tree.join('\n'));
  });
  return fresh;
}
