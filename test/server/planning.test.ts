import { afterEach, describe, expect, it } from 'vitest';
import { type Message, planRequest } from '../../src/protocol/lsp.ts';
import { planningRequest, similarRequest, storyFactsRequest } from '../../src/protocol/planning.ts';
import { Editor, URI } from './editor.ts';

const BACKLOG = `product: {name: Fieldnotes, key: FN}
workflow:
  estimates: {S: 2, M: 5}
  holidays: [2026-12-08, not a day]
  ready: {story: [story, acceptance, estimate]}
people:
  - {id: ana, name: Ana Lima}
teams:
  - {id: core, people: [ana, ben]}
sprints:
  - id: s1
    team: core
    goal: "Notes: kept"
    start: 2026-11-16
    end: 2026-11-31
    capacity: {ana: 8, ben: much}
    away: {ana: 2}
    started: 2026-11-16
    committed: [FN-1]
    closed: 2026-11-27
    result: {committed: 5, done: 5}
  - {id: s2, capacity: 20}
  - goal: A sprint without an id
stories:
  - {id: FN-1, title: Upload photos, sprint: s1, status: done, estimate: M}
  - id: FN-2
    title: Upload photos at night
    blocked: waiting for the legal text
    tasks: [{do: one, done: true}, {do: two}]
  - {title: Nameless, sprint: s2, estimate: S}
`;

let editor: Editor;
afterEach(() => {
  editor.stop();
});

function ask<Params, Result>({ method }: Message<string, Params, Result>, params: Params): Promise<Result> {
  return editor.request<Result>(method, params);
}

async function open(text = BACKLOG): Promise<void> {
  editor = await Editor.start({ refinery: true });
  await editor.open(text);
}

describe('a planning', () => {
  it('is told what its sprints say, and what can be reckoned with', async () => {
    await open();
    const answer = await ask(planningRequest, { uri: URI });
    expect(answer?.facts).toEqual({
      sprints: [
        {
          id: 's1',
          key: 's1',
          team: 'core',
          goal: 'Notes: kept',
          start: '2026-11-16',
          capacity: { ana: 8 },
          away: { ana: 2 },
          started: '2026-11-16',
          committed: ['FN-1'],
          closed: '2026-11-27',
          result: { committed: 5, done: 5 },
        },
        { id: 's2', key: 's2', capacity: 20, away: {} },
      ],
      teams: [{ id: 'core', people: ['ana', 'ben'] }],
      people: [{ id: 'ana', name: 'Ana Lima' }],
      holidays: ['2026-12-08'],
      points: { S: 2, M: 5 },
      ready: { story: ['story', 'acceptance', 'estimate'] },
    });
  });

  it('is told what stories lack, and what stands in their way', async () => {
    await open();
    const items = [{ id: 'FN-2' }, { id: 'FN-99' }, { list: 'stories' as const, index: 2 }];
    expect(await ask(storyFactsRequest, { uri: URI, items })).toEqual([
      {
        key: 'FN-2',
        lacks: ['story', 'acceptance', 'estimate'],
        blocked: 'waiting for the legal text',
        tasks: { done: 1, all: 2 },
      },
      null,
      { key: 'stories[2]', lacks: ['story', 'acceptance'] },
    ]);
  });

  it('is told how similar stories were estimated', async () => {
    await open();
    expect(await ask(similarRequest, { uri: URI, item: { id: 'FN-2' } })).toEqual({
      estimated: 2,
      similar: 1,
      counts: [{ estimate: 'M', count: 1 }],
      nearest: [
        {
          key: 'FN-1',
          id: 'FN-1',
          title: 'Upload photos',
          estimate: 'M',
          done: true,
          why: 'words “upload, photos”',
        },
      ],
    });
    expect(await ask(similarRequest, { uri: URI, item: { id: 'FN-99' } })).toBeNull();
  });

  it('is answered for a file that is not there as well', async () => {
    await open();
    const uri = 'file:///team/none.backlog.yaml';
    expect(await ask(planningRequest, { uri })).toBeNull();
    expect(await ask(storyFactsRequest, { uri, items: [{ id: 'FN-1' }] })).toEqual([null]);
  });

  it('starts and closes a sprint by one operation each', async () => {
    await open('sprints:\n  - {id: s1}\nstories:\n  - {id: A-1, title: One, sprint: s1, estimate: 3}\n');
    const sprint = { id: 's1' };
    const started = await ask(planRequest, {
      uri: URI,
      operation: { type: 'startSprint', sprint, day: '2026-11-30' },
    });
    expect(started.ok && started.edits.map(({ newText }) => newText)).toEqual([
      ', started: 2026-11-30, committed: [A-1]',
    ]);
    const closed = await ask(planRequest, {
      uri: URI,
      operation: { type: 'closeSprint', sprint, day: '2026-11-30', unfinished: 's9' },
    });
    expect(closed).toMatchObject({
      ok: false,
      refusal: { message: "Unfinished stories can't go on to s9: No item is called s9." },
    });
  });
});
