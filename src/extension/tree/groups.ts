/** The groups that stories stand in, in the order in which the tree shows them. Pure. */
import type { Grouping } from '../../protocol/settings.ts';
import type { Row } from '../../protocol/snapshot.ts';
import type { Backlog } from '../../views/snapshots.ts';
import type { Translate } from '../words.ts';

export interface Group {
  readonly grouping: Exclude<Grouping, 'none'>;
  /** The value of the field that all its rows share; `undefined` for those without one. */
  readonly key: string | undefined;
  readonly label: string;
  /** More about it: a sprint's days. */
  readonly note: string;
  /** All its stories, in rank order, filtered or not. */
  readonly rows: readonly Row[];
  /** The epic or sprint itself. */
  readonly row?: Row;
  /** Finished: shown closed. */
  readonly over: boolean;
}

type Heading = Omit<Group, 'grouping' | 'rows'>;

/** Groups that the file names come first, in its order; then values that it only uses; then rows without a value. */
export function groupsOf(
  backlog: Backlog,
  grouping: Exclude<Grouping, 'none'>,
  stories: readonly Row[],
  t: Translate,
): readonly Group[] {
  const byKey = new Map<string | undefined, Row[]>();
  for (const row of stories) {
    for (const key of keysOf(row, grouping)) {
      const rows = byKey.get(key);
      if (rows === undefined) byKey.set(key, [row]);
      else rows.push(row);
    }
  }
  const headings = headingsOf(backlog, grouping, t);
  const named = new Set(headings.map(({ key }) => key));
  for (const key of byKey.keys()) {
    if (key !== undefined && !named.has(key)) headings.push({ key, label: key, note: '', over: false });
  }
  headings.push({ key: undefined, label: noneLabel(grouping, t), note: '', over: false });
  return headings
    .map((heading) => ({ grouping, ...heading, rows: byKey.get(heading.key) ?? [] }))
    .filter(({ key, rows }) => key !== undefined || rows.length > 0);
}

/** The values of a row's field; one row stands in the group of each of its assignees. */
export function keysOf(row: Row, grouping: Exclude<Grouping, 'none'>): readonly (string | undefined)[] {
  if (grouping !== 'assignee') return [row[grouping]];
  const { assignees = [] } = row;
  return assignees.length === 0 ? [undefined] : [...new Set(assignees)];
}

function headingsOf(backlog: Backlog, grouping: Exclude<Grouping, 'none'>, t: Translate): Heading[] {
  const { rows, workflow } = backlog;
  if (grouping === 'status') {
    const finished = [...workflow.done, ...workflow.dropped];
    return workflow.statuses.map((key) => ({ key, label: key, note: '', over: finished.includes(key) }));
  }
  const list = { epic: 'epics', sprint: 'sprints', assignee: 'people' }[grouping];
  const seen = new Set<string>();
  return rows.flatMap((row): Heading[] => {
    if (row.list !== list || row.id === undefined || seen.has(row.id)) return [];
    seen.add(row.id);
    const key = row.id;
    if (grouping === 'assignee') return [{ key, label: row.title || key, note: '', over: false }];
    const finished = row.status !== undefined && [...workflow.done, ...workflow.dropped].includes(row.status);
    const label = row.title === '' || row.title === key ? key : `${key} ${row.title}`;
    return [{ key, label, note: noteOf(row, t), row, over: row.over === true || finished }];
  });
}

function noteOf(row: Row, t: Translate): string {
  const days = row.start !== undefined && row.end !== undefined ? `${row.start} – ${row.end}` : '';
  const over = row.over === true ? t('closed') : '';
  return [days, over || (row.status ?? '')].filter((part) => part !== '').join(' · ');
}

function noneLabel(grouping: Exclude<Grouping, 'none'>, t: Translate): string {
  switch (grouping) {
    case 'epic':
      return t('No epic');
    case 'sprint':
      return t('No sprint');
    case 'status':
      return t('No status');
    case 'assignee':
      return t('Nobody');
  }
}
