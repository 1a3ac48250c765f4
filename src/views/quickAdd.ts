/**
 * One line that makes a story: its title, and in it words with a sign in front that say more:
 *
 *     Sync when back online #mobile @ana ~5 !must >s24 ^FN-1
 *
 * `#` a label, `@` a person, `~` an estimate, `!` a priority, `>` a sprint, `^` an epic; `@"Ana Lima"` where there are
 * spaces, `\#` for a sign that is meant as it stands. A word that names nothing the backlog knows stays in the title and
 * is listed in `unknown` where it looks meant, so that no text is lost. Labels need not be known.
 *
 * - `namesOf(backlog)` is what a line may name.
 * - `parseQuickAdd(line, names)` gives title, fields (as the operation `add` takes them) and unknown words.
 * - `completeQuickAdd(line, caret, names)` offers what the word at the caret may become; `take` puts one in.
 * - `linesOf(pasted)` makes lines of a pasted list, without its bullets.
 *
 * Pure: shared by the tree and the web views.
 */
import type { Row, Workflow } from '../protocol/snapshot.ts';

type Field = 'labels' | 'assignee' | 'estimate' | 'priority' | 'sprint' | 'epic';

const SIGNS: Readonly<Record<string, Field>> = {
  '#': 'labels',
  '@': 'assignee',
  '~': 'estimate',
  '!': 'priority',
  '>': 'sprint',
  '^': 'epic',
};
const PRIORITIES = ['must', 'should', 'could', 'wont'] as const;

export interface Name {
  /** As it is written into the file. */
  readonly value: string;
  /** What people call it. */
  readonly label?: string;
}
export type QuickAddNames = Readonly<Record<Field, readonly Name[]>>;

export interface QuickStory {
  readonly title: string;
  /** Without title, in the order in which people like to read them. */
  readonly fields: Readonly<Record<string, string | number | readonly string[]>>;
  /** Words with a sign that name nothing: `@anna`. They are a part of the title. */
  readonly unknown: readonly string[];
}

interface Source {
  readonly rows: readonly Row[];
  readonly workflow: Workflow;
  readonly people: ReadonlyMap<string, string>;
}

export function namesOf({ rows, workflow, people }: Source): QuickAddNames {
  const over = [...workflow.done, ...workflow.dropped];
  const items = (list: Row['list']): readonly Name[] =>
    rows.flatMap((row): readonly Name[] => {
      if (row.list !== list || row.id === undefined) return [];
      if (row.over === true || (row.status !== undefined && over.includes(row.status))) return [];
      return [named(row.id, row.title)];
    });
  const used = new Set(rows.flatMap(({ assignees = [] }) => assignees));
  const ids = new Set([...people.keys(), ...used]);
  return {
    labels: unique(rows.flatMap(({ labels = [] }) => labels)),
    assignee: [...ids].map((id) => named(id, people.get(id) ?? '')),
    estimate: unique(workflow.estimates),
    priority: unique(PRIORITIES),
    sprint: items('sprints'),
    epic: items('epics'),
  };
}

function named(value: string, label: string): Name {
  return label === '' || label === value ? { value } : { value, label };
}

function unique(values: readonly string[]): readonly Name[] {
  return [...new Set(values)].map((value) => ({ value }));
}

