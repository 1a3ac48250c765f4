/**
 * Words that a person typed and the file has not got: kept while the view is away, so that they are there again when the
 * window was loaded anew or the tab was hidden, and shown where their place is gone. Never written by itself: the file
 * may be another one by then.
 */
import { html, nothing, type TemplateResult } from 'lit';
import type { StoryPageState } from '../../protocol/panels/storyPage.ts';
import type { Drafts, Place, Unwritten } from './drafts.ts';
import type { EntryKeys } from './entryKeys.ts';

/** Ids of fields live as long as the view; these names are the same in the next one. */
interface KeptDraft extends Unwritten {
  readonly path: string;
}

interface Kept {
  readonly drafts: readonly KeptDraft[];
  /** What stands in fields that add something. */
  readonly typing: readonly (readonly [string, string])[];
  readonly lost: readonly string[];
}

const NOTHING: Kept = { drafts: [], typing: [], lost: [] };

export interface UnwrittenHost {
  readonly drafts: Drafts;
  readonly typing: Map<string, string>;
  readonly keys: EntryKeys;
  placesNow(): ReadonlyMap<string, Place>;
  keep(state: unknown): void;
  /** There are words again from before the view was loaded; undefined once they are in the file. */
  restored(message: string | undefined): void;
  redraw(): void;
}

export class UnsavedInput {
  readonly #host: UnwrittenHost;
  #state: StoryPageState | undefined;
  /** From before the view was loaded, until there is a page to put them into. */
  #waiting: Kept;
  #waitingFor: string;
  #lost: readonly string[] = [];
  #sent = '';
  /** That words are here again. */
  #isSaid = false;

  /** @param kept what the view kept the last time */
  constructor(host: UnwrittenHost, kept: unknown) {
    this.#host = host;
    this.#waiting = readKept(kept);
    this.#waitingFor = itemOf(kept);
    this.#lost = this.#waiting.lost;
  }

  /** Another item is shown: of the one before, what could not be written is left. */
  begin(state: StoryPageState): void {
    this.#state = state;
    const { drafts } = this.#host;
    const left = drafts.unwritten();
    drafts.clear();
    const isRestored = this.#waitingFor === itemOf(state);
    this.#waitingFor = '';
    if (isRestored) return;
    this.#lost = [...this.#lost, ...[...this.#waiting.drafts, ...left].map(({ text }) => text)];
    this.#waiting = NOTHING;
  }

  /** A place is gone for good, and these words with it. */
  lose(text: string): void {
    this.#lost = [...this.#lost, text];
    this.keep();
    this.#host.redraw();
  }

