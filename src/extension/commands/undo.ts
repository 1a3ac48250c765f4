/** Takes back the last change that was made from the tree or the palette. */
import * as vscode from 'vscode';
import type { Handler } from './handler.ts';

export const undo: Handler = async (app) => {
  const outcome = await app.edits.undo();
  if (!outcome.ok) void vscode.window.showWarningMessage(outcome.message);
};
