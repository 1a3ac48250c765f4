/** Whose words stay where duplicates differ in them, and what becomes of the others'. */
import { isNull, pairOf, scalarText } from '../yaml/node.ts';
import type { Operation, WordField } from './operation.ts';
import { type Refused, refuse } from './refusal.ts';
import { type Entry, findEntry, nameOf, nodeOf, type View } from './view.ts';

type Keep = NonNullable<Extract<Operation, { readonly type: 'merge' }>['keep']>;

export interface Words {
  /** What the item that stays says from now on, where it says something else now. */
  readonly kept: ReadonlyMap<WordField, string>;
  /** What would be lost, as texts of notes. */
  readonly notes: readonly string[];
}

const FIELDS: readonly WordField[] = ['title', 'story', 'description'];

export function mergedWords(
  view: View,
  stays: Entry,
  others: readonly Entry[],
  keep: Keep,
): ({ readonly ok: true } & Words) | Refused {
  const kept = new Map<WordField, string>();
  const lost = new Map<Entry, string[]>();
  for (const field of FIELDS) {
    const all = [stays, ...others].flatMap((entry) => {
      const words = wordsOf(entry, field);
      return words.trim() === '' ? [] : [{ entry, words }];
    });
    const [first] = all;
    if (first === undefined) continue;
    const differ = all.some(({ words }) => !same(words, first.words));
    const chosen = differ
      ? chosenOf(
          view,
          keep,
          field,
          all.map(({ entry }) => entry),
          stays,
        )
      : first.entry;
    if (!('slice' in chosen)) return chosen;
    const words = wordsOf(chosen, field);
    if (chosen !== stays) kept.set(field, words);
    for (const other of all) {
      if (!same(other.words, words))
        lost.set(other.entry, [...(lost.get(other.entry) ?? []), other.words.trim()]);
    }
  }
  const notes = [...lost].map(([entry, words]) =>
    [entry === stays ? 'Before the merge:' : `Merged from ${nameOf(entry)}:`, ...words].join('\n'),
  );
  return { ok: true, kept, notes };
}

/** Whose words stay; the title needs no choice, since it is a name more than a text. */
function chosenOf(
  view: View,
  keep: Keep,
  field: WordField,
  among: readonly Entry[],
  stays: Entry,
): Entry | Refused {
  const address = keep[field];
  if (address === undefined) {
    if (field === 'title' && among.includes(stays)) return stays;
    const names = among.map(nameOf);
    return refuse(
      'invalid-value',
      `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''} differ in their ${field}: say whose stays.`,
    );
  }
  const found = findEntry(view, address);
  if (!found.ok) return found;
  if (among.includes(found.entry)) return found.entry;
  return refuse('invalid-value', `${nameOf(found.entry)} has no ${field} that could stay.`);
}

function wordsOf(entry: Entry, field: WordField): string {
  const node = nodeOf(entry);
  const { text } = entry.slice;
  const value = node?.kind === 'map' ? pairOf(node, field, text)?.value : undefined;
  return value?.kind === 'scalar' && !isNull(value, text) ? scalarText(value, text) : '';
}

/** Line breaks and spaces say nothing. */
function same(a: string, b: string): boolean {
  const plain = (words: string): string => words.replace(/\s+/g, ' ').trim();
  return plain(a) === plain(b);
}
