/** A title that is being written on the board: of a new story, or anew of one that is there. */
export interface Editing {
  readonly kind: 'rename' | 'add';
  /** The card that is renamed. */
  readonly key: string;
  readonly column: number;
  readonly lane: number;
}
