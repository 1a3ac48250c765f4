import type { WritingRule } from '../../rule.ts';
import { phrasesOf } from '../../words/lists.ts';
import { englishSentence } from './story.ts';

/** Words that make a name of what is vague alone: `regular expression`, `best practice`. */
const NAMES =
  /^(?:regular (?:users?|members?|customers?|expressions?)|best (?:practices?|sellers?)|(?:as )?good as|better than|better (?:understand|serve)|fast forward)$/;

export const vagueWord: WritingRule = {
  doc: {
    id: 'story/vague-word',
    title: 'Vague word',
    severity: 'information',
    summary: 'The story contains a word such as "easily", "quickly", "appropriate", "various" or "better".',
    why: 'Developers, testers and customers each understand it differently. A number, a limit or an example in the acceptance criteria settles it.',
    bad: 'stories:\n  - title: Find a pupil\n    story: As a coach, I want to find a pupil quickly, so that I can call the parents.\n    status: ready',
    good: 'stories:\n  - title: Find a pupil\n    story: As a coach, I want to find a pupil by three letters of the name, so that I can call the parents.\n    acceptance: [The list shows within a second]\n    estimate: 3\n    status: ready',
  },
  when: 'at once',
  language: 'en',
  *judge(item) {
    const english = englishSentence(item);
    if (english === undefined) return;
    const { sentence, tokens } = english;
    const { role, written } = sentence;
    const escapes = phrasesOf('escape', item.config).in(tokens);
    for (const found of phrasesOf('vague', item.config).in(tokens)) {
      const next = tokens[found.to]?.word ?? '';
      // A role may be called so, and a way out is reported as one.
      if (role && role.start <= found.start && found.end <= role.end) continue;
      if (
        NAMES.test(`${found.phrase} ${next}`) ||
        escapes.some(({ start, end }) => start <= found.start && found.end <= end)
      )
        continue;
      yield {
        at: found,
        in: written,
        message: `"${written.text.slice(found.start, found.end)}" means something different to every reader: say how much, how fast or which.`,
      };
    }
  },
};
