/** What is said about the word under the mouse: of a key what it is for, of an id which item it means. */
import type { Backlog } from '../backlog/backlog.ts';
import { ruleDoc } from '../rules/registry.ts';
import type { RuleDoc } from '../rules/ruleDoc.ts';
import type { Field } from '../schema/shape.ts';
import type { Span } from '../text/span.ts';
import { itemDetails } from './itemDetails.ts';
import { code, escapeMarkdown } from './markdown.ts';
import { mentionAt } from './references.ts';
import { fieldAt } from './shapesAt.ts';
import { treePlaceAt } from './treePlace.ts';

export interface Hover {
  /** The word; absolute offsets. */
  readonly span: Span;
  readonly markdown: string;
}

export function hoverAt(backlog: Backlog, offset: number): Hover | undefined {
  const said = wordAt(backlog, offset);
  const reasons = reasonsAt(backlog, offset);
  if (said === undefined || reasons === undefined) return said ?? reasons;
  return { span: said.span, markdown: `${said.markdown}\n\n---\n\n${reasons.markdown}` };
}

/** What the word itself is. */
function wordAt(backlog: Backlog, offset: number): Hover | undefined {
  const mention = mentionAt(backlog, offset);
  if (mention && mention.targets.length > 0) {
    const markdown = mention.targets.map((item) => itemDetails(backlog, item).markdown).join('\n\n---\n\n');
    return { span: mention.span, markdown };
  }
  const place = treePlaceAt(backlog, offset);
  if (place?.on !== 'key') return undefined;
  const span = { start: place.start, end: place.end };
  const [first, second] = place.path;
  const rule = first === 'writing' && second === 'rules' ? ruleDoc(place.text) : undefined;
  if (rule) return { span, markdown: ruleMarkdown(rule) };
  const field = fieldAt(place.path, backlog.config);
  return field && { span, markdown: fieldMarkdown(field) };
}

/** Why what is wrong here matters. What is wrong, the editor shows by itself. */
function reasonsAt(backlog: Backlog, offset: number): Hover | undefined {
  const item = backlog.itemAt(offset);
  if (item === undefined) return undefined;
  const base = backlog.startOf(item.slice);
  const here = backlog
    .problemsOf(item)
    .filter(({ start, end }) => base + start <= offset && offset <= base + end);
  const [first] = here;
  const rules = [...new Set(here.map(({ rule }) => rule))].flatMap((id) => ruleDoc(id) ?? []);
  if (first === undefined || rules.length === 0) return undefined;
  const span = { start: base + first.start, end: base + first.end };
  return { span, markdown: rules.map((rule) => `*${escapeMarkdown(rule.title)}*: ${rule.why}`).join('\n\n') };
}

function ruleMarkdown(rule: RuleDoc): string {
  return [`**${escapeMarkdown(rule.title)}** (${rule.severity})`, rule.summary, rule.why].join('\n\n');
}

function fieldMarkdown(field: Field): string {
  const examples = field.examples.map((example) => code(`${field.key}: ${example}`)).join(' or ');
  const required = field.required ? ' (required)' : '';
  return [
    `**${field.title}**${required}`,
    field.description,
    examples === '' ? '' : `For example ${examples}`,
  ]
    .filter((block) => block !== '')
    .join('\n\n');
}
