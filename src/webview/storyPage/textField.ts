/**
 * A text that is typed in: as high as its words, with marks behind them, and with what may be typed at the caret. It
 * keeps the caret at the same words where the text changes under it.
 */
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { PageCompletion } from '../../protocol/panels/storyPage.ts';
import { movedOffset, pieces, type TextMark } from './caret.ts';

export interface TextLook {
  readonly id: string;
  readonly value: string;
  readonly label: string;
  readonly placeholder?: string;
  /** Enter makes no new line. */
  readonly oneLine?: boolean;
  readonly readOnly?: boolean;
  readonly marks?: readonly TextMark[];
  /** The element that says what is wrong with it. */
  readonly describedBy?: string;
  readonly invalid?: boolean;
  readonly completes?: boolean;
  readonly look?: string;
}

export interface TextEvents {
  typed(id: string, text: string): void;
  entered(id: string): void;
  left(id: string): void;
  /** True where the key did something. */
  key(id: string, event: KeyboardEvent): boolean;
  complete(id: string, text: string, offset: number): Promise<PageCompletion | null>;
  /** Pictures that were pasted or dropped; what is returned is put in at the caret. */
  readonly pictures?: (id: string, files: readonly File[]) => Promise<string>;
}

/** Milliseconds after the last key, before what may be typed is asked for. */
const COMPLETE_PAUSE = 100;

export class PageTextField extends LitElement {
  static override properties = { look: { attribute: false }, events: { attribute: false } };

