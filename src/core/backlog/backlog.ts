/**
 * A backlog file as a model: its items in rank order, its settings, who names whom, and what is wrong where.
 * It follows edits by reading only the slices that they touch. The text stays the truth: nothing here is written
 * back. Reading never fails; what can't be understood is a problem at its place.
 */
import type { ItemAddress } from '../operations/operation.ts';
import type { Refused } from '../operations/refusal.ts';
import type { TextEdit } from '../text/span.ts';
import type { Node } from '../yaml/node.ts';
import { readSlice } from '../yaml/read.ts';
import type { Slice } from '../yaml/slice.ts';
import { SlicedText } from '../yaml/slicedText.ts';
import { addressOf, findItem } from './addresses.ts';
import { asWanted } from './asWanted.ts';
import { type Config, DEFAULT_CONFIG } from './config.ts';
import { duplicateLists } from './duplicateLists.ts';
import { Ids } from './ids.ts';
import type { Item, Reference } from './item.ts';
import { ItemOrder } from './itemOrder.ts';
import type { ListName } from './lists.ts';
import type { Located, LowerContext } from './lower.ts';
import type { Problem } from './problem.ts';
import { sameConfig } from './sameConfig.ts';
import { type Levels, NO_LEVELS, readSettings, touchesSettings } from './settings.ts';
import { Shared } from './shared/shared.ts';
import { NO_PROBLEMS } from './shared/sharedRule.ts';
import { itemNodes, readFacts, type SliceFacts } from './sliceFacts.ts';
import { Wording } from './wording.ts';
import type { RefKind } from '../schema/shape.ts';

/** A problem with the slice that its offsets count in. */
export interface LocatedProblem {
  readonly slice: Slice;
  /** Index of the slice in the text. */
  readonly index: number;
  /** Absolute offset of the slice. */
  readonly start: number;
  readonly problem: Problem;
  /** The item that it belongs to. */
  readonly item: Item | undefined;
}

export class Backlog {
  private text: SlicedText;
  private settings: Config = DEFAULT_CONFIG;
  private count = 0;
  private readonly facts = new Map<Slice, SliceFacts>();
  /** Slices that have a problem by themselves. */
  private readonly troubled = new Set<Slice>();
  private readonly anchored = new Set<Slice>();
  private readonly aliased = new Set<Slice>();
  private readonly ids = new Ids(() => [...this.facts.values()].flatMap((facts) => facts.items));
  private readonly shared: Shared;
  private readonly wording: Wording;
  private doubled: ReadonlyMap<Slice, readonly Problem[]> = new Map();
  /** Index of each slice; made when it is first asked for, and kept while edits leave the order alone. */
  private indexes: Map<Slice, number> | undefined;
  private found: readonly LocatedProblem[] | undefined;
  private readonly order = new ItemOrder(() => this.itemsBySlice());

  private constructor(
    text: SlicedText,
    private levels: Levels,
  ) {
    this.text = text;
    const host = {
      ids: this.ids,
      config: () => this.settings,
      everyItem: () => this.items,
      inOrder: (items: Iterable<Item>) => this.inOrder(items),
      node: (item: Item) => this.node(item),
      address: (item: Item) => this.address(item),
    };
    this.shared = new Shared(host);
    this.wording = new Wording(host);
    this.settings = readSettings(text.slices, levels);
    this.refresh([], text.slices);
  }

  /** @param levels how rules are judged that the file says nothing of */
  static read(text: string, levels: Levels = NO_LEVELS): Backlog {
    return new Backlog(SlicedText.of(text), levels);
  }

  /** The text that the model describes. */
  get source(): SlicedText {
    return this.text;
  }

  /** What the team says about how it works. */
  get config(): Config {
    return this.settings;
  }

  /** Counts up with every edit. */
  get revision(): number {
    return this.count;
  }

  /** Follows an edit of the text. The edits are sorted, do not overlap, and count in `source` as it is. */
  edit(edits: readonly TextEdit[]): void {
    const before = this.text;
    const { text, removed, added, from } = before.edit(edits);
    this.text = text;
    this.count++;
    this.found = undefined;
    if (removed.length === 0 && added.length === 0) return;
    const [gone, come] = [removed[0], added[0]];
    const inPlace =
      removed.length === 1 &&
      added.length === 1 &&
      before.slices[from] === gone &&
      text.slices[from] === come;
    if (inPlace && gone && come) {
      this.indexes?.delete(gone);
      this.indexes?.set(come, from);
    } else this.indexes = undefined;
    if ((touchesSettings(removed) || touchesSettings(added)) && this.settle()) return;
    this.refresh(removed, added, inPlace);
  }

  /** From now on rules that the file says nothing of are judged like this. False where that changes nothing. */
  judgeBy(levels: Levels): boolean {
    this.levels = levels;
    return this.settle();
  }

