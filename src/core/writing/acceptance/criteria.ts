/** Acceptance criteria in all their notations, lowered to scenarios and steps that know where they stand. */
import type { Config } from '../../backlog/config.ts';
import type { Span } from '../../text/span.ts';
import type { Node } from '../../yaml/node.ts';
import type { Written } from '../written.ts';

export type StepKind = 'given' | 'when' | 'then';

export interface Step {
  /** What it says, `and` and `but` resolved by the step before. */
  readonly kind: StepKind;
  /** The keyword as it is written, without the space behind it; empty in a mapping, where the key says it. */
  readonly keyword: string;
  readonly in: Written;
  /** The whole step with its keyword; offsets of `in.text`. */
  readonly span: Span;
  /** What stands behind the keyword. */
  readonly words: Span;
}

export interface Scenario {
  readonly name: string | undefined;
  readonly steps: readonly Step[];
}

/** A mistake in a Gherkin block, at its place in the text. */
export interface GherkinError extends Span {
  readonly message: string;
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
}

export function readCriteria(
  _node: Node | undefined,
  _source: string,
  _config: Config,
): readonly Criterion[] {
  return [];
}
