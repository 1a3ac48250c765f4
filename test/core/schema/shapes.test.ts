import { describe, expect, it } from 'vitest';
import { LISTS } from '../../../src/core/backlog/lists.ts';
import type { Field, Shape } from '../../../src/core/schema/shape.ts';
import { itemFields, sectionShape, topLevelFields } from '../../../src/core/schema/shapes.ts';

const keys = (fields: ReadonlyMap<string, Field>): readonly string[] => [...fields.keys()];

describe('the shapes of the file', () => {
  it('know every list as a list of mappings', () => {
    for (const list of LISTS) {
      expect(sectionShape(list)?.kind).toBe('list');
      expect(keys(itemFields(list))).toContain('id');
      expect(keys(itemFields(list))).toContain('private');
    }
  });

  it('know the top-level keys in the order of the format', () => {
    expect(keys(topLevelFields())).toEqual([
      'version',
      'product',
      'include',
      'archive',
      'private',
      'workflow',
      'writing',
      'commits',
      ...LISTS,
    ]);
    expect(sectionShape('sotries')).toBeUndefined();
  });

  it('tell what a field takes', () => {
    const stories = itemFields('stories');
    expect(stories.get('title')).toMatchObject({ required: true, shape: { kind: 'text', prose: true } });
    expect(stories.get('status')).toMatchObject({ required: false, shape: { kind: 'team', of: 'status' } });
    expect(stories.get('assignee')?.shape).toMatchObject({
      kind: 'list',
      orOne: true,
      of: { kind: 'ref', to: 'person' },
    });
    expect(stories.get('priority')?.shape).toEqual({
      kind: 'choice',
      of: ['must', 'should', 'could', 'wont'],
    });
    expect(stories.get('blocked')?.shape).toMatchObject({
      kind: 'union',
      of: [{ kind: 'text' }, { kind: 'object' }],
    });
    expect(itemFields('sprints').get('away')?.shape).toMatchObject({
      kind: 'record',
      key: { kind: 'ref', to: 'person' },
    });
    expect(itemFields('sprints').get('start')?.shape).toEqual({ kind: 'date' });
  });

  it('leave out of epics what only stories have', () => {
    const own = keys(itemFields('epics'));
    for (const key of ['acceptance', 'sprint', 'tasks']) expect(own).not.toContain(key);
    expect(own).toContain('horizon');
  });

  it('say what every field means, with an example', () => {
    const silent: string[] = [];
    const visit = (path: string, shape: Shape): void => {
      if (shape.kind === 'list') visit(path, shape.of);
      if (shape.kind === 'union') for (const option of shape.of) visit(path, option);
      if (shape.kind !== 'object') return;
      for (const field of shape.fields.values()) {
        const words =
          field.title !== field.key &&
          /^[A-Z0-9`'"].*[.!?]$/s.test(field.description) &&
          field.examples.length > 0;
        if (!words) silent.push(`${path}.${field.key}`);
        visit(`${path}.${field.key}`, field.shape);
      }
    };
    visit('', { kind: 'object', fields: topLevelFields() });
    expect(silent).toEqual([]);
  });
});
