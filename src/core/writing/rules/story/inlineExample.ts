import type { Span } from '../../../text/span.ts';
import type { WritingRule } from '../../rule.ts';
import { phrasesOf } from '../../words/lists.ts';
import { tokensOf } from '../../words/tokens.ts';
import { englishSentence, moveTo, oneLine, partsOf } from './story.ts';

const EXAMPLE =
  /(?:\bsuch\s+as|(?<![\p{L}.])e\.\s?g\.|(?<![\p{L}.])i\.\s?e\.|\bfor\s+example|\bfor\s+instance|\bnamely)(?![\p{L}])/giu;

export const inlineExample: WritingRule = {
  doc: {
    id: 'story/inline-example',
    title: 'Examples in the story',
    severity: 'information',
    summary: 'The story contains an example: "such as", "e.g.", "i.e." or "for example".',
    why: 'Tests need examples. In the acceptance criteria they get checked; in the sentence they get overlooked.',
    bad: 'stories:\n  - id: FN-7\n    title: Export the roster\n    story: As a coach, I want to export the roster in formats such as CSV, so that I can mail it.\n    status: ready',
    good: 'stories:\n  - id: FN-7\n    title: Export the roster\n    story: As a coach, I want to export the roster, so that I can mail it.\n    acceptance: [The roster can be exported as CSV]\n    estimate: 3\n    status: ready',
  },
  when: 'at once',
  language: 'en',
  *judge(item) {
    const { sentence } = item;
    if (
      sentence === undefined ||
      !/such|e\.\s?g|i\.\s?e|example|instance|namely/i.test(sentence.written.text)
    )
      return;
    if (englishSentence(item) === undefined) return;
    const { written } = sentence;
    for (const part of partsOf(sentence)) {
      EXAMPLE.lastIndex = 0;
      const match = EXAMPLE.exec(part.text);
      if (match === null || insideBrackets(part.text, match.index)) continue;
      const at = {
        start: part.start + match.index,
        end: part.start + exampleEnd(part.text, match.index + match[0].length),
      };
      const words = oneLine(
        written.text.slice(at.start + match[0].length, at.end).replace(/^[\s,:]+|[\s,;]+$/g, ''),
      );
      yield {
        at,
        in: written,
        message: `"${match[0]}" starts an example: move it to the acceptance criteria.`,
        mends: () => {
          if (words === '') return [];
          const cut = [around(written.text, at)];
          // What explains, and what can't be tested as it is, is a note.
          const explains = /^(?:i|namely)/i.test(match[0]);
          return explains || phrasesOf('vague', item.config).in(tokensOf(words)).length > 0
            ? moveTo(item, sentence, cut, 'notes', explains ? `That is, ${words}` : `For example ${words}`)
            : moveTo(item, sentence, cut, 'acceptance', `Works for ${words}`);
        },
      };
    }
  },
};

/** To the end of the clause, or to a comma that closes the example because a new thought begins. */
function exampleEnd(text: string, from: number): number {
  const next =
    /,\s+(?=(?:when|while|if|before|after|because|which|who|where|but|and\s+(?:to|then|also))\b)|;|\s[-–—]\s/i.exec(
      text.slice(from),
    );
  return next ? from + next.index : text.length;
}

function insideBrackets(text: string, at: number): boolean {
  const before = text.slice(0, at);
  return before.lastIndexOf('(') > before.lastIndexOf(')');
}

/** The comma in front goes with it. */
function around(text: string, { start, end }: Span): Span & { readonly text: string } {
  const before = /[\s,]*$/.exec(text.slice(0, start))?.[0].length ?? 0;
  return { start: start - before, end, text: '' };
}
