/** Chooses one of many by typing: a field with a list below it, as the editor's own pickers. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { icon } from '../shared/icons.ts';

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly detail?: string;
  /** Finished or closed: shown quietly. */
  readonly over?: boolean;
}

export interface PickerLook {
  readonly id: string;
  readonly label: string;
  /** What is chosen, in the words of the list. */
  readonly shown: string;
  readonly placeholder?: string;
  readonly choices: readonly Choice[];
  /** Anything may be typed, not only what is in the list. */
  readonly free?: boolean;
  /** A first entry that takes the value away. */
  readonly clears?: boolean;
  readonly readOnly?: boolean;
  /** Empty again after a choice: it adds to a list. */
  readonly adds?: boolean;
  readonly describedBy?: string;
}

/** So many entries are drawn; typing finds the others. */
const MOST = 60;

export class PagePicker extends LitElement {
  static override properties = {
    look: { attribute: false },
    picked: { attribute: false },
    /** Asks for choices by what is typed, in the place of those that are given. */
    find: { attribute: false },
  };

  declare look: PickerLook;
  declare picked: (value: string) => void;
  declare find: ((query: string) => Promise<readonly Choice[]>) | undefined;
  /** What is typed; undefined while the list is closed. */
  #query: string | undefined;
  #found: readonly Choice[] = [];
  #at = 0;
  #asked = 0;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    const { id, label, shown, placeholder = '', readOnly = false, describedBy } = this.look;
    const isOpen = this.#query !== undefined;
    const list = `list-${id.replace(/\W/g, '-')}`;
    const options = isOpen ? this.#options : [];
    return html`<div class=${isOpen ? 'picker open' : 'picker'}>
      <input
        class="field"
        dir="auto"
        role="combobox"
        autocomplete="off"
        spellcheck="false"
        aria-label=${label}
        aria-expanded=${isOpen ? 'true' : 'false'}
        aria-controls=${isOpen ? list : nothing}
        aria-autocomplete="list"
        aria-describedby=${describedBy ?? nothing}
        aria-activedescendant=${isOpen && options[this.#at] ? `${list}-${this.#at}` : nothing}
        data-field=${id}
        placeholder=${placeholder}
        title=${shown}
        ?readonly=${readOnly}
        .value=${live(this.#query ?? shown)}
        @input=${this.#onInput}
        @keydown=${this.#onKey}
        @click=${this.#onClick}
        @blur=${this.#onBlur}
      />
      ${readOnly ? nothing : html`<span class="arrow">${icon(this.look.adds ? 'add' : 'chevronDown')}</span>`}
      ${isOpen ? this.#list(options, list) : nothing}
    </div>`;
  }

  #list(options: readonly Choice[], list: string): TemplateResult {
    return html`<ul class="offer" role="listbox" id=${list} aria-label=${this.look.label}>
      ${
        options.length === 0
          ? html`<li role="option" aria-disabled="true" aria-selected="false">No matches</li>`
          : options.slice(0, MOST).map(
              ({ value, label, detail, over }, index) =>
                html`<li
                  role="option"
                  id=${`${list}-${index}`}
                  class=${over ? 'over' : ''}
                  aria-selected=${index === this.#at ? 'true' : 'false'}
                  @mousedown=${(event: MouseEvent) => {
                    event.preventDefault();
                    this.#take(value);
                  }}
                >
                  <span dir="auto">${label}</span
                  >${detail === undefined || detail === label ? nothing : html`<span class="detail" dir="auto">${detail}</span>`}
                </li>`,
            )
      }
    </ul>`;
  }

  get #options(): readonly Choice[] {
    const query = (this.#query ?? '').trim().toLowerCase();
    const { choices, clears, free, shown } = this.look;
    if (this.find !== undefined) return this.#found;
    const fits = ({ label, value, detail = '' }: Choice): boolean =>
      `${label}\n${value}\n${detail}`.toLowerCase().includes(query);
    const found = query === '' ? choices : choices.filter(fits);
    if (query !== '')
      return free && !choices.some(({ value }) => value.toLowerCase() === query)
        ? [
            ...found,
            { value: (this.#query ?? '').trim(), label: `“${(this.#query ?? '').trim()}”`, detail: 'new' },
          ]
        : found;
    return clears && shown !== '' ? [...found, { value: '', label: 'None', over: true }] : found;
  }

  readonly #onClick = (): void => {
    if (this.#query === undefined) this.#open('');
  };

  #open(query: string): void {
    if (this.look.readOnly) return;
    this.#query = query;
    this.#at =
      query === ''
        ? Math.max(
            0,
            this.look.choices.findIndex(({ label }) => label === this.look.shown),
          )
        : 0;
    this.requestUpdate();
    if (this.find !== undefined) void this.#search(query);
  }

  async #search(query: string): Promise<void> {
    const asked = ++this.#asked;
    const found = (await this.find?.(query)) ?? [];
    if (asked !== this.#asked) return;
    this.#found = found;
    this.#at = 0;
    this.requestUpdate();
  }

  readonly #onInput = ({ target }: Event): void => {
    if (!(target instanceof HTMLInputElement)) return;
    // The first key replaces what is chosen.
    this.#open(target.value);
  };

  readonly #onBlur = (): void => {
    this.#close();
  };

  #close(): void {
    if (this.#query === undefined) return;
    this.#query = undefined;
    this.requestUpdate();
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.isComposing || !this.#press(event)) return;
    event.preventDefault();
    event.stopPropagation();
  };

  #press(event: KeyboardEvent): boolean {
    if (this.look.readOnly || event.altKey || event.ctrlKey || event.metaKey) return false;
    if (this.#query === undefined) {
      const opens = event.key === 'Enter' || event.key === 'ArrowDown' || event.key === 'ArrowUp';
      if (opens) this.#open('');
      else if (event.key.length === 1 && event.target instanceof HTMLInputElement) event.target.select();
      else if ((event.key === 'Delete' || event.key === 'Backspace') && !this.look.adds) {
        if (this.look.clears && this.look.shown !== '') this.picked('');
        return true;
      }
      return opens;
    }
    const options = this.#options.slice(0, MOST);
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp':
        this.#at = (this.#at + (event.key === 'ArrowDown' ? 1 : options.length - 1)) % (options.length || 1);
        this.requestUpdate();
        void this.updateComplete.then(() => {
          this.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
        });
        return true;
      case 'Enter': {
        const option = options[this.#at];
        if (option !== undefined) this.#take(option.value);
        return true;
      }
      case 'Escape':
        this.#close();
        return true;
      default:
        return false;
    }
  }

  #take(value: string): void {
    this.#close();
    this.picked(value);
  }
}
