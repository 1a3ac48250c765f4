/** The commit message that a person writes: in the commit box or in git's own editor, and the repository it is for. */
import * as vscode from 'vscode';
import type { Git } from './git.ts';
import type { Repository } from './gitApi.ts';

/** True for the file that git opens to have a message written. */
export function isCommitFile({ uri, languageId }: vscode.TextDocument): boolean {
  return languageId === 'git-commit' || uri.path.endsWith('/COMMIT_EDITMSG');
}

/** The repository that a message belongs to; the one at hand where that can't be told. */
export function repositoryOf(git: Git, document: vscode.TextDocument): Repository | undefined {
  const root = document.uri.scheme === 'vscode-scm' ? rootOf(document.uri) : undefined;
  if (root !== undefined) {
    const found = git.repositories.find(({ rootUri }) => rootUri.toString() === root.toString());
    if (found !== undefined) return found;
  }
  return (isCommitFile(document) ? git.api?.getRepository(document.uri) : undefined) ?? git.current;
}

/** The commit box names its repository in its address: `vscode-scm:git/scm0/input?rootUri=file%3A%2F%2F…`. */
function rootOf({ query }: vscode.Uri): vscode.Uri | undefined {
  const value = new URLSearchParams(query).get('rootUri');
  try {
    return value === null ? undefined : vscode.Uri.parse(value, true);
  } catch {
    return undefined;
  }
}

/** The message that is being written. */
export interface Message {
  readonly repository: Repository;
  readonly text: string;
  /** False where it could not be changed, because it changed meanwhile. */
  readonly write: (text: string) => Promise<boolean>;
}

/** The editor's where git has opened one, else what stands in the commit box of a repository. */
export function openMessage(git: Git, repository: Repository | undefined): Message | undefined {
  const editor = vscode.window.activeTextEditor;
  if (repository === undefined && editor !== undefined && isCommitFile(editor.document)) {
    const own = repositoryOf(git, editor.document);
    if (own !== undefined) return messageOfEditor(own, editor);
  }
  const chosen = repository ?? git.current;
  return chosen === undefined ? undefined : messageOfBox(chosen);
}

function messageOfBox(repository: Repository): Message {
  const text = repository.inputBox.value;
  return {
    repository,
    text,
    write: (next) => {
      if (repository.inputBox.value !== text) return Promise.resolve(false);
      repository.inputBox.value = next;
      return Promise.resolve(true);
    },
  };
}

function messageOfEditor(repository: Repository, editor: vscode.TextEditor): Message {
  const { document } = editor;
  const text = document.getText();
  const { version } = document;
  return {
    repository,
    text,
    write: (next) => {
      if (document.version !== version) return Promise.resolve(false);
      const edit = new vscode.WorkspaceEdit();
      const { start, end, newText } = smallest(text, next);
      edit.replace(
        document.uri,
        new vscode.Range(document.positionAt(start), document.positionAt(end)),
        newText,
      );
      return Promise.resolve(vscode.workspace.applyEdit(edit));
    },
  };
}

/** The one replacement that turns a text into another, so that the cursor stays where it is. */
function smallest(old: string, next: string): { start: number; end: number; newText: string } {
  const most = Math.min(old.length, next.length);
  let start = 0;
  while (start < most && old[start] === next[start]) start++;
  let tail = 0;
  while (tail < most - start && old[old.length - 1 - tail] === next[next.length - 1 - tail]) tail++;
  return { start, end: old.length - tail, newText: next.slice(start, next.length - tail) };
}