  /** Reads the settings; where they are other ones, everything is judged by them and so all of it is read again. */
  private settle(): boolean {
    const settings = readSettings(this.text.slices, this.levels);
    if (sameConfig(settings, this.settings)) return false;
    this.count++;
    this.found = undefined;
    this.order.forget();
    const out = { removed: this.forget([...this.facts.keys()]), added: [], whole: true };
    this.shared.update(out);
    this.wording.update(out);
    this.settings = settings;
    this.refresh([], this.text.slices);
    return true;
  }

  /** True while there are words to judge: what `problems` says is right so far, and not yet all. */
  get pending(): boolean {
    return this.wording.pending;
  }

  /**
   * Judges words in small portions until `enough` says so or all is done. Safe to leave and to come back to at any time.
   * @returns true where `problems` says something else than before
   */
  work(enough: () => boolean): boolean {
    const changed = this.wording.work(enough);
    if (changed) this.found = undefined;
    return changed;
  }

  /** Judges all that is left. */
  finish(): this {
    if (this.wording.finish()) this.found = undefined;
    return this;
  }

  /** All items of all lists, in the order of the file. */
  get items(): readonly Item[] {
    return this.order.items;
  }

  /** A list's items in the order of the file, which is their rank. A list that is given twice is one list. */
  list(name: ListName): readonly Item[] {
    return this.order.list(name);
  }

  /** Items with this id, in no particular order; more than one where the file has it twice. */
  byId(id: string): readonly Item[] {
    return this.ids.byId(id);
  }

  /** The item that an id of this kind means; a living id wins over a former one (`was`). */
  target(kind: RefKind, id: string): Item | undefined {
    return this.ids.target(kind, id);
  }

  /** Every place that names this id, in no particular order. */
  referencesTo(id: string): readonly { readonly item: Item; readonly reference: Reference }[] {
    return [...(this.ids.namedBy(id) ?? [])].flatMap((item) =>
      item.references.filter((reference) => reference.id === id).map((reference) => ({ item, reference })),
    );
  }

  /** How an item is named in an operation: by its id where that is enough, else by its place. */
  address(item: Item): ItemAddress {
    return addressOf(item, this);
  }

  find(address: ItemAddress): { readonly ok: true; readonly item: Item } | Refused {
    return findItem(address, this);
  }

  /** The item's node, read again from its slice; offsets count in `item.slice.text`. */
  node(item: Item): Node | undefined {
    return itemNodes(item.slice, readSlice(item.slice).root)[item.nth]?.node;
  }

  /** What an alias in this slice stands for: the last anchor of that name in front of it. */
  anchor(name: string, slice: Slice, offset: number): Located | undefined {
    let found: Located | undefined;
    for (const other of this.anchored.size === 0 ? [] : this.text.slices) {
      if (!this.anchored.has(other)) {
        if (other === slice) break;
        continue;
      }
      for (const anchored of this.facts.get(other)?.anchors ?? []) {
        if (anchored.name !== name || (other === slice && anchored.node.start >= offset)) continue;
        found = { node: anchored.node, text: other.text };
      }
      if (other === slice) break;
    }
    return found;
  }

  /** True for a slice of the text as it is now. */
  has(slice: Slice): boolean {
    return this.facts.has(slice);
  }

  /** Absolute offset of a slice of this text. */
  startOf(slice: Slice): number {
    return this.text.startOf(this.positions.get(slice) ?? -1);
  }

  /** The item whose lines hold this absolute offset, its leading comments and the blank lines behind it included. */
  itemAt(offset: number): Item | undefined {
    const index = this.text.indexAt(offset);
    const slice = this.text.slices[index];
    if (!slice) return undefined;
    const items = this.facts.get(slice)?.items ?? [];
    if (slice.kind === 'item') return items[0];
    const inside = offset - this.text.startOf(index);
    return items.find((item) => item.span.start <= inside && inside <= item.span.end);
  }

  /** What is wrong with an item, by itself and with others, as the team and its comments want it judged. */
  problemsOf(item: Item): readonly Problem[] {
    return this.allOf(item, true);
  }

  /** @param isWorded false where nobody's words have a problem, which is much to ask of each item anew */
  private allOf(item: Item, isWorded: boolean): readonly Problem[] {
    const { rules } = this.settings;
    const shared = this.shared.problemsOf(item);
    const worded = isWorded ? this.wording.problemsOf(item) : NO_PROBLEMS;
    if (shared.length + worded.length === 0)
      return item.problems.length === 0 ? shared : asWanted(item.problems, rules, item.ignored);
    return asWanted([...item.problems, ...shared, ...worded], rules, item.ignored);
  }

  /** A problem with the fixes that there are for it: those of wording are worked out only here. */
  withFixes(located: LocatedProblem): LocatedProblem {
    const { problem, item } = located;
    if (problem.fixes !== undefined || item === undefined) return located;
    const fixes = this.wording.fixesOf(item, problem);
    return fixes.length === 0 ? located : { ...located, problem: { ...problem, fixes } };
  }

  /** Everything that is wrong, in the order of the file. Found once between two edits. */
  problems(): readonly LocatedProblem[] {
    return (this.found ??= this.locateProblems());
  }

