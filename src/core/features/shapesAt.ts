/**
 * Which shapes the format allows at a path of keys: a path through a union or through "one or a list" has several.
 * Walks the compiled schema only; knows nothing of text.
 */
import type { Config } from '../backlog/config.ts';
import { isListName } from '../backlog/lists.ts';
import type { Field, Shape } from '../schema/shape.ts';
import { topLevelFields } from '../schema/shapes.ts';
import { ENTRY, type Step } from './completion/placeFlow.ts';

/** The shapes of the value at a path from the top level; empty where the format says nothing. Unions are taken apart. */
export function shapesAt(path: readonly Step[], config: Config): readonly Shape[] {
  let shapes: readonly Shape[] = [{ kind: 'object', fields: topLevelFields() }];
  path.forEach((step, depth) => {
    shapes = shapes.flatMap((shape) => stepInto(shape, step));
    const [list] = path;
    if (depth === 2 && shapes.length === 0 && typeof list === 'string' && isListName(list)) {
      const custom = typeof step === 'string' ? config.customFields.get(step) : undefined;
      if (custom) shapes = alternatives(custom.shape);
    }
  });
  return shapes;
}

/** The field that a path ends at, with its words. */
export function fieldAt(path: readonly Step[], config: Config): Field | undefined {
  const key = path.at(-1);
  if (typeof key !== 'string') return undefined;
  for (const shape of shapesAt(path.slice(0, -1), config)) {
    for (const each of shape.kind === 'list' && shape.orOne ? alternatives(shape.of) : [shape]) {
      const field = each.kind === 'object' ? each.fields.get(key) : undefined;
      if (field) return field;
    }
  }
  const [list] = path;
  const inItem = path.length === 3 && typeof list === 'string' && isListName(list);
  return inItem ? config.customFields.get(key) : undefined;
}

/** A union's members, and what a single entry of "one or a list" may be; every other shape by itself. */
export function alternatives(shape: Shape): readonly Shape[] {
  return shape.kind === 'union' ? shape.of.flatMap(alternatives) : [shape];
}

function stepInto(shape: Shape, step: Step): readonly Shape[] {
  if (shape.kind === 'list') {
    if (step === ENTRY) return alternatives(shape.of);
    return shape.orOne ? alternatives(shape.of).flatMap((one) => stepInto(one, step)) : [];
  }
  if (step === ENTRY) return [];
  if (shape.kind === 'object') {
    const field = shape.fields.get(step);
    return field ? alternatives(field.shape) : [];
  }
  return shape.kind === 'record' ? alternatives(shape.value) : [];
}
