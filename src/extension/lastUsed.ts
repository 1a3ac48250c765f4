/**
 * Whether the person last worked in the tree or in a backlog file: commands of the palette act on what was used last.
 * The editor tells conditions of menus which one has the focus, but not the extension.
 */
import * as vscode from 'vscode';
import { LANGUAGE_ID } from '../protocol/views.ts';

export class LastUsed implements vscode.Disposable {
  #place: 'tree' | 'file' = 'tree';
  readonly #listener: vscode.Disposable;

  constructor() {
    this.#listener = vscode.window.onDidChangeTextEditorSelection(({ textEditor, kind }) => {
      // Without a kind it was not the person: opening a row selects its title.
      const byHand =
        kind === vscode.TextEditorSelectionChangeKind.Keyboard ||
        kind === vscode.TextEditorSelectionChangeKind.Mouse;
      if (byHand && textEditor.document.languageId === LANGUAGE_ID) this.#place = 'file';
    });
  }

  get place(): 'tree' | 'file' {
    return this.#place;
  }

  tree(): void {
    this.#place = 'tree';
  }

  dispose(): void {
    this.#listener.dispose();
  }
}
