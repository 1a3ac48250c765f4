/** What a planning asks for: sprints and who works in them, what stories lack, how similar ones were estimated. */
import type { Backlog } from '../../core/backlog/backlog.ts';
import { cardFacts } from '../../core/features/cardFacts.ts';
import { mapOf, textsOf, valueOf } from '../../core/features/itemText.ts';
import { missingForReady } from '../../core/planning/readiness.ts';
import { similarEstimates } from '../../core/planning/similar.ts';
import { sprintFacts } from '../../core/planning/sprintFacts.ts';
import type { KnownFile } from '../../core/workspace/knownFile.ts';
import type { PlanningFacts } from '../../protocol/panels/planning.ts';
import { planningRequest, similarRequest, storyFactsRequest } from '../../protocol/planning.ts';
import { onRequest } from '../listen.ts';
import type { Session } from '../session.ts';

export function handlePlanning(session: Session): void {
  const { snapshots } = session;
  onRequest(session, planningRequest, null, async ({ uri }) => {
    const file = await session.file(uri);
    return file?.backlog === undefined
      ? null
      : { revision: file.revision, facts: factsOf(session, file, file.backlog) };
  });
  onRequest(session, storyFactsRequest, [], async ({ uri, items }) => {
    const file = await session.file(uri);
    const { backlog } = file ?? {};
    return items.map((address) => {
      const found = backlog?.find(address);
      if (!file || !backlog || found?.ok !== true) return null;
      const [key] = snapshots.keysOf(file, [found.item]);
      if (key === undefined) return null;
      return { key, lacks: missingForReady(backlog, found.item), ...cardFacts(backlog, found.item) };
    });
  });
  onRequest(session, similarRequest, null, async ({ uri, item }) => {
    const file = await session.file(uri);
    const found = file?.backlog?.find(item);
    if (!file?.backlog || found?.ok !== true) return null;
    const { nearest, ...counts } = similarEstimates(file.backlog, found.item);
    return {
      ...counts,
      nearest: nearest.flatMap(({ item: story, ...facts }) => {
        const [key] = snapshots.keysOf(file, [story]);
        const { id, title = '' } = story;
        return key === undefined ? [] : [{ key, ...(id === undefined ? {} : { id }), title, ...facts }];
      }),
    };
  });
}

function factsOf({ snapshots }: Session, file: KnownFile, backlog: Backlog): PlanningFacts {
  const { config } = backlog;
  return {
    sprints: backlog.list('sprints').flatMap((sprint) => {
      const [key] = snapshots.keysOf(file, [sprint]);
      const { id } = sprint;
      return id === undefined || key === undefined ? [] : [{ id, key, ...sprintFacts(backlog, sprint) }];
    }),
    teams: backlog.list('teams').flatMap((team) => {
      const map = mapOf(backlog, team);
      if (team.id === undefined || map === undefined) return [];
      const { text } = team.slice;
      return [{ id: team.id, people: textsOf(valueOf(map, 'people', text), text) }];
    }),
    people: backlog
      .list('people')
      .flatMap(({ id, title = '' }) => (id === undefined ? [] : [{ id, name: title }])),
    holidays: config.holidays,
    points: Object.fromEntries(config.points),
    ready: Object.fromEntries(config.ready),
  };
}
