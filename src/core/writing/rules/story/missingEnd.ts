import type { TextEdit } from '../../../text/span.ts';
import type { Mend, WritingRule } from '../../rule.ts';
import type { Sentence } from '../../sentence/sentence.ts';
import type { WrittenItem } from '../../writtenItem.ts';
import { after, announced, said, storySentence, templateFor } from './story.ts';

export const missingEnd: WritingRule = {
  doc: {
    id: 'story/missing-end',
    title: 'Story without a reason',
    severity: 'information',
    summary: 'The sentence says who wants what, but not why: "so that …" is missing or empty.',
    why: 'The reason lets you compare solutions. Good backlogs omit it where it’s obvious, so this is information only.',
    bad: 'stories:\n  - title: Print the roster\n    story: As a coach, I want to print the roster.\n    status: ready',
    good: 'stories:\n  - title: Print the roster\n    story: As a coach, I want to print the roster, so that parents see it.\n    acceptance: [The roster fits on a page]\n    estimate: 3\n    status: ready',
  },
  when: 'at once',
  *judge(item) {
    const sentence = storySentence(item);
    const means = said(sentence?.means);
    if (sentence === undefined || means === undefined || said(sentence.end)) return;
    if (!said(sentence.role) && !said(sentence.situation)) return;
    const why = announced(templateFor(item, sentence), 'end');
    // A team whose templates have no place for it wants none.
    if (why === undefined) return;
    const { end, written } = sentence;
    const at = end?.indicator ?? { start: lastWord(written.text, means.start, means.end), end: means.end };
    yield {
      at,
      in: written,
      message: `The story doesn’t say why: add "${why}".`,
      mends: () => (end === undefined ? append(item, sentence, means.end, why) : []),
    };
  },
};

function lastWord(text: string, start: number, end: number): number {
  const word = /\S+$/.exec(text.slice(start, end));
  return start + (word?.index ?? 0);
}

function append(item: WrittenItem, sentence: Sentence, at: number, why: string): readonly Mend[] {
  const edits: readonly TextEdit[] = [{ start: at, end: at, text: `, ${why}` }];
  return said(after(item, sentence, edits).end)
    ? [{ title: `Add "${why}"`, preferred: true, in: sentence.written, edits }]
    : [];
}
