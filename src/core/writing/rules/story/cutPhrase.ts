/** Takes a phrase out of a story sentence so that what is left reads on: the commas around it go where they belonged to it. */
import type { Span, TextEdit } from '../../../text/span.ts';
import type { Mend } from '../../rule.ts';
import type { Sentence } from '../../sentence/sentence.ts';
import type { WrittenItem } from '../../writtenItem.ts';
import { after, partsOf, said } from './story.ts';

/** The deletion, or nothing where a part of the sentence would be lost with it. */
export function cutPhrase(item: WrittenItem, sentence: Sentence, at: Span, title: string): readonly Mend[] {
  const { written } = sentence;
  const edits = [cut(written.text, sentence, at)];
  const mended = after(item, sentence, edits);
  const whole = (['role', 'situation', 'means', 'end'] as const).every(
    (slot) => (said(sentence[slot]) === undefined) === (said(mended[slot]) === undefined),
  );
  return whole ? [{ title, preferred: true, in: written, edits }] : [];
}

function cut(text: string, sentence: Sentence, at: Span): TextEdit {
  const part = partsOf(sentence).find(({ start, end }) => start <= at.start && at.start < end);
  const before = /[\s,]*$/.exec(text.slice(part?.start, at.start))?.[0] ?? '';
  const start = at.start - before.length;
  const behind = /^\s*,?\s*/.exec(text.slice(at.end, Math.max(at.end, part?.end ?? text.length)))?.[0] ?? '';
  const last = part === undefined || at.end + behind.trimEnd().length >= part.end;
  // At the end of its clause only what joins it goes; at the beginning what follows it.
  if (last) return { start, end: at.end, text: '' };
  if (start === part.start) return { start: part.indicator.end, end: at.end + behind.length, text: ' ' };
  // Between two commas both were there for its sake.
  if (before.includes(',') && behind.includes(',')) return { start, end: at.end + behind.length, text: ' ' };
  return { start, end: at.end, text: '' };
}
