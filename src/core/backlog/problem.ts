import type { Operation } from '../operations/operation.ts';
import type { Span, TextEdit } from '../text/span.ts';
import type { Slice } from '../yaml/slice.ts';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** A rule's id, `group/kebab-name`; stable, since people write it in `writing.rules` and in ignore comments. */
export type RuleId = `${string}/${string}`;

/** What is wrong at one place, as data. Offsets are relative to the slice that it stands in. */
export interface Problem extends Span {
  readonly rule: RuleId;
  readonly severity: Severity;
  /** One sentence that says what is wrong and what to do; plain text. */
  readonly message: string;
  /** The same for somebody who has a form before them and not the file, where the message speaks of how it is written. */
  readonly inForm?: string;
  readonly fixes?: readonly Fix[];
  /** Other places that it is about, such as the item that says the same. */
  readonly related?: readonly Related[];
}

/** Offsets are relative to its own slice, which an edit may have taken out of the file since. */
export interface Related extends Span {
  readonly slice: Slice;
  /** What stands there, a few words. */
  readonly message: string;
}

/** A small change that removes the problem. Offsets are relative to the same slice. */
export interface Fix {
  /** Imperative, as shown in the light bulb menu: `Quote it`, `Change to "status"`. */
  readonly title: string;
  readonly edits: readonly TextEdit[];
  /** What is to be done where it is more than edits of this slice; planned when somebody wants it, and `edits` is empty. */
  readonly operation?: Operation;
  /** True where it is the one obvious fix. */
  readonly preferred?: boolean;
}
