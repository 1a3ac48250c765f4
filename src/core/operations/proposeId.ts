/** An id for something that has a name only: short, readable where it is named, and free. */
import type { ListName } from '../backlog/lists.ts';
import { checkNewId } from './validate.ts';
import type { View } from './view.ts';

/** Longer ones are cut between two words. */
const LONGEST = 32;
const MOST_TRIES = 10_000;

/**
 * `ana` for “Ana Lima” among people, `2027.1` for a release of that name, `field-biologist` for a persona; with a number
 * where that is taken. Undefined where the name has neither letter nor digit.
 */
export function proposeId(view: View, list: ListName, name: string): string | undefined {
  const isFree = (id: string): boolean => checkNewId(view, list, id) === undefined;
  const [first = ''] = candidates(list, name);
  if (first === '') return undefined;
  const free = candidates(list, name).find(isFree);
  if (free !== undefined) return free;
  for (let number = 2; number < MOST_TRIES; number++) {
    const id = `${first}-${number}`;
    if (isFree(id)) return id;
  }
  return undefined;
}

/** The best first. */
function candidates(list: ListName, name: string): readonly string[] {
  // What teams call sprints and releases is their id, where one word says it.
  if (/^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u.test(name) && (list === 'sprints' || list === 'releases'))
    return [name];
  const words = wordsOf(name);
  const whole = cut(words);
  return list === 'people' && words.length > 1 ? [words[0] ?? '', whole] : [whole];
}

/** In small letters, without accents where the letter exists without. */
function wordsOf(name: string): readonly string[] {
  const plain = name
    .normalize('NFKD')
    .replace(/(?<=[a-z])\p{M}+/giu, '')
    .normalize('NFC')
    .toLowerCase();
  return plain.split(/[^\p{L}\p{M}\p{N}]+/u).filter((word) => word !== '');
}

function cut(words: readonly string[]): string {
  let id = '';
  for (const word of words) {
    const longer = id === '' ? word.slice(0, LONGEST) : `${id}-${word}`;
    if (longer.length > LONGEST) break;
    id = longer;
  }
  return id;
}
