/**
 * Which values a person may mean at a place of the file: what the format names, what the team's workflow names, and
 * what the backlog holds. Knows nothing of how a value is written.
 */
import type { Backlog } from '../../backlog/backlog.ts';
import { DEFAULT_CONFIG } from '../../backlog/config.ts';
import type { Item } from '../../backlog/item.ts';
import { listsOf } from '../../backlog/ids.ts';
import { isListName } from '../../backlog/lists.ts';
import { RULES } from '../../rules/registry.ts';
import type { Shape, TeamChoice } from '../../schema/shape.ts';
import { itemFields } from '../../schema/shapes.ts';
import { fieldText, mapOf } from '../itemText.ts';
import { escapeMarkdown } from '../markdown.ts';
import { ENTRY, type Step } from './placeFlow.ts';
import { suggestDates } from './suggestDates.ts';
import { suggestIds, suggestNewId } from './suggestIds.ts';
import { MOST_SUGGESTIONS, type Suggestion, type Wanted } from './suggestion.ts';
import { meaningOf } from './valueWords.ts';

/** Values of one shape, the likely ones first. */
export function suggest(backlog: Backlog, shape: Shape, wanted: Wanted): readonly Suggestion[] {
  return suggestAll(backlog, shape, wanted).filter(({ value }) => !wanted.entries.has(value));
}

function suggestAll(backlog: Backlog, shape: Shape, wanted: Wanted): readonly Suggestion[] {
  switch (shape.kind) {
    case 'choice':
      return shape.of.map((value) => ({ value, ...meaningOf(wanted.path, value) }));
    case 'team':
      return teamValues(backlog, shape.of);
    case 'ref':
      return suggestIds(backlog, shape.to, wanted);
    case 'id':
      return suggestNewId(backlog, wanted);
    case 'boolean':
      return [
        { value: 'true', bare: true },
        { value: 'false', bare: true },
      ];
    case 'date':
      return suggestDates(backlog, wanted);
    case 'number':
      return weights(wanted);
    case 'text':
      return namedTexts(backlog, wanted.path);
    default:
      return [];
  }
}

function teamValues(backlog: Backlog, of: TeamChoice): readonly Suggestion[] {
  const { config } = backlog;
  switch (of) {
    case 'type':
      return config.types.map((value) => ({ value, ...meaningOf(['type'], value) }));
    case 'severity':
      return config.severities.map((value, i) => (i === 0 ? { value, detail: 'the worst' } : { value }));
    case 'status':
      return config.statuses.map((value) => statusSuggestion(backlog, value));
    case 'estimate':
      return estimates(backlog);
  }
}

/** Each with stories that the team took for as big, the most recent in rank order. */
function estimates(backlog: Backlog): readonly Suggestion[] {
  const { config } = backlog;
  const alike = new Map<string, Item[]>();
  for (const item of backlog.list('stories')) {
    if (item.estimate === undefined || item.title === undefined) continue;
    const items = alike.get(item.estimate);
    if (items === undefined) alike.set(item.estimate, [item]);
    else if (items.length < 3) items.push(item);
  }
  return config.estimates.map((value) => {
    const points = config.points.get(value);
    const sized = points !== undefined && String(points) !== value;
    const lines = (alike.get(value) ?? []).map(
      ({ id, title }) => `- ${escapeMarkdown(`${id ?? ''} ${title ?? ''}`.trim())}`,
    );
    return {
      value,
      bare: true,
      ...(sized ? { detail: `${points} points` } : {}),
      ...(lines.length === 0 ? {} : { documentation: `As big as:\n\n${lines.join('\n')}` }),
    };
  });
}

function statusSuggestion(backlog: Backlog, value: string): Suggestion {
  const { config } = backlog;
  const meaning = config.done.includes(value)
    ? 'finished'
    : config.dropped.includes(value)
      ? 'decided against'
      : config.active.includes(value)
        ? 'work in progress'
        : undefined;
  const limit = config.wip.get(value);
  const room =
    limit === undefined
      ? undefined
      : `${backlog.list('stories').filter(({ status }) => status === value).length} of at most ${limit}`;
  const detail = [meaning, room].filter((part) => part !== undefined).join(', ');
  const conditions = config.done.includes(value) ? config.doneWhen : [];
  return {
    value,
    ...(detail === '' ? {} : { detail }),
    ...(conditions.length === 0
      ? {}
      : {
          documentation: `Done means:\n\n${conditions.map((each) => `- ${escapeMarkdown(each)}`).join('\n')}`,
        }),
  };
}

