/** What an action would write, in words, before it is written: accepting the draft, starting or closing a sprint. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Action, Day, Preview, PreviewResult, ToldChange } from '../../protocol/panels/planning.ts';
import type { Row } from '../../protocol/snapshot.ts';
import { icon } from '../shared/icons.ts';
import { Popup } from './popup.ts';
import { valueOf } from './sprintHead.ts';
import { plural, storyName } from './words.ts';

export interface ActionParts {
  readonly action: Action;
  /** Of a sprint that is closed: its stories that are not finished, and where they may go, the next sprint first. */
  readonly unfinished: readonly Row[];
  readonly sprints: readonly string[];
  readonly preview: (action: Action) => Promise<PreviewResult>;
  readonly showDiff: (action: Action) => void;
  readonly run: (action: Action) => void;
  /** Takes what the draft says about this row back; undefined where it is no such entry. */
  readonly forget: ((key: string) => Promise<void>) | undefined;
}

const TITLES: Readonly<Record<Action['kind'], string>> = {
  accept: 'What is not yet in the file',
  start: 'Start',
  close: 'Close',
};

const RUN: Readonly<Record<Action['kind'], string>> = {
  accept: 'Accept all',
  start: 'Start sprint',
  close: 'Close sprint',
};

/** More changes than this are not listed one by one in a group. */
const MOST_LISTED = 200;

export class ActionPopup extends Popup {
  parts: ActionParts | undefined;
  #action: Action | undefined;
  #preview: Preview | undefined;
  #wrong = '';
  #asked = 0;

  protected override get label(): string {
    const { action } = this.parts ?? {};
    if (action === undefined) return '';
    return 'sprint' in action ? `${TITLES[action.kind]} ${action.sprint}` : TITLES[action.kind];
  }

  protected override firstUpdated(): void {
    super.firstUpdated();
    this.#action = this.parts?.action;
    void this.#ask();
  }

  async #ask(): Promise<void> {
    const action = this.#action;
    if (action === undefined) return;
    const asked = ++this.#asked;
    const result = await this.parts?.preview(action);
    // A later question has been asked meanwhile.
    if (asked !== this.#asked || result === undefined) return;
    this.#preview = result.ok ? result.preview : undefined;
    this.#wrong = result.ok ? '' : result.message;
    this.requestUpdate();
  }

