/**
 * Starting and closing a sprint: what was committed and what came of it are written down when they are known, since
 * nobody could tell later. Points are counted by the estimates of that day.
 */
import { pointsOf } from '../backlog/config.ts';
import { exact } from '../planning/figures/load.ts';
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
  const stories = view.list('stories').filter((story) => story.sprint === id && isOpen(view, story));
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
    .filter((story) => isOpen(view, story))
    .map((story) => ({ story, to: targets.has(story) ? (targets.get(story) ?? null) : unfinished }));
  for (const to of new Set(left.map((one) => one.to))) {
    const refused = to === null ? undefined : refuseTarget(view, id, to);
    if (refused !== undefined) return refused;
  }
  const carried = left.flatMap(({ story, to }) => (to === null ? [] : [story]));
  const result = resultOf(view, stories, carried, facts.committed);
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

/** Neither finished nor dropped. */
function isOpen({ config }: View, { status }: Entry): boolean {
  return status === undefined || !(config.done.includes(status) || config.dropped.includes(status));
}

function refuseTarget(view: View, from: string, to: string): Refused | undefined {
  if (to === from) return refuse('invalid-value', `Unfinished stories can't go on to ${to} itself.`);
  const found = findSprint(view, { id: to, list: 'sprints' });
  if (found.ok) return undefined;
  const { code, message } = found.refusal;
  return refuse(code, `Unfinished stories can't go on to ${to}: ${message}`);
}

/** What it committed to is known where it was started; points that nobody estimated count nothing. */
function resultOf(
  view: View,
  stories: readonly Entry[],
  carried: readonly Entry[],
  committed: readonly string[] | undefined,
): Record<string, number> {
  const sum = (entries: readonly Entry[]): number =>
    exact(entries.reduce((all, { estimate }) => all + pointsOfEntry(view, estimate), 0));
  const { done, dropped } = view.config;
  const isIn = (statuses: readonly string[], { status }: Entry): boolean =>
    status !== undefined && statuses.includes(status);
  const finished = sum(stories.filter((story) => isIn(done, story)));
  const rest = { done: finished, carried: sum(carried) };
  if (committed === undefined) return rest;
  const ids = new Set(committed);
  const known = [...ids].flatMap((id) => view.byId(id).filter(({ list }) => list === 'stories'));
  const added = stories.filter(
    (story) => !isIn(dropped, story) && (story.id === undefined || !ids.has(story.id)),
  );
  return { committed: sum(known), added: sum(added), ...rest };
}

function pointsOfEntry({ config }: View, estimate: string | undefined): number {
  return estimate === undefined ? 0 : (pointsOf(config, estimate) ?? 0);
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
