/** The first backlog of a workspace: an empty one, or the sample. */
import * as vscode from 'vscode';
import type { App } from '../app.ts';
import { BACKLOG_VIEW_ID } from '../../protocol/views.ts';
import type { Handler } from './handler.ts';
import { opensPages } from './open.ts';

const FILE = 'backlog.yaml';
/** Packed with the extension. */
const SAMPLE = ['examples', 'fieldnotes', FILE] as const;

export const createBacklog: Handler = async (app) => {
  await create(app, (folder) => Promise.resolve(new TextEncoder().encode(emptyBacklog(folder.name))));
};

export const createSample: Handler = async (app) => {
  const uri = vscode.Uri.joinPath(app.context.extensionUri, ...SAMPLE);
  await create(app, () => vscode.workspace.fs.readFile(uri));
};

async function create(
  app: App,
  content: (folder: vscode.WorkspaceFolder) => PromiseLike<Uint8Array>,
): Promise<void> {
  const folder = await chooseFolder();
  if (folder === undefined) return;
  const uri = vscode.Uri.joinPath(folder.uri, FILE);
  if (await exists(uri)) {
    const message = vscode.l10n.t('There is a {file} in this folder already; it is left as it is.', {
      file: FILE,
    });
    void vscode.window.showWarningMessage(message);
  } else {
    await vscode.workspace.fs.writeFile(uri, await content(folder));
    app.log.info(`Created ${uri.toString()}`);
  }
  // Who works on pages need not see how a backlog is written.
  if (opensPages()) await vscode.commands.executeCommand(`${BACKLOG_VIEW_ID}.focus`);
  else await vscode.window.showTextDocument(uri);
}

async function chooseFolder(): Promise<vscode.WorkspaceFolder | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length > 1) return vscode.window.showWorkspaceFolderPick();
  const [only] = folders;
  if (only === undefined) {
    void vscode.window.showWarningMessage(vscode.l10n.t('Open a folder first: the backlog is a file in it.'));
  }
  return only;
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}

/** Two lines make a backlog; the comment says how to go on. */
function emptyBacklog(folder: string): string {
  const name = folder.replace(/["\\\p{Cc}]/gu, '');
  return `product: {name: "${name}", key: ${keyOf(name)}}
# The first story is the most important one. Each has an id, a title, and what else your team needs: type Ctrl+Space.
stories:
  - id: ${keyOf(name)}-1
    title: Write down what comes first
    status: idea
`;
}

/** `my-new app` gives `MNA`, `fieldnotes` gives `FIE`. */
function keyOf(name: string): string {
  const words = name.toUpperCase().match(/[A-Z][A-Z0-9]*/g) ?? [];
  const [only = ''] = words;
  const key =
    words.length > 1
      ? words
          .map((word) => word.charAt(0))
          .join('')
          .slice(0, 4)
      : only.slice(0, 3);
  return key === '' ? 'US' : key;
}
