/** The parts of the board that only draw: heads of columns, and the field for a title. */
import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../shared/icons.ts';
import type { Passed } from './dragConflicts.ts';
import type { Board, Column } from './model.ts';

function columnHead(
  column: Column,
  { partial, passed }: { readonly partial: boolean; readonly passed: Passed | undefined },
  { fold, open, add }: { readonly fold: () => void; readonly open: () => void; readonly add: () => void },
): TemplateResult {
  const { label, folded } = column;
  const words = partial ? 'not counted yet' : inWords(column);
  return html`<div class="column-head">
    <button
      class="plain"
      aria-expanded=${folded ? 'false' : 'true'}
      aria-label=${`${folded ? 'Unfold' : 'Fold'} ${label}`}
      title=${`${label}: ${words}`}
      @click=${fold}
    >
      ${icon(folded ? 'chevronRight' : 'chevronDown')}
    </button>
    ${
      folded
        ? html`<span class="count" aria-hidden="true">${partial ? '…' : column.count}</span>`
        : html`<h2 dir="auto">
              ${column.epic === undefined ? label : html`<button class="name" @click=${open}>${label}</button>`}
            </h2>
            ${
              partial
                ? html`<span class="count" title=${words}>…</span>`
                : passed === undefined
                  ? totals(column)
                  : tooMany(passed)
            }${
              column.to === undefined
                ? nothing
                : html`<button class="plain" aria-label=${`Add a story in ${label}`} @click=${add}>
                    ${icon('add')}
                  </button>`
            }`
    }
  </div>`;
}

function totals(column: Column): TemplateResult {
  const { count, points, limit, inWork } = column;
  const over = isOver(column);
  // A limit is for all of them, whatever is shown.
  const shown =
    limit === undefined
      ? html`<span class="count">${count}</span>`
      : count === inWork
        ? nothing
        : html`<span class="count">${count} · </span>`;
  const most =
    limit === undefined
      ? nothing
      : html`<span class=${over ? 'count over' : 'count'}
          >${over ? icon('warning') : nothing}${inWork}/${limit}</span
        >`;
  return html`<span class="counts" title=${inWords(column)}
      ><span aria-hidden="true">${shown}${most}</span><span class="spoken">${inWords(column)}</span></span
    ><span class="sum" aria-hidden="true"><span>${points === 0 ? '' : `${points} pt`}</span></span>`;
}

/** While cards are held over a column that would hold too many with them. */
function tooMany({ words }: Passed): TemplateResult {
  return html`<span class="count over passed">${icon('warning')}${words}</span><span class="sum"></span>`;
}

function isOver({ limit, inWork }: Column): boolean {
  return limit !== undefined && inWork > limit;
}

function inWords(column: Column): string {
  const { count, points, limit, inWork } = column;
  const cards = `${count} ${count === 1 ? 'card' : 'cards'}, ${points} ${points === 1 ? 'point' : 'points'}`;
  if (limit === undefined) return cards;
  return `${cards}; at most ${limit} wanted${isOver(column) ? `, but ${inWork} are there in all` : ''}`;
}

export interface FieldEvents {
  readonly key: (event: KeyboardEvent) => void;
  readonly typed: (event: Event) => void;
  /** The focus went elsewhere. */
  readonly left: () => void;
}

/** The only field there is: a title being written. Enter keeps it, Escape or leaving it does not. */
export function titleField(value: string, label: string, { key, typed, left }: FieldEvents): TemplateResult {
  return html`<div class="add-row">
    <input class="field" aria-label=${label} .value=${value} @input=${typed} @keydown=${key} @blur=${left} />
  </div>`;
}

/** The style that gives each column its width, in every lane alike. */
export function widthsOf({ columns }: Board): string {
  const widths = columns.map(({ folded }) => (folded ? '44px' : 'minmax(170px,1fr)'));
  return `grid-template-columns:${widths.join(' ')}`;
}

export interface ColumnEvents {
  readonly fold: (column: Column) => void;
  /** The page of an epic is wanted, by the key of its row. */
  readonly open: (key: string) => void;
  /** A story is added in the column of this number. */
  readonly add: (column: number) => void;
}

export interface Heads {
  readonly board: Board;
  /** The style that gives each column its width. */
  readonly columns: string;
  readonly passed: Passed | undefined;
}

export function columnHeads(
  { board, columns, passed }: Heads,
  { fold, open, add }: ColumnEvents,
): TemplateResult {
  return html`<div class="columns" .style=${columns}>
    ${board.columns.map((column, index) =>
      columnHead(
        column,
        { partial: board.partial, passed: passed?.column === index ? passed : undefined },
        {
          fold: () => {
            fold(column);
          },
          open: () => {
            if (column.epic !== undefined) open(column.epic);
          },
          add: () => {
            add(index);
          },
        },
      ),
    )}
  </div>`;
}
