/**
 * How deep a text nests, without parsing it: the `yaml` package can abort the whole process on deep nesting (no
 * exception, nothing to catch), so nothing goes to it before this has counted. Counts rather too much than too little.
 */
export const MAX_NESTING = 64;

/** True where some place of the text may nest deeper than `MAX_NESTING` collections. One pass. */
export function nestsTooDeep(text: string): boolean {
  const indents: number[] = [];
  let flow = 0;
  let at = 0;
  const { length } = text;
  while (at < length) {
    const newline = text.indexOf('\n', at);
    const end = newline < 0 ? length : newline;
    const { compact, content } = leading(text, at, end);
    if (compact > MAX_NESTING) return true;
    if (content < end) {
      const column = content - at;
      while (indents.length > 0 && (indents.at(-1) as number) >= column) indents.pop();
      indents.push(column);
      flow = flowDepth(text, content, end, flow);
      if (flow < 0 || indents.length + compact + flow > MAX_NESTING) return true;
    }
    at = end + 1;
  }
  return false;
}

/** The dashes and question marks in front of a line's content, each of which opens a collection. */
function leading(text: string, at: number, end: number): { compact: number; content: number } {
  let p = at;
  let compact = 0;
  for (; p < end; p++) {
    const code = text.charCodeAt(p);
    if (code === 32 || code === 9 || code === 13) continue;
    const next = text.charCodeAt(p + 1);
    const opens = code === 45 || code === 63 || code === 58;
    if (!opens || !(next === 32 || next === 9 || p + 1 >= end)) break;
    compact++;
  }
  return { compact, content: p };
}

/** Open flow collections at the line's end, or -1 where there were too many in between. */
function flowDepth(text: string, from: number, end: number, open: number): number {
  let depth = open;
  let nodeStart = true;
  for (let p = from; p < end; p++) {
    const code = text.charCodeAt(p);
    if (code === 91 || code === 123) {
      if (nodeStart) depth++;
      if (depth > MAX_NESTING) return -1;
    } else if (code === 93 || code === 125) {
      if (depth > 0) depth--;
      nodeStart = false;
    } else if (code === 44 || code === 58 || code === 45 || code === 63) nodeStart = true;
    else if (code !== 32 && code !== 9 && code !== 33 && code !== 38) nodeStart = false;
  }
  return depth;
}
