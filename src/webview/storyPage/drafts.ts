/**
 * What a person is typing, and how it gets into the file: a draft for each text that was touched, written in pauses,
 * one write at a time, and never over words that somebody else wrote meanwhile. It knows nothing of elements.
 */
import { WRITE_AT_LATEST, WRITE_PAUSE, type Written } from '../../protocol/panels/storyPage.ts';

/** What the newest page says of a text. */
export interface Place {
  readonly path: string;
  readonly mark: string;
  readonly text: string;
  /** Of the page. */
  readonly revision: number;
}

export interface DraftsHost {
  /** Where a text is now; undefined where the file has it no longer. */
  placeOf(id: string): Place | undefined;
  /** True while there is no page to compare with: what is typed waits. */
  isAway(): boolean;
  /** Never rejects: why it was not answered is a refusal too. */
  write(path: string, text: string, mark: string): Promise<Written>;
  /** Something that is shown of a draft changed. */
  changed(): void;
  /** A text that was being typed in is gone from the file: these words have no place any more. */
  lost(id: string, text: string): void;
}

export type Trouble =
  | { readonly kind: 'changed'; readonly theirs: string }
  /** It was typed before the view was loaded anew, and waits for the person. */
  | { readonly kind: 'kept'; readonly theirs: string }
  | { readonly kind: 'refused'; readonly message: string };

/** A text that the file has not got, and what it said where it was typed. */
export interface Unwritten {
  readonly text: string;
  readonly base: string;
  readonly mark: string;
}

interface Draft {
  text: string;
  /** What the file said when it was last known to fit. */
  base: string;
  /** Goes with the next write. */
  mark: string;
  /** The mark that it began from, and those that its own writes were answered with. */
  readonly marks: Set<string>;
  /** Texts of its own that the file has or had. */
  readonly texts: Set<string>;
  /** The revision that has its last write. */
  revision: number;
  focused: boolean;
  trouble: Trouble | undefined;
  writing: Promise<void> | undefined;
  pause: ReturnType<typeof setTimeout> | undefined;
  latest: ReturnType<typeof setTimeout> | undefined;
}

export class Drafts {
  readonly #host: DraftsHost;
  readonly #drafts = new Map<string, Draft>();
  readonly #focused = new Set<string>();
  /** The writes that are under way; the next one goes behind them. */
  #turn: Promise<void> = Promise.resolve();
  /** How often there was a reason to try again. */
  #retries = 0;

  constructor(host: DraftsHost) {
    this.#host = host;
  }

  /** What is shown in the place of the file's text. */
  textOf(id: string): string | undefined {
    return this.#drafts.get(id)?.text;
  }

  troubleOf(id: string): Trouble | undefined {
    return this.#drafts.get(id)?.trouble;
  }

  /** True where something is typed that the file has not got. */
  isDirty(id: string): boolean {
    const draft = this.#drafts.get(id);
    return draft !== undefined && draft.text !== draft.base;
  }

