/** Runs inside the extension host of a real VS Code, beside the extension that is measured. */
import { writeFileSync } from 'node:fs';
import process from 'node:process';
import * as vscode from 'vscode';
import type { WindowResult } from './window.ts';

const EXTENSION = 'refinery.refinery';
/** How long the server may take to start and the tree to fill, ms. */
const START = 5000;
/** How often the host is looked at, ms. */
const SAMPLE = 2;
const PATIENCE = 30_000;

export async function run(): Promise<void> {
  const result = process.env['REFINERY_BENCH_RESULT'];
  if (result === undefined) throw new Error('REFINERY_BENCH_RESULT names no file');
  const extension = vscode.extensions.getExtension<{ readonly activation: number }>(EXTENSION);
  if (extension === undefined) throw new Error('the extension is not there');
  const { activation } = await extension.activate();
  // The window itself starts as well: what it does must not be counted.
  await pause(START);
  const idleTurn = await longestTurn(() => pause(START));
  const startTurn = await longestTurn(async () => {
    await vscode.commands.executeCommand('refinery.restartServer');
    await pause(START);
  });
  const strokes = await measureStrokes(Number(process.env['REFINERY_BENCH_STROKES'] ?? 0));
  const { moved, saved } = await measureMoves(Number(process.env['REFINERY_BENCH_MOVES'] ?? 0));
  const written: WindowResult = { activation, idleTurn, startTurn, strokes, moved, saved };
  writeFileSync(result, JSON.stringify(written));
}

/**
 * The longest time, ms, in which the host could do nothing else. Of such a time only what this process computed in
 * it counts: on a busy machine the rest is what other programs took.
 */
async function longestTurn(act: () => Promise<void>): Promise<number> {
  let longest = 0;
  let last = performance.now();
  let lastUsage = process.cpuUsage();
  const watching = setInterval(() => {
    const now = performance.now();
    const { user, system } = process.cpuUsage(lastUsage);
    longest = Math.max(longest, Math.min(now - last - SAMPLE, (user + system) / 1000));
    last = now;
    lastUsage = process.cpuUsage();
  }, SAMPLE);
  await act();
  clearInterval(watching);
  return longest;
}

/** Types a letter behind a status and takes it out again: a finding comes and goes. */
async function measureStrokes(count: number): Promise<readonly number[]> {
  if (count === 0) return [];
  const document = await openBacklog();
  const editor = await vscode.window.showTextDocument(document);
  const at = statusEnd(document);
  const times: number[] = [];
  for (let round = 0; round < count; round++) {
    const add = round % 2 === 0;
    const changed = new Promise<number>((resolve) => {
      const subscription = vscode.workspace.onDidChangeTextDocument((event) => {
        if (event.document !== document || event.contentChanges.length === 0) return;
        subscription.dispose();
        resolve(performance.now());
      });
    });
    const done = editor.edit((edit) => {
      if (add) edit.insert(at, 'x');
      else edit.delete(new vscode.Range(at, at.translate(0, 1)));
    });
    const started = await changed;
    times.push((await findings(document.uri, add ? 1 : 0)) - started);
    await done;
  }
  // The first ones warm up.
  return times.slice(Math.ceil(count / 5));
}

interface Moves {
  readonly moved: readonly number[];
  readonly saved: readonly number[];
}

/** Moves a story to another status and back, as a card is moved; and in turn saves a letter that comes and goes. */
async function measureMoves(count: number): Promise<Moves> {
  const moved: number[] = [];
  const saved: number[] = [];
  if (count === 0) return { moved, saved };
  const document = await openBacklog();
  const id = /^ {2}- id: (\S+)$/m.exec(document.getText().slice(document.getText().length / 2))?.[1];
  if (id === undefined) throw new Error('there is no story');
  for (let round = 0; round < count; round++) {
    const value = round % 2 === 0 ? 'review' : 'doing';
    moved.push(await changed(document, () => set(id, value)));
    saved.push(
      await changed(document, async () => {
        const edit = new vscode.WorkspaceEdit();
        edit.insert(document.uri, new vscode.Position(0, 0), '\n');
        await vscode.workspace.applyEdit(edit);
        await document.save();
      }),
    );
  }
  return { moved: moved.slice(2), saved: saved.slice(2) };
}

const set = async (id: string, value: string): Promise<void> => {
  await vscode.commands.executeCommand('refinery.setStatus', { items: [id], value });
};

/** How long something takes that changes the file on disk, ms. */
async function changed(document: vscode.TextDocument, act: () => Promise<void>): Promise<number> {
  const before = document.version;
  const started = performance.now();
  await act();
  const ms = performance.now() - started;
  if (document.version === before || document.isDirty) throw new Error('nothing was written');
  return ms;
}

async function openBacklog(): Promise<vscode.TextDocument> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (folder === undefined) throw new Error('no folder is open');
  return vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder.uri, 'backlog.yaml'));
}

/** The moment at which the editor holds so many findings on the file. */
async function findings(uri: vscode.Uri, count: number): Promise<number> {
  const end = performance.now() + PATIENCE;
  while (performance.now() < end) {
    if (vscode.languages.getDiagnostics(uri).length === count) return performance.now();
    await new Promise((resolve) => setImmediate(resolve));
  }
  throw new Error(`there were never ${count} findings`);
}

function statusEnd(document: vscode.TextDocument): vscode.Position {
  for (let line = Math.floor(document.lineCount / 2); line < document.lineCount; line++) {
    const { text, range } = document.lineAt(line);
    if (/^ {4}status: \w+$/.test(text)) return range.end;
  }
  throw new Error('there is no status');
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
