/** The server and its log. */
import * as vscode from 'vscode';
import { findBacklogFiles } from '../files.ts';
import type { Handler } from './handler.ts';

export const restartServer: Handler = async (app) => {
  try {
    await app.link.restart();
  } catch (error) {
    app.log.error(error instanceof Error ? error : String(error));
    void vscode.window.showErrorMessage(
      vscode.l10n.t('The backlog’s language server does not start. The log says more.'),
    );
  }
};

/** Reads the files again, also those that could not be read before. */
export const refresh: Handler = async (app) => {
  if (app.link.state === 'stopped') {
    await restartServer(app, []);
    return;
  }
  await app.link.filesChanged(await findBacklogFiles(), 'changed');
  await app.store.refresh();
};

export const showOutput: Handler = (app) => {
  app.log.show();
  return Promise.resolve();
};
