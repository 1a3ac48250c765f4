/** Another value for one entry of a list field: its quotes, its block and the comment behind it stay as far as they can. */
import type { Node, SeqNode } from '../yaml/node.ts';
import { lineStart } from '../yaml/trivia.ts';
import { isList, isMapping, type Plain, plainText, renderFlow } from '../yaml/writeBlock.ts';
import { sharedAs, usedAnchor } from './anchors.ts';
import { aliasesOf, dataOf, sameData, toData } from './data.ts';
import { eolFor, type Writing } from './fieldEdits.ts';
import { type ListPlace, listPlace } from './listPlace.ts';
import type { Operation } from './operation.ts';
import { type Refused, refuse } from './refusal.ts';
import { asLines, replacements, withEntry } from './replaceEntry.ts';
import { replaceScalar } from './replaceValue.ts';
import { retyped } from './retype.ts';
import { writeField } from './setField.ts';
import { type Attempt, changeItem, nothing, type Step } from './step.ts';
import { bareTexts, checkValue } from './validate.ts';
import { addressOf, findEntry, nameOf, type View } from './view.ts';

type SetEntry = Extract<Operation, { readonly type: 'setEntry' }>;

export function setEntry(view: View, { item, field, entry: index, value }: SetEntry): Step | Refused {
  const found = findEntry(view, item);
  if (!found.ok) return found;
  const list = listPlace(view, found.entry, field);
  if (!list.ok) return list;
  const { entry, nodes } = list;
  if (!Number.isInteger(index) || index < 0 || index >= nodes.length)
    return refuse('invalid-value', `${field} of ${nameOf(entry)} has no entry number ${index + 1}.`);
  if (value === null || value === '')
    return refuse('invalid-value', `An entry of ${field} needs some words: remove it instead.`);
  const checked = checkValue(view, list.shape.of, value, field);
  if (!checked.ok) return checked;
  const node = nodes[index];
  if (list.pair?.value?.kind !== 'seq')
    return writeField(view, entry, field.split('.'), checked.value, list.shape);
  const data = dataOf(checked.value);
  const { text } = entry.slice;
  if (node !== undefined && sameData(toData(node, text), data))
    return nothing(view, [addressOf(view, entry)]);
  return (
    refuseTied(view, list, list.pair.value, node) ??
    changeItem(
      view,
      entry,
      list.place.steps,
      (old) => withEntry(old, index, data),
      attempts(list, list.pair.value, index, checked.value, eolFor(view.source, text)),
    )
  );
}

/** Refuses what other places share, or what is another place's. */
function refuseTied(
  view: View,
  { field, entry }: ListPlace,
  seq: SeqNode,
  node: Node | undefined,
): Refused | undefined {
  const used = sharedAs(view, entry.slice, seq) ?? usedAnchor(view, entry.slice, node);
  const [alias] = aliasesOf(node);
  if (used === undefined && alias === undefined) return undefined;
  const what = used === undefined ? `the alias *${alias ?? ''}` : `&${used}, which other places use`;
  return refuse('cannot-preserve', `${field} of ${nameOf(entry)} holds ${what}: change it in the file.`);
}

function* attempts(
  list: ListPlace,
  seq: SeqNode,
  index: number,
  value: Plain,
  eol: string,
): Generator<Attempt | undefined> {
  const { text } = list.entry.slice;
  const node = seq.items[index];
  const inner = bareTexts(list.shape);
  const simple = typeof value !== 'object';
  if (simple && node?.kind === 'scalar') {
    yield retyped(node, value, text);
    const context = { flow: seq.flow, column: seq.start - lineStart(text, seq.start) };
    for (const quoted of [false, true]) {
      const writing: Writing = { eol, bare: inner, quoted };
      yield { edits: replaceScalar(node, value, context, text, writing) };
    }
  }
  if (!seq.flow && isShort(value)) {
    const dash = ' '.repeat(seq.start - lineStart(text, seq.start));
    // A few words with their tick read better on one line, as they stood before.
    yield asLines(text, seq, index, [`${dash}- ${renderFlow(value, inner)}`], eol);
  }
  yield* replacements(list, index, value, eol);
}

/** A mapping of a few values, none of them longer than a line. */
function isShort(value: Plain): boolean {
  if (!isMapping(value)) return false;
  const values = Object.values(value);
  return values.every((each) => !isList(each) && !isMapping(each) && !plainText(each).includes('\n'));
}
