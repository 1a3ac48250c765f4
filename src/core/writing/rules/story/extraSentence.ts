import type { Span } from '../../../text/span.ts';
import type { WritingRule } from '../../rule.ts';
import { sentenceEnd } from '../../sentence/stop.ts';
import type { Sentence } from '../../sentence/sentence.ts';
import { capital, moveTo, partsOf } from './story.ts';

export const extraSentence: WritingRule = {
  doc: {
    id: 'story/extra-sentence',
    title: 'More than one sentence',
    severity: 'warning',
    summary: 'The story continues after a period, a semicolon or a dash.',
    why: 'A story is one sentence that’s easy to remember. Put everything else in the notes, the description or the acceptance criteria.',
    bad: 'stories:\n  - id: FN-7\n    title: Print the roster\n    story: As a coach, I want to print the roster. Ask Ann about colours.\n    status: ready',
    good: 'stories:\n  - id: FN-7\n    title: Print the roster\n    story: As a coach, I want to print the roster, so that parents see it.\n    acceptance: [The roster fits on a page]\n    notes: [Ask Ann about colours.]\n    estimate: 3\n    status: ready',
  },
  when: 'at once',
  *judge(item) {
    const { sentence } = item;
    if (sentence === undefined || !/[.!?…;–—\n]\s*\S|\s-/.test(sentence.written.text)) return;
    // A text that wants nothing may well be a description.
    const at = sentence.means === undefined ? undefined : extraOf(sentence);
    if (at === undefined) return;
    const { written } = sentence;
    const words = written.text
      .slice(at.start, at.end)
      .replace(/^[\s;.–—-]+/, '')
      .replace(/\s+(?:-+|–|—)$/, '')
      .trim();
    yield {
      at: { start: at.start + (/^\s*/.exec(written.text.slice(at.start))?.[0].length ?? 0), end: at.end },
      in: written,
      message: 'A story is one sentence: move the rest to the notes.',
      mends: () => moveTo(item, sentence, [{ ...at, text: '' }], 'notes', capital(words)),
    };
  },
};

/**
 * From the separator to the end of its clause, or to the dash that closes what a dash opened; the separators belong to it.
 */
function extraOf(sentence: Sentence): Span | undefined {
  const { written, rest } = sentence;
  const { text } = written;
  if (rest) return rest;
  for (const { start, end } of partsOf(sentence)) {
    const [first, second] = dashes(text, start, end);
    const stop = sentenceEnd(text, start);
    if (stop !== undefined && stop < end && (first === undefined || stop <= first.start))
      return { start: stop - 1, end };
    if (first === undefined) continue;
    const closes =
      second !== undefined && text.charAt(second.start).trim() !== ';' && text.charAt(first.start) !== ';';
    return { start: first.start, end: closes ? second.end : end };
  }
  return undefined;
}

const DASH = /[^\S\n](?:--?-?|–|—)(?=\s)|(?<=\p{L})—(?=\p{L})|;(?=\s)/gu;

function dashes(text: string, start: number, end: number): readonly Span[] {
  const found: Span[] = [];
  DASH.lastIndex = start;
  for (let match = DASH.exec(text); match && match.index < end && found.length < 2; match = DASH.exec(text)) {
    const to = match.index + match[0].length;
    // `1 - 5` is a range.
    if (/\d$/.test(text.slice(start, match.index)) && /^\s*\d/.test(text.slice(to, to + 4))) continue;
    found.push({ start: match.index, end: to });
  }
  return found;
}
