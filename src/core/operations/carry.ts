/** Takes fields from one item to another as they are spelled, and says where they can't go along. */
import type { Node, Pair } from '../yaml/node.ts';
import type { Slice } from '../yaml/slicedText.ts';
import { spell, type Spelled } from '../yaml/spelled.ts';
import { columnIn } from '../yaml/trivia.ts';
import { strayAlias } from './anchors.ts';
import { walk } from './data.ts';
import { keyText } from './fieldPath.ts';
import { type Refused, refuse } from './refusal.ts';
import { type Entry, nameOf, type View } from './view.ts';

/** The value of a field as it stands; undefined where there is none. */
export function spelledValue({ key, value }: Pair, text: string): Spelled | undefined {
  return value === undefined ? undefined : spell(value, text, columnIn(text, key.start));
}

/**
 * Refuses to take a field elsewhere where it would not mean the same.
 * @param gone the item goes afterwards, with the anchors in it
 */
export function refuseCarried(
  view: View,
  from: Entry,
  pair: Pair,
  to: { readonly slice: Slice; readonly start: number },
  gone?: Node,
): Refused | undefined {
  const { slice } = from;
  const what = `${keyText(pair, slice.text)} of ${nameOf(from)}`;
  const tag = [...walk(pair.value)].find((node) => node.kind !== 'alias' && isOwnTag(node.tag));
  if (tag !== undefined && tag.kind !== 'alias')
    return refuse('cannot-preserve', `${what} has the tag ${tag.tag ?? ''}: do this in the file.`);
  const alias = strayAlias(view, pair.value, to, gone === undefined ? undefined : { slice, node: gone });
  if (alias === undefined) return undefined;
  return refuse(
    'cannot-preserve',
    `${what} takes *${alias} from a place that the other item can't take it from: do this in the file.`,
  );
}

/** A tag that YAML itself does not know is reported wherever it stands. */
function isOwnTag(tag: string | undefined): boolean {
  return tag !== undefined && !tag.startsWith('tag:yaml.org,') && !tag.startsWith('!!');
}
