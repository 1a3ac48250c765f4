/**
 * What is said about the word under the mouse: of a key what it is for, of an id which item it means, of a role who
 * that is, of a score what it comes to, of what is wrong why that matters.
 */
import type { Backlog } from '../backlog/backlog.ts';
import type { Problem } from '../backlog/problem.ts';
import { ruleDoc } from '../rules/registry.ts';
import type { RuleDoc } from '../rules/ruleDoc.ts';
import type { Field } from '../schema/shape.ts';
import type { Span } from '../text/span.ts';
import { itemDetails } from './itemDetails.ts';
import { mapOf, valueOf } from './itemText.ts';
import { code, escapeMarkdown } from './markdown.ts';
import { personaNamed, roleOf } from './reading/personas.ts';
import { scoreMarkdown } from './reading/scoreAt.ts';
import { meantAt } from './references.ts';
import { fieldAt } from './shapesAt.ts';
import { type TreePlace, treePlaceAt } from './treePlace.ts';

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
  const mention = meantAt(backlog, offset);
  if (mention && mention.targets.length > 0) {
    const markdown = mention.targets.map((item) => itemDetails(backlog, item).markdown).join('\n\n---\n\n');
    return { span: mention.span, markdown };
  }
  const place = treePlaceAt(backlog, offset);
  const key = place?.on === 'key' ? keyHover(backlog, place) : undefined;
  const score = place && scoreHover(backlog, place);
  if (key === undefined || score === undefined) return key ?? score ?? roleHover(backlog, offset);
  return { span: key.span, markdown: `${score.markdown}\n\n---\n\n${key.markdown}` };
}

function keyHover({ config }: Backlog, place: TreePlace): Hover | undefined {
  const span = { start: place.start, end: place.end };
  const [first, second] = place.path;
  const rule = first === 'writing' && second === 'rules' ? ruleDoc(place.text) : undefined;
  if (rule) return { span, markdown: ruleMarkdown(rule) };
  const field = fieldAt(place.path, config);
  return field && { span, markdown: fieldMarkdown(field) };
}

/** What a score comes to, on its key and anywhere in it. */
function scoreHover(backlog: Backlog, { item, path, start, end }: TreePlace): Hover | undefined {
  if (item === undefined || path[2] !== 'score') return undefined;
  const map = mapOf(backlog, item);
  const score = map && valueOf(map, 'score', item.slice.text);
  const markdown = score?.kind === 'map' ? scoreMarkdown(score, item.slice.text) : undefined;
  return markdown === undefined ? undefined : { span: { start, end }, markdown };
}

/** Who the role of a story sentence is. */
function roleHover(backlog: Backlog, offset: number): Hover | undefined {
  const item = backlog.itemAt(offset);
  const role = item && roleOf(backlog, item);
  if (item === undefined || role === undefined) return undefined;
  const base = backlog.startOf(item.slice);
  const span = { start: base + role.span.start, end: base + role.span.end };
  if (offset < span.start || offset > span.end) return undefined;
  const persona = personaNamed(backlog, role.text);
  return persona && { span, markdown: itemDetails(backlog, persona).markdown };
}

/** Why what is wrong here matters, and how it should be. What is wrong, the editor shows by itself. */
function reasonsAt(backlog: Backlog, offset: number): Hover | undefined {
  const here = problemsAt(backlog, offset);
  const [first] = here;
  const rules = [...new Set(here.map(({ rule }) => rule))].flatMap((id) => ruleDoc(id) ?? []);
  if (first === undefined || rules.length === 0) return undefined;
  const { start, end } = first;
  return { span: { start, end }, markdown: rules.map(reasonMarkdown).join('\n\n') };
}

/** The findings whose place holds the offset; their offsets are absolute. */
function problemsAt(backlog: Backlog, offset: number): readonly Problem[] {
  const item = backlog.itemAt(offset);
  const { source } = backlog;
  const base = source.startOf(source.indexAt(offset));
  const problems =
    item === undefined
      ? backlog.problems().flatMap(({ problem, start }) => (start === base ? [problem] : []))
      : backlog.problemsOf(item);
  return problems
    .map((problem) => ({ ...problem, start: base + problem.start, end: base + problem.end }))
    .filter(({ start, end }) => start <= offset && offset <= end);
}

function reasonMarkdown({ title, why, good }: RuleDoc): string {
  return `*${escapeMarkdown(title)}*: ${why}\n\n${block(good)}`;
}

/** A piece of a backlog, as it should be. Only words of our own: no text of the file may come in here. */
function block(yaml: string): string {
  return `\`\`\`yaml\n${yaml.trimEnd()}\n\`\`\``;
}

function ruleMarkdown(rule: RuleDoc): string {
  const heading = `**${escapeMarkdown(rule.title)}** (${rule.severity})`;
  return [heading, rule.summary, rule.why, block(rule.good)].join('\n\n');
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
