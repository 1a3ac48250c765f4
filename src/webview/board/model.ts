/**
 * What the board shows: rows of the backlog dealt out to lanes and columns, in rank order. Pure; made anew with every
 * change, in one pass over the rows.
 */
import type { BoardSettings, Lanes, MoveCards, QuickFilter } from '../../protocol/panels/board.ts';
import type { Row, Workflow } from '../../protocol/snapshot.ts';
import { type Match, parseFilter } from '../../views/filter.ts';
import { nameOf, scopeOf } from '../../views/scope.ts';
import type { BacklogState } from '../shared/backlogState.ts';
import { ColumnDeal, type ColumnHead } from './columns.ts';

export interface Column extends ColumnHead {
  readonly folded: boolean;
  /** Cards of all lanes, and their points. */
  readonly count: number;
  readonly points: number;
  /** Stories of the whole backlog that are in this column: what the limit is about. */
  readonly inWork: number;
}

export interface Lane {
  /** The value of the field; undefined for cards without one. */
  readonly value: string | undefined;
  readonly label: string;
  /** Cards by column, in rank order. */
  readonly cells: readonly (readonly Row[])[];
  readonly count: number;
  readonly points: number;
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
  readonly settings: BoardSettings;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** The person before the screen. */
  readonly me: string | undefined;
}

export function boardOf({ rows, workflow, waiting }: BacklogState, context: BoardContext): Board {
  const { settings } = context;
  const scope = scopeOf(rows, settings.scope, context.today);
  const match = matchOf(rows, workflow, context);
  const columnOf = new ColumnDeal(settings.columns, rows, workflow);
  const laneOf = new LaneDeal(rows, settings);
  const inWork = new Map<number, number>();
  const used = new Set<number>();
  let kept = 0;
  for (const row of rows) {
    if (row.list !== 'stories') continue;
    const place = columnOf.of(row);
    inWork.set(place, (inWork.get(place) ?? 0) + 1);
    if (!scope.has(row)) continue;
    if (match !== undefined && !match(row)) {
      kept++;
      continue;
    }
    used.add(place);
    for (const lane of laneOf.of(row)) (lane.cells[place] ??= []).push(row);
  }
  const order = columnOf.shown(used);
  const lanes = laneOf.shown(order);
  const columns = order.map((place, index) => {
    const head = columnOf.head(place);
    const cards = lanes.flatMap(({ cells }) => cells[index] ?? []);
    const unique = settings.lanes === 'assignee' ? [...new Set(cards)] : cards;
    return {
      ...head,
      folded: settings.folded.includes(head.key),
      count: unique.length,
      points: pointsOf(unique),
      inWork: inWork.get(place) ?? 0,
    };
  });
  const count = columns.reduce((sum, column) => sum + column.count, 0);
  return { columns, lanes, count, kept, scope: scope.label, partial: waiting !== undefined };
}

interface DealtLane {
  readonly value: string | undefined;
  readonly label: string;
  readonly cells: Row[][];
}

/** Deals rows out to lanes: those that the file names first, in its order, then other values, then the rest. */
class LaneDeal {
  readonly #field: Lanes;
  /** On a story map the releases to come are shown without cards too: stories are planned into them. */
  readonly #always = new Set<string | undefined>();
  /** Releases that are out. */
  readonly #over = new Set<string | undefined>();
  readonly #lanes = new Map<string | undefined, DealtLane>();

  constructor(rows: readonly Row[], { lanes: field, columns }: BoardSettings) {
    this.#field = field;
    if (field === 'epic' || field === 'release' || field === 'assignee') {
      const list = ({ epic: 'epics', release: 'releases', assignee: 'people' } as const)[field];
      for (const row of rows) {
        const { list: own, id, title, over } = row;
        if (own !== list || id === undefined) continue;
        this.#lane(id, field === 'assignee' ? title || id : nameOf(row));
        if (over === true) this.#over.add(id);
        else if (field === 'release' && columns === 'epic') this.#always.add(id);
      }
      if (this.#always.size > 0) {
        this.#always.add(undefined);
        this.#lane(undefined);
      }
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

  /** Lanes that have cards, with their cells in the order of the columns. There is always one, for the first card. */
  shown(order: readonly number[]): readonly Lane[] {
    const filled = [...this.#lanes.values()].filter(
      ({ value, cells }) => this.#always.has(value) || cells.some((cell) => cell.length > 0),
    );
    const all = filled.length > 0 ? filled : [this.#lane(undefined)];
    // What is still to come is looked at first.
    const turn = ({ value }: DealtLane): number => (value === undefined ? 1 : this.#over.has(value) ? 2 : 0);
    const inTurn = [0, 1, 2].flatMap((nth) => all.filter((lane) => turn(lane) === nth));
    return inTurn.map(({ value, label, cells }) => ({
      value,
      label,
      cells: order.map((place) => cells[place] ?? []),
      count: cells.reduce((sum, cell) => sum + cell.length, 0),
      points: cells.reduce((sum, cell) => sum + pointsOf(cell), 0),
    }));
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

function pointsOf(rows: readonly Row[]): number {
  return rows.reduce((sum, { points = 0 }) => sum + points, 0);
}

const PRIORITIES = ['must', 'should', 'could', 'wont'];

const NOBODY: Readonly<Record<Lanes, string>> = {
  none: '',
  epic: 'No epic',
  release: 'No release',
  assignee: 'Nobody',
  priority: 'No priority',
};

/** People's names by id. */
export function peopleIn(rows: readonly Row[]): ReadonlyMap<string, string> {
  return new Map(
    rows.flatMap((row) => (row.list === 'people' && row.id !== undefined ? [[row.id, row.title]] : [])),
  );
}

function matchOf(
  rows: readonly Row[],
  workflow: Workflow,
  { settings, me }: BoardContext,
): Match | undefined {
  const people = peopleIn(rows);
  const tests = settings.quick.map((quick) => QUICK[quick](me));
  const text = parseFilter(settings.filter, { workflow, people });
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

function changed(row: Row, { column, lane }: MoveCards): Row {
  const inColumn = withValue(row, column);
  if (lane === undefined) return inColumn;
  const { field, value } = lane;
  if (field === 'assignee') return { ...inColumn, assignees: value === null ? [] : [value] };
  return withValue(inColumn, { field, value });
}

function withValue(
  row: Row,
  {
    field,
    value,
  }: { readonly field: 'status' | 'epic' | 'release' | 'priority'; readonly value: string | null },
): Row {
  if (value !== null) return { ...row, [field]: value };
  const { [field]: _, ...rest } = row;
  return rest;
}
