/**
 * "Did you mean": the known word nearest to what was typed, or none where nothing is near enough to be a slip.
 * Case and the difference between `-`, `_` and a space cost nothing.
 */

/** Longer words are never slips of known ones, and would only cost time. */
const MAX_LENGTH = 64;

/** The candidate that `word` is most likely a slip of; the first of several that are equally near. */
export function closest(word: string, candidates: Iterable<string>): string | undefined {
  if (word.length > MAX_LENGTH) return undefined;
  const plain = normal(word);
  let best: string | undefined;
  let bestDistance = allowance(plain) + 1;
  for (const candidate of candidates) {
    if (candidate.length > MAX_LENGTH) continue;
    const known = normal(candidate);
    if (known.length < 3 && known !== plain) continue;
    if (Math.abs(known.length - plain.length) >= bestDistance) continue;
    const distance = editDistance(plain, known);
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best === word ? undefined : best;
}

/** How many slips of the finger a word of this length may hold. */
function allowance(word: string): number {
  if (word.length < 3) return 0;
  return word.length < 6 ? 1 : Math.min(3, Math.floor(word.length / 3));
}

function normal(word: string): string {
  return word.toLowerCase().replaceAll(/[-_\s']/g, '');
}

/** Insertions, deletions, replacements and swaps of neighbours (optimal string alignment). */
export function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      let cost = Math.min(
        (above[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (above[column - 1] ?? 0) + (same ? 0 : 1),
      );
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (swapped) cost = Math.min(cost, (before[column - 2] ?? 0) + 1);
      current.push(cost);
    }
    before = above;
    above = current;
  }
  return above[b.length] ?? 0;
}
