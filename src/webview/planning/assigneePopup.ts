/** Says who does one story or several: the team's people, each with what they have in the sprint already. */
import { html, nothing, type TemplateResult } from 'lit';
import type { PersonPlan } from '../../views/planning/plan.ts';
import { meter } from './meter.ts';
import { Popup } from './popup.ts';
import { fullness, personName } from './words.ts';

export interface AssigneeParts {
  readonly what: string;
  /** Everybody, the people of the sprint's team first. */
  readonly people: readonly PersonPlan[];
  readonly chosen: readonly string[];
  readonly choose: (ids: readonly string[]) => void;
}

/** From so many people on there is a field to find one. */
const MANY = 10;

export class AssigneePopup extends Popup {
  parts: AssigneeParts | undefined;
  #chosen: ReadonlySet<string> | undefined;
  #filter = '';

  protected override get label(): string {
    return `Who does ${this.parts?.what ?? ''}`;
  }

  protected override content(): TemplateResult {
    const { what = '', people = [], chosen = [] } = this.parts ?? {};
    this.#chosen ??= new Set(chosen);
    const wanted = this.#filter.toLowerCase();
    const shown = people.filter((person) => `${person.id} ${person.name}`.toLowerCase().includes(wanted));
    return html`<form class="popup-form" method="dialog" @submit=${this.#onSubmit}>
      <h2 dir="auto">Who does ${what}?</h2>
      ${
        people.length < MANY
          ? nothing
          : html`<input
              class="field"
              aria-label="Find a person"
              placeholder="Find a person"
              @input=${this.#onFilter}
            />`
      }
      ${people.length === 0 ? html`<p class="quiet">The backlog names nobody yet.</p>` : nothing}
      <ul class="people-choice" @keydown=${this.#onKey}>
        ${shown.map((person, index) => this.#person(person, index))}
      </ul>
      <div class="line"><span class="spring"></span><button class="toggle primary">Done</button></div>
    </form>`;
  }

  #person(person: PersonPlan, index: number): TemplateResult {
    const { of, left, over } = fullness(person.load, person.room);
    return html`<li>
      <label>
        <input
          type="checkbox"
          ?data-first=${index === 0}
          .checked=${this.#chosen?.has(person.id) === true}
          @change=${() => {
            this.#toggle(person.id);
          }}
        />
        <span class="name" dir="auto">${personName(person)}</span>
        <span class="quiet">${of}${left === '' ? '' : `, ${left}`}</span>
      </label>
      ${person.room === undefined ? nothing : meter({ label: personName(person), load: person.load, room: person.room, over, spoken: false })}
    </li>`;
  }

  #toggle(id: string): void {
    const chosen = new Set(this.#chosen);
    if (!chosen.delete(id)) chosen.add(id);
    this.#chosen = chosen;
  }

  readonly #onFilter = ({ target }: Event): void => {
    this.#filter = target instanceof HTMLInputElement ? target.value : '';
    this.requestUpdate();
  };

  readonly #onSubmit = (): void => {
    this.parts?.choose([...(this.#chosen ?? [])]);
  };

  /** Arrows walk; Enter is done. */
  readonly #onKey = (event: KeyboardEvent): void => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (event.key === 'Enter') {
      event.preventDefault();
      this.#onSubmit();
      this.close();
    }
    if (step === undefined) return;
    event.preventDefault();
    const boxes = [...this.querySelectorAll<HTMLElement>('input[type=checkbox]')];
    const at = boxes.findIndex((box) => box === document.activeElement);
    boxes[Math.min(Math.max(at + step, 0), boxes.length - 1)]?.focus();
  };
}

customElements.define('assignee-popup', AssigneePopup);
