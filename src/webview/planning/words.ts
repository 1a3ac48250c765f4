/** What the planning view says in words, for the eye and for a screen reader alike. Pure. */
import type { Day, SprintResult } from '../../protocol/panels/planning.ts';
import type { Row } from '../../protocol/snapshot.ts';
import type { PersonPlan, SprintPlan } from '../../views/planning/plan.ts';

export type Broken = SprintPlan['broken'][number];

export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}

export function pointsWord(points: number): string {
  return plural(points, 'point');
}

/** `a, b and c`. */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}

/** `FN-12 Sync when back online`. */
export function storyName({ id, title }: Pick<Row, 'id' | 'title'>): string {
  return `${id ?? ''} ${title}`.trim() || '(no title)';
}

/** `2 problems`; empty where nothing is found in the story. */
export function problemsWords({ errors = 0, warnings = 0 }: Pick<Row, 'errors' | 'warnings'>): string {
  return errors + warnings === 0 ? '' : plural(errors + warnings, 'problem');
}

const FIELDS: Readonly<Record<string, string>> = {
  story: 'a story sentence',
  description: 'a description',
  acceptance: 'acceptance criteria',
  estimate: 'an estimate',
  assignee: 'somebody to do it',
  value: 'a value',
  epic: 'an epic',
  release: 'a release',
  priority: 'a priority',
  labels: 'labels',
  sprint: 'a sprint',
};

/** `Lacks acceptance criteria and an estimate`; empty where nothing is lacking. */
export function lacksWords(lacks: readonly string[]): string {
  if (lacks.length === 0) return '';
  return `Lacks ${listed(lacks.map((field) => (Object.hasOwn(FIELDS, field) ? (FIELDS[field] ?? field) : field)))}`;
}

/** `Needs FN-3, which is in no sprint`. */
export function brokenWords({ needs, why, in: other = '', stories }: Broken): string {
  const what = stories === undefined ? ', which' : `: ${plural(stories, 'of its stories', 'of its stories')}`;
  const [is, was, comes] =
    stories === undefined || stories === 1 ? ['is', 'was', 'comes'] : ['are', 'were', 'come'];
  switch (why) {
    case 'unplanned':
      return `Needs ${needs}${what} ${is} in no sprint`;
    case 'later':
      return `Needs ${needs}${what} ${comes} later, in ${other}`;
    case 'left':
      return `Needs ${needs}${what} ${was} left unfinished in ${other}`;
    case 'dropped':
      return `Needs ${needs}${what} ${was} dropped`;
  }
}

/** How full something is: `26 of 24 points`, `2 over`, `4 left`. */
export interface Fullness {
  readonly of: string;
  /** Empty where nothing is agreed. */
  readonly left: string;
  readonly over: boolean;
}

export function fullness(load: number, room: number | undefined): Fullness {
  if (room === undefined) return { of: pointsWord(load), left: '', over: false };
  const left = Math.round((room - load) * 10) / 10;
  return {
    of: `${load} of ${pointsWord(room)}`,
    left: left < 0 ? `${-left} over` : left === 0 ? 'just full' : `${left} left`,
    over: left < 0,
  };
}

/** One sentence about a person's part: `Ana: 8 of 10 points, 2 left, 1 day away`. */
export function personWords(person: PersonPlan): string {
  const { of, left } = fullness(person.load, person.room);
  const away = person.daysAway === 0 ? '' : `${plural(person.daysAway, 'day')} away`;
  return `${personName(person)}: ${[of, left, away].filter((part) => part !== '').join(', ')}`;
}

export function personName({ id, name }: Pick<PersonPlan, 'id' | 'name'>): string {
  return name === '' ? id : name;
}

/** `s24: 21 of 26 points, 5 over`, said after each move. */
export function sprintWords({ sprint, load, room }: SprintPlan): string {
  const { of, left } = fullness(load.points, room.points);
  return `${sprint.id}: ${of}${left === '' ? '' : `, ${left}`}`;
}

/** `3 Nov`; the text itself where it is no day. */
export function dayWords(day: Day, withWeekday = false): string {
  const date = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return day;
  return date.toLocaleDateString('en-GB', {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'short',
    ...(withWeekday ? { weekday: 'short' } : {}),
  });
}

/** `3 Nov to 14 Nov · 9 working days, 1 holiday`; what is not known is left out. */
export function timeWords({ sprint: { start, end }, room }: Pick<SprintPlan, 'sprint' | 'room'>): string {
  if (start === undefined || end === undefined) return 'No days yet';
  const days = `${dayWords(start, true)} to ${dayWords(end, true)}`;
  if (room.weekdays === undefined) return days;
  const holidays = room.holidays === 0 ? '' : `, ${plural(room.holidays, 'holiday')}`;
  return `${days} · ${plural(room.weekdays - room.holidays, 'working day')}${holidays}`;
}

/** What came of a closed sprint: `21 points done of 26 committed, 3 added, 5 carried on`. */
export function resultWords({ committed, added, done, carried }: SprintResult): string {
  const of = committed === undefined ? '' : ` of ${committed} committed`;
  const parts = [
    done === undefined ? '' : `${pointsWord(done)} done${of}`,
    added === undefined || added === 0 ? '' : `${added} added`,
    carried === undefined || carried === 0 ? '' : `${carried} carried on`,
  ];
  return parts.filter((part) => part !== '').join(', ');
}

/** What the last sprints suggest; honest where there are none. */
export function velocityWords({ mean, least, most, of }: SprintPlan['velocity']): string {
  if (mean === undefined || least === undefined || most === undefined)
    return 'No sprint was closed yet, so nothing is known of how much gets done. Each sprint that you close adds to this picture.';
  if (of === 1) return `Only one closed sprint (${pointsWord(mean)}): not enough to forecast.`;
  const range = least === most ? `${least} each time` : `between ${least} and ${most}`;
  return `The last ${of} sprints finished ${mean} points on average, ${range}.`;
}

/** What a planned load means next to what was finished before; empty where it is nothing unusual. */
export function velocityWarning(load: number, { most, of }: SprintPlan['velocity']): string {
  return most !== undefined && of > 1 && load > most
    ? `${pointsWord(load)} planned is more than any of them.`
    : '';
}
