/** Asks for completion at `$0`, and chooses. */
import { completionAt } from '../../../../src/core/features/completion/completion.ts';
import type { CompletionEntry, Completions } from '../../../../src/core/features/completion/entry.ts';
import { backlogAt } from '../cursor.ts';

/** A Monday. */
export const TODAY = '2026-11-23';

export function completeAt(marked: string, quiet = false): Completions {
  const { backlog, offset } = backlogAt(marked);
  return completionAt(backlog, offset, TODAY, quiet);
}

export function labelsAt(marked: string, quiet = false): readonly string[] {
  return completeAt(marked, quiet).entries.map(({ label }) => label);
}

/** The entry that an editor would choose when nothing is said, or the one with this label. */
export function entryAt(marked: string, label?: string): CompletionEntry {
  const { entries } = completeAt(marked);
  const entry = label === undefined ? entries[0] : entries.find((each) => each.label === label);
  if (entry === undefined)
    throw new Error(`${label ?? 'anything'} is not among ${labelsAt(marked).join(' | ')}`);
  return entry;
}

/** The text after an entry was chosen, the first where no label is given; `«…»` are the places to fill in. */
export function chosenAt(marked: string, label?: string): string {
  const { text } = backlogAt(marked);
  const { replace } = completeAt(marked);
  const entry = entryAt(marked, label);
  const { insert, stops = [{ start: insert.length, end: insert.length }], replace: own = replace } = entry;
  let written = insert;
  for (const { start, end } of [...stops].reverse())
    written = `${written.slice(0, start)}«${written.slice(start, end)}»${written.slice(end)}`;
  return text.slice(0, own.start) + written + text.slice(own.end);
}
