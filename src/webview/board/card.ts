/** A card: what it shows, and what a screen reader says of it. */
import type { CardFacts } from '../../protocol/panels/board.ts';
import type { Row } from '../../protocol/snapshot.ts';
import { type IconName, typeIcon } from '../shared/icons.ts';

export interface CardLook {
  readonly facts: CardFacts | undefined;
  /** The day since when it is shared that it is blocked. */
  readonly since: string | undefined;
  /** Names of people by id. */
  readonly people: ReadonlyMap<string, string>;
  readonly today: string;
  /** Undefined where the column says it, or it has none. */
  readonly status: string | undefined;
}

/**
 * The inside of a card. Texts of the file are set as texts, never as markup. Few elements and no boxes in boxes: hundreds
 * of cards come by while a board is scrolled. What stands at the end of a line comes before what it stands beside.
 */
export function cardContent(row: Row, look: CardLook): DocumentFragment {
  const { id = '', title, type } = row;
  const content = modelOf(typeIcon(type)).cloneNode(true) as DocumentFragment;
  const [line, name] = content.children;
  line?.append(id);
  name?.append(title === '' ? NO_TITLE : title);
  name?.setAttribute('title', title);
  content.prepend(...points(row), ...problems(row));
  content.append(cardFoot(row, look));
  return content;
}

const models = new Map<IconName, DocumentFragment>();

/** What all cards with that icon have: a copy takes a fraction of the time that making it anew would. */
function modelOf(icon: IconName): DocumentFragment {
  let model = models.get(icon);
  if (model === undefined) {
    const name = part('div', 'title');
    name.dir = 'auto';
    model = new DocumentFragment();
    model.append(part('div', `id type-${icon}`), name);
    models.set(icon, model);
  }
  return model;
}

/** The only part that shows more than the row itself. */
export function cardFoot(row: Row, look: CardLook): HTMLElement {
  return seen(
    'div',
    'foot',
    // Where there is no room for all, the first ones are seen.
    ...status(look),
    ...people(row, look),
    ...tasks(look),
    ...(row.blocked === true ? [blocked(look)] : labels(row)),
  );
}

const NO_TITLE = '(no title)';

function part(tag: 'div' | 'span', className: string, ...children: readonly (Node | string)[]): HTMLElement {
  const element = document.createElement(tag);
  element.className = className;
  element.append(...children);
  return element;
}

/** A mark, which a screen reader is told of by the card's description. */
function seen(tag: 'div' | 'span', className: string, ...children: readonly (Node | string)[]): HTMLElement {
  const element = part(tag, className, ...children);
  element.ariaHidden = 'true';
  return element;
}

function problems({ errors = 0, warnings = 0 }: Row): readonly HTMLElement[] {
  if (errors + warnings === 0) return [];
  return [seen('span', `problems ${errors > 0 ? 'error' : 'warning'}`, String(errors + warnings))];
}

function points({ estimate }: Row): readonly HTMLElement[] {
  return estimate === undefined ? [] : [seen('span', 'points', estimate)];
}

function status({ status: name }: CardLook): readonly HTMLElement[] {
  return name === undefined ? [] : [part('span', 'status', name)];
}

function labels({ labels: all = [] }: Row): readonly HTMLElement[] {
  if (all.length === 0) return [];
  const chips = all.map((text) => {
    const label = part('span', 'label', text);
    [label.dir, label.title] = ['auto', text];
    return label;
  });
  return [part('div', 'labels', ...chips)];
}

function tasks({ facts }: CardLook): readonly HTMLElement[] {
  if (facts?.tasks === undefined) return [];
  return [part('span', 'tasks', `${facts.tasks.done}/${facts.tasks.all}`)];
}

/** The last one first: each is put before those that are there. */
function people({ assignees = [] }: Row, { people: names }: CardLook): readonly HTMLElement[] {
  return assignees
    .map((one) => {
      const name = names.get(one) ?? one;
      const person = part('span', 'person', initials(name));
      person.title = name;
      return person;
    })
    .reverse();
}

/** How long it is blocked, where that is known, and why. */
function blocked({ facts, since, today }: CardLook): HTMLElement {
  const why = facts?.blocked ?? '';
  const long = since === undefined ? '' : howLong(since, today);
  const told = [since === undefined ? 'Blocked' : `Blocked since ${since}`, why];
  const shown = [long, why].filter((text) => text !== '').join(': ') || 'blocked';
  const element = part('div', 'blocked', shown);
  [element.dir, element.title] = ['auto', told.filter((text) => text !== '').join(': ')];
  return element;
}

/** Between two days as `YYYY-MM-DD`. */
function howLong(since: string, today: string): string {
  const days = Math.round((Date.parse(today) - Date.parse(since)) / 86_400_000);
  if (days <= 0) return 'since today';
  return days === 1 ? '1 day' : `${days} days`;
}

/** What a screen reader says of a card behind its id and title. */
export function cardWords(
  row: Row,
  { facts, since, today, people: names, status: shown = '' }: CardLook,
): string {
  const { type = 'story', estimate, errors = 0, warnings = 0, labels: all = [], assignees = [] } = row;
  const count = errors + warnings;
  const why = facts?.blocked === undefined ? '' : `: ${facts.blocked}`;
  const long = since === undefined ? '' : ` ${howLong(since, today)} (${since})`;
  const parts = [
    type === 'story' ? '' : type,
    shown,
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
