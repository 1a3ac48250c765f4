import { describe, expect, it } from 'vitest';
import { TreeModel, type Element, type Refresh } from '../../src/extension/tree/model.ts';
import { buildTree } from '../../src/extension/tree/nodes.ts';
import { applySnapshot } from '../../src/views/snapshots.ts';
import type { Row } from '../../src/protocol/snapshot.ts';
import type { View } from '../../src/extension/viewState.ts';
import { input } from './support/outline.ts';
import { backlog, item, stories, story, whole } from './support/rows.ts';

/** A tree as the editor holds it: every parent that it opened is asked for again after a refresh. */
class Editor {
  readonly model = new TreeModel();
  #held;
  readonly #view: Partial<View>;

  constructor(rows: readonly Row[], view: Partial<View> = {}) {
    this.#held = backlog(rows);
    this.#view = view;
    this.model.update(buildTree(input([this.#held], this.#view)).roots);
    this.openAll();
  }

  openAll(): void {
    const open = (element: Element | undefined): void => {
      for (const child of this.model.children(element)) open(child);
    };
    open(undefined);
  }

  show(rows: readonly Row[], revision = 2): Refresh {
    const next = applySnapshot(this.#held, whole(rows, { revision }));
    if (next === undefined) throw new Error('a whole snapshot always applies');
    this.#held = next;
    return this.model.update(buildTree(input([next], this.#view)).roots);
  }

  get labels(): string {
    const lines: string[] = [];
    const walk = (parent: Element | undefined): void => {
      for (const element of this.model.children(parent)) {
        lines.push(element.node.label);
        walk(element);
      }
    };
    walk(undefined);
    return lines.join('\n');
  }
}

const labels = (refresh: Refresh) => (refresh === 'all' ? 'all' : refresh.map(({ node }) => node.label));
const list = (...ids: string[]) => ids.map((id) => story(id));

describe('a newer tree', () => {
  it('draws nothing again where nothing changed', () => {
    const editor = new Editor(list('FN-1', 'FN-2'));
    expect(labels(editor.show(list('FN-1', 'FN-2')))).toEqual([]);
  });

  it('draws only the row that looks different', () => {
    const editor = new Editor(stories(1000));
    const changed = stories(1000, (index) => (index === 333 ? { status: 'doing' } : {}));
    expect(labels(editor.show(changed))).toEqual(['FN-334 Title of FN-334']);
    expect(editor.model.find('file:///w/backlog.yaml', 'FN-334')?.node.description).toBe('doing');
  });

  it('draws a row again whose warning became an error', () => {
    const editor = new Editor([story('FN-1', { warnings: 1 }), story('FN-2')]);
    expect(labels(editor.show([story('FN-1', { errors: 1 }), story('FN-2')]))).toEqual([
      'FN-1 Title of FN-1',
    ]);
  });

  it('draws only the groups whose rows changed', () => {
    const epics = ['a', 'b', 'c'].map((id) => item('epics', id, { title: id }));
    const rows = (second: string) => [
      ...epics,
      story('FN-1', { epic: 'a' }),
      story('FN-2', { epic: second }),
      story('FN-3', { epic: 'c' }),
    ];
    const editor = new Editor(rows('a'), { grouping: 'epic' });
    expect(labels(editor.show(rows('b')))).toEqual(['a', 'b']);
    expect(editor.labels).toBe(
      ['a', 'FN-1 Title of FN-1', 'b', 'FN-2 Title of FN-2', 'c', 'FN-3 Title of FN-3'].join('\n'),
    );
  });

  it('draws everything when the roots changed, and keeps the elements of rows that stay', () => {
    const editor = new Editor(list('FN-1', 'FN-2', 'FN-3'));
    const before = editor.model.find('file:///w/backlog.yaml', 'FN-3');
    expect(labels(editor.show(list('FN-3', 'FN-1', 'FN-2')))).toBe('all');
    expect(editor.model.find('file:///w/backlog.yaml', 'FN-3')).toBe(before);
    expect(editor.labels).toBe(['FN-3', 'FN-1', 'FN-2'].map((id) => `${id} Title of ${id}`).join('\n'));
  });

  it('leaves alone what the editor never asked for', () => {
    const model = new TreeModel();
    model.update(buildTree(input([backlog(stories(1000))])).roots);
    model.children(undefined);
    const changed = stories(1000, (index) => (index === 333 ? { status: 'doing' } : {}));
    expect(labels(model.update(buildTree(input([backlog(changed)])).roots))).toEqual([]);
  });

  it('shifts rows through the ranges behind an insertion only', () => {
    const editor = new Editor(stories(600));
    const rows = [...stories(600)];
    rows.splice(250, 0, story('FN-999'));
    expect(labels(editor.show(rows))).toBe('all');
    expect(editor.labels.split('\n')).toHaveLength(605);
    const moved = [...rows];
    const [taken] = moved.splice(450, 1);
    if (taken !== undefined) moved.splice(420, 0, taken);
    editor.openAll();
    expect(labels(editor.show(moved, 3))).toEqual(['401–600']);
  });

  it('is what a fresh tree would be, after any changes', () => {
    const editor = new Editor(stories(500), { grouping: 'status' });
    const statuses = ['idea', 'ready', 'doing', 'done'];
    for (let round = 1; round < 20; round++) {
      const rows = stories(400 + ((round * 37) % 200), (index) => ({
        status: statuses[(index * round) % 4] ?? 'idea',
        title: `T${String((index * round) % 7)}`,
      }));
      editor.show(rows, round + 1);
      if (round % 3 === 0) editor.openAll();
      expect(editor.labels).toBe(new Editor(rows, { grouping: 'status' }).labels);
    }
  });

  it('knows the parent of each element', () => {
    const editor = new Editor(
      stories(300, () => ({ epic: 'e' })),
      { grouping: 'epic' },
    );
    const element = editor.model.find('file:///w/backlog.yaml', 'FN-250');
    expect(element?.parent?.node.label).toBe('201–300');
    expect(element?.parent?.parent?.node.label).toBe('e');
    expect(element?.parent?.parent?.parent).toBeUndefined();
  });
});
