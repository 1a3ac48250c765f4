import type { WritingRule } from '../../rule.ts';
import { phrasesOf } from '../../words/lists.ts';
import { englishSentence } from './story.ts';

export const solutionDetail: WritingRule = {
  doc: {
    id: 'story/solution-detail',
    title: 'Solution in the wish',
    severity: 'hint',
    summary: 'The wish names a control, a technology or a product: "button", "drop-down", "Redis".',
    why: 'The need outlives the way it’s built. This is a hint, because sometimes the technology is the wish.',
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
        message: `"${sentence.written.text.slice(found.start, found.end)}" is a solution: describe the need instead.`,
      };
    }
  },
};
