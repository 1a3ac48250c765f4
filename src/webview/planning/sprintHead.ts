/** The head of the sprint's list: its goal, its days, its team and its capacity, each written in place. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Capacity, DraftChange, PlanningFacts } from '../../protocol/panels/planning.ts';
import type { SprintPlan } from '../../views/planning/plan.ts';
import type { SprintState } from '../../views/planning/sprints.ts';
import { icon } from '../shared/icons.ts';
import { personName, resultWords, timeWords } from './words.ts';

export interface HeadParts {
  readonly chosen: SprintPlan;
  readonly state: SprintState;
  readonly facts: PlanningFacts;
  /** True while the fields for days, team and capacity are open. */
  readonly editing: boolean;
  readonly edit: () => void;
  readonly change: (change: DraftChange) => void;
  readonly run: (kind: 'start' | 'close') => void;
  /** Gives a new sprint up again. */
  readonly drop: () => void;
}

const STATES: Readonly<Record<SprintState, string>> = {
  next: 'not started',
  running: 'running',
  closed: 'closed',
};

export function sprintHead(parts: HeadParts): TemplateResult {
  const { chosen, state, editing, facts } = parts;
  const { sprint } = chosen;
  const team = sprint.team === undefined ? '' : ` · ${sprint.team}`;
  return html`<div class="sprint-head">
    <div class="line">
      <h2 dir="auto">${sprint.id}</h2>
      <span class="tag">${STATES[state]}</span>
      ${sprint.isNew ? html`<span class="tag drafted">new</span>` : nothing}
      <span class="spring"></span>
      ${sprint.isNew ? html`<button class="toggle" @click=${parts.drop}>Discard sprint</button>` : nothing}
      ${state === 'closed' ? nothing : runButton(parts)}
    </div>
    ${goal(parts)}
    <div class="line">
      <span class="quiet" dir="auto">${timeWords(chosen)}${team}</span>
      ${
        state === 'closed'
          ? nothing
          : html`<button class="plain edit" aria-expanded=${editing ? 'true' : 'false'} @click=${parts.edit}>
              ${icon('edit')}<span>${editing ? 'Done' : 'Days, team, capacity'}</span>
            </button>`
      }
    </div>
    ${sprint.result === undefined ? nothing : html`<p class="result">${resultWords(sprint.result)}</p>`}
    ${editing && state !== 'closed' ? fields(parts, facts) : nothing}
  </div>`;
}

function runButton({ state, run }: HeadParts): TemplateResult {
  const kind = state === 'running' ? 'close' : 'start';
  return html`<button
    class="toggle primary"
    @click=${() => {
      run(kind);
    }}
  >
    ${kind === 'close' ? 'Close sprint…' : 'Start sprint…'}
  </button>`;
}

function goal({ chosen: { sprint }, state, change }: HeadParts): TemplateResult {
  const drafted = sprint.drafted.includes('goal') ? ' drafted' : '';
  return html`<input
    class=${`field goal${drafted}`}
    dir="auto"
    aria-label="Goal of the sprint"
    placeholder="What is this sprint for?"
    ?readonly=${state === 'closed'}
    .value=${sprint.goal ?? ''}
    @change=${(event: Event) => {
      change({ kind: 'sprintText', id: sprint.id, field: 'goal', to: valueOf(event) || null });
    }}
  />`;
}

function fields(parts: HeadParts, facts: PlanningFacts): TemplateResult {
  const { chosen, change } = parts;
  const { sprint } = chosen;
  const text = (field: 'start' | 'end' | 'team') => (event: Event) => {
    change({ kind: 'sprintText', id: sprint.id, field, to: valueOf(event) || null });
  };
  const mark = (field: 'start' | 'end' | 'team'): string =>
    sprint.drafted.includes(field) ? 'field drafted' : 'field';
  return html`<div class="sprint-fields">
    <label
      >First day
      <input type="date" class=${mark('start')} .value=${sprint.start ?? ''} @change=${text('start')}
    /></label>
    <label
      >Last day <input type="date" class=${mark('end')} .value=${sprint.end ?? ''} @change=${text('end')}
    /></label>
    ${
      facts.teams.length === 0
        ? nothing
        : html`<label
            >Team
            <select class=${mark('team')} @change=${text('team')}>
              <option value="" ?selected=${sprint.team === undefined}>Everybody</option>
              ${facts.teams.map(({ id }) => html`<option value=${id} ?selected=${id === sprint.team}>${id}</option>`)}
            </select></label
          >`
    }
    ${capacityFields(parts)}
  </div>`;
}