  private locateProblems(): readonly LocatedProblem[] {
    const worded = this.wording.size > 0;
    const clean = !worded && this.shared.isClean;
    if (this.troubled.size === 0 && clean && this.doubled.size === 0) return [];
    const concerned = new Set(this.troubled);
    for (const item of this.shared.affected()) concerned.add(item.slice);
    // What an edit took out may still be named by rules that have not followed it yet.
    for (const { slice } of this.wording.affected()) if (this.facts.has(slice)) concerned.add(slice);
    for (const slice of this.doubled.keys()) concerned.add(slice);
    const { positions } = this;
    const { rules } = this.settings;
    const inOrder = new Int32Array(concerned.size);
    let count = 0;
    for (const slice of concerned) inOrder[count++] = positions.get(slice) ?? 0;
    const found: LocatedProblem[] = [];
    for (const index of inOrder.sort()) {
      const slice = this.text.slices[index];
      const facts = slice && this.facts.get(slice);
      if (slice === undefined || facts === undefined) continue;
      const start = this.text.startOf(index);
      const doubled = this.doubled.get(slice);
      const own = doubled ? [...facts.problems, ...doubled] : facts.problems;
      for (const problem of asWanted(own, rules, []))
        found.push({ slice, index, start, problem, item: undefined });
      for (const item of facts.items) {
        const problems = clean ? asWanted(item.problems, rules, item.ignored) : this.allOf(item, worded);
        for (const problem of problems) found.push({ slice, index, start, problem, item });
      }
    }
    return found;
  }

  /** Takes out and puts in what slices say, and lets everything that depends on them follow. */
  private refresh(removed: readonly Slice[], added: readonly Slice[], inPlace = false): void {
    const anchorsTouched = removed.some((slice) => this.anchored.has(slice));
    const itemsOut = this.forget(removed);
    const itemsIn = this.learn(added);
    const [out, into] = [itemsOut[0], itemsIn[0]];
    const one = inPlace && itemsOut.length === 1 && itemsIn.length === 1;
    if (one && out && into && out.list === into.list) this.order.replace(out, into);
    else this.order.forget();
    if (this.aliased.size > 0 && (anchorsTouched || added.some((slice) => this.anchored.has(slice)))) {
      // What an alias stands for may have changed: the slices with aliases are read again.
      const stale = this.text.slices.filter((slice) => this.aliased.has(slice));
      const inNow = new Set(itemsIn);
      for (const item of this.forget(stale)) if (!inNow.delete(item)) itemsOut.push(item);
      const again = this.learn(stale);
      this.order.forget();
      this.follow(itemsOut, [...inNow, ...again], removed, added);
      return;
    }
    this.follow(itemsOut, itemsIn, removed, added);
  }

  private follow(
    out: readonly Item[],
    into: readonly Item[],
    removed: readonly Slice[],
    added: readonly Slice[],
  ): void {
    const change = { removed: out, added: into, whole: added.length === this.text.slices.length };
    this.shared.update(change);
    this.wording.update(change);
    const structural = (slice: Slice): boolean => slice.kind !== 'item';
    if (removed.some(structural) || added.some(structural)) this.doubled = duplicateLists(this.text.slices);
  }

  private forget(slices: readonly Slice[]): Item[] {
    const out: Item[] = [];
    for (const slice of slices) {
      const facts = this.facts.get(slice);
      if (!facts) continue;
      for (const item of facts.items) {
        this.ids.remove(item);
        out.push(item);
      }
      this.facts.delete(slice);
      this.troubled.delete(slice);
      this.anchored.delete(slice);
      this.aliased.delete(slice);
    }
    return out;
  }

  private learn(slices: readonly Slice[]): Item[] {
    const into: Item[] = [];
    for (const slice of slices) {
      const facts = readFacts(slice, this.contextOf(slice));
      this.facts.set(slice, facts);
      if (facts.anchors) this.anchored.add(slice);
      if (facts.hasAlias) this.aliased.add(slice);
      if (facts.problems.length > 0) this.troubled.add(slice);
      for (const item of facts.items) {
        if (item.problems.length > 0) this.troubled.add(slice);
        this.ids.add(item);
        into.push(item);
      }
    }
    return into;
  }

  private contextOf(slice: Slice): LowerContext {
    return { config: this.settings, resolve: (alias) => this.anchor(alias.name, slice, alias.start) };
  }

  private get positions(): ReadonlyMap<Slice, number> {
    return (this.indexes ??= new Map(this.text.slices.map((slice, index) => [slice, index])));
  }

  private *itemsBySlice(): Iterable<readonly Item[]> {
    for (const slice of this.text.slices) {
      const facts = this.facts.get(slice);
      if (facts) yield facts.items;
    }
  }

  private inOrder(items: Iterable<Item>): readonly Item[] {
    const sorted = [...items];
    if (sorted.length < 2) return sorted;
    const { positions } = this;
    const at = (item: Item): number => positions.get(item.slice) ?? 0;
    return sorted.sort((a, b) => at(a) - at(b) || a.nth - b.nth);
  }
}
