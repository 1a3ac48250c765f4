/**
 * The text filter of the tree: words that must all be found in an item's id, title, labels or people, and terms such
 * as `label:sync`, `assignee:ana`, `status:doing`, `type:bug`, `is:blocked`. Pure: rows in, yes or no out.
 */
import type { Row, Workflow } from '../protocol/snapshot.ts';
import { phaseOf } from './phase.ts';

export type Match = (row: Row) => boolean;

/** What a filter needs to know beyond the row. */
export interface FilterContext {
  readonly workflow: Workflow;
  /** A person's name by id. */
  readonly people: ReadonlyMap<string, string>;
}

const TERM = /(-?)(?:([a-z]+):)?(?:"([^"]*)"?|(\S+))/giu;

/** Undefined for an empty filter. A term with an unknown word before the colon is searched as it stands. */
export function parseFilter(text: string, context: FilterContext): Match | undefined {
  const tests: Match[] = [];
  for (const found of text.matchAll(TERM)) {
    const [whole, minus = '', key, quoted, bare = ''] = found;
    const value = (quoted ?? bare).toLowerCase();
    if (value === '' && key === undefined) continue;
    const test = termTest(key?.toLowerCase(), value, context) ?? wordTest(unquoted(whole, minus), context);
    tests.push(minus === '' ? test : (row) => !test(row));
  }
  if (tests.length === 0) return undefined;
  return (row) => tests.every((test) => test(row));
}

function unquoted(term: string, minus: string): string {
  return term.slice(minus.length).replaceAll('"', '').toLowerCase();
}

function termTest(key: string | undefined, value: string, context: FilterContext): Match | undefined {
  switch (key) {
    case 'label':
      return (row) => some(row.labels, value);
    case 'assignee':
      return (row) => assignedTo(row, value, context.people);
    case 'is':
      return stateTest(value, context.workflow);
    case 'status':
    case 'type':
    case 'epic':
    case 'sprint':
    case 'release':
    case 'priority':
    case 'estimate':
      return (row) => row[key]?.toLowerCase() === value;
    default:
      return undefined;
  }
}

function stateTest(value: string, workflow: Workflow): Match | undefined {
  switch (value) {
    case 'blocked':
      return (row) => row.blocked === true;
    case 'open':
      return (row) => !['done', 'dropped'].includes(phaseOf(row, workflow));
    case 'active':
    case 'done':
    case 'dropped':
      return (row) => phaseOf(row, workflow) === value;
    case 'assigned':
      return (row) => (row.assignees ?? []).length > 0;
    case 'estimated':
      return (row) => row.estimate !== undefined;
    case 'problem':
      return (row) => (row.errors ?? 0) + (row.warnings ?? 0) > 0;
    default:
      return undefined;
  }
}

function some(values: readonly string[] | undefined, value: string): boolean {
  return values?.some((one) => one.toLowerCase() === value) ?? false;
}

function assignedTo(row: Row, value: string, people: ReadonlyMap<string, string>): boolean {
  if (value === 'none') return (row.assignees ?? []).length === 0;
  return (row.assignees ?? []).some(
    (id) => id.toLowerCase() === value || people.get(id)?.toLowerCase().includes(value) === true,
  );
}

function wordTest(word: string, context: FilterContext): Match {
  return (row) => haystack(row, context).includes(word);
}

/** A row's words, made once for each row and set of people: rows keep their identity from snapshot to snapshot. */
const haystacks = new WeakMap<Row, { readonly people: ReadonlyMap<string, string>; readonly text: string }>();

function haystack(row: Row, { people }: FilterContext): string {
  const known = haystacks.get(row);
  if (known?.people === people) return known.text;
  const names = (row.assignees ?? []).flatMap((id) => [id, people.get(id) ?? '']);
  const text = [row.id ?? '', row.title, ...(row.labels ?? []), ...names].join('\n').toLowerCase();
  haystacks.set(row, { people, text });
  return text;
}
