/** Sends what changed in a file: its diagnostics, and to those who show the backlog that there is a newer snapshot. */
import type { MessageConnection } from 'vscode-jsonrpc';
import type { ClientCapabilities, PublishDiagnosticsParams } from 'vscode-languageserver-protocol';
import { changedNotification, removedNotification } from '../protocol/lsp.ts';
import { diagnosticsOf } from './diagnostics.ts';
import { describe } from './guard.ts';
import { Idle, type IdleOutlet } from './idle.ts';

/** What the publisher needs of the session. */
export interface Outlet extends IdleOutlet {
  readonly connection: MessageConnection;
  /** What the client listens to. */
  readonly client: { readonly isRefinery: boolean; readonly capabilities: ClientCapabilities };
}

export class Publisher {
  private readonly idle: Idle;

  constructor(private readonly outlet: Outlet) {
    this.idle = new Idle(outlet, (uri) => {
      this.tell(uri);
    });
  }

  /**
   * Tells the client how the file stands now, and again when words that were not judged yet turn out to be wrong.
   * A file that is no longer there has nothing wrong.
   */
  publish(uri: string): void {
    this.tell(uri);
    this.idle.wake(uri);
  }

  private tell(uri: string): void {
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
    const related = client.capabilities.textDocument?.publishDiagnostics?.relatedInformation;
    const diagnostics = diagnosticsOf(file, related === true);
    diagnose({ uri, diagnostics, ...(version === undefined ? {} : { version }) });
    if (client.isRefinery) send(connection.sendNotification(changedNotification.method, { uri, revision }));
  }
}
