/** What mends have in common: where steps stand in their text, and how a part of a criterion is called in an operation. */
import type { ItemAddress, Operation, Value } from '../../../operations/operation.ts';
import type { Span } from '../../../text/span.ts';
import { type MapNode, type Node, pairOf } from '../../../yaml/node.ts';
import type { WrittenItem } from '../../writtenItem.ts';
import type { Criterion, Step } from '../criteria.ts';
import { spelledLike } from './keyword.ts';
import { firstKeyword, type Keywords, type StepWord } from '../keywords.ts';

/** How the item is called in an operation; undefined where it has no id to call it by. */
export function addressOf({ item: { id, list } }: WrittenItem): ItemAddress | undefined {
  return id === undefined || id === '' ? undefined : { id, list };
}

/** The list of criteria; undefined where there is only one, outside of a list. */
export function listOf(item: WrittenItem): Extract<Node, { kind: 'seq' }> | undefined {
  const node = item.field('acceptance');
  return node?.kind === 'seq' ? node : undefined;
}

/** The path of a criterion that is a mapping. */
export function pathOf(criterion: Criterion, item: WrittenItem): string {
  return listOf(item) ? `acceptance.${criterion.index}` : 'acceptance';
}

export function mappingOf({ node }: Criterion): MapNode | undefined {
  return node.kind === 'map' ? node : undefined;
}

/** The value of a key in a mapping that is a criterion. */
export function valueOf(map: MapNode, key: string, item: WrittenItem): Node | undefined {
  return pairOf(map, key, item.source)?.value;
}

/** Takes an entry out of a list, or the whole field where it is the only one. */
export function removing(
  item: ItemAddress,
  field: string,
  value: Node | undefined,
  entry: number,
): Operation {
  return value?.kind === 'seq' && value.items.length > 1
    ? { type: 'removeEntry', item, field, entry }
    : { type: 'remove', item, field };
}

/** Puts entries into the list of criteria, at a position from 0. */
export function inserting(item: ItemAddress, at: number, values: readonly Value[]): readonly Operation[] {
  return values.map((value, i) => ({ type: 'addEntry', item, field: 'acceptance', value, at: at + i }));
}

/** The end of a step with the doc string or table below it. */
export function endOf({ span, argument }: Step): number {
  return Math.max(span.end, argument?.end ?? 0);
}

/** The space before a step on its line. */
export function marginOf({ in: { text }, span }: Step): string {
  const line = text.lastIndexOf('\n', span.start - 1) + 1;
  return text.slice(line, span.start);
}

/** Where the lines of a step begin and end, with the line break; offsets of its text. */
export function linesOf(step: Step): Span {
  const { text } = step.in;
  const start = text.lastIndexOf('\n', step.span.start - 1) + 1;
  const end = text.indexOf('\n', endOf(step));
  return { start, end: end < 0 ? text.length : end + 1 };
}

/** A keyword as the inner ones of a line are spelled: small, unless another step of it has a capital. */
export function innerKeyword(steps: readonly Step[], word: StepWord, keywords: Keywords): string {
  const keyword = firstKeyword(keywords, word);
  const like = steps.slice(1).find((step) => step.keyword !== '')?.keyword;
  return like === undefined ? keyword.toLowerCase() : spelledLike(like, keyword);
}
