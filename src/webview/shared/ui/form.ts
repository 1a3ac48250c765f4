/** Parts of a form: a labelled text, and a list whose entries are changed in place, moved, removed and added. */
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { icon, type IconName } from '../icons.ts';

export interface TextParts {
  readonly label: string;
  readonly value: string;
  readonly placeholder?: string;
  readonly hint?: string | TemplateResult;
  readonly narrow?: boolean;
  /** It was left with other words, or Enter was pressed. */
  readonly change: (value: string) => void;
}

/** A text with its label above it. What was typed and refused gives way to what the file says. */
export function labelledText(parts: TextParts): TemplateResult {
  const { label, hint } = parts;
  return html`<label class="form-field"
    ><span class="form-label">${label}</span>${textInput(parts)}${
      hint === undefined ? nothing : html`<span class="form-hint">${hint}</span>`
    }</label
  >`;
}

/** A text whose label is told to screen readers alone. */
export function textInput({
  label,
  value,
  placeholder = '',
  narrow = false,
  change,
}: TextParts): TemplateResult {
  return html`<input
    class=${narrow ? 'field narrow' : 'field'}
    aria-label=${label}
    placeholder=${placeholder}
    .value=${live(value)}
    @change=${({ target }: Event) => {
      if (!(target instanceof HTMLInputElement)) return;
      const typed = target.value.trim();
      if (typed === value) return;
      change(typed);
    }}
  />`;
}

/** A choice among a few. */
export function choiceInput<T extends string>(parts: {
  readonly label: string;
  readonly value: T;
  readonly of: readonly (readonly [value: T, label: string])[];
  readonly change: (value: T) => void;
}): TemplateResult {
  return html`<select
    class="field narrow"
    aria-label=${parts.label}
    .value=${live(parts.value)}
    @change=${({ target }: Event) => {
      const chosen = target instanceof HTMLSelectElement ? parts.of[target.selectedIndex] : undefined;
      if (chosen !== undefined) parts.change(chosen[0]);
    }}
  >
    ${parts.of.map(([value, label]) => html`<option value=${value} ?selected=${value === parts.value}>${label}</option>`)}
  </select>`;
}

export interface FormEntry {
  /** What it is called in the names of its buttons. */
  readonly name: string;
  readonly content: TemplateResult;
  readonly remove: () => void;
  /** Why it can't be removed; undefined where it can. */
  readonly fixed?: string | undefined;
}

export interface EntriesParts {
  readonly label: string;
  readonly entries: readonly FormEntry[];
  /** To another position; without it, the order is of no meaning. */
  readonly move?: (from: number, to: number) => void;
  readonly add: TemplateResult;
}

export function formEntries({ label, entries, move, add }: EntriesParts): TemplateResult {
  return html`<ul class="form-entries" aria-label=${label}>
      ${entries.map(
        ({ name, content, remove, fixed }, at) =>
          html`<li class="form-entry">
            ${content}
            <span class="form-acts">
              ${
                move === undefined
                  ? nothing
                  : html`${act(
                      'arrowUp',
                      `Move ${name} up`,
                      () => {
                        move(at, at - 1);
                      },
                      at === 0,
                    )}
                    ${act(
                      'arrowDown',
                      `Move ${name} down`,
                      () => {
                        move(at, at + 1);
                      },
                      at === entries.length - 1,
                    )}`
              }
              ${act('trash', fixed ?? `Remove ${name}`, remove, fixed !== undefined)}
            </span>
          </li>`,
      )}
    </ul>
    <div class="form-add">${add}</div>`;
}

/** Adds what is typed: by Enter or by its button. The field is empty for the next one. */
export function addInput(label: string, add: (value: string) => void): TemplateResult {
  const take = (input: HTMLInputElement | null): void => {
    const value = input?.value.trim() ?? '';
    if (input === null || value === '') return;
    input.value = '';
    add(value);
    input.focus();
  };
  return html`<input
      class="field"
      aria-label=${label}
      placeholder=${label}
      @keydown=${(event: KeyboardEvent) => {
        if (event.key !== 'Enter' || event.isComposing || !(event.target instanceof HTMLInputElement)) return;
        event.preventDefault();
        take(event.target);
      }}
    /><button
      class="toggle"
      @click=${({ currentTarget }: Event) => {
        if (currentTarget instanceof HTMLElement)
          take(currentTarget.parentElement?.querySelector('input') ?? null);
      }}
    >
      Add
    </button>`;
}

function act(picture: IconName, name: string, run: () => void, off: boolean): TemplateResult {
  return html`<button
    class="plain"
    aria-label=${name}
    title=${name}
    aria-disabled=${off ? 'true' : 'false'}
    @click=${() => {
      if (!off) run();
    }}
  >
    ${icon(picture)}
  </button>`;
}
