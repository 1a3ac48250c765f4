/** A card: what it shows, and what a screen reader says of it. */
import { html, nothing, type TemplateResult } from 'lit';
import type { CardFacts } from '../../protocol/panels/board.ts';
import type { Row } from '../../protocol/snapshot.ts';
import { icon, typeIcon } from '../shared/icons.ts';

export interface CardLook {
  readonly facts: CardFacts | undefined;
  /** Names of people by id. */
  readonly people: ReadonlyMap<string, string>;
  readonly today: string;
}

/**
 * The inside of a card, in the order in which it is read out; what is only seen is said in words beside it. Texts of
 * the file are set as texts, never as markup.
 */
export function cardContent(row: Row, { facts, people }: CardLook): TemplateResult {
  const { id = '', title, type, estimate, assignees = [] } = row;
  return html`
    <div class="head">
      ${icon(typeIcon(type))}<span class="id">${id}</span
      >${type === undefined || type === 'story' ? nothing : spoken(`, ${type}`)}
    </div>
    <div class="title" dir="auto" title=${title}>${title === '' ? '(no title)' : title}</div>
    <div class="marks">
      ${problems(row)}
      ${
        estimate === undefined
          ? spoken('no estimate')
          : html`<span class="points">${spoken('estimate ')}${estimate}</span>`
      }
    </div>
    <div class="foot">
      ${row.blocked === true ? blocked(facts) : labels(row)}
      ${
        facts?.tasks === undefined
          ? nothing
          : html`<span class="tasks"
              >${icon('tasks')}${facts.tasks.done}/${facts.tasks.all}${spoken(' tasks done')}</span
            >`
      }
      ${
        assignees.length === 0
          ? spoken('nobody assigned')
          : assignees.map((one) => {
              const name = people.get(one) ?? one;
              return html`<span class="person" title=${name}
                ><span aria-hidden="true">${initials(name)}</span>${spoken(name)}</span
              >`;
            })
      }
    </div>
  `;
}

/** Words for those who listen. */
function spoken(words: string): TemplateResult {
  return html`<span class="spoken">${words}</span>`;
}

function problems({ errors = 0, warnings = 0 }: Row): TemplateResult | typeof nothing {
  const count = errors + warnings;
  if (count === 0) return nothing;
  return html`<span class=${errors > 0 ? 'problems error' : 'problems'}
    >${icon(errors > 0 ? 'error' : 'warning')}${count}${spoken(count === 1 ? ' problem' : ' problems')}</span
  >`;
}

function labels({ labels: all = [] }: Row): TemplateResult {
  return html`<span class="labels"
    >${all.map((label) => html`<span class="label" dir="auto" title=${label}>${label}</span> `)}</span
  >`;
}

/** Why it is blocked, and since when, where that is known. */
function blocked(facts: CardFacts | undefined): TemplateResult {
  const { blocked: why = '', since } = facts ?? {};
  const words = why === '' ? 'blocked' : why;
  const day = since === undefined ? '' : `since ${since}`;
  return html`<span class="blocked" dir="auto" title=${[words, day].filter((part) => part !== '').join(', ')}
      >${icon('stop')}${why === '' ? nothing : spoken('blocked: ')}<span class="why">${words}</span></span
    >${day === '' ? nothing : html`<span class="since">${day}</span>`}`;
}

/** Of the first and the last word of a name; of one word its first two letters. */
function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => word !== '');
  const [first = '', ...rest] = words.map((word) => [...word]);
  return [first[0], rest.at(-1)?.[0] ?? first[1]].join('').toUpperCase();
}

/** Pixels: a card holds three lines of text at the person's own size. */
export function cardHeightIn(element: Element): number {
  const size = Number.parseFloat(getComputedStyle(element).fontSize) || 13;
  return Math.round(size * 5.4 + 18);
}
