/** A lane of the board: its name, and a cell for each column with the cards and the field for a title. */
import { html, nothing, type TemplateResult } from 'lit';
import './stack.ts';
import type { Row } from '../../protocol/snapshot.ts';
import type { Editing } from './editing.ts';
import type { Board } from './model.ts';
import { laneHeight } from './nearLanes.ts';
import { type FieldEvents, titleField } from './parts.ts';
import type { StackHost } from './stack.ts';

export interface LaneParts {
  readonly board: Board;
  readonly stacks: StackHost;
  /** Counts up where cards are to be drawn again. */
  readonly version: number;
  readonly editing: Editing | undefined;
  /** The column that would hold too many, were the carried cards dropped. */
  readonly passed: number | undefined;
  readonly field: FieldEvents;
  /** Whether a lane is near the screen; the others keep their place. */
  readonly near: (lane: number) => boolean;
}

/** @param columns the style that gives each column its width */
export function laneView(at: number, columns: string, parts: LaneParts): TemplateResult | typeof nothing {
  const lane = parts.board.lanes[at];
  if (lane === undefined) return nothing;
  const { label, count, points, cells } = lane;
  const { near, stacks } = parts;
  const drawn = near(at);
  const height = drawn ? '' : `height:${laneHeight(lane, stacks.pitch, stacks.rowHeight)}px`;
  const totals = points === 0 ? count : `${count} · ${points} pt`;
  const head = html`<h2 class="lane-head" dir="auto">${label} <span class="count">${totals}</span></h2>`;
  return html`${label === '' ? nothing : head}
    <div
      class=${label === '' ? 'lane alone' : 'lane'}
      role="group"
      aria-label=${label === '' ? 'Cards' : `${label}, ${count} ${count === 1 ? 'card' : 'cards'}`}
      data-at=${at}
      .style=${`${columns};${height}`}
    >
      ${drawn ? cells.map((rows, index) => cell(rows, at, index, parts)) : nothing}
    </div>`;
}

function cell(rows: readonly Row[], lane: number, index: number, parts: LaneParts): TemplateResult {
  const { board, passed, stacks, version } = parts;
  const column = board.columns[index];
  if (column === undefined || column.folded) return html`<div class="cell folded"></div>`;
  return html`<div class=${passed === index ? 'cell passed' : 'cell'} data-lane=${lane} data-column=${index}>
    ${field(rows, lane, index, parts)}
    <card-stack
      .style=${`height:${rows.length * stacks.pitch}px`}
      .rows=${rows}
      .host=${stacks}
      .label=${column.label}
      .version=${version}
      .lane=${lane}
      .column=${index}
    ></card-stack>
  </div>`;
}

/** The title that is being written in this cell: above the cards, or over the card that is renamed. */
function field(
  rows: readonly Row[],
  lane: number,
  column: number,
  { board, editing, field: events, stacks }: LaneParts,
): TemplateResult | typeof nothing {
  if (editing?.lane !== lane || editing.column !== column) return nothing;
  const name = board.lanes[lane]?.label ?? '';
  const where = name === '' ? '' : ` in ${name}`;
  if (editing.kind === 'add') return titleField(editing.text, `Title of the new story${where}`, events);
  const at = rows.findIndex(({ key }) => key === editing.key);
  const row = rows[at];
  if (row === undefined) return nothing;
  return html`<div class="rename" .style=${`transform:translateY(${at * stacks.pitch}px)`}>
    ${titleField(editing.text, `New title of ${row.id ?? 'the story'}`, events)}
  </div>`;
}