/** A sign at the beginning of a word, and the rest of the word or a text in quotes. */
const WORD = /(?<=^|\s)([#@~!>^])(?:"([^"]*)"|([^\s"]\S*))(?=\s|$)/gu;

export function parseQuickAdd(line: string, names: QuickAddNames): QuickStory {
  const several: Record<'labels' | 'assignee', string[]> = { labels: [], assignee: [] };
  const single: Partial<Record<Field, string | number>> = {};
  const unknown: string[] = [];
  const left = line.replace(WORD, (whole: string, sign: string, quoted?: string, bare?: string) => {
    const field = SIGNS[sign];
    const text = (quoted ?? bare ?? '').trim();
    const value = field === undefined ? undefined : valueOf(field, text, names[field]);
    if (field === undefined || value === undefined) {
      if (looksMeant(sign, text)) unknown.push(whole);
      return whole;
    }
    if (field !== 'labels' && field !== 'assignee') single[field] = value;
    else if (!several[field].includes(String(value))) several[field].push(String(value));
    return '';
  });
  const title = left
    .replace(/(^|\s)\\([#@~!>^])/g, '$1$2')
    .replace(/\s+/g, ' ')
    .trim();
  const { estimate, epic, sprint, priority } = single;
  const { labels, assignee } = several;
  const [first] = assignee;
  return {
    title,
    fields: {
      ...(estimate === undefined ? {} : { estimate }),
      ...(epic === undefined ? {} : { epic }),
      ...(sprint === undefined ? {} : { sprint }),
      ...(first === undefined ? {} : { assignee: assignee.length === 1 ? first : assignee }),
      ...(labels.length === 0 ? {} : { labels }),
      ...(priority === undefined ? {} : { priority }),
    },
    unknown,
  };
}

/** A word of a title may begin with any of the signs; only these are hardly ever meant as text. */
function looksMeant(sign: string, text: string): boolean {
  return (sign === '@' || sign === '^' || sign === '>') && /^[\p{L}\p{N}_.-]+$/u.test(text);
}

function valueOf(field: Field, text: string, names: readonly Name[]): string | number | undefined {
  if (text === '') return undefined;
  const known = find(text, names);
  switch (field) {
    case 'labels':
      // `#12` is a number in the title, as everywhere.
      return known ?? (/^\p{L}/u.test(text) ? text : undefined);
    case 'estimate': {
      const value = known ?? (/^\d+(?:\.\d+)?$/.test(text) ? text : undefined);
      return value !== undefined && /^\d+(?:\.\d+)?$/.test(value) ? Number(value) : value;
    }
    case 'assignee':
      return known ?? only(names, ({ label = '' }) => folded(label).split(' ')[0] === folded(text));
    case 'priority':
    case 'sprint':
    case 'epic':
      return known;
  }
}

function find(text: string, names: readonly Name[]): string | undefined {
  const wanted = folded(text);
  const byValue = names.find(({ value }) => folded(value) === wanted);
  return byValue?.value ?? only(names, ({ label = '' }) => folded(label) === wanted);
}

function only(names: readonly Name[], fits: (name: Name) => boolean): string | undefined {
  const [first, second] = names.filter(fits);
  return second === undefined ? first?.value : undefined;
}

/** Without case and accents. */
function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

export interface QuickCompletion {
  /** What is replaced, in UTF-16 units. */
  readonly from: number;
  readonly to: number;
  readonly options: readonly (Name & { readonly insert: string })[];
}

const MOST_OPTIONS = 12;

/** Undefined where the caret is in no word with a sign. */
export function completeQuickAdd(
  line: string,
  caret: number,
  names: QuickAddNames,
): QuickCompletion | undefined {
  const found = /(?<=^|\s)([#@~!>^])("[^"]*|[^\s"]*)$/u.exec(line.slice(0, caret));
  const [whole = '', sign = '', typed = ''] = found ?? [];
  const field = SIGNS[sign];
  if (found === null || field === undefined) return undefined;
  const wanted = folded(typed.replace('"', ''));
  const to = caret + (/^[^\s"]*/.exec(line.slice(caret))?.[0].length ?? 0);
  const ranked = names[field]
    .map((name) => ({ name, rank: rankOf(name, wanted) }))
    .filter(({ rank }) => rank < NO_MATCH)
    .sort((a, b) => a.rank - b.rank);
  const options = ranked
    .slice(0, MOST_OPTIONS)
    .map(({ name }) => ({ ...name, insert: `${sign}${quoted(name.value)}` }));
  return { from: caret - whole.length, to, options };
}

const NO_MATCH = 3;

function rankOf({ value, label = '' }: Name, wanted: string): number {
  const texts = [folded(value), folded(label)];
  if (texts.some((text) => text.startsWith(wanted))) return 0;
  if (texts.some((text) => text.split(/[\s-]/).some((word) => word.startsWith(wanted)))) return 1;
  return texts.some((text) => text.includes(wanted)) ? 2 : NO_MATCH;
}

function quoted(value: string): string {
  return /\s/.test(value) ? `"${value}"` : value;
}

/** The line with an option taken, and where the caret is then: behind a space, to go on. */
export function take(
  line: string,
  { from, to }: QuickCompletion,
  insert: string,
): { readonly line: string; readonly caret: number } {
  const before = `${line.slice(0, from)}${insert} `;
  return { line: before + line.slice(to).trimStart(), caret: before.length };
}

/** Bullets, numbers and check boxes of lists as people paste them. */
const BULLET = /^\s*(?:(?:[-*+•◦‣–]|\d{1,3}[.)])\s+)?(?:\[[ xX]?\]\s+)?/u;

export function linesOf(pasted: string): readonly string[] {
  return pasted
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) => line.replace(BULLET, '').trim())
    .filter((line) => line !== '');
}