function capacityFields({ chosen, facts, change }: HeadParts): TemplateResult {
  const { sprint } = chosen;
  const { capacity } = sprint;
  const team = teamOf(chosen, facts);
  const byPerson = typeof capacity === 'object';
  const set = (to: Capacity | null): void => {
    change({ kind: 'capacity', id: sprint.id, to });
  };
  return html`
    <label
      >Capacity in points
      <input
        type="number"
        min="0"
        step="any"
        class=${sprint.drafted.includes('capacity') ? 'field drafted' : 'field'}
        ?readonly=${byPerson}
        .value=${String(chosen.room.agreed ?? '')}
        @change=${(event: Event) => {
          if (!byPerson) set(numberOf(event));
        }}
    /></label>
    ${
      team.length === 0
        ? nothing
        : html`<label class="check"
              ><input
                type="checkbox"
                .checked=${byPerson}
                @change=${() => {
                  set(byPerson ? (chosen.room.agreed ?? null) : shared(capacity, team));
                }}
              />
              By person</label
            >
            <table>
              <thead>
                <tr>
                  <th scope="col">Person</th>
                  ${byPerson ? html`<th scope="col">Points</th>` : nothing}
                  <th scope="col">Days away</th>
                </tr>
              </thead>
              <tbody>
                ${team.map((id) => personFields(id, { chosen, facts, change, set }))}
              </tbody>
            </table>`
    }
  `;
}

function personFields(
  id: string,
  {
    chosen,
    facts,
    change,
    set,
  }: Pick<HeadParts, 'chosen' | 'facts' | 'change'> & { readonly set: (to: Capacity) => void },
): TemplateResult {
  const { sprint } = chosen;
  const { capacity, away } = sprint;
  const name = personName({ id, name: facts.people.find((person) => person.id === id)?.name ?? '' });
  return html`<tr>
    <th scope="row" dir="auto">${name}</th>
    ${
      typeof capacity === 'object'
        ? html`<td>
            <input
              type="number"
              min="0"
              step="any"
              class="field"
              aria-label=${`Points of ${name}`}
              .value=${String(capacity[id] ?? '')}
              @change=${(event: Event) => {
                const { [id]: _before, ...others } = capacity;
                const points = numberOf(event);
                set(points === null ? others : { ...capacity, [id]: points });
              }}
            />
          </td>`
        : nothing
    }
    <td>
      <input
        type="number"
        min="0"
        step="any"
        class="field"
        aria-label=${`Days away of ${name}`}
        .value=${String(away[id] ?? '')}
        @change=${(event: Event) => {
          change({ kind: 'away', id: sprint.id, to: { ...away, [id]: numberOf(event) ?? 0 } });
        }}
      />
    </td>
  </tr>`;
}

/** Those whose sprint it is, and everybody who has room or days away in it already. */
function teamOf(
  { sprint: { team, capacity, away } }: SprintPlan,
  { teams, people }: PlanningFacts,
): readonly string[] {
  const own = teams.find(({ id }) => id === team)?.people ?? people.map(({ id }) => id);
  const named = typeof capacity === 'object' ? Object.keys(capacity) : [];
  return [...new Set([...own, ...named, ...Object.keys(away)])];
}

/** A capacity of one number, shared out equally in whole points. */
function shared(capacity: Capacity | undefined, team: readonly string[]): Capacity {
  const all = typeof capacity === 'number' ? capacity : 0;
  const each = Math.floor(all / team.length);
  const more = Math.round(all - each * team.length);
  return Object.fromEntries(team.map((id, index) => [id, each + (index < more ? 1 : 0)]));
}

export function valueOf({ target }: Event): string {
  return target !== null && 'value' in target && typeof target.value === 'string' ? target.value : '';
}

function numberOf(event: Event): number | null {
  const text = valueOf(event).trim();
  const number = Number(text);
  return text === '' || !Number.isFinite(number) || number < 0 ? null : number;
}
