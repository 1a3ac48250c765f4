/**
 * Starting and closing a sprint: what was committed and what came of it are written down when they are known, since
 * nobody could tell later. Points are counted by the estimates of that day.
 */
import { pointsOf as pointsOfEstimate } from '../backlog/config.ts';
import { pointsOf, resultOf, type SprintResult } from '../planning/figures/result.ts';
import { isNull, pairOf, scalarText } from '../yaml/node.ts';
import { Chain } from './chain.ts';
import { nextId } from './newId.ts';
import type { ItemAddress, SprintChange } from './operation.ts';
import { type Refused, refuse } from './refusal.ts';
import { removeField } from './removeField.ts';
import { setField } from './setField.ts';
import type { Step } from './step.ts';
import { addressOf, type Entry, findEntry, nameOf, nodeOf, type View } from './view.ts';

type Start = Extract<SprintChange, { readonly type: 'startSprint' }>;
type Close = Extract<SprintChange, { readonly type: 'closeSprint' }>;

export function startSprint(view: View, { sprint, day }: Start): Step | Refused {
  const found = findSprint(view, sprint);
  if (!found.ok) return found;
  const { entry, id, facts } = found;
  if (facts.started !== undefined) return refuse('invalid-value', `${id} was started on ${facts.started}.`);
  const stories = view
    .list('stories')
    .filter((story) => story.sprint === id && phaseIn(view, story) === 'open');
  const chain = new Chain(view);
  const committed: string[] = [];
  for (const story of stories) {
    const number = story.id ?? nextId(chain.view);
    if (number === undefined)
      return refuse('invalid-value', `A story of ${id} has no id: write product.key first, or give it one.`);
    committed.push(number);
    const address = addressOf(view, story);
    if (story.id === undefined) chain.then((current) => setField(current, address, 'id', number));
  }
  const address = addressOf(view, entry);
  chain.then((current) => setField(current, address, 'started', day));
  chain.then((current) => setField(current, address, 'committed', committed));
  return chain.step([address]);
}

export function closeSprint(view: View, { sprint, day, unfinished, except = [] }: Close): Step | Refused {
  const found = findSprint(view, sprint);
  if (!found.ok) return found;
  const { entry, id, facts } = found;
  const targets = new Map<Entry, string | null>();
  for (const { item, to } of except) {
    const story = findEntry(view, item);
    if (!story.ok) return story;
    targets.set(story.entry, to);
  }
  const stories = view.list('stories').filter((story) => story.sprint === id);
  const left = stories
    .filter((story) => phaseIn(view, story) === 'open')
    .map((story) => ({ story, to: targets.has(story) ? (targets.get(story) ?? null) : unfinished }));
  for (const to of new Set(left.map((one) => one.to))) {
    const refused = to === null ? undefined : refuseTarget(view, id, to);
    if (refused !== undefined) return refused;
  }
  const carried = new Set(left.flatMap(({ story, to }) => (to === null ? [] : [story])));
  const result = { ...resultIn(view, stories, carried, facts.committed) };
  const chain = new Chain(view);
  const address = addressOf(view, entry);
  chain.then((current) => setField(current, address, 'closed', day));
  chain.then((current) => setField(current, address, 'result', result));
  const moved = left.map(({ story, to }) => ({ story: addressOf(view, story), to }));
  for (const { story, to } of moved)
    chain.then((current) =>
      to === null ? removeField(current, story, 'sprint') : setField(current, story, 'sprint', to),
    );
  return chain.step([address, ...moved.map(({ story }) => story)]);
}

function refuseTarget(view: View, from: string, to: string): Refused | undefined {
  if (to === from) return refuse('invalid-value', `Unfinished stories can't go on to ${to} itself.`);
  const found = findSprint(view, { id: to, list: 'sprints' });
  if (found.ok) return undefined;
  const { code, message } = found.refusal;
  return refuse(code, `Unfinished stories can't go on to ${to}: ${message}`);
}

/** What it committed to is known where it was started. */
function resultIn(
  view: View,
  stories: readonly Entry[],
  carried: ReadonlySet<Entry>,
  committed: readonly string[] | undefined,
): SprintResult {
  const closing = stories.map((story) => ({
    id: story.id,
    points: pointsIn(view, story),
    phase: phaseIn(view, story),
    goesOn: carried.has(story),
  }));
  if (committed === undefined) return resultOf(closing, undefined);
  const ids = new Set(committed);
  const known = [...ids].flatMap((id) => view.byId(id).filter(({ list }) => list === 'stories'));
  const points = known.map((story) => ({ points: pointsIn(view, story) }));
  return resultOf(closing, { ids, points: pointsOf(points) });
}

function phaseIn({ config }: View, { status }: Entry): 'open' | 'done' | 'dropped' {
  if (status === undefined) return 'open';
  if (config.done.includes(status)) return 'done';
  return config.dropped.includes(status) ? 'dropped' : 'open';
}

function pointsIn({ config }: View, { estimate }: Entry): number | undefined {
  return estimate === undefined ? undefined : pointsOfEstimate(config, estimate);
}

interface Found {
  readonly ok: true;
  readonly entry: Entry;
  readonly id: string;
  readonly facts: { readonly started?: string; readonly committed?: readonly string[] };
}

/** A sprint that has an id and is not over. */
function findSprint(view: View, address: ItemAddress): Found | Refused {
  const found = findEntry(view, address);
  if (!found.ok) return found;
  const { entry } = found;
  const { id, list } = entry;
  if (list !== 'sprints') return refuse('invalid-value', `${nameOf(entry)} is no sprint.`);
  if (id === undefined)
    return refuse(
      'invalid-value',
      'This sprint has no id, so that no story can be in it: give it one first.',
    );
  const texts = (key: string): readonly string[] | undefined => textsOf(entry, key);
  const [closed] = texts('closed') ?? [];
  if (closed !== undefined) return refuse('invalid-value', `${id} was closed on ${closed}.`);
  const [started] = texts('started') ?? [];
  const committed = texts('committed');
  return {
    ok: true,
    entry,
    id,
    facts: {
      ...(started === undefined ? {} : { started }),
      ...(committed === undefined ? {} : { committed }),
    },
  };
}

/** The texts in a field; undefined where nothing is written. */
function textsOf(entry: Entry, key: string): readonly string[] | undefined {
  const node = nodeOf(entry);
  const { text } = entry.slice;
  const value = node?.kind === 'map' ? pairOf(node, key, text)?.value : undefined;
  if (value === undefined || isNull(value, text)) return undefined;
  const nodes = value.kind === 'seq' ? value.items : [value];
  return nodes.flatMap((one) =>
    one?.kind === 'scalar' && !isNull(one, text) ? [scalarText(one, text)] : [],
  );
}
