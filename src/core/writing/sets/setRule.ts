/** What a rule between the words of items is: it takes judged items in and out, one by one, in small portions. */
import type { Config } from '../../backlog/config.ts';
import type { Ids } from '../../backlog/ids.ts';
import type { Item } from '../../backlog/item.ts';
import type { Problem } from '../../backlog/problem.ts';
import type { ItemAddress } from '../../operations/operation.ts';
import type { RuleDoc } from '../../rules/ruleDoc.ts';
import type { Mend } from '../rule.ts';
import type { WrittenItem } from '../writtenItem.ts';
import type { Findings } from './findings.ts';

/** What such a rule may ask of the file. */
export interface SetHost {
  config(): Config;
  readonly ids: Ids;
  /** Sorts items by their place in the file. */
  inOrder(items: Iterable<Item>): readonly Item[];
  /** How the item is named in an operation. */
  address(item: Item): ItemAddress;
  /** The item as it is written, read again from its slice; undefined where it can't be read. */
  written(item: Item): WrittenItem | undefined;
}

export interface SetRule {
  /**
   * An item that was not there before. What is kept of it is small: never its tree or its sentence.
   * @param isJudged false for a story that no problem is said of; comes only to rules that ask for every story
   */
  add(item: WrittenItem, isJudged: boolean): void;
  /** The item is no longer there. */
  remove(item: Item): void;
  /** These items are in the file now, or no longer: for rules that look at more than what is judged. */
  follow?(changed: readonly Item[]): void;
  /** What is wrong now with which items. */
  findings(): Findings;
  /** How one of its problems can be mended. */
  mendsOf?(item: Item, problem: Problem): readonly Mend[];
}

/** A kind of such rules: what it says of itself, and how one is made for a file. */
export interface SetRuleKind {
  /** What the problems that it finds are called. */
  readonly docs: readonly RuleDoc[];
  /** The language that it knows; absent for what holds in every language. */
  readonly language?: string;
  /** It has to see every story, also those that are not judged. */
  readonly everyStory?: boolean;
  make(host: SetHost): SetRule;
}
