/**
 * The tree as data: the backlogs and the way a person looks at them in, nodes out. Pure, and lazy where it is long:
 * the children of a node are made when they are asked for, at most 200 at a time. Knows no editor.
 */
import type { Grouping } from '../../protocol/settings.ts';
import type { Row, Workflow } from '../../protocol/snapshot.ts';
import type { Unreadable } from '../store.ts';
import type { Backlog } from '../../views/snapshots.ts';
import type { View } from '../viewState.ts';
import type { Translate } from '../words.ts';
import { phaseOf } from '../../views/phase.ts';
import { parseFilter, type FilterContext, type Match } from '../../views/filter.ts';
import type { CommitLookup } from '../scm/storyCommits.ts';
import { type GitNode, gitNodes, type GitWords } from './gitNodes.ts';
import { groupsOf, type Group } from './groups.ts';
import { lookOf, type Look } from './look.ts';

/** How many rows a parent shows before it shows them in ranges. */
export const RANGE = 200;
/** Up to this many rows, groups are open from the start; beyond it the editor would ask for everything at once. */
const OPEN_ROWS = 500;

interface Shown {
  /** Tells nodes apart, and stays the same while what it stands for does: the editor keeps selection by it. */
  readonly id: string;
  readonly uri: string;
  readonly label: string;
  readonly description: string;
  /** As a screen reader says it. */
  readonly spoken: string;
}
interface Parent extends Shown {
  readonly open: boolean;
  /** The rows below it that are shown. */
  readonly rows: readonly Row[];
  /** What rows look like depends on this too. */
  readonly context: FilterContext;
  readonly children: () => readonly TreeNode[];
}
export interface FileNode extends Parent {
  readonly kind: 'file';
}
export interface GroupNode extends Parent {
  readonly kind: 'group';
  readonly group: Group;
}
/** Sprints that are over, in one row. */
export interface PastNode extends Parent {
  readonly kind: 'past';
}
export interface RangeNode extends Parent {
  readonly kind: 'range';
  /** The group it is a part of, where rows are grouped. */
  readonly group: Group | undefined;
  /** The rows of all ranges beside it and its own. */
  readonly siblings: readonly Row[];
}
export interface RowNode extends Shown {
  readonly kind: 'row';
  readonly row: Row;
  readonly look: Look;
  readonly group: Group | undefined;
  /** All rows that stand beside it in the tree, in their order, also those of other ranges. */
  readonly siblings: readonly Row[];
  /** Branches and commits, where there are any. */
  readonly children?: () => readonly GitNode[];
}
export interface UnreadableNode extends Shown {
  readonly kind: 'unreadable';
}
export type TreeNode = FileNode | GroupNode | PastNode | RangeNode | RowNode | GitNode | UnreadableNode;

export interface TreeInput {
  readonly backlogs: readonly Backlog[];
  readonly unreadable: readonly Unreadable[];
  readonly view: View;
  readonly t: Translate;
  /** What git knows of items; nothing is shown without it. */
  readonly git?: { readonly commits: CommitLookup; readonly age: GitWords['age'] };
}

export interface Tree {
  readonly roots: readonly TreeNode[];
  /** Stories that pass the filter, and all stories. */
  readonly shown: number;
  readonly total: number;
}

/** What the nodes of one backlog share. */
interface Frame {
  readonly backlog: Backlog;
  readonly grouping: Grouping;
  readonly hideDone: boolean;
  readonly context: FilterContext;
  readonly match: Match | undefined;
  readonly t: Translate;
  readonly git: TreeInput['git'];
}

