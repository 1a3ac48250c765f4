/** What the server asks about files. It has no file system of its own here, so it works on any that the editor has. */
import * as vscode from 'vscode';
import type { ReadFileResult } from '../protocol/lsp.ts';
import { FILE_PATTERNS } from '../protocol/views.ts';

/** Installed packages may carry examples of backlogs; those are nobody's backlog here. */
const NOT_OURS = '**/node_modules/**';

export async function findBacklogFiles(): Promise<readonly string[]> {
  const found = await vscode.workspace.findFiles(`**/{${FILE_PATTERNS.join(',')}}`, NOT_OURS);
  return found.map((uri) => uri.toString()).sort();
}

/** The text as the editor would open it: UTF-8, without a byte order mark. */
export async function readBacklogFile({ uri }: { readonly uri: string }): Promise<ReadFileResult> {
  try {
    const bytes = await vscode.workspace.fs.readFile(vscode.Uri.parse(uri, true));
    return { text: new TextDecoder().decode(bytes) };
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return { text: null };
    return { text: null, error: error instanceof Error ? error.message : String(error) };
  }
}