  protected override content(): TemplateResult {
    const action = this.#action ?? this.parts?.action;
    if (action === undefined) return html``;
    const ready = this.#preview !== undefined && this.#preview.groups.length > 0;
    return html`<form class="popup-form wide" @submit=${this.#onSubmit}>
      <h2 dir="auto">${this.label}</h2>
      <div class="popup-scroll" tabindex="0" role="region" aria-label="What would be written">
        ${'day' in action ? this.#day(action) : nothing}
        ${action.kind === 'close' ? this.#unfinished(action) : nothing}
        ${this.#wrong === '' ? nothing : html`<p class="wrong" role="alert">${this.#wrong}</p>`}
        ${this.#told()}
      </div>
      <div class="line">
        <button
          type="button"
          class="toggle"
          aria-disabled=${ready ? 'false' : 'true'}
          @click=${() => {
            if (ready) this.parts?.showDiff(action);
          }}
        >
          Show the difference in the file
        </button>
        <span class="spring"></span>
        <button
          type="button"
          class="toggle"
          @click=${() => {
            this.close();
          }}
        >
          Cancel
        </button>
        <button class="toggle primary" data-first aria-disabled=${ready ? 'false' : 'true'}>
          ${RUN[action.kind]}
        </button>
      </div>
    </form>`;
  }

  #told(): TemplateResult {
    const preview = this.#preview;
    if (preview === undefined)
      return this.#wrong === '' ? html`<p class="quiet">Working it out…</p>` : html``;
    const { groups, warnings } = preview;
    return html`
      ${
        warnings.length === 0
          ? nothing
          : html`<ul class="warnings" aria-label="Worth knowing">
              ${warnings.map((warning) => html`<li>${icon('warning')}<span dir="auto">${warning}</span></li>`)}
            </ul>`
      }
      ${groups.length === 0 ? html`<p class="quiet">There is nothing to write.</p>` : nothing}
      ${groups.map(
        ({ title, changes }) =>
          html`<section>
            <h3 dir="auto">${title}</h3>
            <ul class="told">
              ${changes.slice(0, MOST_LISTED).map((change) => this.#change(change))}
            </ul>
            ${changes.length > MOST_LISTED ? html`<p class="quiet">And ${changes.length - MOST_LISTED} more.</p>` : nothing}
          </section>`,
      )}
    `;
  }

  #change({ key, what, from, to }: ToldChange): TemplateResult {
    const { forget, action } = this.parts ?? {};
    return html`<li>
      <span class="grow" dir="auto">${what}</span>
      <span class="from-to">${fromTo(from, to)}</span>
      ${
        key === undefined || forget === undefined || action?.kind !== 'accept'
          ? nothing
          : html`<button
              type="button"
              class="plain"
              title="Take back"
              aria-label=${`Take back what is changed in ${what}`}
              @click=${async () => {
                await forget(key);
                await this.#ask();
                this.querySelector<HTMLElement>('[data-first]')?.focus();
              }}
            >
              ${icon('discard')}
            </button>`
      }
    </li>`;
  }

  #day(action: Exclude<Action, { readonly kind: 'accept' }>): TemplateResult {
    return html`<label class="popup-label"
      >${action.kind === 'start' ? 'Started on' : 'Closed on'}
      <input
        type="date"
        class="field"
        .value=${action.day}
        @change=${(event: Event) => {
          const day: Day = valueOf(event) || action.day;
          this.#try({ ...action, day });
        }}
    /></label>`;
  }

  #unfinished(action: Extract<Action, { readonly kind: 'close' }>): TemplateResult {
    const { unfinished = [], sprints = [] } = this.parts ?? {};
    if (unfinished.length === 0) return html`<p>Every story of this sprint is finished.</p>`;
    const { except = {} } = action;
    return html`<label class="popup-label"
        >${plural(unfinished.length, 'unfinished story goes', 'unfinished stories go')}
        ${destination('Where unfinished stories go', action.unfinished, sprints, (to) => {
          this.#try({ ...action, unfinished: to, except: {} });
        })}</label
      >
      ${
        sprints.length > 0
          ? nothing
          : html`<p class="quiet">
              There is no sprint after it yet: make one first, and they can go on to it.
            </p>`
      }
      <details>
        <summary>Decide story by story</summary>
        <ul class="told">
          ${unfinished.map(
            (row) =>
              html`<li>
                <span class="grow" dir="auto">${storyName(row)}</span>
                ${destination(
                  `Where ${storyName(row)} goes`,
                  Object.hasOwn(except, row.key) ? (except[row.key] ?? null) : action.unfinished,
                  sprints,
                  (to) => {
                    const { [row.key]: _before, ...others } = except;
                    this.#try({
                      ...action,
                      except: to === action.unfinished ? others : { ...others, [row.key]: to },
                    });
                  },
                )}
              </li>`,
          )}
        </ul>
      </details>`;
  }

  #try(action: Action): void {
    this.#action = action;
    this.requestUpdate();
    void this.#ask();
  }

  readonly #onSubmit = (event: Event): void => {
    event.preventDefault();
    const action = this.#action;
    if (action === undefined || this.#preview === undefined || this.#preview.groups.length === 0) return;
    this.close();
    this.parts?.run(action);
  };
}

function fromTo(from: string | undefined, to: string | undefined): TemplateResult | typeof nothing {
  if (from === undefined && to === undefined) return nothing;
  if (from === undefined) return html`<ins dir="auto">${to}</ins>`;
  if (to === undefined) return html`<del dir="auto">${from}</del><span class="spoken"> is removed</span>`;
  return html`<del dir="auto">${from}</del><span class="spoken"> becomes </span
    ><span aria-hidden="true"> → </span><ins dir="auto">${to}</ins>`;
}

function destination(
  label: string,
  now: string | null,
  sprints: readonly string[],
  choose: (to: string | null) => void,
): TemplateResult {
  return html`<select
    class="field"
    aria-label=${label}
    @change=${(event: Event) => {
      choose(valueOf(event) || null);
    }}
  >
    ${sprints.map((id) => html`<option value=${id} ?selected=${id === now}>to ${id}</option>`)}
    <option value="" ?selected=${now === null}>back to the backlog</option>
  </select>`;
}

customElements.define('action-popup', ActionPopup);
