/** What a rule of writing is: it looks at one item as it is written, and says what to mend where. */
import type { Fix, Severity } from '../backlog/problem.ts';
import type { Operation } from '../operations/operation.ts';
import type { RuleDoc } from '../rules/ruleDoc.ts';
import type { Span, TextEdit } from '../text/span.ts';
import type { Written } from './written.ts';
import type { WrittenItem } from './writtenItem.ts';

/** A way to mend: edits of one text, which are proven before they are offered, or an operation on the backlog. */
export type Mend =
  | {
      readonly title: string;
      readonly preferred?: boolean;
      readonly in: Written;
      /** Offsets of the text, sorted, not overlapping. */
      readonly edits: readonly TextEdit[];
    }
  | { readonly title: string; readonly preferred?: boolean; readonly operation: Operation }
  /** Edits whose offsets are those of the item's slice already; the rule has proven them. */
  | { readonly title: string; readonly preferred?: boolean; readonly fix: Fix['edits'] };

export interface Finding {
  /** Where in `in.text`, or in the item's slice where `in` is absent. */
  readonly at: Span;
  readonly in?: Written;
  /** One sentence that says what is wrong and what to do. */
  readonly message: string;
  /** Where it differs from the rule's own. */
  readonly severity?: Severity;
  /** Asked only when somebody wants to mend it. */
  readonly mends?: () => readonly Mend[];
}

export interface WritingRule {
  readonly doc: RuleDoc;
  /**
   * `at once`: cheap enough for every keystroke. `later`: needs a library that is loaded when first needed, or takes
   * longer than 50 µs; judged when nothing else is to be done.
   */
  readonly when: 'at once' | 'later';
  /** The language that the rule knows (`en`); absent for rules of structure, which hold in every language. */
  readonly language?: string;
  /** What is wrong with the item. Never throws because of what the text holds. */
  judge(item: WrittenItem): Iterable<Finding>;
}
