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

/** The inside of a card. Texts of the file are set as texts, never as markup. */
export function cardContent(row: Row, { facts, people }: CardLook): TemplateResult {
  const problems = (row.errors ?? 0) + (row.warnings ?? 0);
  return html`
    <div class="head">
      ${icon(typeIcon(row.type))}
      <span class="id">${row.id ?? ''}</span>
      <span class="spring"></span>
      ${
        problems === 0
          ? nothing
          : html`<span class=${(row.errors ?? 0) > 0 ? 'problems error' : 'problems'}
              >${icon('warning')}${problems}</span
            >`
      }
      ${row.estimate === undefined ? nothing : html`<span class="points">${row.estimate}</span>`}
    </div>
    <div class="title" dir="auto">${row.title === '' ? '(no title)' : row.title}</div>
    <div class="foot">
      ${
        row.blocked === true
          ? html`<span class="blocked" dir="auto">${icon('stop')}${facts?.blocked || 'blocked'}</span>`
          : (row.labels ?? []).map((label) => html`<span class="label" dir="auto">${label}</span>`)
      }
      <span class="spring"></span>
      ${
        facts?.tasks === undefined
          ? nothing
          : html`<span class="tasks">${icon('tasks')}${facts.tasks.done}/${facts.tasks.all}</span>`
      }
      ${(row.assignees ?? []).map((id) => html`<span class="person" dir="auto">${short(people.get(id) ?? id)}</span>`)}
    </div>
  `;
}

/** One sentence with everything that the card shows. */
export function cardSpoken(row: Row, { facts, people }: CardLook): string {
  const problems = (row.errors ?? 0) + (row.warnings ?? 0);
  const names = (row.assignees ?? []).map((id) => people.get(id) ?? id).join(' and ');
  const parts = [
    row.id ?? '',
    row.title === '' ? 'no title' : row.title,
    row.type === undefined || row.type === 'story' ? '' : row.type,
    row.estimate === undefined ? 'no estimate' : `estimate ${row.estimate}`,
    names === '' ? 'nobody assigned' : names,
    row.blocked === true ? `blocked${facts?.blocked ? `: ${facts.blocked}` : ''}` : '',
    (row.labels ?? []).join(', '),
    facts?.tasks === undefined ? '' : `${facts.tasks.done} of ${facts.tasks.all} tasks done`,
    problems === 0 ? '' : `${problems} problem${problems === 1 ? '' : 's'}`,
  ];
  return parts.filter((part) => part !== '').join(', ');
}

/** A first name, or a short word; long names are cut by the style. */
function short(name: string): string {
  return name.split(/\s+/)[0] ?? name;
}
