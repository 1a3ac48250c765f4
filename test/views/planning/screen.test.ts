/** What the planning view says and shows, worked out without a browser. */
import { describe, expect, it } from 'vitest';
import type {
  Draft,
  PlanningFacts,
  PlanningSettings,
  StoryFacts,
} from '../../../src/protocol/panels/planning.ts';
import type { Row } from '../../../src/protocol/snapshot.ts';
import { changed, EMPTY_DRAFT } from '../../../src/views/planning/draft.ts';
import { nextBehind, type Planning, planningOf } from '../../../src/webview/planning/model.ts';
import {
  brokenWords,
  fullness,
  lacksWords,
  resultWords,
  sprintWords,
  timeWords,
  velocityWarning,
  velocityWords,
} from '../../../src/webview/planning/words.ts';
import { facts, sprint, story, WORKFLOW } from './source.ts';

const SETTINGS: PlanningSettings = { sprint: null, filter: '', readyOnly: false, folded: [] };

interface Scene {
  readonly rows: readonly Row[];
  readonly told?: PlanningFacts;
  readonly draft?: Draft;
  readonly settings?: Partial<PlanningSettings>;
  readonly lacks?: Readonly<Record<string, readonly string[]>>;
}

const SPRINTS = facts([sprint('s1', { start: '2025-11-03', end: '2025-11-14', capacity: 10 }), sprint('s2')]);

function show({ rows, told = SPRINTS, draft = EMPTY_DRAFT, settings = {}, lacks = {} }: Scene): Planning {
  const backlog = {
    uri: 'u',
    revision: 1,
    name: 'Fieldnotes',
    workflow: WORKFLOW,
    rows,
    waiting: undefined,
  };
  const factsOf = (key: string): StoryFacts | undefined => {
    const known = lacks[key];
    return known && { key, lacks: known };
  };
  return planningOf({ backlog, facts: told, draft, settings: { ...SETTINGS, ...settings }, factsOf });
}

const keys = (rows: readonly Row[] | undefined): readonly string[] => (rows ?? []).map(({ key }) => key);

describe('the two lists', () => {
  const rows = [
    story('A-1', { sprint: 's1', estimate: '5', points: 5 }),
    story('A-2', { estimate: '8', points: 8 }),
    story('A-3', { status: 'done' }),
    story('A-4', { sprint: 's2', labels: ['sync'] }),
  ];

  it('show the sprint that comes next, and whatever else can still be planned', () => {
    const planning = show({ rows });
    expect(planning.chosen?.sprint.id).toBe('s1');
    expect(keys(planning.chosen?.stories)).toEqual(['A-1']);
    expect(keys(planning.backlog)).toEqual(['A-2', 'A-4']);
    expect(planning.points).toBe(8);
  });

  it('follow the draft, and say what is over', () => {
    const filed = { rows, facts: SPRINTS };
    const draft = changed(EMPTY_DRAFT, { kind: 'sprint', keys: ['A-2'], to: 's1' }, filed);
    const { chosen, backlog } = show({ rows, draft });
    expect(keys(chosen?.stories)).toEqual(['A-1', 'A-2']);
    expect(keys(backlog)).toEqual(['A-4']);
    expect(chosen && sprintWords(chosen)).toBe('s1: 13 of 10 points, 3 over');
  });

  it('are filtered as the board is', () => {
    const { backlog, all } = show({ rows, settings: { filter: 'label:sync' } });
    expect(keys(backlog)).toEqual(['A-4']);
    expect(all).toBe(2);
  });

  it('show only what is known to be ready, and say how much is not known yet', () => {
    const settings = { readyOnly: true };
    const planning = show({ rows, settings, lacks: { 'A-2': [] } });
    expect(keys(planning.backlog)).toEqual(['A-2']);
    expect(planning.unknown).toBe(1);
    expect(keys(show({ rows, settings, lacks: { 'A-2': ['estimate'], 'A-4': [] } }).backlog)).toEqual([
      'A-4',
    ]);
  });

  it('count what is not ready in the sprint, without what the draft gives', () => {
    const lacks = { 'A-1': ['acceptance', 'estimate'] };
    expect(show({ rows, lacks }).unready).toBe(1);
    const onlyEstimate = { 'A-1': ['estimate'] };
    const draft = { ...EMPTY_DRAFT, stories: [{ key: 'A-1', title: '', estimate: { from: null, to: '3' } }] };
    expect(show({ rows, lacks: onlyEstimate, draft }).unready).toBe(0);
  });

  it('are there without any sprint', () => {
    const planning = show({ rows, told: facts([]) });
    expect(planning.chosen).toBeUndefined();
    expect(keys(planning.backlog)).toEqual(['A-1', 'A-2', 'A-4']);
  });
});

