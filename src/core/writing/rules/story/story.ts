/** What the rules of story sentences share: which texts they speak of, and the edits that they offer. */
import type { ItemAddress, Operation } from '../../../operations/operation.ts';
import type { Span, TextEdit } from '../../../text/span.ts';
import type { Mend } from '../../rule.ts';
import { type Part, readSentence, type Sentence } from '../../sentence/sentence.ts';
import { type Template, templatesOf } from '../../sentence/templates.ts';
import { isEnglish } from '../../words/english.ts';
import { type Token, tokensOf } from '../../words/tokens.ts';
import { Written } from '../../written.ts';
import type { WrittenItem } from '../../writtenItem.ts';

/** The sentence of a story that is meant as one: it has the type `story`, and something announces a part of it. */
export function storySentence({ item, sentence }: WrittenItem): Sentence | undefined {
  if (item.list !== 'stories' || (item.type ?? 'story') !== 'story' || sentence === undefined)
    return undefined;
  return sentence.role || sentence.situation || sentence.means || sentence.end ? sentence : undefined;
}

interface EnglishSentence {
  readonly sentence: Sentence;
  readonly tokens: readonly Token[];
}

/** Taken apart once for all rules; null for a sentence in another language. */
const inEnglish = new WeakMap<Sentence, EnglishSentence | null>();

/** A sentence of any item whose words are English, with its words. */
export function englishSentence({ sentence }: WrittenItem): EnglishSentence | undefined {
  if (sentence === undefined) return undefined;
  let found = inEnglish.get(sentence);
  if (found === undefined) {
    const tokens = tokensOf(sentence.written.text);
    found = isEnglish(tokens) ? { sentence, tokens } : null;
    inEnglish.set(sentence, found);
  }
  return found ?? undefined;
}

/** The parts of a sentence in the order of the text. */
export function partsOf({ role, situation, means, end }: Sentence): readonly Part[] {
  return [role, situation, means, end]
    .filter((part) => part !== undefined)
    .sort((a, b) => a.indicator.start - b.indicator.start);
}

/** A part that says something, more than the words that announce it. */
export function said(part: Part | undefined): Part | undefined {
  return part !== undefined && part.start < part.end ? part : undefined;
}

/** Takes a piece out of a text, with the spaces in front of it. */
export function without(text: string, { start, end }: Span): TextEdit {
  let from = start;
  while (from > 0 && /\s/.test(text.charAt(from - 1))) from--;
  // At the beginning there is nothing in front: then the spaces behind it go.
  let to = end;
  if (from === 0) while (to < text.length && /\s/.test(text.charAt(to))) to++;
  return { start: from, end: to, text: '' };
}

/** The sentence as it would be read after edits. */
export function after(item: WrittenItem, sentence: Sentence, edits: readonly TextEdit[]): Sentence {
  const text = sentence.written.with(edits);
  const node = { kind: 'scalar', start: 0, end: text.length, style: 'plain', value: undefined } as const;
  return readSentence(new Written(node, text), item.config);
}

/** How the item is called in an operation; undefined where it has no id to call it by. */
export function addressOf({ item: { id, list } }: WrittenItem): ItemAddress | undefined {
  return id === undefined || id === '' ? undefined : { id, list };
}

/** "Move to notes": a piece of the sentence becomes an entry of a list field. Needs an id. */
export function moveTo(
  item: WrittenItem,
  sentence: Sentence,
  cut: readonly TextEdit[],
  field: 'notes' | 'acceptance',
  value: string,
): readonly Mend[] {
  const address = addressOf(item);
  const rest = oneLine(sentence.written.with(cut));
  if (address === undefined || rest === '') return [];
  const operations: readonly Operation[] = [
    { type: 'set', item: address, field: 'story', value: rest },
    { type: 'addEntry', item: address, field, value: oneLine(value) },
  ];
  const where = field === 'notes' ? 'the notes' : 'the acceptance criteria';
  return [{ title: `Move it to ${where}`, preferred: true, operation: { type: 'sequence', operations } }];
}

/** The template that the sentence follows, else the first one that has the same places; undefined where there is none. */
export function templateFor({ config }: WrittenItem, sentence: Sentence): Template | undefined {
  const templates = templatesOf(config.templates);
  const wanted = sentence.situation && !sentence.role ? 'situation' : 'role';
  return (
    templates.find(({ index }) => index === sentence.template) ??
    templates.find(({ slots }) => slots.some(({ slot }) => slot === wanted)) ??
    templates[0]
  );
}

/** The words of a template for one place, with the place to fill in: `As a <role>`. */
export function announced(
  template: Template | undefined,
  slot: Template['slots'][number]['slot'],
): string | undefined {
  const place = template?.slots.find((other) => other.slot === slot);
  return place && place.before !== '' ? `${place.before} <${place.name}>` : undefined;
}

/** A story stands on one line wherever it is written anew. */
export function oneLine(text: string): string {
  return text.trim().replaceAll(/\s*\n\s*/g, ' ');
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export function small(text: string): string {
  // `I` and names in capitals stay.
  return /^(?:I\b|\p{Lu}\p{Lu})/u.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);
}
