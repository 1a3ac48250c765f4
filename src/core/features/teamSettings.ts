/** How the team works, for a page that shows and changes it: what counts now, and what of it the file says itself. */
import type { Backlog } from '../backlog/backlog.ts';
import type { Severity } from '../backlog/problem.ts';
import { itemFields } from '../schema/shapes.ts';
import { RULES } from '../rules/registry.ts';
import { isNull, type MapNode } from '../yaml/node.ts';
import { readSlice } from '../yaml/read.ts';
import { keyText } from '../operations/fieldPath.ts';
import { mapOf, textsOf, valueOf } from './itemText.ts';

export type StatusPhase = 'open' | 'active' | 'done' | 'dropped';

export interface StatusSetting {
  readonly name: string;
  readonly phase: StatusPhase;
  /** How many items may be in it at once; null where there is no limit. */
  readonly limit: number | null;
  /** How many stories and epics are in it. */
  readonly used: number;
}

export interface RuleSetting {
  readonly id: string;
  readonly title: string;
  readonly usual: Severity | 'ignore';
  /** What the file says; null where it says nothing. */
  readonly level: Severity | 'ignore' | null;
}

/** A person, a team or a persona. */
export interface MemberSetting {
  readonly id: string;
  readonly name: string;
  /** Addresses of a person, people of a team; empty for a persona. */
  readonly more: readonly string[];
}

export interface TeamSettings {
  readonly product: {
    readonly name: string;
    readonly key: string;
    readonly formerKeys: readonly string[];
    readonly repositories: readonly string[];
  };
  /** How many ids begin with the key. */
  readonly numbered: number;
  readonly statuses: readonly StatusSetting[];
  /** With points where they are no numbers themselves. */
  readonly estimates: readonly { readonly name: string; readonly points: number | null }[];
  readonly ready: readonly { readonly type: string; readonly fields: readonly string[] }[];
  /** What can be wanted of a ready item. */
  readonly readyFields: readonly { readonly key: string; readonly title: string }[];
  readonly doneWhen: readonly string[];
  readonly templates: readonly string[];
  readonly rules: readonly RuleSetting[];
  readonly people: readonly MemberSetting[];
  readonly teams: readonly MemberSetting[];
  readonly personas: readonly MemberSetting[];
  /** Settings that the file has itself, such as `workflow.statuses`; of others the defaults count. */
  readonly written: readonly string[];
}

/** What is seldom asked of a story before work on it begins is left out. */
const READY_FIELDS = [
  'story',
  'description',
  'acceptance',
  'estimate',
  'assignee',
  'epic',
  'release',
  'priority',
  'severity',
  'labels',
  'score',
];

export function teamSettings(backlog: Backlog): TeamSettings {
  const { config } = backlog;
  const { name = '', key = '', formerKeys, repositories } = config.product;
  const work = [...backlog.list('stories'), ...backlog.list('epics')];
  const fields = itemFields('stories');
  return {
    product: { name, key, formerKeys, repositories },
    numbered: key === '' ? 0 : work.filter(({ id }) => id?.startsWith(`${key}-`) === true).length,
    statuses: config.statuses.map((status) => ({
      name: status,
      phase: phaseIn(config, status),
      limit: config.wip.get(status) ?? null,
      used: work.filter((item) => item.status === status).length,
    })),
    estimates: config.estimates.map((estimate) => {
      const points = config.points.get(estimate);
      return { name: estimate, points: points === undefined || estimate === String(points) ? null : points };
    }),
    ready: [...config.ready].map(([type, wanted]) => ({ type, fields: wanted })),
    readyFields: READY_FIELDS.map((field) => ({ key: field, title: fields.get(field)?.title ?? field })),
    doneWhen: config.doneWhen,
    templates: config.templates,
    rules: RULES.map(({ id, title, severity, off }) => ({
      id,
      title,
      usual: off === true ? 'ignore' : severity,
      level: config.rules.get(id) ?? null,
    })),
    people: members(backlog, 'people', 'email'),
    teams: members(backlog, 'teams', 'people'),
    personas: members(backlog, 'personas', undefined),
    written: writtenIn(backlog),
  };
}

function phaseIn(config: Backlog['config'], status: string): StatusPhase {
  if (config.dropped.includes(status)) return 'dropped';
  if (config.done.includes(status)) return 'done';
  return config.active.includes(status) ? 'active' : 'open';
}

function members(
  backlog: Backlog,
  list: 'people' | 'teams' | 'personas',
  more: string | undefined,
): readonly MemberSetting[] {
  return backlog.list(list).flatMap((item) => {
    const { id } = item;
    const map = mapOf(backlog, item);
    if (id === undefined || map === undefined) return [];
    const { text } = item.slice;
    const texts = (key: string): readonly string[] => textsOf(valueOf(map, key, text), text);
    return [{ id, name: texts('name')[0] ?? '', more: more === undefined ? [] : texts(more) }];
  });
}

function writtenIn({ source }: Backlog): readonly string[] {
  return source.slices.flatMap((slice) => {
    if (slice.kind !== 'section') return [];
    const { root } = readSlice(slice);
    const value = root?.kind === 'map' ? root.pairs[0]?.value : undefined;
    return value?.kind === 'map' ? keysIn(value, slice.text).map((key) => `${slice.section}.${key}`) : [];
  });
}

function keysIn({ pairs }: MapNode, text: string): readonly string[] {
  return pairs.filter(({ value }) => !isNull(value, text)).map((pair) => keyText(pair, text));
}
