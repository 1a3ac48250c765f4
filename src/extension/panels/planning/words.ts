/** How a planning speaks of days, points, people and stories. */
import * as vscode from 'vscode';
import type { Capacity, Day } from '../../../protocol/panels/planning.ts';
import type { Row } from '../../../protocol/snapshot.ts';
import type { RebaseNote } from '../../../views/planning/rebase.ts';

/** `FN-12 Sync when back online`. */
export function nameOf({ id, title }: Pick<Row, 'id' | 'title'>): string {
  return id === undefined ? title : `${id} ${title}`;
}

/** `30 November 2026`, as the person's language has it; what is no day stays as it is. */
export function dayWords(day: Day): string {
  const date = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return day;
  return date.toLocaleDateString(vscode.env.language, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
}

export function pointsWords(points: number): string {
  return points === 1 ? vscode.l10n.t('1 point') : vscode.l10n.t('{points} points', { points });
}

export function storiesWords(count: number): string {
  return count === 1 ? vscode.l10n.t('1 story') : vscode.l10n.t('{count} stories', { count });
}

export type NameOfPerson = (id: string) => string;

/** `24 points`, or `Ana Lima 8, Ben Okafor 6`. */
export function capacityWords(capacity: Capacity, person: NameOfPerson): string {
  if (typeof capacity === 'number') return pointsWords(capacity);
  return byPerson(capacity, person);
}

/** `Ana Lima 2, Ben Okafor 1`. */
export function byPerson(numbers: Readonly<Record<string, number>>, person: NameOfPerson): string {
  return Object.entries(numbers)
    .map(([id, number]) => `${person(id)} ${number}`)
    .join(', ');
}

export function peopleWords(ids: readonly string[], person: NameOfPerson): string {
  return ids.map(person).join(', ');
}

const FIELDS: Readonly<Record<string, () => string>> = {
  sprint: () => vscode.l10n.t('sprint'),
  estimate: () => vscode.l10n.t('estimate'),
  assignee: () => vscode.l10n.t('assignee'),
  goal: () => vscode.l10n.t('goal'),
  team: () => vscode.l10n.t('team'),
  start: () => vscode.l10n.t('first day'),
  end: () => vscode.l10n.t('last day'),
  capacity: () => vscode.l10n.t('capacity'),
  away: () => vscode.l10n.t('days away'),
};

/** What happened to an entry of the draft while the file changed. */
export function noteWords(note: RebaseNote, person: NameOfPerson): string {
  const isSprint = note.key === note.title;
  const item = isSprint
    ? note.title
    : nameOf({ ...(isPlace(note.key) ? {} : { id: note.key }), title: note.title });
  const sprint = note.sprint ?? '';
  switch (note.reason) {
    case 'gone':
      return vscode.l10n.t('{item} is no longer in the file, so it is out of the draft.', { item });
    case 'finished':
      return vscode.l10n.t('{item} is finished or dropped by now, so it does not go into {sprint}.', {
        item,
        sprint,
      });
    case 'elsewhere':
      return vscode.l10n.t(
        '{item} has since been moved to {sprint}, so it does not go back to the backlog.',
        {
          item,
          sprint,
        },
      );
    case 'noSprint':
      return isSprint
        ? vscode.l10n.t('{item} is no longer in the file, so it is out of the draft.', { item })
        : vscode.l10n.t('{item} does not go into {sprint}: that sprint is no longer in the file.', {
            item,
            sprint,
          });
    case 'closed':
      return isSprint
        ? vscode.l10n.t('{item} was closed meanwhile, so it is out of the draft.', { item })
        : vscode.l10n.t('{item} does not go into {sprint}: that sprint was closed meanwhile.', {
            item,
            sprint,
          });
    case 'taken':
      return vscode.l10n.t('{item} is in the file by now: the draft uses that sprint instead of a new one.', {
        item,
      });
    case 'changed': {
      const field = FIELDS[note.field ?? '']?.() ?? note.field ?? '';
      return vscode.l10n.t('{item}: the {field} is {now} in the file by now; the draft still says {to}.', {
        item,
        field,
        now: valueWords(note.now, person),
        to: valueWords(note.to, person),
      });
    }
  }
}

/** The key of a story without an id is its place. */
function isPlace(key: string): boolean {
  return /^stories\[\d+\]$/.test(key);
}

function valueWords(value: unknown, person: NameOfPerson): string {
  if (typeof value === 'string' || typeof value === 'number') return `“${value}”`;
  if (Array.isArray(value)) {
    const ids = value.filter((id) => typeof id === 'string');
    return ids.length === 0 ? vscode.l10n.t('nobody') : peopleWords(ids, person);
  }
  if (typeof value === 'object' && value !== null && Object.keys(value).length > 0) {
    // What else a draft holds are numbers by person.
    return byPerson(value as Readonly<Record<string, number>>, person);
  }
  return vscode.l10n.t('empty');
}
