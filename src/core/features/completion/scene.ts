/** What completion of a text looks at. */
import type { Backlog } from '../../backlog/backlog.ts';
import type { Item } from '../../backlog/item.ts';
import type { Place } from './place.ts';
import type { TypedText } from './typedText.ts';
import type { Vocabulary } from './vocabulary.ts';

export interface Scene {
  readonly backlog: Backlog;
  /** The item that is being written. */
  readonly item: Item | undefined;
  /** The slice's text, which the place's offsets count in. */
  readonly source: string;
  readonly place: Place;
  readonly typed: TypedText;
  /** The words that stories have in common, read when it is asked for. */
  readonly words: () => Vocabulary;
}

/** A bare field of the item as the lines say, whether or not they can be read as a whole. */
export function lineField(source: string, key: string): string | undefined {
  const found = new RegExp(String.raw`(?:^|[\s{,])${key}:[ \t]+["']?([^\s"',}#]+)`).exec(source);
  return found?.[1];
}
