/**
 * One backlog file with its two halves: the text that an editor has open and the text on disk. What counts is the
 * open half while there is one, the disk half otherwise. Each event touches one half; the model follows what counts
 * by the smallest edit. A bug in the model never loses the text.
 */
import { Backlog } from '../backlog/backlog.ts';
import type { Levels } from '../backlog/settings.ts';
import type { TextEdit } from '../text/span.ts';
import { SlicedText } from '../yaml/slicedText.ts';
import { differenceOf } from './difference.ts';
import type { Logger } from './host.ts';

export class KnownFile {
  /** The editor's version of the open document; `undefined` while the file is not open. */
  version: number | undefined;
  /** Why the file on disk can't be read, in one sentence. */
  unreadable: string | undefined;
  /** Counts up with every change of the text that counts or of what is found in it; never the same twice in one workspace. */
  revision = 0;
  /** Where the text was edited last, as an absolute offset. */
  lastEdit = 0;

  private held: SlicedText | undefined;
  private model: Backlog | undefined;
  private disk: string | SlicedText | undefined;

  constructor(
    readonly uri: string,
    private readonly nextRevision: () => number,
    private readonly log: Logger,
    private levels: Levels,
  ) {}

  get isOpen(): boolean {
    return this.version !== undefined;
  }

  /** The text that counts; `undefined` where there is neither an open nor a disk half. */
  get source(): SlicedText | undefined {
    return this.held;
  }

  /** The model of the text that counts; `undefined` where there is no text, or where a bug keeps it from being read. */
  get backlog(): Backlog | undefined {
    return this.model;
  }

  /** True while words of it are still to be judged. */
  get pending(): boolean {
    return this.model?.pending === true;
  }

  /** Judges words until `enough` says so or all is done; true where other things are found than before. */
  work(enough: () => boolean): boolean {
    const changed = this.model?.work(enough) === true;
    if (changed) this.revision = this.nextRevision();
    return changed;
  }

  /** From now on rules that the file says nothing of are judged like this. */
  judgeBy(levels: Levels): void {
    this.levels = levels;
    if (this.model?.judgeBy(levels) === true) this.revision = this.nextRevision();
  }

  get isOnDisk(): boolean {
    return this.disk !== undefined;
  }

  open(version: number, text: string): void {
    this.version = version;
    this.show(text);
  }

  /** Edits the open half: offsets of the text as it is now. */
  edit(edits: readonly TextEdit[]): void {
    const before = this.held;
    if (before === undefined || edits.length === 0) return;
    this.revision = this.nextRevision();
    this.lastEdit = edits[0]?.start ?? 0;
    try {
      if (this.model === undefined) throw new Error('there is no model to edit');
      this.model.edit(edits);
      this.held = this.model.source;
    } catch (error) {
      this.log.error(`editing ${this.uri}: ${describe(error)}`);
      this.read(before.edit(edits).text.toString());
    }
  }

  /** Replaces the whole open half. */
  replace(text: string): void {
    this.show(text);
  }

  /** The editor wrote the open half to disk. */
  save(): void {
    if (!this.isOpen) return;
    this.disk = this.held;
    this.unreadable = undefined;
  }

  close(): void {
    if (!this.isOpen) return;
    this.version = undefined;
    this.showDisk();
  }

  /** What is on disk now; `undefined` where the file is not there. */
  setDisk(text: string | undefined): void {
    this.disk = text;
    this.unreadable = undefined;
    if (!this.isOpen) this.showDisk();
  }

  /** The file is there, but can't be read. What was read of it before is no longer shown. */
  setUnreadable(message: string): void {
    this.setDisk(undefined);
    this.unreadable = message;
  }

  private showDisk(): void {
    if (this.disk !== undefined) {
      this.show(typeof this.disk === 'string' ? this.disk : this.disk.toString());
      return;
    }
    if (this.held === undefined) return;
    this.held = undefined;
    this.model = undefined;
    this.revision = this.nextRevision();
  }

  private show(text: string): void {
    if (this.held === undefined || this.model === undefined) {
      this.revision = this.nextRevision();
      this.lastEdit = 0;
      this.read(text);
      return;
    }
    const edit = differenceOf(this.held, text);
    if (edit !== undefined) this.edit([edit]);
  }

  private read(text: string): void {
    try {
      this.model = Backlog.read(text, this.levels);
      this.held = this.model.source;
    } catch (error) {
      this.log.error(`reading ${this.uri}: ${describe(error)}`);
      this.model = undefined;
      this.held = SlicedText.of(text);
    }
  }
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
