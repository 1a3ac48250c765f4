import type { Finding, WritingRule } from '../../rule.ts';
import type { Part, Sentence } from '../../sentence/sentence.ts';
import type { WrittenItem } from '../../writtenItem.ts';
import { templatesOf } from '../../sentence/templates.ts';
import { shown } from '../../acceptance/scenarios.ts';
import { partsOf, said, storySentence } from './story.ts';

export const missingComma: WritingRule = {
  doc: {
    id: 'story/missing-comma',
    title: 'Missing comma between clauses',
    severity: 'hint',
    summary: 'A clause lacks the comma that your template puts before it.',
    why: 'The comma shows where the role ends and the wish begins.',
    bad: 'stories:\n  - title: Print the roster\n    story: As a coach I want to print the roster, so that parents see it.\n    status: ready',
    good: 'stories:\n  - title: Print the roster\n    story: As a coach, I want to print the roster, so that parents see it.\n    acceptance: [The roster fits on a page]\n    estimate: 3\n    status: ready',
  },
  when: 'at once',
  *judge(item) {
    const sentence = storySentence(item);
    if (sentence?.template === undefined) return;
    const parts = partsOf(sentence);
    for (const [index, part] of parts.entries()) {
      const before = said(parts[index - 1]);
      if (before === undefined) continue;
      const between = sentence.written.text.slice(before.end, part.indicator.start);
      if (!/^ +$/.test(between) || !hasComma(item, sentence, part)) continue;
      yield commaAt(sentence, before.end, part.indicator.end);
    }
  },
};

function commaAt({ written }: Sentence, at: number, end: number): Finding {
  return {
    at: { start: at, end },
    in: written,
    message: `A comma is missing before "${shown(written.text.slice(at, end))}".`,
    mends: () => [
      { title: 'Insert a comma', preferred: true, in: written, edits: [{ start: at, end: at, text: ',' }] },
    ],
  };
}

/** Whether the template that the sentence follows has a comma in front of this clause. */
function hasComma({ config }: WrittenItem, sentence: Sentence, part: Part): boolean {
  const template = templatesOf(config.templates).find(({ index }) => index === sentence.template);
  return (
    template?.slots.some(({ slot, comma }) => comma && sentence[slot]?.indicator === part.indicator) ?? false
  );
}
