/** Takes back the last change that was made from the tree, a view or the palette. */
import * as vscode from 'vscode';
import type { Handler } from './handler.ts';

export const undo: Handler = async (app) => {
  const outcome = await app.edits.undo();
  if (outcome.ok) return;
  // A key that is pressed once too often is no reason for a notice.
  if (outcome.quiet) void vscode.window.setStatusBarMessage(outcome.message, 5000);
  else void vscode.window.showWarningMessage(outcome.message);
};
