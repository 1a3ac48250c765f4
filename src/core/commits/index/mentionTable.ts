/** Finds the commits that name an id, without a list for each id: chains in two arrays, made once for an index. */
import type { CommitIndex, IndexedMention } from './commitIndex.ts';

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
    this.heads = new Int32Array(size).fill(-1);
    this.next = new Int32Array(count);
    this.commitOf = new Int32Array(count);
    for (let commit = 0; commit < index.size; commit++) {
      const end = index.firstMention(commit + 1);
      for (let at = index.firstMention(commit); at < end; at++) {
        const slot = this.slot(index.mentionKey(at), index.mentionNumber(at));
        this.next[at] = this.heads[slot] ?? -1;
        this.heads[slot] = at;
        this.commitOf[at] = commit;
      }
    }
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
      let at = this.heads[this.slot(spelling, number)] ?? -1;
      for (; at >= 0; at = this.next[at] ?? -1) {
        if (this.index.mentionKey(at) !== spelling || this.index.mentionNumber(at) !== number) continue;
        hits.push({ commit: this.commitOf[at] ?? 0, mention: this.index.mention(at) });
      }
    }
    return hits;
  }

  private slot(key: number, number: number): number {
    return (Math.imul(number, 0x9e3779b1) ^ Math.imul(key, 0x85ebca6b)) & (this.heads.length - 1);
  }
}
