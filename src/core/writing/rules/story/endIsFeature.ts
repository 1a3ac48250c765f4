import type { WritingRule } from '../../rule.ts';
import { englishSentence, said } from './story.ts';

/** What programs do, and nobody wants for its own sake. */
const FEATURE =
  /^(?:I|we|they|he|she|users?)\s+(?:can|could|may|will\s+be\s+able\s+to|am\s+able\s+to|are\s+able\s+to)\s+((?:also|then|additionally)\s+\p{L}+|(?:click|export|filter|import|log\s+in|login|rename|sort|upload))(?![\p{L}])/iu;

export const endIsFeature: WritingRule = {
  doc: {
    id: 'story/end-is-feature',
    title: 'Feature as the reason',
    severity: 'hint',
    summary: 'After "so that" comes another feature: "so that I can also print badges".',
    why: 'A reason says what gets better, and for whom. A second feature needs its own story with its own reason.',
    bad: 'stories:\n  - title: See pupils\n    story: As a coach, I want to see my pupils, so that I can also print badges.\n    status: ready',
    good: 'stories:\n  - title: See pupils\n    story: As a coach, I want to see my pupils, so that I know their names on the first day.\n    acceptance: [Each pupil has a picture]\n    estimate: 3\n    status: ready',
  },
  when: 'at once',
  language: 'en',
  *judge(item) {
    const end = said(item.sentence?.end);
    const english = end && englishSentence(item);
    const match = end && FEATURE.exec(end.text);
    const verb = match?.[1];
    if (end === undefined || english === undefined || !match || verb === undefined) return;
    yield {
      at: { start: end.start, end: end.start + match[0].length },
      in: english.sentence.written,
      message: `"${match[0]}" is another feature: say what it improves.`,
    };
  },
};
