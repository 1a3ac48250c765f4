import { describe, expect, it } from 'vitest';
import type { Draft, DraftChange, SprintFacts } from '../../../src/protocol/panels/planning.ts';
import type { Row } from '../../../src/protocol/snapshot.ts';
import { changed, EMPTY_DRAFT } from '../../../src/views/planning/draft.ts';
import { rebased } from '../../../src/views/planning/rebase.ts';
import { facts, sprint, story, WORKFLOW } from './source.ts';

const FIRST = story('FN-1', { sprint: 's1', estimate: '3' });
const ROWS = [FIRST, story('FN-2'), story('FN-3')];
const SPRINTS = [sprint('s1', { goal: 'Old' }), sprint('s2')];

function draftOf(...changes: DraftChange[]): Draft {
  const filed = { rows: ROWS, facts: facts(SPRINTS) };
  return changes.reduce((draft, change) => changed(draft, change, filed), EMPTY_DRAFT);
}

function on(
  draft: Draft,
  rows: readonly Row[],
  sprints: readonly SprintFacts[] = SPRINTS,
): ReturnType<typeof rebased> {
  return rebased(draft, { rows, facts: facts(sprints) }, WORKFLOW);
}

describe('a draft on a file that changed', () => {
  const moves = draftOf({ kind: 'sprint', keys: ['FN-2', 'FN-3'], to: 's1' });

  it('is the same where nothing of it changed, whatever moved', () => {
    const { draft, notes } = on(moves, [...ROWS].reverse());
    expect(draft).toBe(moves);
    expect(notes).toEqual([]);
  });

  it('has no more in it what the file has by now, and says nothing of it', () => {
    const { draft, notes } = on(moves, [FIRST, story('FN-2', { sprint: 's1' }), story('FN-3')]);
    expect(draft.stories.map(({ key }) => key)).toEqual(['FN-3']);
    expect(notes).toEqual([]);
  });

  it('gives up what is gone or finished, and tells it', () => {
    const { draft, notes } = on(moves, [FIRST, story('FN-3', { status: 'done' })]);
    expect(draft).toEqual(EMPTY_DRAFT);
    expect(notes).toEqual([
      { key: 'FN-2', title: 'Title of FN-2', kept: false, reason: 'gone' },
      { key: 'FN-3', title: 'Title of FN-3', kept: false, reason: 'finished', sprint: 's1' },
    ]);
  });

  it('keeps what the file says something else of, and tells it', () => {
    const estimates = draftOf({ kind: 'estimate', keys: ['FN-1'], to: '8' });
    const { draft, notes } = on(estimates, [story('FN-1', { sprint: 's1', estimate: '5' })]);
    expect(draft.stories[0]?.estimate).toEqual({ from: '5', to: '8' });
    expect(notes).toMatchObject([
      { key: 'FN-1', kept: true, reason: 'changed', field: 'estimate', now: '5', to: '8' },
    ]);
  });

  it('does not take a story out of a sprint that somebody else put it into', () => {
    const out = draftOf({ kind: 'sprint', keys: ['FN-1'], to: null });
    const { draft, notes } = on(out, [story('FN-1', { sprint: 's2' })]);
    expect(draft).toEqual(EMPTY_DRAFT);
    expect(notes).toMatchObject([{ key: 'FN-1', kept: false, reason: 'elsewhere', sprint: 's2' }]);
  });

  it('gives up what is about a sprint that is gone or closed', () => {
    const goal = draftOf({ kind: 'sprintText', id: 's1', field: 'goal', to: 'New' });
    const closed = [sprint('s1', { goal: 'Old', closed: '2026-11-27' }), sprint('s2')];
    expect(on(goal, ROWS, closed)).toMatchObject({ draft: EMPTY_DRAFT, notes: [{ reason: 'closed' }] });
    expect(on(goal, ROWS, [sprint('s2')])).toMatchObject({
      draft: EMPTY_DRAFT,
      notes: [{ reason: 'noSprint' }],
    });
    expect(on(moves, ROWS, [sprint('s2')]).notes).toMatchObject([
      { key: 'FN-2', reason: 'noSprint', sprint: 's1' },
      { key: 'FN-3', reason: 'noSprint', sprint: 's1' },
    ]);
  });

  it('takes the sprint of the file where somebody made one of the same id', () => {
    const filed = { rows: ROWS, facts: facts(SPRINTS) };
    const added = changed(EMPTY_DRAFT, { kind: 'add', sprint: { id: 's3', goal: 'Mine' } }, filed);
    const moved = changed(added, { kind: 'sprint', keys: ['FN-2'], to: 's3' }, filed);
    const { draft, notes } = on(moved, ROWS, [...SPRINTS, sprint('s3', { goal: 'Theirs' })]);
    expect(on(moved, ROWS, [...SPRINTS, sprint('s3', { goal: 'Mine' })]).notes).toEqual([]);
    expect(draft.added).toEqual([]);
    expect(draft.stories).toEqual(moved.stories);
    expect(notes).toEqual([{ key: 's3', title: 's3', kept: false, reason: 'taken' }]);
  });

  it('finds stories without an id by their title, while no other has it', () => {
    const nameless = (index: number, title: string): Row => ({
      key: `stories[${index}]`,
      address: { list: 'stories', index },
      list: 'stories',
      title,
    });
    const filed = { rows: [nameless(0, 'One'), nameless(1, 'Two')], facts: facts(SPRINTS) };
    const draft = changed(EMPTY_DRAFT, { kind: 'sprint', keys: ['stories[1]'], to: 's1' }, filed);
    expect(on(draft, [nameless(0, 'Two'), nameless(1, 'One')]).draft.stories[0]?.key).toBe('stories[0]');
    expect(on(draft, [story('FN-1', { title: 'Two' })]).draft.stories[0]?.key).toBe('FN-1');
    expect(on(draft, [nameless(0, 'Two'), nameless(1, 'Two')]).notes[0]?.reason).toBe('gone');
  });
});
