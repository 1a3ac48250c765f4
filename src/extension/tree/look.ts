/** What a row says: label, description, what a screen reader says, and its icon by name. Pure. */
import type { Grouping } from '../../protocol/settings.ts';
import type { Row, Workflow } from '../../protocol/snapshot.ts';
import type { Translate } from '../words.ts';
import { phaseOf, type Phase } from '../../views/phase.ts';

export interface Look {
  readonly label: string;
  readonly description: string;
  readonly spoken: string;
  /** A codicon; each state has a shape of its own, colour only comes on top. */
  readonly icon: string;
  readonly color: string | undefined;
}

const TYPE_ICONS: Readonly<Record<string, string>> = {
  story: 'bookmark',
  bug: 'bug',
  task: 'tasklist',
  spike: 'beaker',
};
const PHASE_ICONS: Readonly<Record<Exclude<Phase, 'open'>, string>> = {
  active: 'play-circle',
  done: 'pass-filled',
  dropped: 'circle-slash',
};
const PHASE_COLORS: Readonly<Record<Exclude<Phase, 'open'>, string>> = {
  active: 'charts.blue',
  done: 'charts.green',
  dropped: 'disabledForeground',
};

export function lookOf(
  row: Row,
  workflow: Workflow,
  people: ReadonlyMap<string, string>,
  grouping: Grouping,
  t: Translate,
): Look {
  const phase = phaseOf(row, workflow);
  const title = row.title === '' ? t('(no title)') : row.title;
  const label = row.id === undefined ? title : `${row.id} ${title}`;
  const names = (row.assignees ?? []).map((id) => people.get(id) ?? id).join(', ');
  const type = row.type === undefined || row.type === 'story' ? '' : row.type;
  const blocked = row.blocked === true && phase !== 'done' && phase !== 'dropped';
  const status = row.status ?? '';
  const points = pointsOf(row, t);
  const problems = problemsOf(row, t);
  const description = [
    blocked ? t('blocked') : '',
    grouping === 'status' ? '' : status,
    // Where the icon already says the type, words need not.
    phase === 'open' && !blocked ? '' : type,
    row.estimate ?? '',
    grouping === 'assignee' ? '' : names,
  ];
  const spoken = [label, type, status, blocked ? t('blocked') : '', points, names, problems];
  return {
    label,
    description: description.filter((part) => part !== '').join(' · '),
    spoken: spoken.filter((part) => part !== '').join(', '),
    ...iconOf(row, phase, blocked),
  };
}

function iconOf(row: Row, phase: Phase, blocked: boolean): { icon: string; color: string | undefined } {
  if (blocked) return { icon: 'stop-circle', color: 'charts.red' };
  if (phase === 'open')
    return { icon: TYPE_ICONS[row.type ?? 'story'] ?? 'circle-outline', color: undefined };
  return { icon: PHASE_ICONS[phase], color: PHASE_COLORS[phase] };
}

function pointsOf(row: Row, t: Translate): string {
  if (row.points === undefined) return row.estimate ?? '';
  return row.points === 1 ? t('1 point') : t('{points} points', { points: row.points });
}

function problemsOf(row: Row, t: Translate): string {
  const count = (row.errors ?? 0) + (row.warnings ?? 0);
  if (count === 0) return '';
  return count === 1 ? t('1 problem') : t('{count} problems', { count });
}
