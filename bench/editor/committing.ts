/** Runs inside the extension host of a real VS Code: commits from a terminal, and ids in the commit box. */
import { execFile } from 'node:child_process';
import { appendFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import * as vscode from 'vscode';

/** What the measurement writes down, ms. */
export interface Committing {
  /** From the end of `git commit` until the commit stands below its story. */
  readonly shown: readonly number[];
  /** One completion in the commit box where an id is begun, and where nothing is to be offered. */
  readonly offered: readonly number[];
  readonly nothing: readonly number[];
}

const EXTENSION = 'refinery.refinery';
const [COMMITS, COMPLETIONS] = [9, 31];
/** Milliseconds between two looks, and until one gives up. */
const [LOOK, PATIENCE] = [5, 30_000];

export async function run(): Promise<void> {
  const result = process.env['REFINERY_BENCH_RESULT'];
  if (result === undefined) throw new Error('REFINERY_BENCH_RESULT names no file');
  const extension = vscode.extensions.getExtension<{ readonly outline: () => string }>(EXTENSION);
  if (extension === undefined) throw new Error('the extension is not there');
  const { outline } = await extension.activate();
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath;
  if (folder === undefined) throw new Error('no folder is open');
  const id = await until('the stories', () => /^\s*([A-Z]+-\d+) /m.exec(outline())?.[1]);

  const shown: number[] = [];
  // The first one warms up.
  for (let round = 0; round <= COMMITS; round++) {
    appendFileSync(path.join(folder, 'code.txt'), `${round}\n`);
    const subject = `Write line ${round} of the code`;
    await promisify(execFile)('git', ['commit', '--quiet', '--all', '-m', `${subject}\n\nStory: ${id}`], {
      cwd: folder,
    });
    const started = performance.now();
    await until(subject, () => outline().includes(`${subject} (`));
    if (round > 0) shown.push(performance.now() - started);
  }

  const key = id.slice(0, id.indexOf('-') + 1);
  const nothing = await completions(await inBox('Queue the notes'));
  const box = await inBox(`Queue notes, ${key}`);
  await until('ids', async () =>
    (await completion(box)).items.some(({ label }) => nameOf(label).startsWith(key)),
  );
  const offered = await completions(box);
  writeFileSync(result, JSON.stringify({ shown, offered, nothing } satisfies Committing));
}

async function until<T>(
  what: string,
  look: () => T | undefined | false | Promise<T | undefined | false>,
): Promise<T> {
  for (const end = performance.now() + PATIENCE; performance.now() < end;) {
    const found = await look();
    if (found !== undefined && found !== false) return found;
    await new Promise((resolve) => setTimeout(resolve, LOOK));
  }
  throw new Error(`${what}: not within ${PATIENCE} ms`);
}

/** The document of the commit box, with this text in it. */
async function inBox(text: string): Promise<vscode.TextDocument> {
  await vscode.commands.executeCommand('workbench.view.scm');
  const box = await until('the commit box', () =>
    vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'vscode-scm'),
  );
  const edit = new vscode.WorkspaceEdit();
  edit.replace(box.uri, new vscode.Range(0, 0, box.lineCount, 0), text);
  await vscode.workspace.applyEdit(edit);
  await until('the text in the box', () => box.getText() === text);
  return box;
}

async function completion(box: vscode.TextDocument): Promise<vscode.CompletionList> {
  const end = box.positionAt(box.getText().length);
  return vscode.commands.executeCommand('vscode.executeCompletionItemProvider', box.uri, end);
}

async function completions(box: vscode.TextDocument): Promise<readonly number[]> {
  const times: number[] = [];
  for (let round = 0; round < COMPLETIONS; round++) {
    const started = performance.now();
    await completion(box);
    times.push(performance.now() - started);
  }
  return times;
}

function nameOf(label: vscode.CompletionItemLabel | string): string {
  return typeof label === 'string' ? label : label.label;
}