/** Texts that have a meaning the schema does not spell out: labels in use, and the words of `workflow`. */
function namedTexts(backlog: Backlog, path: readonly Step[]): readonly Suggestion[] {
  const keys = path.filter((step) => step !== ENTRY);
  const last = keys.at(-1);
  const [list] = path;
  if (last === 'labels') return labelsInUse(backlog);
  if (list === 'writing' && last === 'templates') return templates(backlog);
  if (typeof list === 'string' && isListName(list) && path.length === 3 && IN_USE.has(String(last)))
    return textsInUse(backlog.list(list), String(last), backlog);
  if (keys[0] === 'workflow' && keys[1] === 'ready' && keys.length === 3) {
    return [...itemFields('stories').values()].map(({ key, title }) => ({ value: key, detail: title }));
  }
  const ofStatuses = last === 'active' || last === 'done' || last === 'dropped';
  if (keys[0] === 'workflow' && keys.length === 2 && ofStatuses)
    return backlog.config.statuses.map((value) => ({ value }));
  return [];
}

/** Keys of a mapping whose keys the team chooses. */
export function suggestKeys(backlog: Backlog, shape: Shape, wanted: Wanted): readonly Suggestion[] {
  if (shape.kind !== 'record') return [];
  const [section, key] = wanted.path;
  if (section === 'writing' && key === 'rules')
    return RULES.map(({ id, title, summary, severity, off }) => ({
      value: id,
      detail: title,
      found: title,
      documentation: `${summary}\n\n${off === true ? 'Off' : `\`${severity}\``} where nothing is said.`,
    }));
  const named = suggest(backlog, shape.key, wanted);
  if (named.length > 0) return named;
  const last = wanted.path.at(-1);
  if (last === 'wip') return backlog.config.statuses.map((value) => ({ value }));
  return last === 'ready' ? backlog.config.types.map((value) => ({ value })) : [];
}

function labelsInUse(backlog: Backlog): readonly Suggestion[] {
  const counts = new Map<string, number>();
  for (const list of listsOf('item'))
    for (const item of backlog.list(list))
      for (const label of item.labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  return [...counts]
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .slice(0, MOST_SUGGESTIONS)
    .map(([value, count]) => ({ value, detail: count === 1 ? 'once' : `${count} times` }));
}

/** Words of people's own that they use again: what somebody does, what is counted, who said it. */
const IN_USE: ReadonlySet<string> = new Set(['role', 'unit', 'who']);

function textsInUse(items: readonly Item[], key: string, backlog: Backlog): readonly Suggestion[] {
  const found = new Set<string>();
  for (const item of items.slice(-MOST_SUGGESTIONS)) {
    const map = mapOf(backlog, item);
    const text = map && fieldText(map, key, item.slice.text)?.trim();
    if (text !== undefined && text !== '' && !text.includes('\n')) found.add(text);
  }
  return [...found].map((value) => ({ value }));
}

function templates({ config }: Backlog): readonly Suggestion[] {
  const known = ['In order to <benefit>, as a <role>, I want to <means>', ...DEFAULT_CONFIG.templates];
  return known.filter((value) => !config.templates.includes(value)).map((value) => ({ value }));
}

function weights({ path }: Wanted): readonly Suggestion[] {
  if (path[0] !== 'insights' || path.at(-1) !== 'weight') return [];
  return ['1', '2', '3'].map((value) => ({ value, bare: true, ...meaningOf(path, value) }));
}

/** In a row of `examples`, the names that the steps of the item have between `<` and `>`. */
export function suggestColumns({ path, source }: Wanted): readonly Suggestion[] {
  if (path[2] !== 'acceptance' || path[4] !== 'examples') return [];
  const names = Array.from(source.matchAll(/<([^<>\n]+)>/g), ([, name = '']) => name);
  return [...new Set(names)].map((value) => ({ value, detail: 'a placeholder of the steps' }));
}
