/** Finds the commits that name an id, without a list for each id: chains in two arrays, made once for an index. */
import { type CommitIndex, type IndexedMention, KEY_BITS } from './commitIndex.ts';

export interface Hit {
  readonly commit: number;
  readonly mention: IndexedMention;
}

export class MentionTable {
  private readonly heads: Int32Array;
  private readonly next: Int32Array;
  private readonly commitOf: Int32Array;
  private readonly spellings = new Map<string, readonly number[]>();

  constructor(private readonly index: CommitIndex) {
    const count = index.mentionCount;
    let size = 64;
    while (size < 2 * count) size *= 2;
    const heads = new Int32Array(size).fill(-1);
    const next = new Int32Array(count);
    const commitOf = new Int32Array(count);
    // A loop over bare arrays: this is a good part of what a start costs.
    const { mentionStarts, mentionKinds, mentionNumbers } = index.rawMentions;
    const last = index.size - 1;
    for (let commit = 0; commit <= last; commit++) {
      const end = commit < last ? (mentionStarts[commit + 1] ?? 0) : count;
      for (let at = mentionStarts[commit] ?? 0; at < end; at++) {
        const slot = slotOf((mentionKinds[at] ?? 0) & KEY_BITS, mentionNumbers[at] ?? 0, size);
        next[at] = heads[slot] ?? -1;
        heads[slot] = at;
        commitOf[at] = commit;
      }
    }
    this.heads = heads;
    this.next = next;
    this.commitOf = commitOf;
  }

  /** Every mention of an id, in whatever case its key stands; a commit may come several times. */
  find(key: string, number: number): readonly Hit[] {
    const hits: Hit[] = [];
    let spellings = this.spellings.get(key);
    if (spellings === undefined) {
      spellings = this.index.spellings(key);
      this.spellings.set(key, spellings);
    }
    for (const spelling of spellings) {
      let at = this.heads[slotOf(spelling, number, this.heads.length)] ?? -1;
      for (; at >= 0; at = this.next[at] ?? -1) {
        if (this.index.mentionKey(at) !== spelling || this.index.mentionNumber(at) !== number) continue;
        hits.push({ commit: this.commitOf[at] ?? 0, mention: this.index.mention(at) });
      }
    }
    return hits;
  }
}

/** `size` is a power of two. */
function slotOf(key: number, number: number, size: number): number {
  return (Math.imul(number, 0x9e3779b1) ^ Math.imul(key, 0x85ebca6b)) & (size - 1);
}
