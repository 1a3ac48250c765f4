import type { Span } from '../../../text/span.ts';
import type { WritingRule } from '../../rule.ts';
import { sentenceEnd } from '../../sentence/stop.ts';
import type { Sentence } from '../../sentence/sentence.ts';
import { capital, moveTo, partsOf } from './story.ts';

export const extraSentence: WritingRule = {
  doc: {
    id: 'story/extra-sentence',
    title: 'More than the story sentence',
    severity: 'warning',
    summary: 'Behind a full stop, a semicolon or a dash the story goes on with something else.',
    why: 'A story is one sentence that everybody can remember. Whatever else is to be said is found in the notes, the description or the acceptance criteria.',
    bad: 'stories:\n  - id: FN-7\n    title: Print the roster\n    story: As a coach, I want to print the roster. Ask Ann about colours.\n    status: ready',
    good: 'stories:\n  - id: FN-7\n    title: Print the roster\n    story: As a coach, I want to print the roster, so that parents see it.\n    acceptance: [The roster fits on a page]\n    notes: [Ask Ann about colours.]\n    estimate: 3\n    status: ready',
  },
  when: 'at once',
  *judge(item) {
    const { sentence } = item;
    const at = sentence && (partsOf(sentence).length > 0 ? extraOf(sentence) : undefined);
    if (sentence === undefined || at === undefined) return;
    const { written } = sentence;
    const words = written.text
      .slice(at.start, at.end)
      .replace(/^[\s;.–—-]+/, '')
      .trim();
    yield {
      at: { start: at.start + (/^\s*/.exec(written.text.slice(at.start))?.[0].length ?? 0), end: at.end },
      in: written,
      message: 'A story is one sentence: move what follows it to the notes.',
      mends: () => moveTo(item, sentence, [{ ...at, text: '' }], 'notes', capital(words)),
    };
  },
};

/** What stands between the dash, the semicolon or the full stop and the end of its clause; the separator belongs to it. */
function extraOf(sentence: Sentence): Span | undefined {
  const { written, rest } = sentence;
  const { text } = written;
  if (rest) return rest;
  for (const { start, end } of partsOf(sentence)) {
    const at = separator(text, start, end);
    if (at !== undefined) return { start: at, end };
  }
  return undefined;
}

const DASH = /\s(?:--?-?|–|—)\s|(?<=\p{L})—(?=\p{L})|;\s/gu;

function separator(text: string, start: number, end: number): number | undefined {
  const stop = sentenceEnd(text, start);
  DASH.lastIndex = start;
  let dash: number | undefined;
  for (let match = DASH.exec(text); match && match.index < end; match = DASH.exec(text)) {
    // `1 - 5` and `Mon - Fri` are ranges.
    const around = `${text.slice(Math.max(0, match.index - 4), match.index)}${match[0]}${text.slice(match.index + match[0].length, match.index + match[0].length + 4)}`;
    if (/\d\s*[-–—]+\s*\d/.test(around)) continue;
    dash = match.index;
    break;
  }
  if (stop !== undefined && stop < end && (dash === undefined || stop - 1 < dash)) return stop - 1;
  return dash;
}
