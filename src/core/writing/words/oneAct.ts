/** Pairs of verbs that are one act, so that nobody would build or drop half of it: `drag and drop`, `try and guess`. */

import { CLAUSES, PARTICLES, set } from './wordClasses.ts';

const PAIRS = set(
  'drag-drop copy-paste cut-paste cut-copy mix-match pick-choose point-click find-replace search-replace compare-contrast find-hide find-fix track-trace pan-zoom zoom-pan wine-dine watch-learn listen-learn divide-conquer plug-play rinse-repeat park-ride touch-feel trim-crop cease-desist tried-tested lost-found',
);
/** A movement there and back of the same thing, where nothing else is its object: `the gate to open and close by itself`. */
const THERE_AND_BACK = set(
  'open-close start-stop stop-start stop-go start-end begin-end rise-fall come-go grow-shrink wax-wane expand-collapse',
);
/** `try and guess`, `go and see`: the first only leads to the second. */
const LEADING = set('try go come wait');
/** `collect and use the readings`: the first is done for the second. */
const PURPOSES = set('use reuse utilise utilize');
/** Things that are named after what they allow: `read and write access`. */
const RIGHTS = set('access permission permissions right rights privilege privileges mode');

/** Where the first verb, the conjunction and the verb behind it are. */
export interface Pair {
  readonly first: number;
  readonly conjunction: number;
  readonly second: number;
}

export function isOneAct(word: (i: number) => string, { first, conjunction, second }: Pair): boolean {
  const before = word(conjunction - 1);
  const pair = `${before}-${word(second)}`;
  if (PAIRS.has(pair) || (RIGHTS.has(word(second + 1)) && isLastOfGroup(word(second + 2)))) return true;
  if (first !== conjunction - 1 || word(conjunction) !== 'and') return false;
  if (LEADING.has(before) || PURPOSES.has(word(second))) return true;
  return THERE_AND_BACK.has(pair) && /^(?:by|at|on|when|if|in|with|)$/.test(word(second + 1));
}

/** `rights management` is a thing of its own. */
function isLastOfGroup(next: string): boolean {
  return !/^\p{L}/u.test(next) || PARTICLES.has(next) || CLAUSES.has(next);
}
