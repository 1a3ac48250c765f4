/**
 * Keeps what others wrote: whether the disk still has what an open backlog began with, and a way of saving that never
 * writes over it. The editor's own check looks at times and sizes, and a moved story leaves a file as long as it was.
 */
import * as vscode from 'vscode';
import { LANGUAGE_ID } from '../protocol/views.ts';
import { DiskTexts } from './diskTexts.ts';
import { isDirty, OutsideChanges, sameText, withPlainEnds } from './outsideChanges.ts';

/** Milliseconds in which the editor is waited for to read what is new on disk, and between two looks. */
const [PATIENCE, LOOK] = [2000, 25];

/** `changed`: the document holds changes that are not saved, and the disk holds others. */
export type DiskState = 'same' | 'changed' | 'gone';

export class OnDisk implements vscode.Disposable {
  readonly #texts = new DiskTexts((uri: vscode.Uri) => vscode.workspace.fs.readFile(uri));
  readonly #changes = new OutsideChanges<vscode.TextDocument>(this.#texts);
  readonly #disposable: vscode.Disposable;

  constructor() {
    const { workspace } = vscode;
    const note = (document: vscode.TextDocument): void => {
      if (document.languageId === LANGUAGE_ID) void this.#changes.note(document);
    };
    this.#disposable = vscode.Disposable.from(
      workspace.onDidOpenTextDocument(note),
      workspace.onWillSaveTextDocument(({ document }) => {
        if (document.languageId === LANGUAGE_ID) this.#changes.willSave(document);
      }),
      workspace.onDidSaveTextDocument((document) => {
        if (document.languageId === LANGUAGE_ID) this.#changes.didSave(document);
      }),
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        // The first key that is typed may be told of before the document counts as changed: then the disk says no.
        if (!document.isDirty && contentChanges.length > 0) note(document);
      }),
    );
    workspace.textDocuments.forEach(note);
  }

  dispose(): void {
    this.#disposable.dispose();
  }

  /**
   * Waits until a document without changes of its own has what the disk has. Where the editor does not read that in
   * time, as after a write in the very moment of its own save, the document is given it.
   */
  async settled(document: vscode.TextDocument): Promise<DiskState> {
    let last: string | undefined;
    for (let end = Date.now() + PATIENCE; ;) {
      const disk = await this.#texts.read(document.uri);
      if (disk === null) return 'gone';
      const dirty = document.isDirty;
      const base = dirty ? this.#changes.baseOf(document) : document.getText();
      // What is not known is left to the editor.
      if (disk === undefined || base === undefined) return 'same';
      // Other line ends alone are no change of what somebody wrote, but the editor saves nothing before it has read them.
      if (sameText(disk, base) && (dirty || endsOf(disk, document) === document.eol)) return 'same';
      if (dirty) {
        // What is read while the editor itself is writing is neither of both.
        if (await this.isBehind(document)) return 'changed';
        if (isDirty(document)) return 'same';
        continue;
      }
      // What is still being written is not taken half.
      if (disk !== last) [last, end] = [disk, Date.now() + PATIENCE];
      if (Date.now() > end) {
        if (!(await this.#take(document, disk))) return 'changed';
        return 'same';
      }
      await new Promise((resolve) => setTimeout(resolve, LOOK));
    }
  }

  /** True where somebody else wrote what a document with changes of its own does not have. */
  isBehind(document: vscode.TextDocument): Promise<boolean> {
    return this.#changes.isBehind(document);
  }

  /**
   * Saves an edit of ours in a document that was without changes before. False where somebody wrote meanwhile, or where
   * the editor only took the file for changed: then the document has what the disk has, and nothing of the edit.
   * @param before its text before the edit
   */
  async save(document: vscode.TextDocument, before: string): Promise<boolean> {
    const { version } = document;
    let disk = await this.#texts.read(document.uri);
    // What differs may be half of what the editor is writing just now, by itself or for another.
    if (typeof disk === 'string' && !sameText(disk, before)) disk = await this.#changes.resting(document);
    if (typeof disk !== 'string' || sameText(disk, before) || !document.isDirty) {
      if (await this.#write(document)) return true;
      disk = await this.#changes.resting(document);
      if (typeof disk !== 'string' || !isDirty(document)) return true;
    }
    // Somebody types in it by now: nothing of that is taken away, and the editor asks what is to become of both.
    if (document.version !== version) return true;
    const ours = document.getText();
    if ((await this.#take(document, disk)) || !sameText(disk, before)) return false;
    // It can't be written at all: the edit stays to be saved, and the editor says why.
    await replace(document, ours, document.eol);
    return true;
  }

  /** Gives a document the text of the disk, and saves it: what is the same on both sides the editor never refuses. */
  async #take(document: vscode.TextDocument, disk: string): Promise<boolean> {
    return (await replace(document, disk, endsOf(disk, document))) && this.#write(document);
  }

  /** False where the editor refuses. */
  async #write(document: vscode.TextDocument): Promise<boolean> {
    const isWritten = await document.save();
    this.#changes.saveEnded(document);
    return isWritten;
  }
}

/** What a person is told who has changes that are not saved, where somebody else wrote. */
export function behindDisk({ uri }: vscode.TextDocument): string {
  return vscode.l10n.t(
    '“{file}” was changed on disk while it has changes here that are not saved: compare the two, then save or revert it.',
    { file: vscode.workspace.asRelativePath(uri) },
  );
}

/** Edits a document where it differs from a text. */
async function replace(
  document: vscode.TextDocument,
  text: string,
  ends: vscode.EndOfLine,
): Promise<boolean> {
  const [old, next] = [document.getText(), inItsEnds(document, text)];
  const most = Math.min(old.length, next.length);
  let from = 0;
  while (from < most && old[from] === next[from]) from++;
  // A character that takes two units is not cut in two.
  if (isHighHalf(old, from - 1)) from--;
  let tail = 0;
  while (tail < most - from && old.at(-1 - tail) === next.at(-1 - tail)) tail++;
  if (isHighHalf(old, old.length - tail - 1) || isHighHalf(next, next.length - tail - 1)) tail--;
  const range = new vscode.Range(document.positionAt(from), document.positionAt(old.length - tail));
  const edit = new vscode.WorkspaceEdit();
  const changed = vscode.TextEdit.replace(range, next.slice(from, next.length - tail));
  edit.set(document.uri, [changed, vscode.TextEdit.setEndOfLine(ends)]);
  return vscode.workspace.applyEdit(edit);
}

/** The line ends of a file; those of its document where it has none, or both kinds. */
function endsOf(disk: string, { eol }: vscode.TextDocument): vscode.EndOfLine {
  if (!disk.includes('\n')) return eol;
  if (!disk.includes('\r')) return vscode.EndOfLine.LF;
  return /(?<!\r)\n|\r(?!\n)/.test(disk) ? eol : vscode.EndOfLine.CRLF;
}

function isHighHalf(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0xd800 && unit < 0xdc00;
}

function inItsEnds(document: vscode.TextDocument, text: string): string {
  const plain = withPlainEnds(text);
  return document.eol === vscode.EndOfLine.CRLF ? plain.replace(/\n/g, '\r\n') : plain;
}
