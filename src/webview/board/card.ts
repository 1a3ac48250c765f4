/** A card: what it shows, and what a screen reader says of it. */
import { html, nothing, type TemplateResult } from 'lit';
import type { CardFacts } from '../../protocol/panels/board.ts';
import type { Row } from '../../protocol/snapshot.ts';
import { icon, typeIcon } from '../shared/icons.ts';

export interface CardLook {
  readonly facts: CardFacts | undefined;
  /** The day since when it is shared that it is blocked. */
  readonly since: string | undefined;
  /** Names of people by id. */
  readonly people: ReadonlyMap<string, string>;
  readonly today: string;
}

/**
 * The inside of a card. Texts of the file are set as texts, never as markup. What its marks say is put into words once,
 * for those who listen.
 */
export function cardContent(row: Row, look: CardLook): TemplateResult {
  const { id = '', title, type, estimate } = row;
  return html`<div class="head">${icon(typeIcon(type))}<span class="id">${id}</span></div>
    <div class="title" dir="auto" title=${title}>${title === '' ? NO_TITLE : title}</div>
    <div class="marks" aria-hidden="true">
      ${problems(row)}${estimate === undefined ? nothing : html`<span class="points">${estimate}</span>`}
    </div>
    <div class="foot" aria-hidden="true">
      ${row.blocked === true ? blocked(look) : labels(row)}${tasks(look)}${people(row, look)}
    </div>
    <span class="spoken">${words(row, look)}</span>`;
}

const NO_TITLE = '(no title)';

function problems({ errors = 0, warnings = 0 }: Row): TemplateResult | typeof nothing {
  if (errors + warnings === 0) return nothing;
  return html`<span class=${errors > 0 ? 'problems error' : 'problems'}
    >${icon(errors > 0 ? 'error' : 'warning')}${errors + warnings}</span
  >`;
}

function labels({ labels: all = [] }: Row): TemplateResult {
  return html`<span class="labels"
    >${all.map((label) => html`<span class="label" dir="auto" title=${label}>${label}</span>`)}</span
  >`;
}

function tasks({ facts }: CardLook): TemplateResult | typeof nothing {
  if (facts?.tasks === undefined) return nothing;
  return html`<span class="tasks">${icon('tasks')}${facts.tasks.done}/${facts.tasks.all}</span>`;
}

function people({ assignees = [] }: Row, { people: names }: CardLook): readonly TemplateResult[] {
  return assignees.map((one) => {
    const name = names.get(one) ?? one;
    return html`<span class="person" title=${name}>${initials(name)}</span>`;
  });
}

/** How long it is blocked, where that is known, and why. */
function blocked({ facts, since, today }: CardLook): TemplateResult {
  const why = facts?.blocked ?? '';
  const long = since === undefined ? '' : howLong(since, today);
  const told = [since === undefined ? 'Blocked' : `Blocked since ${since}`, why].filter(
    (part) => part !== '',
  );
  return html`<span class="blocked" dir="auto" title=${told.join(': ')}
    >${icon('stop')}<span class="why"
      >${[long, why].filter((part) => part !== '').join(': ') || 'blocked'}</span
    ></span
  >`;
}

/** Between two days as `YYYY-MM-DD`. */
function howLong(since: string, today: string): string {
  const days = Math.round((Date.parse(today) - Date.parse(since)) / 86_400_000);
  if (days <= 0) return 'since today';
  return days === 1 ? '1 day' : `${days} days`;
}

/** What a screen reader says of a card behind its id and title. */
function words(row: Row, { facts, since, today, people: names }: CardLook): string {
  const { type = 'story', estimate, errors = 0, warnings = 0, labels: all = [], assignees = [] } = row;
  const count = errors + warnings;
  const why = facts?.blocked === undefined ? '' : `: ${facts.blocked}`;
  const long = since === undefined ? '' : ` ${howLong(since, today)} (${since})`;
  const parts = [
    type === 'story' ? '' : type,
    count === 0 ? '' : `${count} ${count === 1 ? 'problem' : 'problems'}`,
    estimate === undefined ? 'no estimate' : `estimate ${estimate}`,
    row.blocked === true ? `blocked${long}${why}` : '',
    all.length === 0 ? '' : `labels ${all.join(', ')}`,
    facts?.tasks === undefined ? '' : `${facts.tasks.done}/${facts.tasks.all} tasks done`,
    assignees.length === 0 ? 'nobody assigned' : assignees.map((one) => names.get(one) ?? one).join(', '),
  ];
  return parts.filter((part) => part !== '').join(', ');
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
