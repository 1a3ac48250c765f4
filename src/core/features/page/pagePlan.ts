/**
 * From what a person does on a page to the smallest edit that does it. The mark that comes with it is compared with what
 * the file says now: where it says something else, the change is refused, and nobody's words are overwritten unseen.
 */
import type { Backlog } from '../../backlog/backlog.ts';
import type { Item } from '../../backlog/item.ts';
import type { Fix } from '../../backlog/problem.ts';
import type { ItemAddress, Operation, Plan } from '../../operations/operation.ts';
import { planOperation } from '../../operations/planOperation.ts';
import { type Refused, refuse } from '../../operations/refusal.ts';
import { inverseOf } from '../../operations/restore.ts';
import { changedBy } from '../../operations/verify.ts';
import { Draft, findEntry, nodeOf } from '../../operations/view.ts';
import type { MapNode } from '../../yaml/node.ts';
import { mapOf } from '../itemText.ts';
import { problemsFound } from './itemPage.ts';
import { entryMark, markOf } from './mark.ts';
import type { PageChange } from './pageChange.ts';
import { operationOf } from './pageOperation.ts';
import { type Path, pathOf } from './path.ts';
import { entriesOf, nodeAt } from './scene.ts';

/** A plan with what the file says afterwards at the place of the change. */
export type PagePlan = (Extract<Plan, { readonly ok: true }> & { readonly mark: string }) | Refused;

export function planPageChange(backlog: Backlog, item: Item, change: PageChange): PagePlan {
  const map = mapOf(backlog, item);
  if (change.kind === 'fix') return planFix(backlog, item, map, change);
  if (map === undefined) return refuse('unreadable', 'This item can’t be read: mend it in the file first.');
  let path: Path | undefined;
  if ('path' in change) {
    path = pathOf(change.path);
    if ('mark' in change) {
      const followed = follow(map, path, item.slice.text, change.mark);
      if (followed === undefined) return changedSince(path);
      path = followed;
    }
  } else if (change.kind === 'block') {
    path = pathOf('blocked');
    if (follow(map, path, item.slice.text, change.mark) === undefined) return changedSince(path);
  }
  const asked = operationOf(backlog, item, map, change, path ?? pathOf('status'));
  if ('refusal' in asked) return asked;
  const plan = planOperation(backlog, asked.operation);
  return plan.ok ? { ...plan, mark: markAfter(backlog, plan, asked.shown) } : plan;
}

function changedSince(path: Path): Refused {
  const what = path.steps.length > 1 && path.entry !== undefined ? `entry of ${path.field}` : path.field;
  return refuse(
    'changed-since',
    `The file says something else for this ${what} now: look at it before you change it.`,
  );
}

/**
 * The path on which the mark still fits: the same, or that of the entry which has gone to another position meanwhile;
 * undefined where the file says something else.
 */
function follow(map: MapNode, path: Path, text: string, mark: string): Path | undefined {
  if (path.entry !== undefined) {
    const entries = entriesOf(nodeAt(map, [path.field], text));
    const marks = entries.map((entry) => entryMark(entry, text));
    if (marks[path.entry] === mark) return path;
    const at = marks.indexOf(mark);
    return at >= 0 && marks.lastIndexOf(mark) === at ? path.withEntry(at) : undefined;
  }
  const prefixes = path.steps.map((_, i) => path.steps.slice(0, path.steps.length - i));
  return prefixes.some((steps) => markOf(nodeAt(map, steps, text), text) === mark) ? path : undefined;
}

/** What the file says at the place of a change once the plan is carried out; `''` where nothing is left of it. */
function markAfter(
  backlog: Backlog,
  plan: Extract<Plan, { readonly ok: true }>,
  shown: Path | undefined,
): string {
  const [address] = plan.items;
  if (address === undefined || shown === undefined) return '';
  const found = findEntry(new Draft(backlog, changedBy(backlog.source, plan.edits)), address);
  const node = found.ok ? nodeOf(found.entry) : undefined;
  if (!found.ok || node?.kind !== 'map') return '';
  const { text } = found.entry.slice;
  if (shown.entry === undefined) return markOf(nodeAt(node, shown.marked, text), text);
  const entries = entriesOf(nodeAt(node, [shown.field], text));
  return shown.entry < entries.length ? entryMark(entries[shown.entry], text) : '';
}

function planFix(
  backlog: Backlog,
  item: Item,
  map: MapNode | undefined,
  { finding: id, title }: Extract<PageChange, { readonly kind: 'fix' }>,
): PagePlan {
  const found = problemsFound(backlog, item, map).find(({ finding }) => finding.id === id);
  const fix = found?.fixes.find((each) => each.title === title);
  if (fix === undefined)
    return refuse('changed-since', 'The text has changed since, and this fix no longer fits.');
  if (fix.operation !== undefined) {
    const plan = planOperation(backlog, fix.operation);
    return plan.ok ? { ...plan, mark: '' } : plan;
  }
  return { ...planEdits(backlog, item, fix), mark: '' };
}

function planEdits(backlog: Backlog, item: Item, fix: Fix): Extract<Plan, { readonly ok: true }> {
  const base = backlog.startOf(item.slice);
  const edits = fix.edits.map(({ start, end, text }) => ({ start: start + base, end: end + base, text }));
  const items: readonly ItemAddress[] = [backlog.address(item)];
  const inverse: Operation = inverseOf(backlog.source, edits, changedBy(backlog.source, edits));
  return { ok: true, edits, inverse, items };
}
