/** What the handlers of one connection share: the files, what the client can do, and how to reach it. */
import type { MessageConnection } from 'vscode-jsonrpc';
import type { ClientCapabilities, InitializeParams } from 'vscode-languageserver-protocol';
import type { FilesHost, Logger, FileLocks } from '../core/workspace/host.ts';
import type { KnownFile } from '../core/workspace/knownFile.ts';
import { Workspace } from '../core/workspace/workspace.ts';
import type { Commits } from './commits/commits.ts';
import type { CommitsHost } from './commits/host.ts';
import type { PendingChanges } from './pendingChanges.ts';
import { Publisher } from './publisher.ts';
import { ServerSettings } from './settings.ts';
import { Snapshots } from './snapshot.ts';

/** What the platform gives: `main.node.ts` fills it in, tests bring their own. */
export interface ServerHost {
  readonly files: FilesHost;
  /** The day of the person, `YYYY-MM-DD`. */
  readonly today: () => string;
  readonly pending: PendingChanges;
  /** Calls back when the host comes round to it, after one message that waits has been handled. */
  readonly schedule: (task: () => void) => void;
  /** Absent where there is one window alone. */
  readonly locks?: FileLocks;
  /** Git and what goes with it; absent where no program can be run. */
  readonly commits?: CommitsHost;
  /** Ends the process. */
  readonly exit: (code: number) => void;
  /** Ends the process when the editor's process has ended. */
  readonly watchEditor: (processId: number) => void;
}

/** What the client says about itself when it starts. */
export interface ClientFacts {
  readonly capabilities: ClientCapabilities;
  readonly folders: readonly string[];
  /** The client answers `refinery/readFile` and `refinery/findFiles`, and listens to `refinery/changed`. */
  readonly isRefinery: boolean;
}

export class Session {
  client: ClientFacts = { capabilities: {}, folders: [], isRefinery: false };
  /** Resolves once the files of the workspace have been looked for and read. */
  ready: Promise<void> = Promise.resolve();

  /** What the person has set; the defaults until the client says. */
  settings = new ServerSettings();

  /** Git, once the client has set it up: never in a workspace that is not trusted. */
  commits: Commits | undefined;

  /** What the client wants to hear of what goes on. */
  trace: 'off' | 'messages' | 'verbose' = 'off';

  readonly log: Logger;
  readonly workspace: Workspace;
  readonly snapshots = new Snapshots();
  readonly publisher: Publisher;

  constructor(
    readonly connection: MessageConnection,
    readonly host: ServerHost,
  ) {
    this.log = clientLog(connection, () => this.trace);
    this.workspace = new Workspace(this.log);
    this.publisher = new Publisher(this);
  }

  /** A known file, once the workspace has been read where it is not known yet. */
  async file(uri: string): Promise<KnownFile | undefined> {
    const known = this.workspace.file(uri);
    if (known !== undefined) return known;
    await this.ready;
    return this.workspace.file(uri);
  }
}

/** Bugs go to the client's log; what goes on only where it asked to hear that. */
function clientLog(connection: MessageConnection, trace: () => Session['trace']): Logger {
  // A client that is gone reads no log.
  const lost = (): void => undefined;
  return {
    error: (message) => {
      connection.sendNotification('window/logMessage', { type: 1, message }).catch(lost);
    },
    debug: (message) => {
      if (trace() !== 'off') connection.sendNotification('$/logTrace', { message }).catch(lost);
    },
  };
}

export function clientFacts(params: InitializeParams): ClientFacts {
  const options: unknown = params.initializationOptions;
  const isRefinery =
    typeof options === 'object' &&
    options !== null &&
    'refineryFiles' in options &&
    options.refineryFiles === true;
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- older clients send the root alone.
  const root = params.rootUri ?? undefined;
  const folders = params.workspaceFolders?.map(({ uri }) => uri) ?? (root === undefined ? [] : [root]);
  return { capabilities: params.capabilities, folders, isRefinery };
}
