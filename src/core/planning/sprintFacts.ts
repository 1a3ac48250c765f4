/** What a sprint says, read from its text: as the file has it, with what can't be read left out. */
import type { Backlog } from '../backlog/backlog.ts';
import type { Item } from '../backlog/item.ts';
import { mapOf, valueOf } from '../features/itemText.ts';
import { type MapNode, type Node, scalarText } from '../yaml/node.ts';
import type { AgreedCapacity } from './figures/capacity.ts';
import { dayNumber } from './figures/days.ts';

export interface SprintFacts {
  readonly goal?: string;
  readonly team?: string;
  readonly start?: string;
  readonly end?: string;
  readonly capacity?: AgreedCapacity;
  readonly away: Readonly<Record<string, number>>;
  readonly started?: string;
  readonly committed?: readonly string[];
  readonly closed?: string;
  readonly result?: {
    readonly committed?: number;
    readonly added?: number;
    readonly done?: number;
    readonly carried?: number;
  };
}

const NOTHING: SprintFacts = { away: {} };
const known = new WeakMap<Item, SprintFacts>();

/** Read once between two edits of the sprint. */
export function sprintFacts(backlog: Backlog, sprint: Item): SprintFacts {
  let facts = known.get(sprint);
  if (facts === undefined) known.set(sprint, (facts = read(backlog, sprint)));
  return facts;
}

/** Fields that are there, in this order. */
function read(backlog: Backlog, sprint: Item): SprintFacts {
  const map = mapOf(backlog, sprint);
  if (map === undefined) return NOTHING;
  const of = (key: string): Node | undefined =>
    resolved(backlog, sprint, valueOf(map, key, sprint.slice.text));
  const { text } = sprint.slice;
  const away = numbersIn(of('away'), text);
  const result = numbersIn(of('result'), text);
  const fields = {
    goal: textIn(of('goal'), text),
    team: textIn(of('team'), text),
    start: dayIn(of('start'), text),
    end: dayIn(of('end'), text),
    capacity: capacityIn(of('capacity'), text),
    away: away ?? {},
    started: dayIn(of('started'), text),
    committed: listIn(of('committed'), text),
    closed: textIn(of('closed'), text),
    result,
  };
  // What is undefined is left out; the others are what their name says.
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  ) as unknown as SprintFacts;
}

/** An alias to something in the same sprint is followed; one to elsewhere is left out. */
function resolved(backlog: Backlog, { slice }: Item, node: Node | undefined): Node | undefined {
  if (node?.kind !== 'alias') return node;
  const target = backlog.anchor(node.name, slice, node.start);
  return target?.text === slice.text ? target.node : undefined;
}

function textIn(node: Node | undefined, text: string): string | undefined {
  return node?.kind === 'scalar' ? scalarText(node, text) : undefined;
}

function dayIn(node: Node | undefined, text: string): string | undefined {
  const day = textIn(node, text);
  return day === undefined || dayNumber(day) === undefined ? undefined : day;
}

function listIn(node: Node | undefined, text: string): readonly string[] | undefined {
  if (node?.kind === 'scalar') return [scalarText(node, text)];
  if (node?.kind !== 'seq') return undefined;
  return node.items.flatMap((one) => textIn(one, text) ?? []);
}

function capacityIn(node: Node | undefined, text: string): AgreedCapacity | undefined {
  return node?.kind === 'scalar' ? numberIn(node, text) : numbersIn(node, text);
}

function numbersIn(node: Node | undefined, text: string): Readonly<Record<string, number>> | undefined {
  if (node?.kind !== 'map') return undefined;
  const pairs = node.pairs.flatMap(({ key, value }: MapNode['pairs'][number]): [string, number][] => {
    const name = textIn(key, text);
    const number = numberIn(value, text);
    return name === undefined || number === undefined ? [] : [[name, number]];
  });
  return Object.fromEntries(pairs);
}

function numberIn(node: Node | undefined, text: string): number | undefined {
  const written = textIn(node, text)?.trim() ?? '';
  const number = Number(written);
  return written !== '' && Number.isFinite(number) && number >= 0 ? number : undefined;
}
