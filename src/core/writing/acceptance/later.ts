/** Words that say that something is to be filled in later. */
const LATER =
  /(?<![\p{L}\p{N}_#/-])(?:TBD|TBC|TODO|FIXME|XXX|to be (?:defined|decided|determined|confirmed))(?![\p{L}\p{N}_-])|\?{3,}|^\s*(?:\?+|…|\.{3}|tbd|tbc|todo)\s*$/u;
const LATER_ANYWHERE = /(?<![\p{L}\p{N}_#/-])(?:tbd|tbc)(?![\p{L}\p{N}_-])/iu;

/** The first such words of a text and their offset; undefined where there are none. */
export function laterIn(text: string): { readonly at: number; readonly words: string } | undefined {
  const match = LATER.exec(text) ?? LATER_ANYWHERE.exec(text);
  if (match === null) return undefined;
  const space = match[0].length - match[0].trimStart().length;
  return { at: match.index + space, words: match[0].trim() };
}
