/** A story sentence taken apart: who, what and why, each with its place in the text. */
import type { Config } from '../../backlog/config.ts';
import type { Span } from '../../text/span.ts';
import type { Written } from '../written.ts';
import { type Clause, type Slot, trimmed } from './clauses.ts';
import { readEnglish } from './english.ts';
import { readByWords } from './literal.ts';
import { type Template, templatesOf } from './templates.ts';

/** A part of the sentence. Offsets count in the sentence's text and leave out the indicator, spaces and commas around it. */
export interface Part extends Span {
  readonly text: string;
  /** The words that announce it: `As a`, `I want to`, `so that`. */
  readonly indicator: Span;
}

export interface Sentence {
  readonly written: Written;
  /** Position in `config.templates` of the template that the sentence follows; undefined where it follows none. */
  readonly template: number | undefined;
  /** After `As a`. */
  readonly role: Part | undefined;
  /** In a job story, after `When`. */
  readonly situation: Part | undefined;
  /** After `I want to`. */
  readonly means: Part | undefined;
  /** After `so that`. */
  readonly end: Part | undefined;
  /** What stands behind the sentence's end: another sentence. */
  readonly rest: Span | undefined;
}

/** Never throws; what is not found is undefined. A part that is announced but says nothing is empty. */
export function readSentence(written: Written, config: Config): Sentence {
  const { text } = written;
  const templates = templatesOf(config.templates);
  const clauses = bestReading(text, templates);
  const part = (slot: Slot): Part | undefined => {
    const found = clauses.find((clause) => clause.slot === slot);
    return (
      found && {
        ...found.words,
        text: text.slice(found.words.start, found.words.end),
        indicator: found.indicator,
      }
    );
  };
  return {
    written,
    template: templateOf(text, clauses, templates),
    role: part('role'),
    situation: part('situation'),
    means: part('means'),
    end: part('end'),
    rest: restOf(text, clauses),
  };
}

/** What finds the most parts: the English grammar where a template is English, else the words of the templates. */
function bestReading(text: string, templates: readonly Template[]): readonly Clause[] {
  let best: readonly Clause[] = templates.some(({ english }) => english) ? readEnglish(text) : [];
  for (const template of templates) {
    if (template.english) continue;
    const clauses = readByWords(text, template);
    if (clauses.length > best.length) best = clauses;
  }
  return best;
}

function restOf(text: string, clauses: readonly Clause[]): Span | undefined {
  let end = -1;
  for (const { words, indicator } of clauses) end = Math.max(end, words.end, indicator.end);
  if (end < 0) return undefined;
  // The stop belongs to the sentence, not to what follows it.
  while (/[.!?…)\]"'”’*_]/.test(text.charAt(end))) end++;
  const rest = trimmed(text, end, text.length);
  return rest.start < rest.end && /[\p{L}\p{N}]/u.test(text.slice(rest.start, rest.end))
    ? { start: rest.start, end: text.trimEnd().length }
    : undefined;
}

/** The template with the most of the sentence's own words. The end may be missing, and may come first. */
function templateOf(
  text: string,
  clauses: readonly Clause[],
  templates: readonly Template[],
): number | undefined {
  let best: { readonly index: number; readonly score: number } | undefined;
  for (const { index, slots } of templates) {
    const score = likeness(text, clauses, slots);
    if (score !== undefined && (best === undefined || score > best.score)) best = { index, score };
  }
  return best?.index;
}

function likeness(text: string, clauses: readonly Clause[], slots: Template['slots']): number | undefined {
  const wanted = slots.filter(({ slot }) => slot !== 'end').map(({ slot }) => slot);
  const found = clauses.filter(({ slot }) => slot !== 'end').map(({ slot }) => slot);
  if (wanted.length !== found.length || wanted.some((slot, i) => slot !== found[i])) return undefined;
  let score = 0;
  for (const { slot, before } of slots) {
    const clause = clauses.find((other) => other.slot === slot);
    if (clause === undefined) continue;
    const said = text.slice(clause.indicator.start, clause.indicator.end);
    score += said.toLowerCase() === before.toLowerCase() ? 2 : 1;
  }
  return score;
}
