/** What follows from who is whose parent: reached from where, in which tag first, brought in by which merge. */
import type { CommitIndex } from './commitIndex.ts';

/** 1 for every commit that is reached from these. */
export function reached(index: CommitIndex, tips: readonly number[]): Uint8Array {
  const marks = new Uint8Array(index.size);
  const stack: number[] = [];
  const mark = (commit: number): void => {
    if (commit < 0 || marks[commit] === 1) return;
    marks[commit] = 1;
    stack.push(commit);
  };
  tips.forEach(mark);
  for (let commit = stack.pop(); commit !== undefined; commit = stack.pop()) {
    const count = index.parentCount(commit);
    for (let nth = 0; nth < count; nth++) mark(index.parent(commit, nth));
  }
  return marks;
}

/** For each commit, which of these tips (numbers of commits, the earliest first) reaches it first; -1 for none. */
export function firstReaching(index: CommitIndex, tips: readonly number[]): Int32Array {
  const first = new Int32Array(index.size).fill(-1);
  const stack: number[] = [];
  for (const [nth, tip] of tips.entries()) {
    if (tip < 0) continue;
    stack.push(tip);
    for (let commit = stack.pop(); commit !== undefined; commit = stack.pop()) {
      if (first[commit] !== -1) continue;
      first[commit] = nth;
      const count = index.parentCount(commit);
      for (let parent = 0; parent < count; parent++) {
        const at = index.parent(commit, parent);
        if (at >= 0) stack.push(at);
      }
    }
  }
  return first;
}

/** Belongs to the main line itself. */
export const MAIN = -1;
/** Reached from nothing that was asked about. */
export const NOWHERE = -2;

/**
 * For each commit, through which branch it came: `MAIN`, the number of the merge that brought it in, or, for branches
 * that are not merged, the size of the index plus the branch's place in `branches`. `merges` says whether a merge
 * tells which branch it merged; through one that does not, commits count to the branch around it. Each commit is
 * visited once.
 */
export function broughtIn(
  index: CommitIndex,
  main: readonly number[],
  branches: readonly number[],
  merges: (commit: number) => boolean,
): Int32Array {
  const owner = new Int32Array(index.size).fill(NOWHERE);
  for (const tip of main) walk(index, tip, MAIN, owner, merges);
  for (const [nth, tip] of branches.entries()) walk(index, tip, index.size + nth, owner, merges);
  return owner;
}

function walk(
  index: CommitIndex,
  tip: number,
  label: number,
  owner: Int32Array,
  merges: (commit: number) => boolean,
): void {
  // Each chain of first parents from its newest to its oldest commit; merges are followed from the oldest on.
  const chains: { readonly commits: number[]; readonly label: number }[] = [];
  const open = (from: number, as: number): void => {
    const commits: number[] = [];
    for (let commit = from; commit >= 0 && owner[commit] === NOWHERE; commit = index.parent(commit, 0)) {
      owner[commit] = as;
      if (index.parentCount(commit) > 1) commits.push(commit);
    }
    if (commits.length > 0) chains.push({ commits, label: as });
  };
  open(tip, label);
  for (let chain = chains.at(-1); chain !== undefined; chain = chains.at(-1)) {
    const merge = chain.commits.at(-1);
    if (merge === undefined) {
      chains.pop();
      continue;
    }
    const side = nextSide(index, merge, owner);
    if (side < 0) chain.commits.pop();
    else open(side, merges(merge) ? merge : chain.label);
  }
}

/** A parent of a merge, other than the first one, that was not visited yet. */
function nextSide(index: CommitIndex, merge: number, owner: Int32Array): number {
  for (let nth = 1; nth < index.parentCount(merge); nth++) {
    const parent = index.parent(merge, nth);
    if (parent >= 0 && owner[parent] === NOWHERE) return parent;
  }
  return -1;
}
