import type { WritingRule } from '../../rule.ts';
import { sentenceActions } from './actions.ts';
import { englishSentence, said } from './story.ts';

export const joinedObjects: WritingRule = {
  doc: {
    id: 'story/joined-objects',
    title: 'One verb, two objects',
    severity: 'hint',
    off: true,
    summary: 'The wish has two objects joined by "and", "or" or a slash: "see trips and drivers".',
    why: 'Each of them could be its own story. Often they belong together, so the rule is off by default.',
    bad: 'writing:\n  rules: {story/joined-objects: hint}\nstories:\n  - title: See the day\n    story: As a coach, I want to see trips and drivers, so that nobody waits.\n    status: ready',
    good: 'writing:\n  rules: {story/joined-objects: hint}\nstories:\n  - title: See the day\n    story: As a coach, I want to see trips, so that nobody waits.\n    acceptance: [The next trip comes first]\n    estimate: 3\n    status: ready',
  },
  when: 'at once',
  language: 'en',
  *judge(item) {
    const means = said(item.sentence?.means);
    const english = means && englishSentence(item);
    if (means === undefined || english === undefined) return;
    const joints = sentenceActions(english.sentence)?.more ?? [];
    const joined = /\s(and|or|and\/or|&)(?=\s)|(?<=\p{L})(\/)(?=\p{L})/giu;
    for (const match of means.text.matchAll(joined)) {
      const word = match[1] ?? match[2] ?? '';
      const start = match.index + match[0].length - word.length;
      if (joints.some(({ span }) => span.start <= start && start < span.end)) continue;
      yield {
        at: { start: means.start + start, end: means.start + start + word.length },
        in: english.sentence.written,
        message: `"${word}" joins two objects: could each be its own story?`,
      };
      return;
    }
  },
};
