/** Rows and facts for tests of the planning's pure functions, as short as they can be. */
import type { PlanningFacts, SprintFacts } from '../../../src/protocol/panels/planning.ts';
import type { Row, Workflow } from '../../../src/protocol/snapshot.ts';

export const WORKFLOW: Workflow = {
  statuses: ['idea', 'ready', 'doing', 'done', 'dropped'],
  active: ['doing'],
  done: ['done'],
  dropped: ['dropped'],
  estimates: ['1', '2', '3', '5', '8'],
  types: ['story', 'bug'],
  wip: {},
};

export function story(id: string, more: Partial<Row> = {}): Row {
  return { key: id, address: { id }, list: 'stories', id, title: `Title of ${id}`, type: 'story', ...more };
}

export function sprint(id: string, more: Partial<SprintFacts> = {}): SprintFacts {
  return { id, key: id, away: {}, ...more };
}

export function facts(sprints: readonly SprintFacts[], more: Partial<PlanningFacts> = {}): PlanningFacts {
  return {
    sprints,
    teams: [{ id: 'core', people: ['ana', 'ben'] }],
    people: [
      { id: 'ana', name: 'Ana Lima' },
      { id: 'ben', name: 'Ben Okafor' },
    ],
    holidays: [],
    points: { '1': 1, '2': 2, '3': 3, '5': 5, '8': 8, M: 5 },
    ready: { story: ['story', 'acceptance', 'estimate'] },
    ...more,
  };
}
