/** What is said about the word under the mouse: of a key what it is for, of an id which item it means. */
import type { Backlog } from '../backlog/backlog.ts';
import type { Field } from '../schema/shape.ts';
import type { Span } from '../text/span.ts';
import { itemDetails } from './itemDetails.ts';
import { code } from './markdown.ts';
import { mentionAt } from './references.ts';
import { fieldAt } from './shapesAt.ts';
import { treePlaceAt } from './treePlace.ts';

export interface Hover {
  /** The word; absolute offsets. */
  readonly span: Span;
  readonly markdown: string;
}

export function hoverAt(backlog: Backlog, offset: number): Hover | undefined {
  const mention = mentionAt(backlog, offset);
  if (mention && mention.targets.length > 0) {
    const markdown = mention.targets.map((item) => itemDetails(backlog, item).markdown).join('\n\n---\n\n');
    return { span: mention.span, markdown };
  }
  const place = treePlaceAt(backlog, offset);
  if (place?.on !== 'key') return undefined;
  const field = fieldAt(place.path, backlog.config);
  return field && { span: { start: place.start, end: place.end }, markdown: fieldMarkdown(field) };
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
