/**
 * The text that files have on disk. Read without the editor where that is possible: through it, a whole file goes from
 * process to process, and over the net where somebody works remotely.
 */
import { readFile, stat } from 'node:fs/promises';
import * as vscode from 'vscode';

/**
 * Milliseconds. A file system counts time in steps: of a file that changed this lately, another change may carry the
 * same time.
 */
const LATELY = 100;

interface Known {
  /** Tells one state of a file from the others. */
  readonly stamp: string;
  readonly text: string | undefined;
}

export class DiskTexts {
  /** What was read last, by path. */
  readonly #known = new Map<string, Known>();

  /** The text of a file; null where it is gone, undefined where it can't be read as the editor would. */
  async read(uri: vscode.Uri): Promise<string | null | undefined> {
    try {
      return uri.scheme === 'file'
        ? await this.#fromDisk(uri.fsPath)
        : textOf(await vscode.workspace.fs.readFile(uri));
    } catch (error) {
      return isNotFound(error) ? null : undefined;
    }
  }

  async #fromDisk(file: string): Promise<string | undefined> {
    const { ino, size, mtimeNs, ctimeNs, ctimeMs } = await stat(file, { bigint: true });
    const stamp = [ino, size, mtimeNs, ctimeNs].join(' ');
    const known = this.#known.get(file);
    if (known?.stamp === stamp) return known.text;
    const text = textOf(await readFile(file));
    if (Date.now() - Number(ctimeMs) > LATELY) this.#known.set(file, { stamp, text });
    else this.#known.delete(file);
    return text;
  }
}

/** In another encoding it says nothing about what a document holds. */
function textOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function isNotFound(error: unknown): boolean {
  if (error instanceof vscode.FileSystemError) return error.code === 'FileNotFound';
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
