import type { WritingRule } from '../../rule.ts';
import { phrasesOf } from '../../words/lists.ts';
import { englishSentence } from './story.ts';

export const solutionDetail: WritingRule = {
  doc: {
    id: 'story/solution-detail',
    title: 'A solution in the wish',
    severity: 'hint',
    summary:
      'The wish names a part of the screen, a technology or a product: "button", "drop-down", "Redis".',
    why: 'What is needed outlives the way it is built. It is a hint, since sometimes the technology is the wish.',
    bad: 'stories:\n  - title: Choose a team\n    story: As a coach, I want a drop-down of teams, so that I can switch between them.\n    status: ready',
    good: 'stories:\n  - title: Choose a team\n    story: As a coach, I want to choose one of my teams, so that I can switch between them.\n    acceptance: [The teams are sorted by name]\n    estimate: 3\n    status: ready',
  },
  when: 'at once',
  language: 'en',
  *judge(item) {
    const means = item.sentence?.means;
    const english = means && englishSentence(item);
    if (means === undefined || english === undefined) return;
    const { tokens, sentence } = english;
    for (const found of phrasesOf('solution', item.config).in(tokens)) {
      if (found.start < means.start || found.end > means.end) continue;
      yield {
        at: found,
        in: sentence.written,
        message: `"${sentence.written.text.slice(found.start, found.end)}" is a way to build it: say what is needed instead.`,
      };
    }
  },
};