  get anyDirty(): boolean {
    return [...this.#drafts.keys()].some((id) => this.isDirty(id));
  }

  /** All that is typed and not in the file. */
  unwritten(): readonly (Unwritten & { readonly id: string })[] {
    return [...this.#drafts].flatMap(([id, { text, base, mark }]) =>
      text === base ? [] : [{ id, text, base, mark }],
    );
  }

  /** Takes up what was typed before the view was loaded anew. False where the file has it meanwhile. */
  restore(id: string, { text, base, mark }: Unwritten): boolean {
    const place = this.#host.placeOf(id);
    if (place === undefined || place.text === text) return false;
    const draft = this.#begin(id);
    if (draft === undefined) return false;
    Object.assign(draft, { text, base, mark });
    const fits = place.mark === mark || place.text === base;
    draft.trouble = { kind: fits ? 'kept' : 'changed', theirs: place.text };
    this.#host.changed();
    return true;
  }

  /** The person typed. */
  type(id: string, text: string): void {
    const draft = this.#drafts.get(id) ?? this.#begin(id);
    if (draft === undefined || draft.text === text) return;
    draft.text = text;
    if (draft.trouble?.kind === 'refused' || draft.trouble?.kind === 'kept') draft.trouble = undefined;
    if (draft.trouble === undefined) this.#writeLater(id, draft);
    this.#host.changed();
  }

  entered(id: string): void {
    this.#focused.add(id);
    const draft = this.#drafts.get(id);
    if (draft) draft.focused = true;
  }

  /** The focus went elsewhere: what is not written yet is written now. */
  async left(id: string): Promise<void> {
    this.#focused.delete(id);
    const draft = this.#drafts.get(id);
    if (draft === undefined) return;
    draft.focused = false;
    await this.#writeAll(id, draft);
    this.#settle(id, draft);
  }

  /** Writes what is not written yet; afterwards the file has all that could be written. */
  async flush(): Promise<void> {
    await Promise.all([...this.#drafts].map(async ([id, draft]) => this.#writeAll(id, draft)));
  }

  /** A newer page is there. */
  page(): void {
    for (const [id, draft] of [...this.#drafts]) this.#settle(id, draft);
  }

  /** What was refused is tried again, also what is refused from now on but was asked for earlier: the reason is gone. */
  retry(): void {
    this.#retries++;
    for (const [id, draft] of this.#drafts) {
      if (draft.trouble?.kind !== 'refused') continue;
      draft.trouble = undefined;
      this.#writeLater(id, draft);
    }
  }

  /** What the person typed is written over what the file says now. */
  async keepMine(id: string): Promise<void> {
    const draft = this.#drafts.get(id);
    const place = this.#host.placeOf(id);
    if (draft === undefined || place === undefined) return;
    draft.trouble = undefined;
    this.#rest(draft, place);
    await this.#writeAll(id, draft);
    this.#settle(id, draft);
  }

  takeTheirs(id: string): void {
    this.#drop(id);
    this.#host.changed();
  }

  /** Forgets everything: another item is shown. */
  clear(): void {
    for (const id of [...this.#drafts.keys()]) this.#drop(id);
  }

  #begin(id: string): Draft | undefined {
    const place = this.#host.placeOf(id);
    if (place === undefined) return undefined;
    const draft: Draft = {
      text: place.text,
      base: place.text,
      mark: place.mark,
      marks: new Set([place.mark]),
      texts: new Set([place.text]),
      revision: place.revision,
      focused: this.#focused.has(id),
      trouble: undefined,
      writing: undefined,
      pause: undefined,
      latest: undefined,
    };
    this.#drafts.set(id, draft);
    return draft;
  }

  #writeLater(id: string, draft: Draft): void {
    clearTimeout(draft.pause);
    const write = (): void => void this.#writeAll(id, draft);
    draft.pause = setTimeout(write, WRITE_PAUSE);
    draft.latest ??= setTimeout(write, WRITE_AT_LATEST);
  }

  #stopTimers(draft: Draft): void {
    clearTimeout(draft.pause);
    clearTimeout(draft.latest);
    draft.pause = draft.latest = undefined;
  }

  /**
   * Writes until nothing is left or something is in the way. One write after the other, of all drafts: texts that stand in
   * one place of the file share its mark, and each write makes it another.
   */
  async #writeAll(id: string, draft: Draft): Promise<void> {
    const isOpen = (): boolean =>
      this.#drafts.get(id) === draft &&
      !this.#host.isAway() &&
      draft.trouble === undefined &&
      draft.text !== draft.base;
    await draft.writing;
    while (isOpen()) {
      const turn = this.#turn.then(async () => {
        if (!isOpen()) return;
        draft.writing = this.#write(id, draft);
        await draft.writing;
      });
      this.#turn = turn;
      await turn;
    }
    this.#stopTimers(draft);
  }

  async #write(id: string, draft: Draft): Promise<void> {
    this.#stopTimers(draft);
    const { text, mark } = draft;
    const retries = this.#retries;
    const place = this.#host.placeOf(id);
    if (place === undefined) {
      draft.writing = undefined;
      this.#settle(id, draft);
      return;
    }
    const written = await this.#host.write(place.path, text, mark);
    draft.writing = undefined;
    if (written.ok) {
      draft.base = text;
      draft.mark = written.mark;
      draft.revision = written.revision;
      draft.marks.add(written.mark);
      draft.texts.add(text);
    } else if (written.why === 'changed')
      draft.trouble = { kind: 'changed', theirs: this.#host.placeOf(id)?.text ?? '' };
    else if (retries === this.#retries) draft.trouble = { kind: 'refused', message: written.message };
    this.#settle(id, draft);
    this.#host.changed();
  }

  /** Compares a draft with the newest page. */
  #settle(id: string, draft: Draft): void {
    if (this.#drafts.get(id) !== draft || draft.writing !== undefined || this.#host.isAway()) return;
    const place = this.#host.placeOf(id);
    const dirty = draft.text !== draft.base;
    if (place === undefined) {
      this.#drop(id);
      if (dirty) this.#host.lost(id, draft.text);
      return;
    }
    // A page from before the last write says nothing new.
    if (place.revision < draft.revision) return;
    if (!dirty && draft.trouble === undefined) {
      // Blanks at an end, as they are being typed, are not in the file.
      const same = place.mark === draft.mark || place.text === draft.text;
      if (!same || !draft.focused) this.#drop(id);
      else this.#rest(draft, place, draft.text);
      return;
    }
    // Somebody wrote the same.
    if (place.text === draft.text) {
      this.#drop(id);
      return;
    }
    if (draft.trouble?.kind === 'changed') {
      draft.trouble = { kind: 'changed', theirs: place.text };
      return;
    }
    if (draft.marks.has(place.mark) || draft.texts.has(place.text)) {
      this.#rest(draft, place, draft.texts.has(place.text) ? place.text : draft.base);
      // There was no page to write into meanwhile.
      if (draft.trouble === undefined && draft.pause === undefined) this.#writeLater(id, draft);
      return;
    }
    this.#stopTimers(draft);
    draft.trouble = { kind: 'changed', theirs: place.text };
  }

  /** From now on the draft stands on what the file says now. */
  #rest(draft: Draft, place: Place, base = place.text): void {
    draft.base = base;
    draft.mark = place.mark;
    draft.marks.add(place.mark);
    draft.texts.add(place.text);
  }

  #drop(id: string): void {
    const draft = this.#drafts.get(id);
    if (draft) this.#stopTimers(draft);
    this.#drafts.delete(id);
  }
}
