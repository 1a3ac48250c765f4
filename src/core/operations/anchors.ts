/** Anchors tie places of a file together: what bears one can't be taken away or moved past what uses it. */
import { readSlice } from '../yaml/read.ts';
import { aliasesOf, anchorsOf } from './data.ts';
import { type Refused, refuse } from './refusal.ts';
import { type Entry, nameOf, type View } from './view.ts';

/** Refuses to move or delete items that share something with other places. */
export function refuseAnchored(
  view: View,
  entries: readonly Entry[],
  done: 'moved' | 'deleted',
): Refused | undefined {
  for (const entry of entries) {
    const { text } = entry.slice;
    if (!/[&*]/.test(text)) continue;
    const { root } = readSlice(entry.slice);
    const anchors = anchorsOf(root);
    const used = anchors.find((anchor) => isUsedElsewhere(view, entry, anchor));
    if (used !== undefined) {
      return refuse(
        'cannot-preserve',
        `${nameOf(entry)} bears the anchor &${used} that others use, so it can't be ${done} from here.`,
      );
    }
    if (done === 'deleted') continue;
    const alias = aliasesOf(root).find((name) => !anchors.includes(name) && isSetInItem(view, entry, name));
    if (alias !== undefined) {
      return refuse(
        'cannot-preserve',
        `${nameOf(entry)} uses *${alias} of another item, so it can't be moved from here.`,
      );
    }
  }
  return undefined;
}

function isUsedElsewhere(view: View, entry: Entry, anchor: string): boolean {
  return view.source.slices.some(
    (slice) =>
      slice !== entry.slice &&
      slice.text.includes(`*${anchor}`) &&
      aliasesOf(readSlice(slice).root).includes(anchor),
  );
}

function isSetInItem(view: View, entry: Entry, anchor: string): boolean {
  return view.source.slices.some(
    (slice) =>
      slice !== entry.slice &&
      slice.kind === 'item' &&
      slice.text.includes(`&${anchor}`) &&
      anchorsOf(readSlice(slice).root).includes(anchor),
  );
}
