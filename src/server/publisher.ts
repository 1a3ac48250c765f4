/** Sends what changed in a file: its diagnostics, and to those who show the backlog that there is a newer snapshot. */
import type { MessageConnection } from 'vscode-jsonrpc';
import type { PublishDiagnosticsParams } from 'vscode-languageserver-protocol';
import type { Logger } from '../core/workspace/host.ts';
import type { Workspace } from '../core/workspace/workspace.ts';
import { changedNotification, removedNotification } from '../protocol/lsp.ts';
import { diagnosticsOf } from './diagnostics.ts';
import { describe } from './guard.ts';

/** What the publisher needs of the session. */
export interface Outlet {
  readonly connection: MessageConnection;
  readonly workspace: Workspace;
  readonly log: Logger;
  /** What the client listens to. */
  readonly client: { readonly isRefinery: boolean };
}

export class Publisher {
  constructor(private readonly outlet: Outlet) {}

  /** Tells the client how the file stands now; a file that is no longer there has nothing wrong. */
  publish(uri: string): void {
    const { connection, workspace, client, log } = this.outlet;
    const file = workspace.file(uri);
    const send = (sent: Promise<void>): void => {
      sent.catch((error: unknown) => {
        log.error(`publishing ${uri}: ${describe(error)}`);
      });
    };
    const diagnose = (params: PublishDiagnosticsParams): void => {
      send(connection.sendNotification('textDocument/publishDiagnostics', params));
    };
    if (file?.source === undefined) {
      diagnose({ uri, diagnostics: [] });
      const there = file !== undefined;
      if (client.isRefinery && !there) send(connection.sendNotification(removedNotification.method, { uri }));
      if (client.isRefinery && there)
        send(connection.sendNotification(changedNotification.method, { uri, revision: file.revision }));
      return;
    }
    const { version, revision } = file;
    const diagnostics = diagnosticsOf(file);
    diagnose({ uri, diagnostics, ...(version === undefined ? {} : { version }) });
    if (client.isRefinery) send(connection.sendNotification(changedNotification.method, { uri, revision }));
  }
}
