/**
 * Moves items in their list, which is to say: ranks them. Their comments travel with them; section comments and the
 * blank lines between items stay as they are.
 */
import type { Slice } from '../yaml/slicedText.ts';
import { refuseAnchored } from './anchors.ts';
import { eolFor } from './fieldEdits.ts';
import { partsOf, type Region, regionEdit, type Run, runOf } from './layout.ts';
import type { ItemAddress, Place } from './operation.ts';
import { type Refused, refuse } from './refusal.ts';
import { nothing, type Step, verified } from './step.ts';
import { addressOf, type Entry, findEntry, nameOf, type View } from './view.ts';

/** Where items go: in front of an entry that stays, or behind it. */
export interface Target {
  readonly entry: Entry;
  readonly side: 'behind' | 'ahead';
}

export function moveItems(view: View, items: readonly ItemAddress[], place: Place): Step | Refused {
  const moved = new Set<Entry>();
  for (const address of items) {
    const found = findEntry(view, address);
    if (!found.ok) return found;
    moved.add(found.entry);
  }
  const [first] = moved;
  if (first === undefined) return nothing(view, []);
  const other = [...moved].find((entry) => entry.list !== first.list);
  if (other !== undefined) {
    return refuse(
      'invalid-value',
      `${nameOf(first)} and ${nameOf(other)} are in two lists: move them one list at a time.`,
    );
  }
  const order = view.list(first.list);
  const sorted = order.filter((entry) => moved.has(entry));
  const found = targetOf(view, order, moved, place);
  if (found === undefined) return nothing(view, addresses(view, sorted));
  if (!('entry' in found)) return found;
  const { entry, side } = found;
  const rest = order.filter((each) => !moved.has(each));
  const at = rest.indexOf(entry) + (side === 'behind' ? 1 : 0);
  const wanted = [...rest.slice(0, at), ...sorted, ...rest.slice(at)];
  if (wanted.every((each, i) => each === order[i])) return nothing(view, addresses(view, sorted));
  const refused = refuseSplit([...sorted, entry]) ?? refuseAnchored(view, sorted, 'moved');
  return refused ?? moveSlices(view, sorted, found, wanted);
}

function addresses(view: View, entries: readonly Entry[]): ItemAddress[] {
  return entries.map((entry) => addressOf(view, entry));
}

/** The entry that stays and the side of it; undefined where no entry stays. */
function targetOf(
  view: View,
  order: readonly Entry[],
  moved: ReadonlySet<Entry>,
  place: Place,
): Target | undefined | Refused {
  const stays = (entry: Entry): boolean => !moved.has(entry);
  if ('at' in place) {
    const entry = place.at === 'top' ? order.find(stays) : order.filter(stays).at(-1);
    return entry === undefined ? undefined : { entry, side: place.at === 'top' ? 'ahead' : 'behind' };
  }
  const side = 'before' in place ? 'ahead' : 'behind';
  const found = findEntry(view, 'before' in place ? place.before : place.after);
  if (!found.ok) return found;
  const index = order.indexOf(found.entry);
  if (index < 0) return refuse('invalid-value', `${nameOf(found.entry)} is in another list.`);
  if (stays(found.entry)) return { entry: found.entry, side };
  // Next to one of themselves: they come together where that one stands.
  const next = order.slice(index).find(stays);
  const previous = order.slice(0, index).filter(stays).at(-1);
  if (side === 'ahead' && next !== undefined) return { entry: next, side };
  if (previous !== undefined) return { entry: previous, side: 'behind' };
  return next === undefined ? undefined : { entry: next, side: 'ahead' };
}

/** Refuses items that don't stand in lines of their own. */
export function refuseSplit(entries: readonly Entry[]): Refused | undefined {
  for (const entry of entries) {
    if (entry.slice.kind !== 'item') {
      return refuse(
        'cannot-preserve',
        `${entry.list} is not written as one "- " entry below the other, so ${nameOf(entry)} can't be moved from here: move it in the file.`,
      );
    }
    if (partsOf(entry.slice).unclear) {
      return refuse(
        'cannot-preserve',
        `Lines at ${nameOf(entry)} stand too far left to belong to it: indent them first.`,
      );
    }
  }
  const [first] = entries;
  const other = entries.find((entry) => entry.slice.listIndent !== first?.slice.listIndent);
  if (other === undefined) return undefined;
  return refuse(
    'cannot-preserve',
    `${other.list} is given twice with different indentation: indent both alike first.`,
  );
}

function moveSlices(
  view: View,
  sorted: readonly Entry[],
  target: Target,
  wanted: readonly Entry[],
): Step | Refused {
  const { source } = view;
  const indexes = new Set(sorted.map((entry) => source.indexOf(entry.slice)));
  const eol = eolFor(source, target.entry.slice.text);
  const items = sorted.map(({ slice }) => ownLines(slice, eol));
  const at = source.indexOf(target.entry.slice);
  const run = runOf(source, at);
  const before = target.side === 'behind' ? at : previousStaying(run, at, indexes);
  const next = target.side === 'behind' ? nextStaying(run, at, indexes) : at;
  const regions = new Map<number, Region>();
  for (const index of indexes) {
    const own = runOf(source, index);
    const from = previousStaying(own, index, indexes);
    regions.set(from, { before: from, next: nextStaying(own, index, indexes), run: own });
  }
  regions.set(before, { before, next, run, insert: { items, side: target.side } });
  const edits = [...regions.values()]
    .flatMap((region) => regionEdit(source, region, eol) ?? [])
    .sort((a, b) => a.start - b.start);
  const slices = sorted.map((entry) => entry.slice);
  const expected = {
    changed: new Map(slices.map((slice) => [slice, undefined] as const)),
    inserted: { after: source.slices[before], tokens: slices },
  };
  const result = verified(view, edits, expected, `the place of ${sorted.map(nameOf).join(', ')}`);
  if (!result.ok) return result;
  return {
    ok: true,
    edits,
    change: result.change,
    items: sorted.map((entry) => newAddress(view, entry, wanted)),
  };
}

function newAddress(view: View, entry: Entry, order: readonly Entry[]): ItemAddress {
  const address = addressOf(view, entry);
  return 'id' in address ? address : { list: entry.list, index: order.indexOf(entry) };
}

/** The lines of an item, the last one ended. */
export function ownLines(slice: Slice, eol: string): string {
  const { own } = partsOf(slice);
  return own.endsWith('\n') ? own : own + eol;
}

export function previousStaying(run: Run, index: number, gone: ReadonlySet<number>): number {
  let at = index - 1;
  while (at > run.head && gone.has(at)) at--;
  return at;
}

export function nextStaying(run: Run, index: number, gone: ReadonlySet<number>): number {
  let at = index + 1;
  while (at <= run.last && gone.has(at)) at++;
  return at;
}
