import type { WritingRule } from '../../rule.ts';
import { phrasesOf } from '../../words/lists.ts';
import { englishSentence, said } from './story.ts';

/** A wish of more words than this holds more than a story. */
const MOST_WORDS = 40;
/** How far behind the verb its object is looked for. */
const NEAR = 5;

export const tooCoarse: WritingRule = {
  doc: {
    id: 'story/too-coarse',
    title: 'Too large to estimate',
    severity: 'information',
    summary:
      'The story wants to "manage", "handle" or "support" all of something, or its wish has more than 40 words.',
    why: 'It can’t be estimated. One such verb often hides five stories: see, add, change, remove, find.',
    bad: 'stories:\n  - title: Manage everything\n    story: As a coach, I want to manage everything about my team, so that it is in one place.\n    status: ready',
    good: 'stories:\n  - title: Add a pupil\n    story: As a coach, I want to add a pupil to my team, so that the roster is complete.\n    acceptance: [The pupil is on the roster]\n    estimate: 3\n    status: ready',
  },
  when: 'at once',
  language: 'en',
  *judge(item) {
    const means = said(item.sentence?.means);
    const english = means && englishSentence(item);
    if (means === undefined || english === undefined) return;
    const { written } = english.sentence;
    const tokens = english.tokens.filter(({ start, end }) => means.start <= start && end <= means.end);
    const words = tokens.filter(({ word }) => /^[\p{L}\p{N}]/u.test(word)).length;
    if (words > MOST_WORDS) {
      yield {
        at: means,
        in: written,
        message: `The wish has ${words} words: split the story, or move details to the acceptance criteria.`,
      };
      return;
    }
    const everything = phrasesOf('everything', item.config).in(tokens);
    for (const verb of phrasesOf('coarse', item.config).in(tokens)) {
      const all = everything.find(({ from }) => from >= verb.to && from < verb.to + NEAR);
      if (all === undefined || verb.from > NEAR) continue;
      const at = { start: verb.start, end: all.end };
      yield {
        at,
        in: written,
        message: `"${written.text.slice(at.start, at.end)}" can't be estimated: be specific about what to do.`,
      };
      return;
    }
  },
};