describe('the focus, when stories leave their list', () => {
  const rows = ['a', 'b', 'c', 'd'].map((id) => story(id));
  it.each([
    [['b'], 'c'],
    [['b', 'c'], 'd'],
    [['d'], 'c'],
    [['a', 'b', 'c', 'd'], undefined],
  ])('goes on from %j to %s', (gone, next) => {
    expect(nextBehind(rows, gone)).toBe(next);
  });
});

describe('the words', () => {
  it('say how full it is', () => {
    expect(fullness(26, 24)).toEqual({ of: '26 of 24 points', left: '2 over', over: true });
    expect(fullness(24, 24)).toEqual({ of: '24 of 24 points', left: 'just full', over: false });
    expect(fullness(1, undefined)).toEqual({ of: '1 point', left: '', over: false });
    expect(fullness(0.1, 0.3).left).toBe('0.2 left');
  });

  it('say what a story lacks, fields of the team own names among them', () => {
    expect(lacksWords([])).toBe('');
    expect(lacksWords(['acceptance'])).toBe('Lacks acceptance criteria');
    expect(lacksWords(['story', 'estimate', 'ux-review'])).toBe(
      'Lacks a story sentence, an estimate and ux-review',
    );
    expect(lacksWords(['constructor'])).toBe('Lacks constructor');
  });

  it('say which dependency breaks, and how', () => {
    const broken = { key: 'A-1', sprint: 's1', needs: 'A-2' };
    expect(brokenWords({ ...broken, why: 'unplanned' })).toBe('Needs A-2, which is in no sprint');
    expect(brokenWords({ ...broken, why: 'later', in: 's2' })).toBe('Needs A-2, which comes later, in s2');
    expect(brokenWords({ ...broken, why: 'left', in: 's0', needs: 'E-1', stories: 2 })).toBe(
      'Needs E-1: 2 of its stories were left unfinished in s0',
    );
    expect(brokenWords({ ...broken, why: 'dropped', needs: 'E-1', stories: 1 })).toBe(
      'Needs E-1: 1 of its stories was dropped',
    );
  });

  it('say the days of a sprint', () => {
    const planning = show({ rows: [], told: { ...SPRINTS, holidays: ['2025-11-11'] } });
    expect(planning.chosen && timeWords(planning.chosen)).toBe(
      'Mon 3 Nov to Fri 14 Nov · 9 working days, 1 holiday',
    );
    const without = show({ rows: [], told: facts([sprint('x')]) });
    expect(without.chosen && timeWords(without.chosen)).toBe('No days yet');
  });

  it('say what came of a sprint', () => {
    expect(resultWords({ committed: 26, added: 3, done: 21, carried: 8 })).toBe(
      '21 points done of 26 committed, 3 added, 8 carried on',
    );
    expect(resultWords({ done: 1, added: 0 })).toBe('1 point done');
  });

  it('are honest about the velocity where little is known', () => {
    const known = { sprints: [], mean: 20, least: 18, most: 22 };
    expect(velocityWords({ ...known, mean: undefined, least: undefined, most: undefined, of: 0 })).toMatch(
      /^No sprint was closed yet/,
    );
    expect(velocityWords({ ...known, of: 1 })).toMatch(/not enough to forecast/);
    expect(velocityWords({ ...known, of: 3 })).toBe(
      'The last 3 sprints finished 20 points on average, between 18 and 22.',
    );
    expect(velocityWarning(25, { ...known, of: 3 })).not.toBe('');
    expect(velocityWarning(22, { ...known, of: 3 })).toBe('');
    expect(velocityWarning(25, { ...known, of: 1 })).toBe('');
  });
});
