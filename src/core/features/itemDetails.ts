/**
 * What a tooltip says about an item: as Markdown in which texts of the file are escaped, and as one sentence for
 * those who listen. Offsets are absolute.
 */
import type { Backlog } from '../backlog/backlog.ts';
import type { Item } from '../backlog/item.ts';
import type { Span } from '../text/span.ts';
import type { MapNode, Node } from '../yaml/node.ts';
import { daysOf, fieldText, mapOf, textsOf, valueOf } from './itemText.ts';
import { code, escapeMarkdown, shortened } from './markdown.ts';
import { aboutItem } from './reading/aboutItem.ts';

export interface ItemDetails {
  /** The whole item, its comments included. */
  readonly span: Span;
  /** Its title, or its id, or its first line. */
  readonly selection: Span;
  readonly markdown: string;
  readonly spoken: string;
}

const MOST_CRITERIA = 8;
const MOST_PROBLEMS = 8;

export function itemDetails(backlog: Backlog, item: Item): ItemDetails {
  const base = backlog.startOf(item.slice);
  const focus = item.titleSpan ?? item.idSpan ?? { start: item.span.start, end: item.span.start };
  const whole = item.nth === 0 && item.slice.kind === 'item';
  const end = item.slice.text.trimEnd().length;
  const span = whole ? { start: 0, end } : item.span;
  return {
    span: shifted(span, base),
    selection: shifted(focus, base),
    markdown: markdownOf(backlog, item),
    spoken: spokenOf(backlog, item),
  };
}

function shifted({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}

function markdownOf(backlog: Backlog, item: Item): string {
  const { text } = item.slice;
  const map = mapOf(backlog, item);
  const story = map && (fieldText(map, 'story', text) ?? fieldText(map, 'description', text));
  const blocks = [
    headline(item),
    statusLine(backlog, item).map(escapeMarkdown).join(' · '),
    story === undefined ? '' : escapeMarkdown(shortened(story, 600)),
    map ? criteria(map, text) : '',
    ...aboutItem(backlog, item, map),
    problems(backlog, item),
  ];
  return blocks.filter((block) => block !== '').join('\n\n');
}

/** Id and title, in bold. */
export function headline(item: Item): string {
  const title = escapeMarkdown(shortened(item.title ?? 'untitled', 200));
  return item.id === undefined || item.id === item.title
    ? `**${title}**`
    : `**${escapeMarkdown(item.id)}** ${title}`;
}

/** What there is to say about an item in a few words each. */
export function statusLine(backlog: Backlog, item: Item): readonly string[] {
  const { start, end, over } = daysOf(backlog, item);
  const words: (string | undefined)[] = [
    item.type !== undefined && item.type !== 'story' ? item.type : undefined,
    item.status,
    item.blocked ? 'blocked' : undefined,
    estimateWords(item),
    item.priority,
    item.sprint === undefined ? undefined : `sprint ${item.sprint}`,
    item.epic === undefined ? undefined : `epic ${item.epic}`,
    item.release === undefined ? undefined : `release ${item.release}`,
    start === undefined && end === undefined
      ? undefined
      : [start, end].filter((day) => day !== undefined).join(' to '),
    over === true ? (item.list === 'releases' ? 'released' : 'closed') : undefined,
    item.assignees.length === 0 ? undefined : item.assignees.join(', '),
    item.labels.length === 0 ? undefined : item.labels.join(', '),
  ];
  return words.filter((word) => word !== undefined);
}

function estimateWords({ points, estimate }: Item): string | undefined {
  if (points !== undefined) return points === 1 ? '1 point' : `${points} points`;
  return estimate;
}

function criteria(map: MapNode, text: string): string {
  const value = valueOf(map, 'acceptance', text);
  const entries = value?.kind === 'seq' ? value.items : value === undefined ? [] : [value];
  const lines = entries.flatMap((entry) => {
    const line = entry && criterion(entry, text);
    return line === undefined || line === '' ? [] : [`- ${line}`];
  });
  const more = lines.length - MOST_CRITERIA;
  return [...lines.slice(0, MOST_CRITERIA), ...(more > 0 ? [`- and ${more} more`] : [])].join('\n');
}

function criterion(node: Node, text: string): string | undefined {
  if (node.kind === 'scalar') return escapeMarkdown(shortened(textsOf(node, text)[0] ?? '', 300));
  if (node.kind !== 'map') return undefined;
  const name = fieldText(node, 'scenario', text) ?? fieldText(node, 'check', text);
  if (name !== undefined) return escapeMarkdown(shortened(name, 300));
  const steps = ['given', 'when', 'then'].flatMap((key) => {
    const words = textsOf(valueOf(node, key, text), text).join(', ');
    return words === '' ? [] : [`${key} ${words}`];
  });
  return escapeMarkdown(shortened(steps.join(', '), 300));
}

function problems(backlog: Backlog, item: Item): string {
  const found = backlog.problemsOf(item).filter(({ severity }) => severity !== 'hint');
  const lines = found
    .slice(0, MOST_PROBLEMS)
    .map(({ severity, message, rule }) => `- ${severity}: ${escapeMarkdown(message)} ${code(rule)}`);
  const more = found.length - MOST_PROBLEMS;
  return [...lines, ...(more > 0 ? [`- and ${more} more`] : [])].join('\n');
}

function spokenOf(backlog: Backlog, item: Item): string {
  const wrong = backlog
    .problemsOf(item)
    .filter(({ severity }) => severity === 'error' || severity === 'warning');
  const findings = wrong.length === 0 ? [] : [wrong.length === 1 ? '1 finding' : `${wrong.length} findings`];
  const id = item.id === undefined ? [] : [item.id];
  return [...id, item.title ?? 'untitled', ...statusLine(backlog, item), ...findings].join(', ');
}
