/**
 * Tells what others wrote to the file of a document from what this window wrote itself. It judges when the file rests and
 * this window is not writing it, and compares nothing that was known before it had to wait. Knows no editor: the events of
 * saving come in.
 */
import type { DiskTexts, FileUri } from './diskTexts.ts';

/** What is needed of a document of the editor. */
export interface SavedDocument<U extends FileUri = FileUri> {
  readonly uri: U;
  readonly isDirty: boolean;
  getText(): string;
}

/** A save of somebody else's that failed is told by nobody: after so long it counts as over. ms */
const LONGEST_SAVE = 30_000;

export class OutsideChanges<D extends SavedDocument> {
  readonly #texts: DiskTexts<D['uri']>;
  /** What the disk had when a document last was without changes of its own. */
  readonly #bases = new WeakMap<D, string>();
  /** What this window wrote last, or is writing. */
  readonly #written = new WeakMap<D, string>();
  /** When the writing began, by `performance.now()`, which never jumps. */
  readonly #saving = new WeakMap<D, number>();

  constructor(texts: DiskTexts<D['uri']>) {
    this.#texts = texts;
  }

  willSave(document: D): void {
    this.#saving.set(document, performance.now());
    // What it holds now is what is written, unless something else formats it before.
    this.#written.set(document, document.getText());
  }

  didSave(document: D): void {
    this.#saving.delete(document);
    // Where more was typed while it was written, what was written is what it began with.
    const text = document.isDirty ? this.#written.get(document) : document.getText();
    if (text === undefined) return;
    this.#written.set(document, text);
    this.#bases.set(document, text);
  }

  /** A save is over, whether it wrote or was refused. */
  saveEnded(document: D): void {
    this.#saving.delete(document);
  }

  /** Looks what a document without changes of its own begins with. */
  async note(document: D): Promise<void> {
    if (document.isDirty) return;
    const text = document.getText();
    const disk = await this.#texts.read(document.uri);
    // Meanwhile it may have been changed, or saved.
    if (typeof disk !== 'string' || isDirty(document) || !sameText(disk, text)) return;
    if (document.getText() === text) this.#bases.set(document, text);
  }

  /** What the disk had when a document last was without changes of its own; undefined where that is not known. */
  baseOf(document: D): string | undefined {
    return this.#bases.get(document);
  }

  /** The text of a file that rests; null where it is gone, undefined where it does not come to rest. */
  resting(document: D): Promise<string | null | undefined> {
    return this.#texts.readResting(document.uri, () => this.#isSaving(document));
  }

  /** True where somebody else wrote what a document with changes of its own does not have. */
  async isBehind(document: D): Promise<boolean> {
    if (!document.isDirty) return false;
    const disk = await this.resting(document);
    if (typeof disk !== 'string' || !isDirty(document)) return false;
    const base = this.#bases.get(document);
    if (base === undefined) return false;
    const known = [base, document.getText(), this.#written.get(document) ?? base];
    return !known.some((text) => sameText(disk, text));
  }

  #isSaving(document: D): boolean {
    const since = this.#saving.get(document);
    return since !== undefined && performance.now() - since < LONGEST_SAVE;
  }
}

/** Asked anew after a wait. */
export function isDirty(document: { readonly isDirty: boolean }): boolean {
  return document.isDirty;
}

/** The editor gives a document one kind of line ends, whatever the file has. */
export function sameText(a: string, b: string): boolean {
  if (a === b) return true;
  return (a.includes('\r') || b.includes('\r')) && withPlainEnds(a) === withPlainEnds(b);
}

export function withPlainEnds(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}
