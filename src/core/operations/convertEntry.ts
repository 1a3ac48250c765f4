/**
 * Writes an acceptance criterion in another notation where it stands: its place and the comments around it stay. A check
 * becomes a scenario whose outcome it is; what happens before is left to be filled in.
 */
import type { TextEdit } from '../text/span.ts';
import { convertCriterion, type Notation } from '../writing/acceptance/convert.ts';
import type { Criterion } from '../writing/acceptance/criteria.ts';
import { ACTION } from '../writing/acceptance/gaps.ts';
import { readCriteria } from '../writing/acceptance/readCriteria.ts';
import type { Node, SeqNode } from '../yaml/node.ts';
import { lineEnd, lineStart } from '../yaml/trivia.ts';
import { type Plain, renderEntry, renderFlow } from '../yaml/writeBlock.ts';
import { type Data, dataOf, isDataList } from './data.ts';
import { dashLines } from './entryLines.ts';
import { columnOfKeys, eolFor } from './fieldEdits.ts';
import { type ListPlace, listPlace, refuseSharedList } from './listPlace.ts';
import type { Operation } from './operation.ts';
import { plainOf } from './plainOf.ts';
import { asBlock, inlineLines } from './putEntries.ts';
import { type Refused, refuse } from './refusal.ts';
import { type Attempt, changeItem, type Step } from './step.ts';
import { bareTexts } from './validate.ts';
import { type Entry, findEntry, nameOf, type View } from './view.ts';

type Convert = Extract<Operation, { readonly type: 'convertCriterion' }>;

const NAMES: Readonly<Record<Notation, string>> = {
  line: 'on one line',
  mapping: 'as a mapping',
  gherkin: 'as Gherkin',
};

export function convertEntry(view: View, { item, criterion: index, to }: Convert): Step | Refused {
  const found = findEntry(view, item);
  if (!found.ok) return found;
  const { entry } = found;
  const list = listPlace(view, entry, 'acceptance');
  if (!list.ok) return list;
  const { text } = entry.slice;
  const criterion = readCriteria(list.pair?.value, text, view.config).find((each) => each.index === index);
  if (criterion === undefined)
    return refuse('invalid-value', `${nameOf(entry)} has no criterion number ${index + 1}.`);
  const shared = refuseSharedList(list);
  if (shared !== undefined) return shared;
  const value = converted(view, entry, criterion, list.nodes[index], to);
  if ('refusal' in value) return value;
  return changeItem(
    view,
    entry,
    list.place.steps,
    (old) => replaced(old, index, dataOf(value.value)),
    attempts(view, list, index, value.value),
  );
}

function converted(
  view: View,
  entry: Entry,
  criterion: Criterion,
  node: Node | undefined,
  to: Notation,
): { readonly value: Plain } | Refused {
  const plain = plainOf(node, entry.slice.text);
  const value = plain !== undefined && criterion.notation === 'check' ? scenarioOf(criterion) : plain;
  if (value === undefined) {
    const message = `This criterion of ${nameOf(entry)} holds an anchor (&), an alias (*) or a tag (!): change it in the file.`;
    return refuse('cannot-preserve', message);
  }
  const result = convertCriterion(value, to, view.config.language);
  if (result.ok) return result;
  return refuse(
    'invalid-value',
    `This criterion of ${nameOf(entry)} can't be written ${NAMES[to]}, since ${result.why}.`,
  );
}

/** What a check says, as the outcome of something that is still to be said. */
function scenarioOf({ written, done }: Criterion): Plain {
  const words = (written?.text ?? '').replace(/^\s*\[[ xX]?\]\s*/, '').trim();
  const outcome = words.replace(/\.$/, '');
  return { when: ACTION, then: outcome, ...(done ? { done } : {}) };
}

function replaced(old: Data | undefined, index: number, value: Data): Data {
  if (old === undefined || !isDataList(old)) return [value];
  return old.map((entry, i) => (i === index ? value : entry));
}

function* attempts(view: View, list: ListPlace, index: number, value: Plain): Generator<Attempt | undefined> {
  const { text } = list.entry.slice;
  const eol = eolFor(view.source, text);
  const seq = list.pair?.value;
  if (seq?.kind === 'seq' && !seq.flow) {
    yield inBlock(list, seq, index, value, eol);
    return;
  }
  const isText = typeof value === 'string' && value.includes('\n');
  const node = list.nodes[index];
  if (seq?.kind === 'seq' && node !== undefined && (!isText || list.place.map.flow))
    yield { edits: [{ start: node.start, end: node.end, text: renderFlow(value, bareTexts(list.shape)) }] };
  if (list.place.map.flow) return;
  const column = columnOfKeys(list.place.map, text) + 2;
  const lines = list.nodes.map((each, i) =>
    i === index ? rendered(list, value, column) : inlineLines(each, column, list),
  );
  if (lines.every((entry) => entry !== undefined)) {
    const edits = asBlock(list, lines.flat(), [], eol);
    yield edits && { edits };
  }
}

function rendered(list: ListPlace, value: Plain, column: number): string[] {
  return renderEntry(value, { indent: column, bare: bareTexts(list.shape) });
}

/** The lines of an entry, with the comment that stands behind it behind its first. */
function inBlock(
  list: ListPlace,
  seq: SeqNode,
  index: number,
  value: Plain,
  eol: string,
): Attempt | undefined {
  const { text } = list.entry.slice;
  const column = seq.start - lineStart(text, seq.start);
  const dashes = dashLines(seq, column, text);
  const dash = dashes[index];
  const node = seq.items[index];
  if (dash === undefined || node === undefined || dashes.length !== seq.items.length) return undefined;
  const behind = text.slice(node.end, lineEnd(text, node.end));
  const [first = '', ...rest] = rendered(list, value, column);
  const edit: TextEdit = {
    start: dash,
    end: lineEnd(text, node.end),
    text: [first + behind.trimEnd(), ...rest].join(eol),
  };
  return { edits: [edit] };
}
