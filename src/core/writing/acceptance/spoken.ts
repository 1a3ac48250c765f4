/** A criterion as data, free of where and how it is written. */
import type { Plain } from '../../yaml/writeBlock.ts';
import type { Step } from './criteria.ts';
import type { StepKind } from './keywords.ts';

/** The value of a criterion that is a mapping. */
export interface CriterionMap {
  readonly [key: string]: Plain;
}
export type CriterionValue = string | CriterionMap;

/** A scenario free of its notation. */
export interface Spoken {
  readonly name: string | undefined;
  readonly done: boolean;
  readonly steps: readonly SpokenStep[];
  /** Rows of the examples: what stands in each column. */
  readonly examples: readonly { readonly [column: string]: string }[] | undefined;
}

export interface SpokenStep {
  readonly kind: StepKind;
  readonly said: Step['said'];
  readonly words: string;
  /** The lines of the table or quoted text below it, without the space before them. */
  readonly below: readonly string[];
}