export function buildTree({ backlogs, unreadable, view, t, git }: TreeInput): Tree {
  const chosen = backlogs.filter(({ uri }) => view.only === undefined || uri === view.only);
  const shownBacklogs = chosen.length > 0 ? chosen : backlogs;
  const broken = unreadable.map((file) => unreadableNode(file));
  const parts = shownBacklogs.map((backlog) => {
    const context: FilterContext = { workflow: backlog.workflow, people: backlog.people };
    const match = parseFilter(view.filter, context);
    const stories = backlog.rows.filter(
      (row) => row.list === 'stories' && !(view.hideDone && isOver(row, backlog.workflow)),
    );
    const rows = match === undefined ? stories : stories.filter(match);
    const frame: Frame = {
      backlog,
      grouping: view.grouping,
      hideDone: view.hideDone,
      context,
      match,
      t,
      git,
    };
    return { frame, stories, rows };
  });
  const several = backlogs.length > 1 && shownBacklogs.length > 1;
  const roots = parts.flatMap(({ frame, stories, rows }): readonly TreeNode[] =>
    several ? [fileNode(frame, stories, rows)] : contents(frame, frame.backlog.uri, stories, rows),
  );
  return {
    roots: [...broken, ...roots],
    shown: parts.reduce((sum, { rows }) => sum + rows.length, 0),
    total: parts.reduce((sum, { stories }) => sum + stories.length, 0),
  };
}

function fileNode(frame: Frame, stories: readonly Row[], rows: readonly Row[]): FileNode {
  const { backlog, t } = frame;
  const path = pathLabel(backlog.uri);
  const label = backlog.name === '' ? path : backlog.name;
  const description = `${path} · ${tally(rows, stories, frame)}`;
  return {
    kind: 'file',
    id: backlog.uri,
    uri: backlog.uri,
    label,
    description,
    spoken: t('Backlog {name}, {tally}', { name: label, tally: tally(rows, stories, frame) }),
    open: stories.length <= OPEN_ROWS,
    rows,
    context: frame.context,
    children: () => contents(frame, backlog.uri, stories, rows),
  };
}

function contents(
  frame: Frame,
  parent: string,
  stories: readonly Row[],
  rows: readonly Row[],
): readonly TreeNode[] {
  if (frame.grouping === 'none') return rowsOrRanges(frame, parent, undefined, rows);
  const open = rows.length <= OPEN_ROWS;
  const visible = frame.match === undefined ? undefined : new Set(rows);
  const groups = groupsOf(frame.backlog, frame.grouping, stories, frame.t);
  const nodes = groups.flatMap((group): readonly GroupNode[] => {
    if (frame.hideDone && group.over && group.rows.length === 0) return [];
    const within = visible === undefined ? group.rows : group.rows.filter((row) => visible.has(row));
    if (within.length === 0 && visible !== undefined) return [];
    return [groupNode(frame, parent, group, within, open)];
  });
  return frame.grouping === 'sprint' && frame.match === undefined ? foldPast(frame, parent, nodes) : nodes;
}

/** What is over is in nobody's way: several sprints of it are one row behind the others. */
function foldPast(frame: Frame, parent: string, nodes: readonly GroupNode[]): readonly TreeNode[] {
  const past = nodes.filter(({ group }) => group.over);
  if (past.length < 2) return nodes;
  const { backlog, context, t } = frame;
  const rows = past.flatMap((node) => node.rows);
  const label = t('Finished sprints');
  const description = t('{count} sprints · {tally}', { count: past.length, tally: tally(rows, rows, frame) });
  const node: PastNode = {
    kind: 'past',
    id: `${parent}|past`,
    uri: backlog.uri,
    label,
    description,
    spoken: `${label}, ${description}`,
    open: false,
    rows,
    context,
    children: () => past,
  };
  return [...nodes.filter(({ group }) => !group.over), node];
}

