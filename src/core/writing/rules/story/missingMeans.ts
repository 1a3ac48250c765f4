import type { TextEdit } from '../../../text/span.ts';
import type { Mend, WritingRule } from '../../rule.ts';
import type { Sentence } from '../../sentence/sentence.ts';
import type { WrittenItem } from '../../writtenItem.ts';
import { after, announced, said, storySentence, templateFor } from './story.ts';

export const missingMeans: WritingRule = {
  doc: {
    id: 'story/missing-means',
    title: 'Story without a wish',
    severity: 'warning',
    summary:
      'The sentence names a role but no wish: "I want …", "I can …" or "I need …" is missing or empty.',
    why: 'It doesn’t say what to build, so everyone reads something different into it.',
    bad: 'stories:\n  - title: Save time\n    story: As a coach, so that I save time.\n    status: ready',
    good: 'stories:\n  - title: Save time\n    story: As a coach, I want to copy the last roster, so that I save time.\n    acceptance: [The copy has no dates]\n    estimate: 3\n    status: ready',
  },
  when: 'at once',
  *judge(item) {
    const sentence = storySentence(item);
    if (sentence === undefined || said(sentence.means)) return;
    const { role, situation, means } = sentence;
    const who = role ?? situation;
    if (means === undefined && !isMeantAsStory(sentence)) return;
    const what = announced(templateFor(item, sentence), 'means');
    const at =
      means?.indicator ?? (who && { start: who.indicator.start, end: Math.max(who.end, who.indicator.end) });
    if (at === undefined) return;
    yield {
      at,
      in: sentence.written,
      message: `The story doesn’t say what is wanted: add "${what ?? 'I want <means>'}".`,
      mends: () => (what === undefined || means !== undefined ? [] : insertMeans(item, sentence, what)),
    };
  },
};

/** `When it rains` and `As planned` may begin any text: something more has to be there. */
function isMeantAsStory({ role, end, written }: Sentence): boolean {
  if (end !== undefined && role !== undefined) return true;
  return role !== undefined && /\s/.test(written.text.slice(role.indicator.start, role.indicator.end));
}

function insertMeans(item: WrittenItem, sentence: Sentence, what: string): readonly Mend[] {
  const who = said(sentence.role ?? sentence.situation);
  if (who === undefined) return [];
  const { written } = sentence;
  const behind = written.text.slice(who.end);
  const gap = /^[\s,;:]*/.exec(behind)?.[0].length ?? 0;
  const next = who.end + gap;
  // What stands there already is likely the wish itself, in other words: it stays, behind the words that announce one.
  const open =
    next >= (sentence.end?.indicator.start ?? written.text.trimEnd().length) ||
    /^[.!]/.test(behind.slice(gap));
  const words = open ? what : what.replace(/\s*<[^<>]*>$/, '');
  const edits: readonly TextEdit[] = [
    { start: who.end, end: next, text: `, ${words}${sentence.end && open ? ', ' : open ? '' : ' '}` },
  ];
  return said(after(item, sentence, edits).means)
    ? [{ title: `Insert "${words}"`, preferred: true, in: written, edits }]
    : [];
}
