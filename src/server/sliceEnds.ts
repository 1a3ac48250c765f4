/** When a slice of idle work is over: before it gets longer than a keystroke can wait. */

/** The longest slice, in milliseconds. Only a single item that takes longer by itself makes one longer. */
export const LONGEST_SLICE = 4;

/**
 * Asked after each portion of a slice that begins now.
 * @returns true when another portion, as long as the longest so far, would not fit
 */
export function sliceEnds(now: () => number): () => boolean {
  const started = now();
  let last = started;
  let longest = 0;
  return () => {
    const at = now();
    longest = Math.max(longest, at - last);
    last = at;
    return at - started + longest > LONGEST_SLICE;
  };
}
