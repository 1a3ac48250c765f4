/** Makes the next sprint: a proposal that a person may change. */
import { html, type TemplateResult } from 'lit';
import type { NewSprint } from '../../protocol/panels/planning.ts';
import { isTaken } from '../../views/planning/sprints.ts';
import { Popup } from './popup.ts';

export interface SprintParts {
  readonly proposal: NewSprint;
  readonly sprints: readonly { readonly id: string }[];
  readonly add: (sprint: NewSprint) => void;
}

export class SprintPopup extends Popup {
  parts: SprintParts | undefined;
  #wrong = '';

  protected override readonly label = 'New sprint';

  protected override content(): TemplateResult {
    const { id = '', start = '', end = '', goal = '' } = this.parts?.proposal ?? {};
    return html`<form class="popup-form" @submit=${this.#onSubmit}>
      <h2>New sprint</h2>
      <label class="popup-label"
        >Name <input class="field" name="id" data-first .value=${id} aria-describedby="sprint-wrong"
      /></label>
      <p id="sprint-wrong" class="wrong" role="alert">${this.#wrong}</p>
      <div class="line">
        <label class="popup-label"
          >First day <input type="date" class="field" name="start" .value=${start}
        /></label>
        <label class="popup-label"
          >Last day <input type="date" class="field" name="end" .value=${end}
        /></label>
      </div>
      <label class="popup-label"
        >Goal
        <input class="field" name="goal" dir="auto" placeholder="What is this sprint for?" .value=${goal}
      /></label>
      <div class="line">
        <span class="quiet">It is part of the draft until you accept it.</span><span class="spring"></span>
        <button
          type="button"
          class="toggle"
          @click=${() => {
            this.close();
          }}
        >
          Cancel
        </button>
        <button class="toggle primary">Add sprint</button>
      </div>
    </form>`;
  }

  readonly #onSubmit = (event: Event): void => {
    event.preventDefault();
    const { proposal, sprints = [], add } = this.parts ?? {};
    if (proposal === undefined) return;
    const id = this.#text('id');
    const [start, end, goal] = [this.#text('start'), this.#text('end'), this.#text('goal')];
    if (isTaken(sprints, id))
      this.#wrong = id === '' ? 'A sprint needs a name.' : `There is a sprint ${id} already.`;
    else if (start !== '' && end !== '' && end < start) this.#wrong = 'The last day is before the first one.';
    else {
      const { start: _start, end: _end, goal: _goal, ...rest } = proposal;
      const given = Object.entries({ start, end, goal }).filter(([, text]) => text !== '');
      add?.({ ...rest, id, ...Object.fromEntries(given) });
      this.close();
      return;
    }
    this.requestUpdate();
  };

  #text(name: string): string {
    return this.querySelector<HTMLInputElement>(`input[name=${name}]`)?.value.trim() ?? '';
  }
}

customElements.define('sprint-popup', SprintPopup);
