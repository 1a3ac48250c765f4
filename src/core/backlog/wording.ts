/**
 * How items are worded, judged in three steps. An item that an edit touched is judged at once by the cheap rules.
 * Everything else is work that waits until nothing else is to be done: first the rest of what was touched, then items
 * that were never judged, then what needs a library. Only findings are kept.
 */
import { hasRules, isJudged, judgeWords, mendWords } from '../writing/judge.ts';
import { Sets } from '../writing/sets/sets.ts';
import { WrittenItem } from '../writing/writtenItem.ts';
import type { Item } from './item.ts';
import type { Fix, Problem } from './problem.ts';
import { type ItemChange, NO_PROBLEMS, type SharedHost } from './shared/sharedRule.ts';

/** An edit that brings more items than this is judged like a file that was just opened. */
const MOST_AT_ONCE = 4;

/** How many items are kept as they were read; more would be trees that nobody asks for. */
const RECENT = 2;

interface Found {
  readonly atOnce: readonly Problem[];
  readonly later: readonly Problem[];
}

export class Wording {
  /** Items with findings of their own words. */
  private readonly found = new Map<Item, Found>();
  /** Judged by the cheap rules already; the others and the sets wait. */
  private readonly touched = new Waiting<Item>();
  /** Not judged at all. */
  private readonly unseen = new Waiting<Item>();
  /** Judged by everything that needs no library. */
  private readonly seen = new Waiting<Item>();
  /** Taken out of the file, but not out of the sets: what these say of other items stays until the work is done. */
  private gone: Item[] = [];
  private sets: Sets;
  /** What was read last: an edited item is asked for as it was and as it is, by several rules. */
  private recent: readonly WrittenItem[] = [];
  /** False from a new start until every item is in the sets: a part of a file says nothing about the whole. */
  private complete = true;

  constructor(private readonly host: SharedHost) {
    this.sets = this.newSets();
  }

  /** Follows a change of the file. */
  update({ removed, added, whole }: ItemChange): void {
    for (const item of removed) {
      if (!this.takes(item)) continue;
      this.found.delete(item);
      const inSets = !this.unseen.delete(item) && !this.touched.delete(item);
      this.seen.delete(item);
      if (inSets && !whole) this.gone.push(item);
    }
    if (whole) {
      this.gone = [];
      this.sets = this.newSets();
      this.complete = false;
    }
    const judged = added.filter((item) => this.takes(item));
    if (!whole) this.sets.follow([...removed, ...added]);
    if (whole || judged.length > MOST_AT_ONCE) for (const item of judged) this.unseen.add(item);
    else
      for (const item of judged) {
        const written = this.written(item);
        if (written === undefined) continue;
        if (isJudged(item, written.config)) this.keep(item, judgeWords(written, 'at once'), NO_PROBLEMS);
        this.touched.add(item);
      }
  }

  /** True while there is something to judge. */
  get pending(): boolean {
    if (this.gone.length + this.touched.size + this.unseen.size + this.seen.size > 0) return true;
    return !this.complete || this.sets.pending;
  }

  /**
   * Judges in small portions, at least one, until `enough` says so or all is done.
   * @returns true where there are other findings than before
   */
  work(enough: () => boolean): boolean {
    return this.workThrough(false, enough);
  }

  /** Judges all that is left, each item in one go. */
  finish(): boolean {
    return this.workThrough(true, () => false);
  }

  private workThrough(whole: boolean, enough: () => boolean): boolean {
    const { size: before, sets, complete } = this;
    let changed = false;
    const count = sets.changes;
    while (this.pending) {
      if (this.portion(whole)) changed = true;
      if (enough()) break;
    }
    if (complete !== this.complete) return changed || before > 0 || this.size > 0;
    return changed || (this.complete && count !== sets.changes);
  }

  /** How many items have findings, at most. */
  get size(): number {
    return this.found.size + (this.complete ? this.sets.size : 0);
  }

  *affected(): Iterable<Item> {
    yield* this.found.keys();
    if (this.complete) yield* this.sets.affected();
  }

