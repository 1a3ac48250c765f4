/**
 * What the board shows: rows of the backlog dealt out to lanes and columns, in rank order. Pure; made anew with every
 * change, in one pass over the rows.
 */
import type { BoardLook, Lanes, MoveCards, QuickFilter } from '../../protocol/panels/board.ts';
import type { Row, Workflow } from '../../protocol/snapshot.ts';
import { type Match, parseFilter } from '../../views/filter.ts';
import { scopeOf } from '../../views/scope.ts';
import type { Followed } from '../shared/followed.ts';

export interface Column {
  /** The status; undefined for cards whose status the workflow does not name. */
  readonly status: string | undefined;
  readonly label: string;
  readonly limit: number | undefined;
  readonly folded: boolean;
  /** Cards of all lanes, and their points. */
  readonly count: number;
  readonly points: number;
  /** Stories of the whole backlog that are in this status: what the limit is about. */
  readonly inWork: number;
}

export interface Lane {
  /** The value of the field; undefined for cards without one. */
  readonly value: string | undefined;
  readonly label: string;
  /** Cards by column, in rank order. */
  readonly cells: readonly (readonly Row[])[];
  readonly count: number;
}

export interface Board {
  readonly columns: readonly Column[];
  readonly lanes: readonly Lane[];
  /** How many cards there are, and how many of the scope the filters keep back. */
  readonly count: number;
  readonly kept: number;
  /** What the scope is about, in words. */
  readonly scope: string;
  /** True while stories are still to come: nothing is counted yet. */
  readonly partial: boolean;
}

/** A board before its backlog is read. */
export const UNREAD: Board = { columns: [], lanes: [], count: 0, kept: 0, scope: '', partial: true };

export interface BoardContext {
  readonly look: BoardLook;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** The person before the screen. */
  readonly me: string | undefined;
}

export function boardOf({ rows, workflow, waiting }: Followed, context: BoardContext): Board {
  const { look } = context;
  const scope = scopeOf(rows, look.scope, context.today);
  const match = matchOf(rows, workflow, context);
  const statuses: (string | undefined)[] = [...workflow.statuses];
  const places = new Map(statuses.map((status, index) => [status, index]));
  const laneOf = new LaneDeal(rows, look.lanes);
  const inWork = new Map<string | undefined, number>();
  let kept = 0;
  for (const row of rows) {
    if (row.list !== 'stories') continue;
    inWork.set(row.status, (inWork.get(row.status) ?? 0) + 1);
    if (!scope.has(row)) continue;
    if (match !== undefined && !match(row)) {
      kept++;
      continue;
    }
    let place = places.get(row.status);
    if (place === undefined) {
      // Without a status, or with one that the workflow does not name: a column of its own, in front.
      place = places.get(undefined) ?? statuses.push(undefined) - 1;
      places.set(undefined, place);
    }
    for (const lane of laneOf.of(row)) (lane.cells[place] ??= []).push(row);
  }
  const order = columnOrder(statuses);
  const lanes = laneOf.shown(order);
  const columns = order.map((place, index) => {
    const status = statuses[place];
    const cards = lanes.flatMap(({ cells }) => cells[index] ?? []);
    const unique = look.lanes === 'assignee' ? [...new Set(cards)] : cards;
    return {
      status,
      label: status ?? 'no status',
      limit: status === undefined ? undefined : workflow.wip[status],
      folded: look.folded.includes(status ?? ''),
      count: unique.length,
      points: unique.reduce((sum, { points = 0 }) => sum + points, 0),
      inWork: inWork.get(status) ?? 0,
    };
  });
  const count = columns.reduce((sum, column) => sum + column.count, 0);
  return { columns, lanes, count, kept, scope: scope.label, partial: waiting !== undefined };
}

function columnOrder(statuses: readonly (string | undefined)[]): readonly number[] {
  const all = statuses.map((_, index) => index);
  return statuses.at(-1) === undefined && statuses.length > 0 ? [...all.slice(-1), ...all.slice(0, -1)] : all;
}

interface DealtLane {
  readonly value: string | undefined;
  readonly label: string;
  readonly cells: Row[][];
}

/** Deals rows out to lanes: those that the file names first, in its order, then other values, then the rest. */
class LaneDeal {
  readonly #field: Lanes;
  readonly #lanes = new Map<string | undefined, DealtLane>();

