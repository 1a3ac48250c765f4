/** Shapes as plain data: fields and shapes stand in two tables and name each other by number, so that nothing is told twice. */
import type { Shape } from './shape.ts';

export interface FormatData {
  /** Numbers of the top-level fields. */
  readonly top: readonly number[];
  readonly fields: readonly FieldData[];
  readonly shapes: readonly ShapeData[];
}

export type FieldData = readonly [
  key: string,
  title: string,
  description: string,
  examples: readonly string[],
  required: 0 | 1,
  shape: number,
];

type Leaf = Exclude<Shape, { readonly kind: 'text' | 'list' | 'record' | 'object' | 'union' }>;
type TextShape = Extract<Shape, { readonly kind: 'text' }>;

export type ShapeData =
  | Leaf
  | (Omit<TextShape, 'pattern'> & { readonly pattern?: string })
  | { readonly kind: 'list'; readonly of: number; readonly orOne: boolean }
  | { readonly kind: 'record'; readonly key: number; readonly value: number }
  | { readonly kind: 'object'; readonly fields: readonly number[] }
  | { readonly kind: 'union'; readonly of: readonly number[] };
