/**
 * Where a line of an edited text stood in the committed one. Lines are compared without their ends, so that CRLF is no
 * change. Good for questions about one line: what lies between the changes at both ends is compared line by line.
 */

/** The number of the old line (from 0); undefined for a line that was not there. */
export function oldLineOf(oldText: string, newText: string, line: number): number | undefined {
  return oldLinesOf(oldText, newText, [line])[0];
}

/** The same for several lines. */
export function oldLinesOf(
  oldText: string,
  newText: string,
  lines: readonly number[],
): readonly (number | undefined)[] {
  const before = linesOf(oldText);
  const after = linesOf(newText);
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head++;
  let tail = 0;
  while (
    tail < before.length - head &&
    tail < after.length - head &&
    before[before.length - 1 - tail] === after[after.length - 1 - tail]
  )
    tail++;
  const inMiddle = (line: number): boolean => line >= head && line < after.length - tail;
  // What changed is compared where one of the lines is in it.
  const middle = lines.some(inMiddle)
    ? match(before.slice(head, before.length - tail), after.slice(head, after.length - tail))
    : [];
  return lines.map((line) => {
    if (line < 0 || line >= after.length) return undefined;
    if (line < head) return line;
    if (!inMiddle(line)) return line - after.length + before.length;
    const found = middle[line - head];
    return found === undefined || found < 0 ? undefined : head + found;
  });
}

function linesOf(text: string): readonly string[] {
  const lines = text.split(/\r\n|\n|\r/);
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

/** Beyond this many pairs only lines that stand once on both sides are matched. */
const MOST_PAIRS = 4_000_000;

/** For each new line the old one that it is, by the longest common row of lines; -1 for new ones. */
function match(before: readonly string[], after: readonly string[]): readonly number[] {
  if (before.length * after.length > MOST_PAIRS) return matchUnique(before, after);
  const width = after.length + 1;
  const best = new Uint32Array((before.length + 1) * width);
  for (let i = before.length - 1; i >= 0; i--)
    for (let j = after.length - 1; j >= 0; j--)
      best[i * width + j] =
        before[i] === after[j]
          ? 1 + (best[(i + 1) * width + j + 1] ?? 0)
          : Math.max(best[(i + 1) * width + j] ?? 0, best[i * width + j + 1] ?? 0);
  const found = after.map(() => -1);
  for (let i = 0, j = 0; i < before.length && j < after.length;) {
    if (before[i] === after[j]) found[j++] = i++;
    else if ((best[(i + 1) * width + j] ?? 0) >= (best[i * width + j + 1] ?? 0)) i++;
    else j++;
  }
  return found;
}

function matchUnique(before: readonly string[], after: readonly string[]): readonly number[] {
  const places = new Map<string, number>();
  for (const [at, line] of before.entries()) places.set(line, places.has(line) ? -1 : at);
  const counts = new Map<string, number>();
  for (const line of after) counts.set(line, (counts.get(line) ?? 0) + 1);
  return after.map((line) => (counts.get(line) === 1 ? (places.get(line) ?? -1) : -1));
}
