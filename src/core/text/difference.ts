/** What differs between two texts, as one edit: as small as can be without cutting a pair of units or a CR LF apart. */
import type { TextEdit } from './span.ts';

/** The edit that turns `from` into `to`; undefined where they are equal. */
export function difference(from: string, to: string): TextEdit | undefined {
  if (from === to) return undefined;
  const most = Math.min(from.length, to.length);
  let start = 0;
  while (start < most && from.charCodeAt(start) === to.charCodeAt(start)) start++;
  while (start > 0 && (isInside(from, start) || isInside(to, start))) start--;
  let behind = 0;
  while (
    behind < most - start &&
    from.charCodeAt(from.length - 1 - behind) === to.charCodeAt(to.length - 1 - behind)
  )
    behind++;
  while (behind > 0 && (isInside(from, from.length - behind) || isInside(to, to.length - behind))) behind--;
  return { start, end: from.length - behind, text: to.slice(start, to.length - behind) };
}

/** True between the two units of one character, and between CR and LF. */
function isInside(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(at);
  if (before === 13) return after === 10;
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
}

/** An edit without what it replaces by itself at both ends, given what stands there; undefined where it changes nothing. */
export function smallest({ start, end, text }: TextEdit, old: string): TextEdit | undefined {
  if (start === end) return text === '' ? undefined : { start, end, text };
  const change = difference(old, text);
  return change && { start: start + change.start, end: start + change.end, text: change.text };
}
