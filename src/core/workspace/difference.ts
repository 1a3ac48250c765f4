/**
 * The smallest single edit between a text that is held in slices and a new text, so that a file that changed on disk
 * is read again only where it changed. Never joins the slices.
 */
import type { TextEdit } from '../text/span.ts';
import type { SlicedText } from '../yaml/slicedText.ts';

/** The edit that turns `from` into `to`, in offsets of `from`; `undefined` where they are equal. */
export function differenceOf(from: SlicedText, to: string): TextEdit | undefined {
  const start = commonStart(from, to);
  if (start === from.length && start === to.length) return undefined;
  const behind = commonEnd(from, to, Math.min(from.length, to.length) - start);
  return { start, end: from.length - behind, text: to.slice(start, to.length - behind) };
}

/** How many characters both begin with. */
function commonStart(from: SlicedText, to: string): number {
  let at = 0;
  for (const { text } of from.slices) {
    if (to.startsWith(text, at)) {
      at += text.length;
      continue;
    }
    const most = Math.min(text.length, to.length - at);
    let same = 0;
    while (same < most && text.charCodeAt(same) === to.charCodeAt(at + same)) same++;
    return at + same;
  }
  return at;
}

/** How many characters both end with, at most `most`. */
function commonEnd(from: SlicedText, to: string, most: number): number {
  let behind = 0;
  for (let i = from.slices.length - 1; i >= 0; i--) {
    const text = from.slices[i]?.text ?? '';
    if (text.length <= most - behind && to.endsWith(text, to.length - behind)) {
      behind += text.length;
      continue;
    }
    const limit = Math.min(text.length, most - behind);
    let same = 0;
    while (
      same < limit &&
      text.charCodeAt(text.length - 1 - same) === to.charCodeAt(to.length - 1 - behind - same)
    )
      same++;
    return behind + same;
  }
  return behind;
}