  declare look: TextLook;
  declare events: TextEvents;
  #offer: PageCompletion | undefined;
  #chosen = 0;
  #asked = 0;
  #timer = 0;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  get field(): HTMLTextAreaElement | null {
    return this.querySelector('textarea');
  }

  /** Puts words in at the caret, as if they were typed: the browser can undo them. */
  insert(text: string): void {
    const { field } = this;
    if (field === null || text === '') return;
    field.focus();
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- the only way in that keeps the browser's own undo
    if (!document.execCommand('insertText', false, text)) field.setRangeText(text);
    this.#typed();
  }

  protected override shouldUpdate(changed: PropertyValues<this>): boolean {
    const before = changed.get('look');
    if (changed.size !== 1 || before === undefined || !changed.has('look')) return true;
    return !sameLook(before, this.look);
  }

  protected override render(): TemplateResult {
    const { value, label, placeholder = '', readOnly = false, describedBy, invalid, look = '' } = this.look;
    const offer = this.#offer;
    const id = `offer-${this.look.id.replace(/\W/g, '-')}`;
    return html`<div class=${`text ${look}`} dir="auto">
        <div class="behind" aria-hidden="true" dir="auto">${this.#behind()}</div>
        <textarea
          rows="1"
          dir="auto"
          spellcheck="true"
          aria-label=${label}
          aria-describedby=${describedBy ?? nothing}
          aria-invalid=${invalid ? 'true' : nothing}
          aria-autocomplete=${this.look.completes ? 'list' : nothing}
          aria-controls=${offer ? id : nothing}
          aria-activedescendant=${offer ? `${id}-${this.#chosen}` : nothing}
          data-field=${this.look.id}
          placeholder=${placeholder}
          ?readonly=${readOnly}
          .value=${live(value)}
          @input=${this.#typed}
          @keydown=${this.#onKey}
          @focus=${() => {
            this.events.entered(this.look.id);
          }}
          @blur=${() => {
            this.#close();
            this.events.left(this.look.id);
          }}
          @paste=${this.#onPaste}
          @dragover=${this.#onDragOver}
          @drop=${this.#onDrop}
        ></textarea>
      </div>
      ${offer === undefined ? nothing : this.#list(offer, id)}`;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { field } = this;
    const before = changed.get('look');
    if (field === null || before === undefined || before.id !== this.look.id) return;
    const { value } = this.look;
    if (field.value === value || document.activeElement !== field) return;
    const [start, end] = [field.selectionStart, field.selectionEnd].map((offset) =>
      movedOffset(field.value, value, offset),
    );
    field.value = value;
    field.setSelectionRange(start ?? 0, end ?? 0);
  }

  /** The same words behind the field: they give it its height, and carry the marks. */
  #behind(): readonly TemplateResult[] {
    const { value, marks = [], placeholder = '' } = this.look;
    const shown = value === '' ? placeholder : value;
    return [
      ...pieces(shown, value === '' ? [] : marks).map(({ text, look }) =>
        look === '' ? html`${text}` : html`<span class=${look}>${text}</span>`,
      ),
      html`${'\u200b'}`,
    ];
  }

  #list({ items }: PageCompletion, id: string): TemplateResult {
    return html`<ul class="offer" role="listbox" id=${id} aria-label="What may be typed here">
      ${items.map(
        ({ label, detail }, index) =>
          html`<li
            role="option"
            id=${`${id}-${index}`}
            aria-selected=${index === this.#chosen ? 'true' : 'false'}
            @mousedown=${(event: MouseEvent) => {
              event.preventDefault();
              this.#take(index);
            }}
          >
            <span dir="auto">${label}</span
            >${detail === undefined ? nothing : html`<span class="detail" dir="auto">${detail}</span>`}
          </li>`,
      )}
    </ul>`;
  }

  readonly #typed = (): void => {
    const { field } = this;
    if (field === null) return;
    this.events.typed(this.look.id, this.look.oneLine ? field.value.replace(/\s*\n\s*/g, ' ') : field.value);
    this.#ask();
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    if (this.#offer !== undefined && this.#onOfferKey(event)) {
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    if (this.look.completes && event.ctrlKey && event.key === ' ') this.#ask(0);
    if (this.events.key(this.look.id, event) || (this.look.oneLine && event.key === 'Enter')) {
      event.preventDefault();
      event.stopPropagation();
    }
  };

  #onOfferKey(event: KeyboardEvent): boolean {
    const count = this.#offer?.items.length ?? 0;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      this.#chosen = (this.#chosen + (event.key === 'ArrowDown' ? 1 : count - 1)) % count;
      this.requestUpdate();
    } else if (event.key === 'Enter' || event.key === 'Tab') this.#take(this.#chosen);
    else if (event.key === 'Escape') this.#close();
    else return false;
    return true;
  }

  #take(index: number): void {
    const offer = this.#offer;
    const item = offer?.items[index];
    const { field } = this;
    this.#close();
    if (offer === undefined || item === undefined || field === null) return;
    field.setSelectionRange(offer.replace.start, Math.max(offer.replace.end, field.selectionEnd));
    this.insert(item.insert);
    this.#close();
  }

  #close(): void {
    window.clearTimeout(this.#timer);
    this.#asked++;
    if (this.#offer === undefined) return;
    this.#offer = undefined;
    this.requestUpdate();
  }

  #ask(pause = COMPLETE_PAUSE): void {
    if (!this.look.completes) return;
    window.clearTimeout(this.#timer);
    const asked = ++this.#asked;
    this.#timer = window.setTimeout(() => void this.#complete(asked), pause);
  }

  async #complete(asked: number): Promise<void> {
    const { field } = this;
    if (field === null) return;
    const offer = await this.events.complete(this.look.id, field.value, field.selectionEnd);
    if (asked !== this.#asked) return;
    this.#offer = offer !== null && offer.items.length > 0 ? offer : undefined;
    this.#chosen = 0;
    this.requestUpdate();
  }

  readonly #onPaste = (event: ClipboardEvent): void => {
    if (this.#takePictures(event.clipboardData)) event.preventDefault();
  };

  readonly #onDragOver = (event: DragEvent): void => {
    if (this.events.pictures && event.dataTransfer?.types.includes('Files')) event.preventDefault();
  };

  readonly #onDrop = (event: DragEvent): void => {
    if (this.#takePictures(event.dataTransfer)) event.preventDefault();
  };

  #takePictures(data: DataTransfer | null): boolean {
    const files = [...(data?.files ?? [])].filter(({ type }) => type.startsWith('image/'));
    const { pictures } = this.events;
    if (files.length === 0 || pictures === undefined || this.look.readOnly) return false;
    void pictures(this.look.id, files).then((text) => {
      this.insert(text);
    });
    return true;
  }
}

function sameLook(a: TextLook, b: TextLook): boolean {
  const [before, now] = [a, b].map(({ marks = [], ...rest }) =>
    JSON.stringify([marks, Object.entries(rest).sort()]),
  );
  return before === now;
}
