/** Estimates one story or several: the team's estimates as buttons, a field for a number, and how similar ones came out. */
import { html, nothing, type TemplateResult } from 'lit';
import type { SimilarEstimates } from '../../protocol/panels/planning.ts';
import { Popup } from './popup.ts';
import { plural, storyName } from './words.ts';

export interface EstimateParts {
  /** What is estimated: `FN-12 Sync when back online`, `3 stories`. */
  readonly what: string;
  /** The team's estimates. */
  readonly estimates: readonly string[];
  readonly now: string | undefined;
  /** The digit that opened it. */
  readonly typed: string | undefined;
  /** How stories like this one were estimated; null where it is about several. */
  readonly similar: Promise<SimilarEstimates | null>;
  readonly choose: (estimate: string | null) => void;
}

/** Fewer similar stories than this are too few to go by. */
const FEW = 5;

export class EstimatePopup extends Popup {
  parts: EstimateParts | undefined;
  #similar: SimilarEstimates | null | undefined;
  #wrong = '';

  protected override get label(): string {
    return `Estimate ${this.parts?.what ?? ''}`;
  }

  protected override firstUpdated(): void {
    super.firstUpdated();
    const field = this.querySelector<HTMLInputElement>('input.field');
    const { typed, similar } = this.parts ?? {};
    if (typed !== undefined && field !== null) {
      field.value = typed;
      field.focus();
    }
    void similar
      ?.catch(() => null)
      .then((found) => {
        this.#similar = found;
        this.requestUpdate();
      });
  }

  protected override content(): TemplateResult {
    const { what = '', estimates = [], now } = this.parts ?? {};
    const first = now !== undefined && estimates.includes(now) ? now : estimates[0];
    return html`<form class="popup-form" @submit=${this.#onSubmit}>
      <h2 dir="auto">Estimate ${what}</h2>
      <div class="choices" role="group" aria-label="The team's estimates" @keydown=${this.#onKey}>
        ${estimates.map(
          (estimate) =>
            html`<button
              type="button"
              class="toggle choice"
              aria-pressed=${estimate === now ? 'true' : 'false'}
              ?data-first=${estimate === first}
              @click=${() => {
                this.#choose(estimate);
              }}
            >
              ${estimate}
            </button>`,
        )}
      </div>
      <div class="line">
        <label class="grow"
          >Or a number
          <input class="field" name="number" autocomplete="off" aria-describedby="estimate-wrong"
        /></label>
        <button class="toggle primary">Set</button>
        ${
          now === undefined
            ? nothing
            : html`<button
                type="button"
                class="toggle"
                @click=${() => {
                  this.#choose(null);
                }}
              >
                Remove
              </button>`
        }
      </div>
      <p id="estimate-wrong" class="wrong" role="alert">${this.#wrong}</p>
      ${this.#help()}
    </form>`;
  }

  #help(): TemplateResult | typeof nothing {
    const similar = this.#similar;
    if (similar === null) return nothing;
    if (similar === undefined) return html`<p class="quiet">Looking for similar stories…</p>`;
    if (similar.similar === 0)
      return html`<p class="quiet">
        ${
          similar.estimated === 0
            ? 'No other story has an estimate yet: this is the first one to compare with.'
            : `None of the ${plural(similar.estimated, 'estimated story', 'estimated stories')} is like this one.`
        }
      </p>`;
    return html`<h3>${plural(similar.similar, 'similar story', 'similar stories')}</h3>
      ${similar.similar < FEW ? html`<p class="quiet">Only a few, so take it as a hint.</p>` : nothing}
      ${distribution(similar)}
      <ul class="nearest">
        ${similar.nearest.map(
          (story) =>
            html`<li>
              <span class="points">${story.estimate}</span>
              <span dir="auto">${storyName(story)}</span>
              <span class="quiet" dir="auto">${story.done ? 'done · ' : ''}${story.why}</span>
            </li>`,
        )}
      </ul>`;
  }

  #choose(estimate: string | null): void {
    this.parts?.choose(estimate);
    this.close();
  }

  readonly #onSubmit = (event: Event): void => {
    event.preventDefault();
    const text = this.querySelector<HTMLInputElement>('input.field')?.value.trim() ?? '';
    const { estimates = [] } = this.parts ?? {};
    const own = estimates.find((estimate) => estimate.toLowerCase() === text.toLowerCase());
    const number = /^\d+([.,]\d+)?$/.test(text) ? String(Number(text.replace(',', '.'))) : undefined;
    const estimate = own ?? number;
    if (estimate !== undefined) {
      this.#choose(estimate);
      return;
    }
    this.#wrong = `An estimate is a number${estimates.length === 0 ? '' : ` or one of ${estimates.join(', ')}`}.`;
    this.requestUpdate();
  };

  /** Arrows walk over the buttons; a digit goes into the field. */
  readonly #onKey = (event: KeyboardEvent): void => {
    const field = this.querySelector<HTMLInputElement>('input.field');
    if (/^\d$/.test(event.key) && field !== null) {
      field.focus();
      return;
    }
    const step = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const buttons = [...this.querySelectorAll<HTMLElement>('.choice')];
    const at = buttons.findIndex((button) => button === document.activeElement);
    buttons[Math.min(Math.max(at + step, 0), buttons.length - 1)]?.focus();
  };
}

/** Bars, each with its count in words beside it. */
function distribution({ counts, similar }: SimilarEstimates): TemplateResult {
  const most = Math.max(...counts.map(({ count }) => count), 1);
  return html`<ul class="bars" aria-label="How similar stories were estimated">
    ${counts.map(
      ({ estimate, count }) =>
        html`<li>
          <span class="bar-name">${estimate}</span>
          <span class="bar" aria-hidden="true"><span .style=${`width:${(count / most) * 100}%`}></span></span>
          <span class="bar-words">${count} of ${similar}</span>
        </li>`,
    )}
  </ul>`;
}

customElements.define('estimate-popup', EstimatePopup);
