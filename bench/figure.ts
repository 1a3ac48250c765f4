/** What a measurement gives: a value of ours beside a peer's or a limit's, and what it should be. */
import type { Product } from './product.ts';

export type Unit = 'ms' | 'MB' | 'kB' | '×';

/** What is wanted of a value. */
export type Goal =
  /** Ours is at most this. */
  | { readonly kind: 'at-most'; readonly value: number }
  /** Ours is at most this many times what it is compared with. */
  | { readonly kind: 'at-most-times'; readonly factor: number }
  /** What it is compared with is at least this many times ours. */
  | { readonly kind: 'times-less'; readonly factor: number };

export interface Measured {
  readonly figure: string;
  readonly unit: Unit;
  readonly ours: number;
  /** The peer or the limit, measured in the same run. */
  readonly against?: { readonly name: string; readonly value: number };
  readonly goal?: Goal;
  /** How many rounds of ours and of what it is compared with. */
  readonly rounds: string;
}

export interface Bench {
  readonly product: Product;
  /** Where the files of this run are put; removed at the end. */
  readonly scratch: string;
  /** A number of stories or rounds; with `--quick` a small part of it. */
  readonly scaled: (count: number) => number;
  /** Says what goes on, to people who wait. */
  readonly say: (words: string) => void;
}

export interface Figure {
  readonly name: string;
  readonly about: string;
  /** Rejects when the measurement itself fails. */
  readonly measure: (bench: Bench) => Promise<readonly Measured[]>;
}

/** True, false, or `undefined` where nothing is wanted. */
export function isMet({ ours, against, goal }: Measured): boolean | undefined {
  switch (goal?.kind) {
    case undefined:
      return undefined;
    case 'at-most':
      return ours <= goal.value;
    case 'at-most-times':
      return against !== undefined && ours <= goal.factor * against.value;
    case 'times-less':
      return against !== undefined && goal.factor * ours <= against.value;
  }
}
