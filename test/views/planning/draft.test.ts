import { describe, expect, it } from 'vitest';
import type { Draft, DraftChange } from '../../../src/protocol/panels/planning.ts';
import { changed, countChanges, EMPTY_DRAFT, isEmptyDraft } from '../../../src/views/planning/draft.ts';
import { facts, sprint, story } from './source.ts';

const ROWS = [
  story('FN-1', { sprint: 's1', estimate: '3', points: 3 }),
  story('FN-2'),
  story('FN-3', { assignees: ['ana'] }),
];
const FILED = {
  rows: ROWS,
  facts: facts([sprint('s1', { goal: 'Old', capacity: { ana: 8, ben: 6 } }), sprint('s2')]),
};
const draftOf = (...changes: DraftChange[]): Draft =>
  changes.reduce((draft, change) => changed(draft, change, FILED), EMPTY_DRAFT);

describe('a draft', () => {
  it('holds what the file has and what is to be', () => {
    const draft = draftOf(
      { kind: 'sprint', keys: ['FN-1', 'FN-2'], to: 's2' },
      { kind: 'estimate', keys: ['FN-2'], to: '5' },
      { kind: 'assignee', keys: ['FN-3'], to: ['ben'] },
      { kind: 'sprintText', id: 's1', field: 'goal', to: ' New ' },
    );
    expect(draft.stories).toEqual([
      { key: 'FN-1', title: 'Title of FN-1', sprint: { from: 's1', to: 's2' } },
      {
        key: 'FN-2',
        title: 'Title of FN-2',
        sprint: { from: null, to: 's2' },
        estimate: { from: null, to: '5' },
      },
      { key: 'FN-3', title: 'Title of FN-3', assignee: { from: ['ana'], to: ['ben'] } },
    ]);
    expect(draft.sprints).toEqual([{ id: 's1', goal: { from: 'Old', to: 'New' } }]);
    expect(countChanges(draft)).toBe(5);
  });

  it('is empty again once everything is as the file has it', () => {
    const draft = draftOf(
      { kind: 'sprint', keys: ['FN-1'], to: null },
      { kind: 'sprint', keys: ['FN-1'], to: 's1' },
      { kind: 'capacity', id: 's1', to: 20 },
      { kind: 'capacity', id: 's1', to: { ben: 6, ana: 8 } },
      { kind: 'away', id: 's1', to: { ana: 0 } },
      { kind: 'estimate', keys: ['FN-1'], to: ' 03 ' },
      { kind: 'capacity', id: 's2', to: {} },
      { kind: 'sprintText', id: 's2', field: 'goal', to: '  ' },
    );
    expect(isEmptyDraft(draft)).toBe(true);
  });

  it('does not change by what is not there', () => {
    const draft = draftOf(
      { kind: 'sprint', keys: ['FN-1'], to: 's99' },
      { kind: 'estimate', keys: ['FN-99'], to: '5' },
      { kind: 'away', id: 's99', to: { ana: 1 } },
      { kind: 'add', sprint: { id: 's1' } },
      { kind: 'unadd', id: 's2' },
    );
    expect(draft).toEqual(EMPTY_DRAFT);
  });

  it('has sprints of its own, which change in place and go with the moves into them', () => {
    const added = draftOf(
      { kind: 'add', sprint: { id: 's3', start: '2026-12-01' } },
      { kind: 'sprint', keys: ['FN-1', 'FN-2'], to: 's3' },
      { kind: 'estimate', keys: ['FN-2'], to: '5' },
      { kind: 'sprintText', id: 's3', field: 'goal', to: 'A goal' },
      { kind: 'sprintText', id: 's3', field: 'start', to: null },
    );
    expect(added.added).toEqual([{ id: 's3', goal: 'A goal' }]);
    expect(added.stories.map(({ key }) => key)).toEqual(['FN-1', 'FN-2']);
    const without = changed(added, { kind: 'unadd', id: 's3' }, FILED);
    expect(without.added).toEqual([]);
    expect(without.stories).toEqual([
      { key: 'FN-2', title: 'Title of FN-2', estimate: { from: null, to: '5' } },
    ]);
  });

  it('forgets what it is told to', () => {
    const draft = draftOf(
      { kind: 'estimate', keys: ['FN-1', 'FN-2'], to: '8' },
      { kind: 'capacity', id: 's2', to: 20 },
      { kind: 'forget', keys: ['FN-1'], ids: ['s2'] },
    );
    expect(draft.stories.map(({ key }) => key)).toEqual(['FN-2']);
    expect(draft.sprints).toEqual([]);
  });
});
