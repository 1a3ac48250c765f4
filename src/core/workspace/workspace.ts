/**
 * The backlog files that are known, by URI: those that an editor has open and those that are on disk. Knows nothing
 * of folders, protocols or how a file is read: events come in as text, and each says what it did.
 */
import { type Levels, NO_LEVELS } from '../backlog/settings.ts';
import type { TextEdit } from '../text/span.ts';
import type { Logger } from './host.ts';
import { KnownFile } from './knownFile.ts';

/** What an event did to what is seen of a file. */
export type Outcome = 'same' | 'changed' | 'removed';

export class Workspace {
  private readonly known = new Map<string, KnownFile>();
  private revisions = 0;
  private levels = NO_LEVELS;

  constructor(private readonly log: Logger) {}

  file(uri: string): KnownFile | undefined {
    return this.known.get(uri);
  }

  /** Every file that has a text, and every one that is there but can't be read, in the order of their URIs. */
  files(): readonly KnownFile[] {
    return [...this.known.values()].sort((a, b) => (a.uri < b.uri ? -1 : 1));
  }

  open(uri: string, version: number, text: string): Outcome {
    return this.update(uri, (file) => {
      file.open(version, text);
    });
  }

  /** Edits an open file; the version is that of the text afterwards. Nothing happens where the file is not open. */
  change(uri: string, version: number, edits: readonly TextEdit[]): Outcome {
    if (this.known.get(uri)?.isOpen !== true) return 'same';
    return this.update(uri, (file) => {
      file.version = version;
      file.edit(edits);
    });
  }

  /** Replaces the text of an open file. */
  replace(uri: string, version: number, text: string): Outcome {
    if (this.known.get(uri)?.isOpen !== true) return 'same';
    return this.update(uri, (file) => {
      file.version = version;
      file.replace(text);
    });
  }

  save(uri: string): Outcome {
    if (this.known.get(uri)?.isOpen !== true) return 'same';
    return this.update(uri, (file) => {
      file.save();
    });
  }

  close(uri: string): Outcome {
    if (this.known.get(uri)?.isOpen !== true) return 'same';
    return this.update(uri, (file) => {
      file.close();
    });
  }

  /** A file was made, changed or deleted (`undefined`) on disk. */
  disk(uri: string, text: string | undefined): Outcome {
    if (text === undefined && !this.known.has(uri)) return 'same';
    return this.update(uri, (file) => {
      file.setDisk(text);
    });
  }

  /** A file on disk is there but can't be read: `message` says why, in one sentence. */
  unreadable(uri: string, message: string): Outcome {
    return this.update(uri, (file) => {
      file.setUnreadable(message);
    });
  }

  /**
   * From now on rules that a file says nothing of are judged like this.
   * @returns the files in which something is found or no longer found by that
   */
  judgeBy(levels: Levels): readonly KnownFile[] {
    this.levels = levels;
    return this.files().filter((file) => {
      const was = file.revision;
      file.judgeBy(levels);
      return file.revision !== was;
    });
  }

  private update(uri: string, event: (file: KnownFile) => void): Outcome {
    const file = this.known.get(uri) ?? new KnownFile(uri, () => ++this.revisions, this.log, this.levels);
    this.known.set(uri, file);
    const was = file.revision;
    const unreadable = file.unreadable;
    event(file);
    if (file.source === undefined) {
      if (file.unreadable !== undefined) return unreadable === file.unreadable ? 'same' : 'changed';
      this.known.delete(uri);
      return 'removed';
    }
    return file.revision === was && unreadable === file.unreadable ? 'same' : 'changed';
  }
}
