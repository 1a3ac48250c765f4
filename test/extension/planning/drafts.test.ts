import { describe, expect, it } from 'vitest';
import { Drafts, type Kept } from '../../../src/extension/panels/planning/drafts.ts';
import type { Draft, DraftNote } from '../../../src/protocol/panels/planning.ts';
import { keptDraft } from '../../../src/protocol/panels/planningSchema.ts';
import { EMPTY_DRAFT } from '../../../src/views/planning/draft.ts';

const URI = 'file:///team/backlog.yaml';
const read = (kept: unknown): Kept | undefined => keptDraft.safeParse(kept).data;
const estimate = (to: string): Draft => ({
  ...EMPTY_DRAFT,
  stories: [{ key: 'FN-1', title: 'One', estimate: { from: null, to } }],
});

function memory(): { values: Map<string, unknown>; drafts: () => Drafts } {
  const values = new Map<string, unknown>();
  const update = (key: string, value: unknown): Promise<void> => {
    if (value === undefined) values.delete(key);
    else values.set(key, structuredClone(value));
    return Promise.resolve();
  };
  return { values, drafts: () => new Drafts({ get: (key) => values.get(key), update }, read) };
}

describe('drafts of plannings', () => {
  it('are there again when the window is loaded anew, with what there is to say, each for its backlog', () => {
    const { drafts } = memory();
    const first = drafts();
    first.change(URI, () => estimate('5'));
    first.follow(URI, estimate('5'), [{ key: 'FN-2', kept: false, text: 'FN-2 is gone.' }]);
    const state = drafts().of(URI);
    expect(state.draft).toEqual(estimate('5'));
    expect(state.notes).toHaveLength(1);
    expect(state.canUndo).toBe(false);
    expect(drafts().of('file:///team/other.backlog.yaml').draft).toEqual(EMPTY_DRAFT);
  });

  it('are undone and done again step by step, and a new step ends what could be done again', () => {
    const drafts = memory().drafts();
    const same = (draft: Draft): Draft => draft;
    drafts.change(URI, () => estimate('5'));
    drafts.change(URI, () => estimate('8'));
    drafts.change(URI, same);
    expect(drafts.undo(URI, same)).toMatchObject({ draft: estimate('5'), canUndo: true, canRedo: true });
    expect(drafts.undo(URI, same)).toMatchObject({ draft: EMPTY_DRAFT, canUndo: false });
    expect(drafts.undo(URI, same).draft).toEqual(EMPTY_DRAFT);
    expect(drafts.redo(URI, same).draft).toEqual(estimate('5'));
    expect(drafts.redo(URI, same)).toMatchObject({ draft: estimate('8'), canRedo: false });
    drafts.undo(URI, same);
    expect(drafts.change(URI, () => estimate('13')).canRedo).toBe(false);
  });

  it('leave nothing behind when they are empty', () => {
    const { values, drafts } = memory();
    const one = drafts();
    one.change(URI, () => estimate('5'));
    expect(values.size).toBe(1);
    one.written(URI);
    one.follow(URI, EMPTY_DRAFT, []);
    expect(values.size).toBe(0);
    expect(one.of(URI)).toMatchObject({ canUndo: false, canRedo: false, notes: [] });
  });

  it('say of each item what was said last, until it was read', () => {
    const drafts = memory().drafts();
    const note = (text: string): DraftNote => ({ key: 'FN-1', kept: true, text });
    drafts.follow(URI, EMPTY_DRAFT, [note('It is 3.')]);
    expect(drafts.follow(URI, EMPTY_DRAFT, [note('It is 8.')]).notes).toEqual([note('It is 8.')]);
    expect(drafts.dismiss(URI).notes).toEqual([]);
  });

  it('are empty where what was kept is no draft', () => {
    const { values, drafts } = memory();
    values.set(`refinery.planning.draft ${URI}`, { draft: { stories: 'many' } });
    expect(drafts().of(URI).draft).toEqual(EMPTY_DRAFT);
  });
});
