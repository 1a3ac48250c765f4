/** What an acceptance criterion says, in whatever notation it is written: scenarios of steps, each with its place. */
import type { Span } from '../../text/span.ts';
import type { Node } from '../../yaml/node.ts';
import type { Written } from '../written.ts';
import type { StepKind, StepWord } from './keywords.ts';

export interface Step {
  /** What it says, `and` and `but` resolved by the step before. */
  readonly kind: StepKind;
  /** Which keyword says so; `*` for Gherkin's bullet. In a mapping, the entries behind the first of a key are `and`. */
  readonly said: StepWord | '*';
  /** The keyword as it is written, without the space behind it; empty in a mapping, where the key says it. */
  readonly keyword: string;
  readonly in: Written;
  /** The whole step with its keyword; offsets of `in.text`. */
  readonly span: Span;
  /** What stands behind the keyword. */
  readonly words: Span;
  /** The doc string or table below it in Gherkin; offsets of `in.text`. */
  readonly argument: Span | undefined;
}

export interface Scenario {
  /** A background holds steps that every scenario of its block begins with; it comes before them. */
  readonly form: 'scenario' | 'outline' | 'background';
  readonly name: string | undefined;
  /** What a finding about the whole scenario marks; offsets of `in.text`, or of the source where `in` is absent. */
  readonly head: { readonly in?: Written; readonly at: Span };
  readonly steps: readonly Step[];
  /** Steps that a background, or several, put before these. */
  readonly before: readonly Step[];
  /** In a mapping, keys and dashes with nothing behind them; offsets of the source. */
  readonly empty: readonly (Span & { readonly kind: StepKind })[];
  /** The names that examples give values for, as they stand between `<` and `>`. */
  readonly columns: readonly string[];
}

/** A mistake in a Gherkin block, at its place in the text. */
export interface GherkinError extends Span {
  readonly message: string;
  /** Replacements that mend it, where it is known how; offsets of the text. */
  readonly mend?: {
    readonly title: string;
    readonly start: number;
    readonly end: number;
    readonly text: string;
  };
}

export interface Criterion {
  /** Its place in the list, from 0. */
  readonly index: number;
  readonly node: Node;
  readonly notation: 'line' | 'mapping' | 'check' | 'gherkin';
  /** The text of a line, a check or a Gherkin block; of a mapping, that of its name or its check. */
  readonly written: Written | undefined;
  /** One for a line or a mapping, any number for Gherkin, none for a check. A Gherkin block is parsed when this is asked for. */
  readonly scenarios: readonly Scenario[];
  readonly errors: readonly GherkinError[];
  /** Ticked. */
  readonly done: boolean;
  /** A line that goes on with the scenario of the line before, as teams do who write a step an entry. */
  readonly continues: boolean;
}
