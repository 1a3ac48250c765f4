/** "Split": the sentence of a story becomes those of several stories. */
import type { ItemAddress, Operation } from '../../../operations/operation.ts';
import type { Mend } from '../../rule.ts';
import { capital, oneLine } from './story.ts';

export interface NewStory {
  readonly title: string;
  readonly story: string;
}

/** The first keeps its title; the others stand behind it in their order. */
export function splitInto(item: ItemAddress, stories: readonly NewStory[], title: string): readonly Mend[] {
  const [first, ...others] = stories;
  if (first === undefined || others.length === 0) return [];
  // Twice the same wish is no two stories.
  if (new Set(stories.map(({ story }) => story)).size < stories.length) return [];
  // Each goes right behind the first: the last one has to be split off first.
  const operations = others
    .map((second, i): Operation => ({
      type: 'split',
      item,
      ...(i === 0 ? { first: { story: oneLine(first.story) } } : {}),
      second: { title: capital(short(oneLine(second.title))), story: oneLine(second.story) },
    }))
    .reverse();
  const [only] = operations;
  const operation: Operation = operations.length === 1 && only ? only : { type: 'sequence', operations };
  return [{ title, preferred: true, operation }];
}

const LONGEST = 72;

/** A title of a line: cut in front of a word where it is too long. */
function short(title: string): string {
  if (title.length <= LONGEST) return title;
  const cut = title.slice(0, LONGEST + 1);
  return cut.slice(0, Math.max(cut.lastIndexOf(' '), LONGEST / 2)).replace(/[\s,;]+$/, '');
}