function groupNode(
  frame: Frame,
  parent: string,
  group: Group,
  rows: readonly Row[],
  open: boolean,
): GroupNode {
  const id = `${parent}|${frame.grouping}:${group.key ?? ''}`;
  // What is found is opened, also where the person keeps the group closed: a node of its own for the editor.
  const counted = tally(rows, group.rows, frame);
  return {
    kind: 'group',
    id: frame.match === undefined ? id : `${id}|found`,
    uri: frame.backlog.uri,
    label: group.label,
    description: group.note === '' ? counted : `${counted} · ${group.note}`,
    spoken: [group.label, counted, group.note].filter((part) => part !== '').join(', '),
    open: open && !group.over && rows.length > 0,
    group,
    rows,
    context: frame.context,
    children: () => rowsOrRanges(frame, id, group, rows),
  };
}

function rowsOrRanges(
  frame: Frame,
  parent: string,
  group: Group | undefined,
  rows: readonly Row[],
): readonly TreeNode[] {
  if (rows.length <= RANGE) return rows.map((row) => rowNode(frame, parent, group, row, rows));
  const ranges: RangeNode[] = [];
  for (let from = 0; from < rows.length; from += RANGE) {
    const part = rows.slice(from, from + RANGE);
    const label = `${from + 1}–${from + part.length}`;
    ranges.push({
      kind: 'range',
      id: `${parent}|range:${from}`,
      uri: frame.backlog.uri,
      label,
      description: '',
      spoken: frame.t('Items {from} to {to}', { from: from + 1, to: from + part.length }),
      open: from === 0,
      group,
      rows: part,
      siblings: rows,
      context: frame.context,
      children: () => part.map((row) => rowNode(frame, parent, group, row, rows)),
    });
  }
  return ranges;
}

function rowNode(
  frame: Frame,
  parent: string,
  group: Group | undefined,
  row: Row,
  siblings: readonly Row[],
): RowNode {
  const look = lookOf(row, frame.backlog.workflow, frame.context.people, frame.grouping, frame.t);
  const { label, description, spoken } = look;
  const id = `${parent}|${row.key}`;
  const children = childrenOf(frame, id, row);
  const { uri } = frame.backlog;
  return {
    kind: 'row',
    id,
    uri,
    label,
    description,
    spoken,
    row,
    look,
    group,
    siblings,
    ...(children && { children }),
  };
}

/** Undefined where git knows nothing of the item: its row has nothing to open. */
function childrenOf(
  { backlog, git, t }: Frame,
  parent: string,
  row: Row,
): (() => readonly GitNode[]) | undefined {
  const { id } = row;
  if (git === undefined || id === undefined) return undefined;
  const { commits, age } = git;
  const { uri } = backlog;
  if (commits.count(uri, id) === undefined) return undefined;
  return () => {
    const item = commits.of(uri, id);
    return item === undefined ? [] : gitNodes(parent, uri, item, { t, age });
  };
}

function unreadableNode({ uri, message }: Unreadable): UnreadableNode {
  const label = pathLabel(uri);
  return {
    kind: 'unreadable',
    id: `unreadable|${uri}`,
    uri,
    label,
    description: message,
    spoken: `${label}, ${message}`,
  };
}

function isOver(row: Row, workflow: Workflow): boolean {
  const phase = phaseOf(row, workflow);
  return phase === 'done' || phase === 'dropped';
}

/** The last two parts of a path: enough to tell the backlogs of a workspace apart. */
function pathLabel(uri: string): string {
  const path = decodeURIComponent(uri.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/]*/i, ''));
  return path.split('/').filter(Boolean).slice(-2).join('/');
}

/** "12 items · 34 points", and with a filter "3 of 12 items · 8 points". */
function tally(rows: readonly Row[], all: readonly Row[], { match, t }: Frame): string {
  let points = 0;
  for (const row of rows) points += row.points ?? 0;
  const count =
    match === undefined
      ? all.length === 1
        ? t('1 item')
        : t('{count} items', { count: all.length })
      : t('{shown} of {count} items', { shown: rows.length, count: all.length });
  if (points === 0) return count;
  // Points may be halves; a sum of them never has more digits than it needs.
  const sum = Math.round(points * 100) / 100;
  return `${count} · ${sum === 1 ? t('1 point') : t('{points} points', { points: sum })}`;
}
