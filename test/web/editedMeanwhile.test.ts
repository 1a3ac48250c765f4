import * as assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { eventually } from '../editor/support/eventually.ts';
import { BoardView } from './support/boardView.ts';
import { Workbench } from './support/workbench.ts';

const story = (id: number, status: string, title: string): string =>
  `  # about ${id}\n  - id: FN-${id}\n    title: ${title}\n    status: ${status}\n`;

const BACKLOG = [
  'product: {name: Fieldnotes, key: FN}\n',
  'stories:\n',
  story(1, 'ready', 'One'),
  story(2, 'ready', 'Two'),
  story(3, 'doing', 'Three'),
  story(4, 'doing', 'Four'),
].join('');

interface Meanwhile {
  readonly what: string;
  /** What is on disk by the time the card is dropped; undefined: the file is gone. */
  readonly disk: string | undefined;
  /** That the board shows it already. */
  readonly seen: (board: BoardView) => Promise<boolean>;
  /** The file after FN-2 was dropped before FN-3; undefined: as somebody else left it. */
  readonly after?: string;
  /** What the person is told. */
  readonly told?: string | RegExp;
}

const dropped = (text: string, title = 'Two'): string => {
  const moved = story(2, 'doing', title);
  return text.replace(story(2, 'ready', title), '').replace('  # about 3\n', `${moved}  # about 3\n`);
};

const OTHER = BACKLOG.replace('title: Four', 'title: Fore');
const BROKEN = BACKLOG.replace('title: Four', 'title: "Four');
const TITLE = BACKLOG.replace('title: Two', 'title: "Two');
const NO_STATUS = BACKLOG.replace('title: Two\n    status: ready', 'title: Two\n    status: [ready');
const NO_ID = BACKLOG.replace('id: FN-2', 'id: "FN-2');
const STATUS = BACKLOG.replace('title: Two\n    status: ready', 'title: Two\n    status: done');
const DELETED = BACKLOG.replace(story(2, 'ready', 'Two'), '');

const CASES: readonly Meanwhile[] = [
  {
    what: 'another story was given another title',
    disk: OTHER,
    seen: async (board) => (await board.card('FN-4').innerText()).includes('Fore'),
    after: dropped(OTHER),
  },
  {
    what: 'another story was broken',
    disk: BROKEN,
    seen: async (board) => (await board.card('FN-4').locator('.problems').count()) === 1,
    after: dropped(BROKEN),
  },
  {
    what: 'the card was put into another status',
    disk: STATUS,
    seen: async (board) => (await board.column('done')).includes('FN-2'),
    told: 'FN-2 has since been moved to done: nothing was moved.',
  },
  {
    what: 'the title of the card was broken',
    disk: TITLE,
    seen: async (board) => (await board.card('FN-2').locator('.problems').count()) === 1,
    after: dropped(TITLE, '"Two'),
  },
  {
    what: 'the status of the card was broken',
    disk: NO_STATUS,
    seen: async (board) => (await board.column('no status')).includes('FN-2'),
    told: 'The status of FN-2 can’t be read in the file any more: nothing was moved.',
  },
  {
    what: 'the id of the card was broken',
    disk: NO_ID,
    seen: async (board) => (await board.card('FN-2').count()) === 0,
    told: 'FN-2 is no longer in the file as it was: nothing was moved.',
  },
  {
    what: 'the card was deleted',
    disk: DELETED,
    seen: async (board) => (await board.card('FN-2').count()) === 0,
    told: 'FN-2 is no longer in the file',
  },
  {
    what: 'the file was deleted',
    disk: undefined,
    // Where the editor still holds its text, the board shows that.
    seen: async (board) => {
      const empty = board.frame.getByText('This backlog is no longer there.');
      await empty.waitFor({ timeout: 2000 }).catch(() => undefined);
      return true;
    },
    told: /The backlog (?:file )?is (?:no longer there|gone)/,
  },
];

suite('A card that is carried while the file is edited on disk', () => {
  let workbench: Workbench;
  let board: BoardView;

  suiteSetup(async () => {
    workbench = await Workbench.open({
      files: { 'backlog.yaml': BACKLOG },
      viewport: { width: 1300, height: 800 },
    });
    board = await BoardView.show(workbench);
  });
  suiteTeardown(async () => {
    await workbench.close();
  });
  teardown(async () => {
    workbench.writeFile(BACKLOG);
    await board.holds('ready', 'FN-1', 'FN-2');
    await board.holds('doing', 'FN-3', 'FN-4');
    if ((await board.frame.getByRole('alert').count()) > 0) await board.understood();
  });

  async function edit({ what, disk, seen }: Meanwhile): Promise<void> {
    if (disk === undefined) workbench.deleteFile();
    else workbench.writeFile(disk);
    await eventually(`${what}: on the board`, async () => seen(board));
  }

  async function ends({ what, disk, after, told }: Meanwhile): Promise<void> {
    if (after !== undefined) {
      await eventually(`${what}: the move on disk`, () => workbench.readFile() === after);
      return;
    }
    if (disk === undefined) {
      assert.equal(existsSync(path.join(workbench.folder, 'backlog.yaml')), false, 'it stays away');
      // A board without a backlog says it when it has one again.
      if (await board.card('FN-1').isHidden()) workbench.writeFile(BACKLOG);
      await board.tells(told ?? '');
      return;
    }
    await board.tells(told ?? '');
    assert.equal(workbench.readFile(), disk);
  }

  test('what is written right behind a save is seen', async () => {
    for (let round = 0; round < 4; round++) {
      await board.press('FN-2', 'Space', 'ArrowRight', 'Home');
      await eventually(
        'the card there',
        async () => (await board.column('doing')).join() === 'FN-2,FN-3,FN-4',
      );
      await workbench.press('Enter');
      for (const end = performance.now() + 10_000; performance.now() < end;) {
        if (workbench.readFile() === dropped(BACKLOG)) break;
        await new Promise((resolve) => setTimeout(resolve, 1));
      }
      workbench.writeFile(BACKLOG);
      await board.holds('ready', 'FN-1', 'FN-2');
      await board.holds('doing', 'FN-3', 'FN-4');
    }
  });

  for (const one of CASES) {
    test(`with the mouse, and ${one.what}`, async () => {
      await board.carry('FN-2', 'FN-3');
      await edit(one);
      const { mouse } = workbench.page;
      await mouse.up();
      await ends(one);
    });

    test(`by keyboard, and ${one.what}`, async () => {
      await board.press('FN-2', 'Space', 'ArrowRight', 'Home');
      await eventually(
        'the card there',
        async () => (await board.column('doing')).join() === 'FN-2,FN-3,FN-4',
      );
      await edit(one);
      if (one.after !== undefined || one.disk === undefined) await workbench.press('Enter');
      await ends(one);
    });
  }
});
