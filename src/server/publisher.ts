/** Sends what changed in a file: its diagnostics, and to those who show the backlog that there is a newer snapshot. */
import type { Connection } from 'vscode-languageserver';
import type { Logger } from '../core/workspace/host.ts';
import type { Workspace } from '../core/workspace/workspace.ts';
import { changedNotification, removedNotification } from '../protocol/lsp.ts';
import { diagnosticsOf } from './diagnostics.ts';
import { describe } from './guard.ts';

/** What the publisher needs of the session. */
export interface Outlet {
  readonly connection: Connection;
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
    if (file?.source === undefined) {
      send(connection.sendDiagnostics({ uri, diagnostics: [] }));
      const there = file !== undefined;
      if (client.isRefinery && !there) send(connection.sendNotification(removedNotification.method, { uri }));
      if (client.isRefinery && there)
        send(connection.sendNotification(changedNotification.method, { uri, revision: file.revision }));
      return;
    }
    const { version, revision } = file;
    const diagnostics = diagnosticsOf(file);
    send(connection.sendDiagnostics({ uri, diagnostics, ...(version === undefined ? {} : { version }) }));
    if (client.isRefinery) send(connection.sendNotification(changedNotification.method, { uri, revision }));
  }
}
