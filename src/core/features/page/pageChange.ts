/**
 * What can be changed from the page of an item. Paths and marks are those of `pageData.ts`. In a table of examples they go
 * by positions: `acceptance.2.examples.1.0` is a cell, `….examples.1` a row, `….examples.head.0` the name of a column.
 */
import type { CriterionNotation, Value } from '../../operations/operation.ts';

export type PageChange =
  /**
   * Sets a field, an entry of a list or a field of an entry: a text is written in the form that stands there. An empty
   * text takes an optional field away. A text that begins a `+5` or `2027.1` stays that text; numbers of number fields may
   * come as text.
   */
  | { readonly kind: 'set'; readonly path: string; readonly value: Value; readonly mark: string }
  /** Takes a field away, or an entry out of its list. */
  | { readonly kind: 'remove'; readonly path: string; readonly mark: string }
  /**
   * One more entry in a list, at a position from 0 or at its end. Needs no mark, since it overwrites nothing; one that is
   * given has to fit. Under `….examples` it is a row whose cells are open, under `….examples.head` a column of that
   * name; where there are no examples yet, the value names the columns.
   */
  | {
      readonly kind: 'add';
      readonly path: string;
      readonly value: Value;
      readonly at?: number;
      readonly mark?: string;
    }
  /** An entry goes to another position of its list; `to` is the one that it has afterwards. */
  | { readonly kind: 'move'; readonly path: string; readonly to: number; readonly mark: string }
  /** A criterion, a task or a question is done, or not. A plain check or task becomes a mapping. */
  | { readonly kind: 'tick'; readonly path: string; readonly done: boolean; readonly mark: string }
  /** A criterion in another notation. */
  | { readonly kind: 'convert'; readonly path: string; readonly to: CriterionNotation; readonly mark: string }
  /** Blocked, by these words. To unblock, remove `blocked`. */
  | {
      readonly kind: 'block';
      readonly why: string;
      readonly by?: string;
      readonly due?: string;
      readonly mark: string;
    }
  /** The quick fix of that title of a finding, as it is found in the file. */
  | { readonly kind: 'fix'; readonly finding: string; readonly title: string }
  /** Decided against, with the reason. */
  | { readonly kind: 'drop'; readonly because: string }
  /** Another place in the ranked list. */
  | { readonly kind: 'rank'; readonly to: 'top' | 'up' | 'down' | 'bottom' };
