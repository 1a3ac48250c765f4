/** Makes refactorings that a person might ask of a random file, from a row of choices. */
import type { ItemAddress, Refactoring } from '../../../src/core/operations/operation.ts';
import { type Fields, read } from './judge.ts';
import { type Choices, type RandomFile, TEXTS } from './randomBacklog.ts';

const LABELS = ['sync0', 'mobile0', 'web0', 'api1', 'sync1', 'base', 'a'];

/** Undefined where the file has too few items. */
export function randomRefactoring(random: Choices, file: RandomFile): Refactoring | undefined {
  const story = (): number => random.below(Math.max(1, file.stories));
  const at = (index: number): ItemAddress =>
    random.rarely(4) ? { list: 'stories', index } : { id: `FN-${index + 1}` };
  const first = story();
  const second = (first + 1 + random.below(Math.max(1, file.stories - 1))) % Math.max(1, file.stories);
  if (file.stories < 2) return undefined;
  switch (random.below(5)) {
    case 0:
      return {
        type: 'split',
        item: at(first),
        second: { title: random.of(TEXTS), ...(random.rarely(2) ? { story: random.of(TEXTS) } : {}) },
        ...(random.rarely(3) ? { first: { title: random.of(TEXTS) } } : {}),
        criteria: indexes(random, file, first, 'acceptance'),
      };
    case 1: {
      const field = random.of(['acceptance', 'labels', 'notes', 'depends_on']);
      return {
        type: 'moveEntry',
        item: at(first),
        to: at(random.rarely(3) ? first : second),
        field,
        entries: indexes(random, file, first, field),
        ...(random.rarely(3) ? { at: random.below(3) } : {}),
      };
    }
    case 2:
      return rename(random, first);
    case 3:
      return { type: 'extractEpic', items: [at(first), at(second)], title: random.of(TEXTS) };
    default: {
      const into = at(first);
      const keep = random.rarely(3) ? at(second) : into;
      return { type: 'merge', into, items: [at(second)], keep: { title: keep, description: keep } };
    }
  }
}

/** Positions in a list field of a story, sometimes one that is not there. */
function indexes(random: Choices, { text }: RandomFile, story: number, field: string): readonly number[] {
  const stories = read(text)?.['stories'];
  const item = Array.isArray(stories) ? (stories[story] as Fields | undefined) : undefined;
  const value = item?.[field] ?? [];
  const length = (Array.isArray(value) ? value.length : 1) + (random.rarely(20) ? 1 : 0);
  const chosen = Array.from({ length: random.below(3) + (random.rarely(3) ? 0 : 1) }, () =>
    random.below(Math.max(1, length)),
  );
  return length === 0 ? [] : chosen.filter((each, i, all) => all.indexOf(each) === i);
}

function rename(random: Choices, story: number): Refactoring {
  switch (random.below(3)) {
    case 0:
      return {
        type: 'rename',
        what: 'person',
        from: random.of(['ana', 'ben']),
        to: random.of(['eva', 'no', '7']),
      };
    case 1:
      return { type: 'rename', what: 'story', from: `FN-${story + 1}`, to: 'FN-77' };
    default:
      return {
        type: 'rename',
        what: 'label',
        from: random.of(LABELS),
        to: random.of(TEXTS.filter((text) => !text.includes('\t'))),
      };
  }
}
