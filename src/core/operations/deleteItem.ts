/** Deletes an item with its comments. What names it elsewhere stays and is reported as an unknown reference. */
import type { SeqNode } from '../yaml/node.ts';
import { readSlice } from '../yaml/read.ts';
import { refuseAnchored } from './anchors.ts';
import { changeData } from './data.ts';
import { removeFromFlow, eolFor } from './fieldEdits.ts';
import { partsOf, regionEdit, runOf } from './layout.ts';
import { listNode } from './listNode.ts';
import { refuseSplit } from './moveItems.ts';
import type { ItemAddress } from './operation.ts';
import { type Refused } from './refusal.ts';
import { absolute, type Step, verified } from './step.ts';
import { sliceData } from './verify.ts';
import { type Entry, findEntry, nameOf, pathInSlice, type View } from './view.ts';

export function deleteItem(view: View, item: ItemAddress): Step | Refused {
  const found = findEntry(view, item);
  if (!found.ok) return found;
  const { entry } = found;
  const anchored = refuseAnchored(view, [entry], 'deleted');
  if (anchored !== undefined) return anchored;
  const flow = entry.slice.kind === 'item' ? undefined : listNode(readSlice(entry.slice).root, entry);
  if (flow?.flow === true) return deleteFromFlow(view, entry, flow);
  return refuseSplit([entry]) ?? deleteSlice(view, entry);
}

function deleteSlice(view: View, entry: Entry): Step | Refused {
  const { source } = view;
  const { slice } = entry;
  const index = source.indexOf(slice);
  const region = { before: index - 1, next: index + 1, run: runOf(source, index) };
  const edit = regionEdit(source, region, eolFor(source, slice.text));
  const start = source.startOf(index);
  const result = verified(
    view,
    edit === undefined ? [] : [edit],
    { changed: new Map([[slice, undefined]]), lost: [{ start, end: start + partsOf(slice).own.length }] },
    nameOf(entry),
  );
  return result.ok
    ? { ok: true, edits: edit === undefined ? [] : [edit], change: result.change, items: [] }
    : result;
}

function deleteFromFlow(view: View, entry: Entry, seq: SeqNode): Step | Refused {
  const { text } = entry.slice;
  const path = pathInSlice(entry);
  const index = Number(path.at(-1));
  const node = seq.items[index];
  if (node === undefined) return refuseSplit([entry]) as Refused;
  const edits = removeFromFlow(text, node, seq.items[index + 1]?.start, seq.items[index - 1]?.end);
  const data = changeData(sliceData(entry.slice), path, () => undefined);
  const [lost] = absolute(view, entry, [{ ...node, text: '' }]);
  const all = absolute(view, entry, edits);
  const expected = { changed: new Map([[entry.slice, data]]), lost: lost === undefined ? [] : [lost] };
  const result = verified(view, all, expected, nameOf(entry));
  return result.ok ? { ok: true, edits: all, change: result.change, items: [] } : result;
}
