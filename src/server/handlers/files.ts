/**
 * The disk halves: which backlog files there are, and what is in them. Files are read through the client where it
 * can do that, so that the server also works where only the editor reaches the files.
 */
import type { FilesHost } from '../../core/workspace/host.ts';
import { isBacklogName, isNotOurs } from '../../core/workspace/names.ts';
import { findFilesRequest, readFileRequest, type ReadFileResult } from '../../protocol/lsp.ts';
import { describe } from '../guard.ts';
import { onNotification } from '../listen.ts';
import * as messages from '../messages.ts';
import type { Session } from '../session.ts';

/** `FileChangeType.Deleted`. */
const DELETED = 3;

export interface Files {
  /** Looks for the backlog files of the workspace and reads them. */
  discover(): Promise<void>;
  /** What is being read of this file is no longer what counts: the editor just wrote it. */
  superseded(uri: string): void;
  /** These folders are no longer part of the workspace. */
  forget(folders: readonly string[]): void;
}

export function handleFiles(session: Session): Files {
  const { workspace, publisher } = session;
  const reader = new DiskReader(session);
  onNotification(session, messages.didChangeWatchedFiles, async ({ changes }) => {
    const backlogs = changes.filter(({ uri }) => isBacklogName(uri) && !isNotOurs(uri));
    const there = backlogs.filter(({ uri, type }) => {
      if (type === DELETED) reader.gone(uri);
      return type !== DELETED;
    });
    await Promise.all(there.map(({ uri }) => reader.read(uri)));
  });
  return {
    discover: async () => {
      const uris = await findBacklogs(session);
      await Promise.all(uris.map((uri) => reader.read(uri)));
    },
    superseded: (uri) => {
      reader.supersede(uri);
    },
    forget: (folders) => {
      for (const { uri } of workspace.files()) {
        if (!folders.some((folder) => uri.startsWith(folder.endsWith('/') ? folder : `${folder}/`))) continue;
        reader.supersede(uri);
        if (workspace.disk(uri, undefined) !== 'same') publisher.publish(uri);
      }
    },
  };
}

/**
 * Reads each file once at a time: an editor tells of one change many times over, and a large file is sent whole. Of
 * several readings of one file only the last one counts.
 */
class DiskReader {
  private readonly latest = new Map<string, number>();
  private readonly running = new Map<string, Promise<void>>();
  /** Files that changed while they were read. */
  private readonly changedMeanwhile = new Set<string>();
  private count = 0;

  constructor(private readonly session: Session) {}

  supersede(uri: string): number {
    const ticket = ++this.count;
    this.latest.set(uri, ticket);
    return ticket;
  }

  gone(uri: string): void {
    this.supersede(uri);
    this.changed(uri, this.session.workspace.disk(uri, undefined));
  }

  read(uri: string): Promise<void> {
    const running = this.running.get(uri);
    if (running !== undefined) {
      this.supersede(uri);
      this.changedMeanwhile.add(uri);
      return running;
    }
    const reading = this.readOn(uri).finally(() => this.running.delete(uri));
    this.running.set(uri, reading);
    return reading;
  }

  private async readOn(uri: string): Promise<void> {
    do await this.readOnce(uri);
    while (this.changedMeanwhile.delete(uri));
  }

  private async readOnce(uri: string): Promise<void> {
    const ticket = this.supersede(uri);
    const { workspace } = this.session;
    try {
      const text = await hostOf(this.session).readFile(uri);
      if (this.latest.get(uri) === ticket) this.changed(uri, workspace.disk(uri, text));
    } catch (error) {
      if (this.latest.get(uri) !== ticket) return;
      const message = error instanceof Error ? error.message : String(error);
      this.changed(uri, workspace.unreadable(uri, message));
    }
  }

  private changed(uri: string, outcome: 'same' | 'changed' | 'removed'): void {
    if (outcome !== 'same') this.session.publisher.publish(uri);
  }
}

async function findBacklogs(session: Session): Promise<readonly string[]> {
  try {
    return await hostOf(session).findBacklogs(session.client.folders);
  } catch (error) {
    session.log.error(`looking for backlogs: ${describe(error)}`);
    return [];
  }
}

/** The client where it reads files, else the platform. */
function hostOf({ client, connection, host }: Session): FilesHost {
  if (!client.isRefinery) return host.files;
  return {
    readFile: async (uri) => {
      const { text, error } = await connection.sendRequest<ReadFileResult>(readFileRequest.method, { uri });
      if (error !== undefined) throw new Error(error);
      return text ?? undefined;
    },
    findBacklogs: () => connection.sendRequest<readonly string[]>(findFilesRequest.method, null),
  };
}