  constructor(rows: readonly Row[], field: Lanes) {
    this.#field = field;
    if (field === 'epic' || field === 'assignee') {
      const list = field === 'epic' ? 'epics' : 'people';
      for (const { list: own, id, title } of rows)
        if (own === list && id !== undefined)
          this.#lane(id, field === 'epic' ? `${id} ${title}` : title || id);
    }
    if (field === 'priority') for (const value of PRIORITIES) this.#lane(value, value);
  }

  of(row: Row): readonly DealtLane[] {
    if (this.#field === 'none') return [this.#lane(undefined, '')];
    if (this.#field !== 'assignee') return [this.#lane(row[this.#field])];
    const { assignees = [] } = row;
    return assignees.length === 0
      ? [this.#lane(undefined)]
      : [...new Set(assignees)].map((id) => this.#lane(id));
  }

  /** Lanes that have cards, with their cells in the order of the columns. Without lanes there is one. */
  shown(order: readonly number[]): readonly Lane[] {
    if (this.#field === 'none') this.#lane(undefined, '');
    const lanes = [...this.#lanes.values()].map(({ value, label, cells }) => ({
      value,
      label,
      cells: order.map((place) => cells[place] ?? []),
      count: cells.reduce((sum, cell) => sum + cell.length, 0),
    }));
    const some = lanes.filter(({ count }) => count > 0 || this.#field === 'none');
    return [
      ...some.filter(({ value }) => value !== undefined),
      ...some.filter(({ value }) => value === undefined),
    ];
  }

  #lane(value: string | undefined, label = value ?? NOBODY[this.#field]): DealtLane {
    let lane = this.#lanes.get(value);
    if (lane === undefined) {
      lane = { value, label, cells: [] };
      this.#lanes.set(value, lane);
    }
    return lane;
  }
}

const PRIORITIES = ['must', 'should', 'could', 'wont'];

const NOBODY: Readonly<Record<Lanes, string>> = {
  none: '',
  epic: 'No epic',
  assignee: 'Nobody',
  priority: 'No priority',
};

/** People's names by id. */
export function peopleIn(rows: readonly Row[]): ReadonlyMap<string, string> {
  return new Map(
    rows.flatMap((row) => (row.list === 'people' && row.id !== undefined ? [[row.id, row.title]] : [])),
  );
}

function matchOf(rows: readonly Row[], workflow: Workflow, { look, me }: BoardContext): Match | undefined {
  const people = peopleIn(rows);
  const tests = look.quick.map((quick) => QUICK[quick](me));
  const text = parseFilter(look.filter, { workflow, people });
  if (text !== undefined) tests.push(text);
  return tests.length === 0 ? undefined : (row) => tests.every((test) => test(row));
}

const QUICK: Readonly<Record<QuickFilter, (me: string | undefined) => Match>> = {
  mine: (me) => (row) => me !== undefined && (row.assignees ?? []).includes(me),
  blocked: () => (row) => row.blocked === true,
  unestimated: () => (row) => row.estimate === undefined,
  problems: () => (row) => (row.errors ?? 0) + (row.warnings ?? 0) > 0,
};

/** The rows as they will be once a move is in the file; what a person sees until then. */
export function withMove(rows: readonly Row[], move: MoveCards): readonly Row[] {
  const wanted = new Set(move.keys);
  const moved: Row[] = [];
  const others: Row[] = [];
  for (const row of rows) {
    if (wanted.has(row.key) && row.list === 'stories') moved.push(changed(row, move));
    else others.push(row);
  }
  const anchor = move.before ?? move.after;
  const at = anchor === undefined ? -1 : others.findIndex(({ key }) => key === anchor);
  if (at < 0) {
    const byKey = new Map(moved.map((row) => [row.key, row]));
    return rows.map((row) => byKey.get(row.key) ?? row);
  }
  others.splice(move.before === undefined ? at + 1 : at, 0, ...moved);
  return others;
}

function changed(row: Row, { status, lane }: MoveCards): Row {
  if (lane === undefined) return { ...row, status };
  const { field, value } = lane;
  if (field === 'assignee') return { ...row, status, assignees: value === null ? [] : [value] };
  if (value !== null) return { ...row, status, [field]: value };
  const { [field]: _, ...rest } = row;
  return { ...rest, status };
}
