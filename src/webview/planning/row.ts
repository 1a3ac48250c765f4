/** A story in one of the two lists: what it shows, and what a screen reader says of it. */
import { html, nothing, type TemplateResult } from 'lit';
import type { StoryDraft, StoryFacts } from '../../protocol/panels/planning.ts';
import type { Row } from '../../protocol/snapshot.ts';
import { icon, typeIcon } from '../shared/icons.ts';
import { type Broken, brokenWords, lacksWords, listed, problemsWords, storyName } from './words.ts';

/** In which of the two lists a story is. */
export type Side = 'backlog' | 'sprint';

export interface RowLook {
  readonly facts: StoryFacts | undefined;
  /** Undefined while it is not known. */
  readonly lacks: readonly string[] | undefined;
  readonly broken: readonly Broken[];
  readonly drafted: StoryDraft | undefined;
  /** Names of people by id. */
  readonly people: ReadonlyMap<string, string>;
  /** Finished or dropped: it stays where it is. */
  readonly over: boolean;
  /** Where its button brings it; undefined where it can't be moved. */
  readonly goesTo: string | undefined;
}

export interface RowEvents {
  readonly move: (key: string) => void;
  readonly estimate: (key: string) => void;
  readonly assign: (key: string) => void;
}

/** The cells of a row. Only the buttons of the current row are reached by the tab key. */
export function rowCells(
  row: Row,
  side: Side,
  look: RowLook,
  { events, tab }: { readonly events: RowEvents; readonly tab: '0' | '-1' },
): TemplateResult {
  const name = storyName(row);
  const { drafted, over, goesTo } = look;
  return html`
    <div class="cell-story" role="gridcell">
      <div class="line">
        ${icon(over ? 'pass' : typeIcon(row.type))}
        <span class="id">${row.id ?? ''}</span>
        <span class="title" dir="auto">${row.title === '' ? '(no title)' : row.title}</span>
      </div>
      <div class="line meta">${marks(row, side, look)}</div>
    </div>
    <div class="cell-estimate" role="gridcell">
      <button
        class=${chip(row.estimate !== undefined, drafted?.estimate !== undefined)}
        tabindex=${tab}
        title=${row.estimate === undefined ? 'Estimate (E)' : `Estimate ${row.estimate} (E)`}
        aria-label=${`Estimate of ${name}: ${row.estimate ?? 'none'}`}
        @click=${() => {
          events.estimate(row.key);
        }}
      >
        ${row.estimate ?? '–'}
      </button>
    </div>
    <div class="cell-person" role="gridcell">
      <button
        class=${chip((row.assignees ?? []).length > 0, drafted?.assignee !== undefined)}
        tabindex=${tab}
        title=${`${namesOf(row, look) || 'Nobody'} (A)`}
        aria-label=${`Who does ${name}: ${shortNames(row, look) || 'nobody'}`}
        @click=${() => {
          events.assign(row.key);
        }}
      >
        ${
          (row.assignees ?? []).length === 0
            ? icon('person')
            : html`<span dir="auto">${shortNames(row, look)}</span>`
        }
      </button>
    </div>
    <div class="cell-move" role="gridcell">
      ${
        goesTo === undefined
          ? nothing
          : html`<button
              class="plain move"
              tabindex=${tab}
              title=${goesTo}
              aria-label=${`${goesTo}: ${name}`}
              @click=${() => {
                events.move(row.key);
              }}
            >
              ${icon(side === 'backlog' ? 'arrowRight' : 'arrowLeft')}
            </button>`
      }
    </div>
  `;
}

function chip(filled: boolean, drafted: boolean): string {
  return `chip${filled ? '' : ' none'}${drafted ? ' drafted' : ''}`;
}

function marks(row: Row, side: Side, { facts, lacks, broken, drafted, over }: RowLook): TemplateResult {
  const moved = drafted?.sprint;
  const bad = broken.map(brokenWords).join('; ');
  return html`
    ${moved === undefined ? nothing : html`<span class="tag drafted">${movedWords(moved.from, moved.to)}</span>`}
    ${
      moved === undefined && side === 'backlog' && row.sprint !== undefined
        ? html`<span class="tag" dir="auto">In ${row.sprint}</span>`
        : nothing
    }
    ${over ? html`<span class="tag" dir="auto">${row.status}</span>` : nothing} ${problems(row)}
    ${bad === '' ? nothing : html`<span class="bad" title=${bad}>${icon('link')}<span dir="auto">${bad}</span></span>`}
    ${
      row.blocked === true
        ? html`<span class="bad" title=${facts?.blocked || 'Blocked'}
            >${icon('stop')}<span dir="auto">Blocked${facts?.blocked ? `: ${facts.blocked}` : ''}</span></span
          >`
        : nothing
    }
    ${
      over || lacks === undefined
        ? nothing
        : lacks.length === 0
          ? html`<span class="ready">${icon('check')}Ready</span>`
          : html`<span class="lacks" title=${lacksWords(lacks)}
              >${icon('circle')}<span>${lacksWords(lacks)}</span></span
            >`
    }
    ${facts?.tasks === undefined ? nothing : html`<span class="tasks">${icon('tasks')}${facts.tasks.done}/${facts.tasks.all}</span>`}
  `;
}

/** What is found in it, as on its card of the board. */
function problems(row: Row): TemplateResult | typeof nothing {
  const words = problemsWords(row);
  if (words === '') return nothing;
  const { errors = 0, warnings = 0 } = row;
  return html`<span class=${errors > 0 ? 'problems error' : 'problems'} title=${words}
    >${icon(errors > 0 ? 'error' : 'warning')}${errors + warnings}</span
  >`;
}

function movedWords(from: string | null, to: string | null): string {
  if (to === null) return `Taken out of ${from ?? 'its sprint'}`;
  return from === null ? 'New here' : `From ${from}`;
}

/** One sentence with everything that the row shows. */
export function rowSpoken(row: Row, side: Side, look: RowLook): string {
  const { facts, lacks, broken, drafted } = look;
  const parts = [
    storyName(row),
    row.type === undefined || row.type === 'story' ? '' : row.type,
    row.estimate === undefined ? 'no estimate' : `estimate ${row.estimate}`,
    namesOf(row, look) || 'nobody assigned',
    drafted === undefined ? '' : 'changed in the draft',
    side === 'backlog' && row.sprint !== undefined ? `in ${row.sprint}` : '',
    look.over ? (row.status ?? '') : '',
    problemsWords(row),
    ...broken.map(brokenWords),
    row.blocked === true ? `blocked${facts?.blocked ? `: ${facts.blocked}` : ''}` : '',
    lacks === undefined || look.over ? '' : lacks.length === 0 ? 'ready' : lacksWords(lacks),
    facts?.tasks === undefined ? '' : `${facts.tasks.done} of ${facts.tasks.all} tasks done`,
  ];
  return parts.filter((part) => part !== '').join(', ');
}

function namesOf(row: Row, { people }: Pick<RowLook, 'people'>): string {
  return listed((row.assignees ?? []).map((id) => people.get(id) ?? id));
}

function shortNames(row: Row, { people }: Pick<RowLook, 'people'>): string {
  return (row.assignees ?? []).map((id) => short(people.get(id) ?? id)).join(', ');
}

/** A first name, or a short word; long names are cut by the style. */
function short(name: string): string {
  return name.split(/\s+/)[0] ?? name;
}
