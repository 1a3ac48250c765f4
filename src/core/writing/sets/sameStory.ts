/**
 * `story/duplicate` and `story/near-duplicate`: stories that say the same, in the same words or nearly so. Both of a
 * pair are reported, since either may be the one to go. A group of any size costs no more than its members: each is
 * held against the first of the others in the file.
 */
import type { Item } from '../../backlog/item.ts';
import type { Problem, RuleId, Severity } from '../../backlog/problem.ts';
import type { RuleDoc } from '../../rules/ruleDoc.ts';
import type { Mend } from '../rule.ts';
import type { WrittenItem } from '../writtenItem.ts';
import { Findings } from './findings.ts';
import { type Key, KeyGroups } from './keyGroups.ts';
import { type Likeness, likenessOf } from './likeness.ts';
import type { SetHost, SetRule, SetRuleKind } from './setRule.ts';

const DUPLICATE: RuleDoc = {
  id: 'story/duplicate',
  title: 'Duplicate story',
  severity: 'warning',
  summary:
    'Two items have the same wording except for case and punctuation. Without a story sentence, titles of four or more words are compared. Both are reported, each with a link to the other.',
  why: 'A duplicate gets estimated twice, and then done twice or half.',
  bad: 'stories:\n  - id: FN-1\n    title: Export\n    status: ready\n    story: As a coach, I want to export the roster, so that I can print it.\n    acceptance: [The file opens in a spreadsheet]\n    estimate: 3\n  - id: FN-2\n    title: Roster as a file\n    status: ready\n    story: As a coach I want to export the roster so that I can print it\n    acceptance: [The file opens in a spreadsheet]\n    estimate: 3',
  good: 'stories:\n  - id: FN-1\n    title: Export\n    status: ready\n    story: As a coach, I want to export the roster, so that I can print it.\n    acceptance: [The file opens in a spreadsheet]\n    estimate: 3',
};

const NEAR: RuleDoc = {
  id: 'story/near-duplicate',
  title: 'Near-duplicate story',
  severity: 'warning',
  summary:
    'Two stories have the same role and wish with different reasons, or differ in a single word. The same wish for different roles is information only. Both are reported, each with a link to the other.',
  why: 'Stories that differ in one word are often one story with two examples, and two reasons for one wish make one story with a better reason. Kept apart, they’re estimated and done separately.',
  bad: 'stories:\n  - id: FN-1\n    title: Share an album\n    status: ready\n    story: As a coach, I want to share the photos of a match, so that parents see them.\n    acceptance: [Parents see the album]\n    estimate: 3\n  - id: FN-2\n    title: Share a match\n    status: ready\n    story: As a coach, I want to share the photos of a match, so that the club can print them.\n    acceptance: [The club sees the album]\n    estimate: 3',
  good: 'stories:\n  - id: FN-1\n    title: Share an album\n    status: ready\n    story: As a coach, I want to share the photos of a match, so that parents and the club can use them.\n    acceptance: [Parents see the album, The club sees the album]\n    estimate: 3',
};

export const SAME_STORY: SetRuleKind = {
  docs: [DUPLICATE, NEAR],
  make: (host) => new SameStory(host),
};

type Relation = 'text' | 'wish' | 'variant' | 'anybody';

interface Pair {
  readonly relation: Relation;
  readonly other: Item;
}

const NO_PROBLEMS: readonly Problem[] = [];

class SameStory implements SetRule {
  private readonly groups = new KeyGroups();
  private readonly numbers = new Map<Item, number>();
  private readonly items: (Item | undefined)[] = [];
  private readonly free: number[] = [];
  /** What is said of items that share a key. */
  private readonly found = new Findings((item) => this.find(item));
  /** The keys of those items: they are asked for again and again. */
  private readonly known = new Map<Item, Likeness | undefined>();
  /** The first two of a group in the order of the file, while the group stays as it is. */
  private readonly firsts = new WeakMap<ReadonlySet<number>, readonly Item[]>();

  constructor(private readonly host: SetHost) {}

  findings(): Findings {
    return this.found;
  }

  add(written: WrittenItem): void {
    const likeness = likenessOf(written);
    if (likeness === undefined) return;
    const { item } = written;
    const number = this.free.pop() ?? this.items.length;
    this.items[number] = item;
    this.numbers.set(item, number);
    for (const key of keysOf(likeness)) this.joined(this.groups.add(key, number), item);
  }

  remove(item: Item): void {
    const number = this.numbers.get(item);
    if (number === undefined) return;
    const likeness = this.likeness(item);
    this.found.unmark(item);
    if (likeness) for (const key of keysOf(likeness)) this.left(this.groups.remove(key, number), item);
    this.known.delete(item);
    this.numbers.delete(item);
    this.items[number] = undefined;
    this.free.push(number);
  }

  private find(item: Item): readonly Problem[] {
    const likeness = this.likeness(item);
    const pair = likeness && this.pairOf(item, likeness);
    return pair ? [problemOf(likeness, pair)] : NO_PROBLEMS;
  }

