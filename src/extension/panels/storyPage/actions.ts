/** What can be done from a story's page beyond typing: notes, pictures, links, other items, and the commands about it. */
import * as vscode from 'vscode';
import type { PageChange, StoryPageContract } from '../../../protocol/panels/storyPage.ts';
import { pagePlaceRequest } from '../../../protocol/storyPage.ts';
import { openAt } from '../../commands/open.ts';
import { today } from '../../../node/clock.ts';
import { askWhoAmI } from '../me.ts';
import type { Calls } from '../viewHost.ts';
import { criterionCall } from './criteria.ts';
import { changeLabel } from './labels.ts';
import { storePicture } from './pictures.ts';
import type { PageHost } from './pageHost.ts';
import { mayOpen, openTarget, pictureOf } from './targets.ts';

type Acts = Omit<Calls<StoryPageContract>, 'judge' | 'complete' | 'find'>;

export function actions(page: PageHost): Acts {
  return {
    ...writing(page),
    ...opening(page),
    undo: () => takenBack(page, 'undo'),
    redo: () => takenBack(page, 'redo'),
    save: async () => {
      const { uri } = page;
      await vscode.workspace.textDocuments.find((one) => one.uri.toString() === uri)?.save();
      return null;
    },
    pin: () => {
      page.pin();
      return null;
    },
    whoAmI: async () => {
      const backlog = page.uri === undefined ? undefined : page.host.store.backlog(page.uri);
      return backlog === undefined ? null : ((await askWhoAmI(page.host, backlog)) ?? null);
    },
    command: async ({ name }) => {
      await vscode.commands.executeCommand(COMMANDS[name], argumentsOf(page));
      if (name === 'delete' && isGone(page)) page.close();
      return null;
    },
  };
}

type Command = StoryPageContract['calls']['command']['params']['name'];

const COMMANDS: Readonly<Record<Command, string>> = {
  split: 'refinery.splitStory',
  merge: 'refinery.mergeStories',
  delete: 'refinery.deleteItem',
  openChanges: 'refinery.commits.openChanges',
  startWork: 'refinery.commits.startWork',
  copyId: 'refinery.copyId',
  newStory: 'refinery.newStory',
  showBoard: 'refinery.showBoard',
  refresh: 'refinery.refresh',
  createBacklog: 'refinery.createBacklog',
  createSample: 'refinery.createSample',
  rename: 'refinery.changeId',
};

/** The item, as commands are told of it. */
function argumentsOf({ uri, current }: PageHost): object {
  const id = current?.id;
  if (id !== undefined) return { uri, items: [id] };
  const address = current?.address;
  return address !== undefined && 'index' in address
    ? { uri, key: `${address.list}[${address.index}]` }
    : { uri };
}

function isGone({ host, uri, address }: PageHost): boolean {
  const rows = uri === undefined ? [] : (host.store.backlog(uri)?.rows ?? []);
  return address !== undefined && 'id' in address && !rows.some(({ id }) => id === address.id);
}

/** By the editor that shows the file beside the page; where none does, by what Refinery knows of its own changes. */
async function takenBack(page: PageHost, what: 'undo' | 'redo'): Promise<null> {
  const beside = vscode.window.visibleTextEditors.find(
    ({ document, viewColumn }) => viewColumn !== undefined && document.uri.toString() === page.uri,
  );
  if (beside !== undefined) {
    await takenBackIn(beside, what);
    page.front();
    return null;
  }
  const outcome = await page.host.edits[what]();
  if (!outcome.ok) void vscode.window.setStatusBarMessage(outcome.message, 5000);
  return null;
}

/** An editor takes back only what has the focus. */
async function takenBackIn(
  { document, viewColumn }: vscode.TextEditor,
  what: 'undo' | 'redo',
): Promise<void> {
  const wasDirty = document.isDirty;
  await vscode.window.showTextDocument(document, viewColumn === undefined ? {} : { viewColumn });
  await vscode.commands.executeCommand(what);
  // What was saved by itself is saved by itself when it is taken back.
  if (!wasDirty) await document.save();
}

function writing(page: PageHost): Pick<Acts, 'change' | 'note' | 'picture' | 'criterion'> {
  return {
    change: (change) => page.write(change, changeLabel(page.current, change)),
    note: async ({ text, to }) => {
      const backlog = page.uri === undefined ? undefined : page.host.store.backlog(page.uri);
      const by = backlog && (await askWhoAmI(page.host, backlog));
      const asked = to.length === 1 ? to[0] : to;
      const value = {
        ...(by === undefined ? {} : { by }),
        date: today(),
        text,
        ...(asked === undefined || asked.length === 0 ? {} : { to: asked }),
      };
      const change: PageChange = { kind: 'add', path: 'notes', value };
      return page.write(change, changeLabel(page.current, change));
    },
    picture: async ({ name, base64, link }) => {
      const { file } = page;
      if (file === undefined) return { ok: false, message: vscode.l10n.t('There is no backlog file.') };
      const stored = await storePicture(file, page.current?.id ?? 'picture', base64);
      if (!stored.ok) return stored;
      const { path } = stored;
      if (link) {
        const change: PageChange = { kind: 'add', path: 'links', value: path };
        const written = await page.write(change, changeLabel(page.current, change));
        if (!written.ok) return { ok: false, message: written.message };
      }
      const alt = name.replace(/\.[^.]*$/, '').replace(/[[\]\\\r\n]/g, ' ');
      return { ok: true, path, markdown: `![${alt}](${path})` };
    },
    criterion: criterionCall(page),
  };
}

function opening(page: PageHost): Pick<Acts, 'open' | 'openInFile' | 'openLink' | 'openCommit' | 'preview'> {
  return {
    preview: async ({ text }) => {
      const { file } = page;
      const { richText } = await import('./richText.ts');
      return richText(text, {
        opens: (target) => file !== undefined && mayOpen(file, target),
        picture: (target) => {
          const picture = file && pictureOf(file, target);
          return picture && page.addressOf(picture);
        },
      });
    },
    open: async ({ item, beside }) => {
      if (beside) {
        const { uri } = page;
        const state = { ...(uri === undefined ? {} : { uri }), item };
        await page.host.openPanel('storyPage', { state, beside });
      } else page.turnToItem(item);
      return null;
    },
    openInFile: async ({ path }) => {
      await openInFile(page, path);
      return null;
    },
    openLink: async ({ target }) => {
      const { file } = page;
      if (file !== undefined && !(await openTarget(file, target)))
        void vscode.window.showWarningMessage(vscode.l10n.t('“{target}” can’t be opened.', { target }));
      return null;
    },
    openCommit: async ({ repository, id }) => {
      await vscode.commands.executeCommand('refinery.commits.open', { repository, commit: id });
      return null;
    },
  };
}

async function openInFile(page: PageHost, path: string | undefined): Promise<void> {
  const { host, uri, address, file } = page;
  if (uri === undefined || address === undefined || file === undefined) return;
  const place =
    path === undefined ? null : await host.link.request(pagePlaceRequest, { uri, item: address, path });
  if (place === null) {
    const backlog = host.store.backlog(uri);
    if (backlog !== undefined) await openAt(host, backlog, address, false);
    return;
  }
  const { start, end } = place;
  const selection = new vscode.Range(start.line, start.character, end.line, end.character);
  await vscode.window.showTextDocument(file, { selection });
}
