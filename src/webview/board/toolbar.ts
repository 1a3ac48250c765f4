/** The bar above the board: what it is about, how it is dealt out, and what is kept back. */
import '@vscode-elements/elements/dist/vscode-option/index.js';
import '@vscode-elements/elements/dist/vscode-single-select/index.js';
import '@vscode-elements/elements/dist/vscode-textfield/index.js';
import { html, nothing, type TemplateResult } from 'lit';
import type { BoardSettings, Lanes, QuickFilter, Scope } from '../../protocol/panels/board.ts';
import type { Row } from '../../protocol/snapshot.ts';
import { activeSprints, nameOf } from '../../views/scope.ts';
import { icon } from '../shared/icons.ts';
import type { ViewSettings } from '../shared/viewSettings.ts';
import type { QuickFilters } from './quickFilters.ts';
import type { Board } from './model.ts';
import { emptyState } from './emptyState.ts';

export interface ToolbarParts {
  readonly name: string;
  readonly rows: readonly Row[];
  /** Whether all that can be shown is there to choose from, or only what is shown now. */
  readonly choices: boolean;
  readonly board: Board;
  readonly now: BoardSettings;
  readonly settings: ViewSettings<BoardSettings>;
  readonly quick: QuickFilters;
  readonly today: string;
  /** An epic more, on a story map. */
  readonly newEpic: () => void;
}

const QUICK: Readonly<Record<QuickFilter, string>> = {
  mine: 'Mine',
  blocked: 'Blocked',
  unestimated: 'No estimate',
  problems: 'Has problems',
};

/** What the board can be cut into; never into what its columns are. */
const LANES: Readonly<Record<Lanes, string>> = {
  none: 'None',
  epic: 'Epic',
  release: 'Release',
  assignee: 'Assignee',
  priority: 'Priority',
};

export function toolbar(parts: ToolbarParts): TemplateResult {
  const { name, rows, choices, board, now, settings, quick, today, newEpic } = parts;
  const change = (to: Partial<BoardSettings>): void => {
    settings.change(to);
  };
  const shown = scopes(choices ? rows : [], today, now.scope);
  // There is not room for every name.
  const scopeName = shown.find(([key]) => key === scopeKey(now.scope))?.[1] ?? '';
  return html`<div class="toolbar">
      <h1 dir="auto">${name}</h1>
      <span class="summary" role="status">${summary(board)}</span>
      <span class="spring"></span>
      <label
        >Show
        <vscode-single-select
          label="Which stories are shown"
          combobox
          title=${scopeName}
          .value=${scopeKey(now.scope)}
          @change=${(event: Event) => {
            change({ scope: scopeFrom(valueOf(event)) });
          }}
        >
          ${shown.map(
            ([key, label]) =>
              html`<vscode-option value=${key} ?selected=${key === scopeKey(now.scope)}
                >${label}</vscode-option
              >`,
          )}
        </vscode-single-select></label
      >
      <label
        >${now.columns === 'epic' ? 'Slices' : 'Lanes'}
        <vscode-single-select
          class="narrow"
          label=${now.columns === 'epic' ? 'Slices' : 'Lanes'}
          .value=${now.lanes}
          @change=${(event: Event) => {
            change({ lanes: lanesFrom(valueOf(event)) });
          }}
        >
          ${lanesOf(now).map(
            ([key, label]) =>
              html`<vscode-option value=${key} ?selected=${key === now.lanes}>${label}</vscode-option>`,
          )}
        </vscode-single-select></label
      >
      <vscode-textfield
        label="Filter"
        placeholder="Filter: words, label:sync, is:blocked"
        .value=${now.filter}
        @input=${(event: Event) => {
          change({ filter: valueOf(event) });
        }}
      ></vscode-textfield>
      <div class="quick">
        ${Object.entries(QUICK).map(([key, label]) => {
          const filter = key as QuickFilter;
          return html`<button
            class="toggle"
            aria-pressed=${now.quick.includes(filter) ? 'true' : 'false'}
            @click=${() => {
              void quick.toggle(filter);
            }}
          >
            ${label}
          </button>`;
        })}
        ${
          now.columns === 'epic'
            ? html`<span class="spring"></span
                ><button class="toggle" @click=${newEpic}>${icon('add')} New Epic</button>`
            : nothing
        }
      </div>
    </div>
    ${emptyState(board, rows, change)}`;
}

function summary({ count, kept, scope, partial }: Board): string {
  if (partial) return scope === '' ? 'Reading the backlog…' : `${scope} · reading…`;
  const cards = `${count} ${count === 1 ? 'card' : 'cards'}`;
  return `${scope} · ${cards}${kept === 0 ? '' : `, ${kept} filtered out`}`;
}

function scopes(rows: readonly Row[], today: string, now: Scope): readonly (readonly [string, string])[] {
  const active = activeSprints(rows, today).map(nameOf).join(', ');
  const named = (kind: 'sprint' | 'epic' | 'release', list: Row['list'], word: string) =>
    rows.flatMap((row) =>
      row.list === list && row.id !== undefined
        ? [[`${kind}:${row.id}`, `${word} ${nameOf(row)}`] as const]
        : [],
    );
  const all: (readonly [string, string])[] = [
    ['active', active === '' ? 'Active sprint' : `Active sprint: ${active}`],
    ['all', 'Everything'],
    ...named('sprint', 'sprints', 'Sprint'),
    ...named('epic', 'epics', 'Epic'),
    ...named('release', 'releases', 'Release'),
  ];
  const key = scopeKey(now);
  // What was chosen before may be gone from the file.
  return all.some(([known]) => known === key) ? all : [...all, [key, key]];
}

function scopeKey(scope: Scope): string {
  return 'id' in scope ? `${scope.kind}:${scope.id}` : scope.kind;
}

function scopeFrom(key: string): Scope {
  const colon = key.indexOf(':');
  const kind = key.slice(0, colon);
  const id = key.slice(colon + 1);
  if (kind === 'sprint' || kind === 'epic' || kind === 'release') return { kind, id };
  return { kind: key === 'active' ? 'active' : 'all' };
}

function lanesOf({ columns }: BoardSettings): readonly (readonly [string, string])[] {
  return Object.entries(LANES).filter(([lanes]) => lanes !== columns);
}

function lanesFrom(key: string): Lanes {
  return key in LANES ? (key as Lanes) : 'none';
}

function valueOf({ target }: Event): string {
  return target !== null && 'value' in target && typeof target.value === 'string' ? target.value : '';
}
