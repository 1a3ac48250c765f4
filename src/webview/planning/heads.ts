/** The bar above everything, with the choice of the sprint, and the head of the backlog's list with its filter. */
import { html, nothing, type TemplateResult } from 'lit';
import type { PlanningSettings } from '../../protocol/panels/planning.ts';
import { type PlannedSprint, stateOf, type SprintState } from '../../views/planning/sprints.ts';
import { icon } from '../shared/icons.ts';
import type { Planning } from './model.ts';
import { valueOf } from './sprintHead.ts';
import { plural, pointsWord } from './words.ts';

export interface ToolbarParts {
  readonly name: string;
  readonly sprints: readonly PlannedSprint[];
  readonly chosen: string | undefined;
  readonly choose: (id: string) => void;
  readonly create: () => void;
}

const STATES: Readonly<Record<SprintState, string>> = { next: '', running: 'running', closed: 'closed' };

export function toolbar({ name, sprints, chosen, choose, create }: ToolbarParts): TemplateResult {
  return html`<div class="toolbar">
    <h1 dir="auto">Planning ${name}</h1>
    <span class="spring"></span>
    ${
      sprints.length === 0
        ? nothing
        : html`<label
            >Sprint
            <select
              class="field sprint-choice"
              @change=${(event: Event) => {
                choose(valueOf(event));
              }}
            >
              ${[...sprints]
                .reverse()
                .map(
                  (sprint) =>
                    html`<option
                      value=${sprint.id}
                      ?selected=${sprint.id === chosen}
                      .selected=${sprint.id === chosen}
                    >
                      ${optionWords(sprint)}
                    </option>`,
                )}
            </select></label
          >`
    }
    <button class="toggle new-sprint" @click=${create}>${icon('add')} New sprint</button>
  </div>`;
}

function optionWords(sprint: PlannedSprint): string {
  const state = sprint.isNew ? 'new' : STATES[stateOf(sprint)];
  const goal = sprint.goal === undefined ? '' : `: ${sprint.goal.slice(0, 60)}`;
  return `${sprint.id}${state === '' ? '' : ` (${state})`}${goal}`;
}

export interface BacklogHeadParts {
  readonly planning: Planning;
  readonly settings: PlanningSettings;
  readonly change: (settings: Partial<PlanningSettings>) => void;
}

export function backlogHead({ planning, settings, change }: BacklogHeadParts): TemplateResult {
  const { backlog, all, points, unknown } = planning;
  const shown =
    backlog.length === all
      ? plural(all, 'story', 'stories')
      : `${backlog.length} of ${plural(all, 'story', 'stories')}`;
  return html`<div class="list-head">
    <div class="line">
      <h2>Backlog</h2>
      <span class="quiet" role="status"
        >${shown} · ${pointsWord(points)}${unknown === 0 ? '' : ` · looking at ${unknown} more…`}</span
      >
    </div>
    <div class="line">
      <input
        class="field grow"
        type="search"
        aria-label="Filter the backlog"
        placeholder="Filter: words, label:sync, epic:E-1"
        .value=${settings.filter}
        @input=${(event: Event) => {
          change({ filter: valueOf(event) });
        }}
      />
      <button
        class="toggle"
        aria-pressed=${settings.readyOnly ? 'true' : 'false'}
        @click=${() => {
          change({ readyOnly: !settings.readyOnly });
        }}
      >
        Ready only
      </button>
    </div>
  </div>`;
}

/** What stands in the place of an empty list. */
export function emptyList(
  text: string,
  button?: { readonly name: string; readonly run: () => void },
): TemplateResult {
  return html`<div class="empty">
    <p>${text}</p>
    ${button === undefined ? nothing : html`<button class="toggle primary" @click=${button.run}>${button.name}</button>`}
  </div>`;
}
