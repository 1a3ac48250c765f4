/** What every operation gives before it becomes a plan: edits that were verified, and the text that they make. */
import type { TextEdit } from '../text/span.ts';
import { changeData, type Data } from './data.ts';
import type { ItemAddress } from './operation.ts';
import { type Refused, refuse } from './refusal.ts';
import { type Changed, type Expectation, sliceData, unchanged, verify } from './verify.ts';
import { addressOf, type Entry, nameOf, pathInSlice, type View } from './view.ts';

export interface Step {
  readonly ok: true;
  readonly edits: readonly TextEdit[];
  readonly change: Changed;
  readonly items: readonly ItemAddress[];
}

/** Nothing to do. */
export function nothing(view: View, items: readonly ItemAddress[]): Step {
  return { ok: true, edits: [], change: unchanged(view.source), items };
}

/** Offsets of a slice made absolute. */
export function absolute(view: View, entry: Entry, edits: readonly TextEdit[]): TextEdit[] {
  const base = view.source.startOf(view.source.indexOf(entry.slice));
  return [...edits]
    .sort((a, b) => a.start - b.start || a.end - b.end)
    .map((edit) => ({ start: edit.start + base, end: edit.end + base, text: edit.text }));
}

/** One way to change an item: edits in its slice, and where comments go with what they remove. */
export interface Attempt {
  readonly edits: readonly TextEdit[];
  readonly mayLose?: readonly { readonly start: number; readonly end: number }[];
}

/**
 * The first of several ways to change one item that comes out as meant.
 * @param steps keys and positions from the item to the place that changes
 */
export function changeItem(
  view: View,
  entry: Entry,
  steps: readonly (string | number)[],
  change: (old: Data | undefined) => Data | undefined,
  attempts: Iterable<Attempt | undefined>,
): Step | Refused {
  const base = view.source.startOf(view.source.indexOf(entry.slice));
  const path = [...pathInSlice(entry), ...steps];
  const data = changeData(sliceData(entry.slice), path, change);
  let why = 'the text has a form that is not known';
  for (const attempt of attempts) {
    if (attempt === undefined) continue;
    const edits = absolute(view, entry, attempt.edits);
    const lost = (attempt.mayLose ?? []).map(({ start, end }) => ({ start: start + base, end: end + base }));
    const verified = verify(view.source, edits, { changed: new Map([[entry.slice, data]]), lost });
    if (verified.ok) {
      return { ok: true, edits, change: verified.change, items: [addressOf(view, entry)] };
    }
    why = verified.why;
  }
  return cannotPreserve(`${steps[0] ?? 'this'} of ${nameOf(entry)}`, why);
}

/** Verifies edits that change more than one item's fields. */
export function verified(
  view: View,
  edits: readonly TextEdit[],
  expected: Expectation,
  what: string,
): { readonly ok: true; readonly change: Changed } | Refused {
  const result = verify(view.source, edits, expected);
  return result.ok ? result : cannotPreserve(what, result.why);
}

export function cannotPreserve(what: string, why: string): Refused {
  return refuse('cannot-preserve', `Can't change ${what} from here, since ${why}: change it in the file.`);
}
