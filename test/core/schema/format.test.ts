import { describe, expect, it } from 'vitest';
import * as compiled from '../../../src/core/schema/compile.ts';
import type { Field, Shape } from '../../../src/core/schema/shape.ts';
import * as stored from '../../../src/core/schema/shapes.ts';

/** Everything that a field says, as plain values. */
function told(fields: ReadonlyMap<string, Field>): unknown {
  return [...fields].map(([name, { key, title, description, examples, required, shape }]) => [
    name,
    { key, title, description, examples, required, shape: toldShape(shape) },
  ]);
}

function toldShape(shape: Shape): unknown {
  switch (shape.kind) {
    case 'list':
      return { ...shape, of: toldShape(shape.of) };
    case 'record':
      return { ...shape, key: toldShape(shape.key), value: toldShape(shape.value) };
    case 'object':
      return { ...shape, fields: told(shape.fields) };
    case 'union':
      return { ...shape, of: shape.of.map(toldShape) };
    default:
      return shape;
  }
}

describe('the stored shapes', () => {
  it('say what the schemas say', () => {
    expect(told(stored.topLevelFields())).toEqual(told(compiled.topLevelFields()));
  });

  it('are the same object each time', () => {
    const title = stored.itemFields('stories').get('title');
    expect(title?.shape).toBe(stored.itemFields('stories').get('title')?.shape);
    expect(stored.itemFields('stories')).toBe(stored.itemFields('stories'));
  });
});
