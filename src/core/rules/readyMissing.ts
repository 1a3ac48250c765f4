/** ready/missing: an item that is called ready, or is further, without what the team wants of one. */
import { scalarText } from '../yaml/node.ts';
import type { MapNode } from '../yaml/node.ts';
import type { Judging } from './judging.ts';
import { isEmpty, pairWith, reads } from './scalar.ts';
import { firstLine } from './schemaType.ts';
import { listed } from './words.ts';
import type { Config } from '../backlog/config.ts';
import type { ListName } from '../backlog/lists.ts';

/** How a sentence names what is missing. */
const NAMES: Readonly<Record<string, string>> = {
  title: 'a title',
  story: 'a story sentence',
  acceptance: 'acceptance criteria',
  description: 'a description',
  estimate: 'an estimate',
  epic: 'an epic',
  sprint: 'a sprint',
  assignee: 'an assignee',
  priority: 'a priority',
  labels: 'labels',
};

export function readyMissing(judging: Judging, item: MapNode): void {
  if (judging.partial || judging.life !== 'ready') return;
  const { text, config } = judging;
  const missing = missingFields(judging.list, item, text, config);
  if (missing.length === 0) return;
  const status = pairWith(item, 'status', text)?.value;
  const at = status ?? pairWith(item, 'id', text)?.value ?? item.pairs[0]?.key ?? item;
  const word = status?.kind === 'scalar' ? scalarText(status, text) : (config.statuses[0] ?? 'ready');
  const needed = missing.map((field) => NAMES[field] ?? `“${field}”`);
  judging.report(
    'ready/missing',
    config.readyAgreed ? 'warning' : 'information',
    firstLine(text, at),
    config.readyAgreed
      ? `Marked ${word}, but your team requires ${listed(needed, 'and')}.`
      : {
          message: `Marked ${word} without ${listed(needed, 'and')}: add it, or list what your team requires in \`workflow.ready\`.`,
          inForm: `Marked ${word} without ${listed(needed, 'and')}.`,
        },
  );
}

const NOTHING: readonly string[] = [];

/** What the definition of ready asks of an item and it lacks, whatever its status; in the team's order. */
export function missingFields(
  list: ListName | undefined,
  item: MapNode,
  text: string,
  config: Config,
): readonly string[] {
  let missing: string[] | undefined;
  for (const key of wantedOf(list, item, text, config) ?? NOTHING) {
    if (isEmpty(pairWith(item, key, text)?.value, text)) (missing ??= []).push(key);
  }
  // What `<<` brings along is not looked into.
  return missing === undefined || pairWith(item, '<<', text) !== undefined ? NOTHING : missing;
}

/** What the definition of ready asks of an item's type. */
function wantedOf(
  list: ListName | undefined,
  item: MapNode,
  text: string,
  config: Config,
): readonly string[] | undefined {
  if (list === 'epics') return config.ready.get('epic');
  const type = pairWith(item, 'type', text)?.value;
  if (type?.kind !== 'scalar') return config.ready.get('story');
  for (const [name, wanted] of config.ready) if (reads(type, text, name)) return wanted;
  return undefined;
}