  /** Something was typed or written: what is not in the file is kept from now on. */
  keep(state = this.#state): void {
    if (state === undefined) return;
    this.#state = state;
    const { drafts, typing, keys } = this.#host;
    const places = this.#host.placesNow();
    const kept: Kept = {
      drafts: [
        ...this.#waiting.drafts,
        ...drafts.unwritten().map(({ id, ...rest }) => ({ ...rest, path: places.get(id)?.path ?? '' })),
      ],
      typing: [
        ...this.#waiting.typing,
        ...[...typing]
          .filter(([, text]) => text.trim() !== '')
          .map(([id, text]) => [steady(id, keys), text] as const),
      ],
      lost: this.#lost,
    };
    const next = JSON.stringify([state, kept]);
    if (next === this.#sent) return;
    this.#sent = next;
    if (this.#isSaid && isNothing(kept)) {
      this.#isSaid = false;
      this.#host.restored(undefined);
    }
    this.#host.keep(isNothing(kept) ? state : { ...state, ...kept });
  }

  /** There is a page of the item: what was typed is put where it was typed. */
  restore(): void {
    const { drafts, typing } = this.#waiting;
    if (drafts.length === 0 && typing.length === 0) return;
    this.#waiting = NOTHING;
    const found = drafts.filter((draft) => {
      const id = this.#idOf(draft);
      if (id !== undefined) return this.#host.drafts.restore(id, draft);
      this.lose(draft.text);
      return false;
    });
    for (const [name, text] of typing) this.#host.typing.set(unsteady(name, this.#host.keys), text);
    if (found.length + typing.length === 0) return;
    this.#isSaid = true;
    this.#host.restored('Unsaved text restored.');
  }

  /** Where the file says what it said then, else where the place is. */
  #idOf({ path, mark }: KeptDraft): string | undefined {
    const places = [...this.#host.placesNow()];
    const inner = path.replace(/^\w+\.\d+/, '');
    const found =
      places.find(([, place]) => place.path === path && place.mark === mark) ??
      places.find(([, place]) => place.mark === mark && place.path.replace(/^\w+\.\d+/, '') === inner) ??
      places.find(([, place]) => place.path === path);
    return found?.[0];
  }

  /** Words without a place in the page that is shown: all of them where there is no page. */
  bar(isPage: boolean): TemplateResult | typeof nothing {
    const { drafts, typing } = this.#host;
    const away = isPage
      ? []
      : [
          ...[...this.#waiting.drafts, ...drafts.unwritten()].map(({ text }) => text),
          ...[...this.#waiting.typing, ...typing].map(([, text]) => text),
        ].filter((text) => text.trim() !== '');
    const words = [...this.#lost, ...away];
    if (words.length === 0) return nothing;
    return html`<div class="message lost-words" role="alert">
      <span
        >${
          this.#lost.length > 0
            ? 'What you were typing in is not there any more. These are your words:'
            : 'What you were typing is not in the file yet. These are your words:'
        }</span
      >
      ${words.map(
        (text) =>
          html`<textarea
            class="lost"
            readonly
            dir="auto"
            aria-label="Your words"
            rows="2"
            .value=${text}
          ></textarea>`,
      )}
      <span class="spring"></span>
      ${
        this.#lost.length === 0
          ? nothing
          : html`<button
              class="toggle"
              @click=${() => {
                this.#lost = [];
                this.keep();
                this.#host.redraw();
              }}
            >
              OK
            </button>`
      }
    </div>`;
  }
}

/** What is typed into fields, told whenever it changes. */
export class TypedWords extends Map<string, string> {
  changed: () => void = () => undefined;

  override set(id: string, text: string): this {
    super.set(id, text);
    this.changed();
    return this;
  }

  override delete(id: string): boolean {
    const had = super.delete(id);
    if (had) this.changed();
    return had;
  }
}

/** `acceptance:k7.given.add` as `acceptance#2.given.add`: entries are named anew by each view. */
function steady(id: string, keys: EntryKeys): string {
  return id.replace(/^(\w+):(\w+)/, (all, list: string, key: string) => {
    const index = keys.keysOf(list).indexOf(key);
    return index === -1 ? all : `${list}#${index}`;
  });
}

function unsteady(name: string, keys: EntryKeys): string {
  return name.replace(/^(\w+)#(\d+)/, (all, list: string, index: string) => {
    const key = keys.keysOf(list)[Number(index)];
    return key === undefined ? all : `${list}:${key}`;
  });
}

function isNothing({ drafts, typing, lost }: Kept): boolean {
  return drafts.length + typing.length + lost.length === 0;
}

function itemOf(kept: unknown): string {
  if (typeof kept !== 'object' || kept === null) return '';
  return 'uri' in kept && 'item' in kept ? JSON.stringify([kept.uri, kept.item]) : '';
}

/** What another version of the view kept may look different: of that nothing is taken. */
function readKept(kept: unknown): Kept {
  if (typeof kept !== 'object' || kept === null) return NOTHING;
  return {
    drafts: listIn(kept, 'drafts').filter(isDraft),
    typing: listIn(kept, 'typing').filter(isPair),
    lost: listIn(kept, 'lost').filter((text) => typeof text === 'string'),
  };
}

function listIn(kept: object, key: string): readonly unknown[] {
  const value: unknown = Object.getOwnPropertyDescriptor(kept, key)?.value;
  return Array.isArray(value) ? value : [];
}

function isPair(value: unknown): value is readonly [string, string] {
  return Array.isArray(value) && value.length === 2 && value.every((part) => typeof part === 'string');
}

function isDraft(value: unknown): value is KeptDraft {
  return (
    typeof value === 'object' &&
    value !== null &&
    ['path', 'text', 'base', 'mark'].every(
      (key) => typeof Object.getOwnPropertyDescriptor(value, key)?.value === 'string',
    )
  );
}