  problemsOf(item: Item): readonly Problem[] {
    const own = this.found.get(item);
    const shared = this.complete ? this.sets.problemsOf(item) : NO_PROBLEMS;
    if (own === undefined) return shared;
    return [...own.atOnce, ...own.later, ...shared];
  }

  /** How a problem of an item's words can be mended; worked out anew. */
  fixesOf(item: Item, problem: Problem): readonly Fix[] {
    const written = this.written(item);
    if (written === undefined) return [];
    const own = mendWords(written, problem);
    return own.length > 0 ? own : this.sets.fixesOf(item, problem);
  }

  /**
   * Judges one item by what is next for it; true where that found something.
   * @param whole all that there is for it, else the rules that need a library come when every item had the others
   */
  private portion(whole: boolean): boolean {
    const old = this.gone.pop();
    if (old !== undefined) {
      this.sets.remove(old);
      return false;
    }
    const touched = this.touched.next();
    if (touched !== undefined) return this.judge(touched, { atOnce: false, sets: true, later: true });
    const unseen = this.unseen.next();
    if (unseen !== undefined) {
      if (!whole && hasRules('later', this.host.config())) this.seen.add(unseen);
      return this.judge(unseen, { atOnce: true, sets: true, later: whole });
    }
    if (this.sets.pending) {
      this.sets.work();
      return false;
    }
    this.complete = true;
    const seen = this.seen.next();
    return seen !== undefined && this.judge(seen, { atOnce: false, sets: false, later: true });
  }

  private judge(item: Item, by: { atOnce: boolean; sets: boolean; later: boolean }): boolean {
    const written = this.written(item);
    if (written === undefined) return false;
    if (!isJudged(item, written.config)) {
      if (by.sets) this.sets.add(written, false);
      return false;
    }
    const own = this.found.get(item);
    const atOnce = by.atOnce ? judgeWords(written, 'at once') : (own?.atOnce ?? NO_PROBLEMS);
    const later = by.later ? judgeWords(written, 'later') : (own?.later ?? NO_PROBLEMS);
    this.keep(item, atOnce, later);
    if (by.sets) this.sets.add(written, true);
    return (by.atOnce && atOnce.length > 0) || (by.later && later.length > 0);
  }

  /** True for an item whose words are looked at: because they are judged, or because a set needs to know them. */
  private takes(item: Item): boolean {
    return isJudged(item, this.host.config()) || (item.list === 'stories' && this.sets.wantsEveryStory);
  }

  private keep(item: Item, atOnce: readonly Problem[], later: readonly Problem[]): void {
    if (atOnce.length + later.length > 0) this.found.set(item, { atOnce, later });
  }

  private newSets(): Sets {
    const { host } = this;
    return new Sets({
      ids: host.ids,
      config: () => host.config(),
      inOrder: (items) => host.inOrder(items),
      address: (item) => host.address(item),
      written: (item) => this.written(item),
    });
  }

  private written(item: Item): WrittenItem | undefined {
    const config = this.host.config();
    const known = this.recent.find((written) => written.item === item && written.config === config);
    if (known !== undefined) return known;
    const node = this.host.node(item);
    if (node?.kind !== 'map') return undefined;
    const written = new WrittenItem(item, node, config);
    this.recent = [written, ...this.recent.slice(0, RECENT - 1)];
    return written;
  }
}

/** Entries that wait for their turn, in the order in which they came; any of them may be taken out. */
class Waiting<T> {
  private readonly entries = new Set<T>();
  /** Where the turn is: what was taken from the front leaves holes that are not to be walked over again. */
  private turn: Iterator<T, undefined> | undefined;

  get size(): number {
    return this.entries.size;
  }

  add(entry: T): void {
    this.entries.add(entry);
  }

  delete(entry: T): boolean {
    return this.entries.delete(entry);
  }

  /** Takes the first one. */
  next(): T | undefined {
    if (this.entries.size === 0) {
      this.turn = undefined;
      return undefined;
    }
    this.turn ??= this.entries.values();
    const taken = this.turn.next();
    if (taken.done === true) {
      this.turn = undefined;
      return this.next();
    }
    this.entries.delete(taken.value);
    return taken.value;
  }
}