  mendsOf(item: Item): readonly Mend[] {
    const likeness = this.likeness(item);
    const pair = likeness && this.pairOf(item, likeness);
    if (pair === undefined || pair.relation === 'anybody') return [];
    const name = nameOf(pair.other);
    const [own, into] = [this.host.address(item), this.host.address(pair.other)];
    const keep = { story: into, description: into };
    const merge: Mend = {
      title: `Merge this into ${name}`,
      operation: { type: 'merge', into, items: [own], keep },
    };
    if (pair.relation !== 'text') return [merge];
    return [merge, { title: `Delete this and keep ${name}`, operation: { type: 'delete', item: own } }];
  }

  /** The group has a member more. Where others are held against it now, their problems are to be made again. */
  private joined(group: ReadonlySet<number> | undefined, item: Item): void {
    if (group === undefined) return;
    const before = group.size === 2 ? undefined : this.firsts.get(group);
    if (before === undefined) {
      // It is new, or has lost one of its first two: from here on they are known.
      this.firsts.delete(group);
      this.first(group);
      this.askAgain(group);
      return;
    }
    const firsts = this.host.inOrder([...before, item]).slice(0, 2);
    this.firsts.set(group, firsts);
    if (firsts.includes(item)) this.askAgain(group);
    else this.found.mark(item);
  }

  private left(group: ReadonlySet<number> | undefined, item: Item): void {
    if (group === undefined) return;
    const before = this.firsts.get(group);
    if (group.size > 1 && before?.includes(item) === false) return;
    this.firsts.delete(group);
    if (group.size > 1) {
      this.askAgain(group);
      return;
    }
    for (const number of group) {
      const last = this.items[number];
      const likeness = last && this.likeness(last);
      if (last === undefined || likeness === undefined) continue;
      if (keysOf(likeness).some((key) => this.groups.get(key) !== undefined)) this.found.mark(last);
      else {
        this.found.unmark(last);
        this.known.delete(last);
      }
    }
  }

  private askAgain(group: ReadonlySet<number>): void {
    for (const number of group) {
      const item = this.items[number];
      if (item !== undefined) this.found.mark(item);
    }
  }

  private pairOf(item: Item, { text, wish, variants, anybody }: Likeness): Pair | undefined {
    const by = (relation: Relation, key: Key | undefined): Pair | undefined => {
      const group = key && this.groups.get(key);
      const other = group && this.first(group).find((member) => member !== item);
      return other && { relation, other };
    };
    const same = by('text', text) ?? by('wish', wish);
    if (same !== undefined) return same;
    for (const key of variants) {
      const variant = by('variant', key);
      if (variant !== undefined) return variant;
    }
    return by('anybody', anybody);
  }

  private first(group: ReadonlySet<number>): readonly Item[] {
    let firsts = this.firsts.get(group);
    if (firsts === undefined) {
      const members = [...group].flatMap((number) => this.items[number] ?? []);
      firsts = this.host.inOrder(members).slice(0, 2);
      this.firsts.set(group, firsts);
    }
    return firsts;
  }

  private likeness(item: Item): Likeness | undefined {
    const known = this.known.get(item);
    if (known !== undefined) return known;
    const written = this.host.written(item);
    const likeness = written && likenessOf(written);
    if (likeness !== undefined && this.found.has(item)) this.known.set(item, likeness);
    return likeness;
  }
}

const SAYS: Readonly<Record<Relation, { rule: RuleId; severity: Severity; says: string }>> = {
  text: { rule: DUPLICATE.id, severity: 'warning', says: 'says the same: keep one of the two.' },
  wish: {
    rule: NEAR.id,
    severity: 'warning',
    says: 'wants the same for the same role: merge the two, or say what is different.',
  },
  variant: {
    rule: NEAR.id,
    severity: 'warning',
    says: 'says the same but for a word: merge the two, or say what is different.',
  },
  anybody: {
    rule: NEAR.id,
    severity: 'information',
    says: 'wants the same for another role: make it one story for both, or say what is different.',
  },
};

function keysOf({ text, wish, anybody, variants }: Likeness): readonly Key[] {
  const keys = [text, ...variants];
  if (wish !== undefined) keys.push(wish);
  if (anybody !== undefined) keys.push(anybody);
  return keys;
}

function nameOf({ id, title }: Item): string {
  return id ?? (title === undefined ? 'Another item' : `"${title}"`);
}

function problemOf({ at }: Likeness, { relation, other }: Pair): Problem {
  const { rule, severity, says } = SAYS[relation];
  const name = nameOf(other);
  const place = other.titleSpan ?? other.idSpan ?? { start: other.span.start, end: other.span.start };
  return {
    rule,
    severity,
    message: `${name} ${says}`,
    start: at.start,
    end: at.end,
    related: [{ slice: other.slice, start: place.start, end: place.end, message: name }],
  };
}
