import type { WritingRule } from '../../rule.ts';
import { phrasesOf } from '../../words/lists.ts';
import { cutPhrase } from './cutPhrase.ts';
import { englishSentence } from './story.ts';

/** `if required to do so by law` and `as needed by the coach` say under which condition, which is no way out. */
const CONDITION = new Set(['to', 'by', 'for', 'that', 'in', 'under', 'from']);

/** Weaker: often the person of the story decides when it is needed. */
const WHEN_NEEDED = /(?:need|necessary|required|desired)/;

export const escapeClause: WritingRule = {
  doc: {
    id: 'story/escape-clause',
    title: 'Escape clause',
    severity: 'warning',
    summary:
      'The story contains "if possible", "where applicable", "as appropriate" or similar. "As needed" and similar are information only.',
    why: 'There’s no telling when the story is done: anything left out was “not possible” or “not appropriate”.',
    bad: 'stories:\n  - title: Print the roster\n    story: As a coach, I want to print the roster on one page where possible, so that parents see it.\n    status: ready',
    good: 'stories:\n  - title: Print the roster\n    story: As a coach, I want to print the roster on one page, so that parents see it.\n    acceptance: [30 names fit on a page]\n    estimate: 3\n    status: ready',
  },
  when: 'at once',
  language: 'en',
  *judge(item) {
    const english = englishSentence(item);
    if (english === undefined) return;
    const { sentence, tokens } = english;
    for (const found of phrasesOf('escape', item.config).in(tokens)) {
      if (CONDITION.has(tokens[found.to]?.word ?? '')) continue;
      yield {
        at: found,
        in: sentence.written,
        ...(WHEN_NEEDED.test(found.phrase) ? { severity: 'information' as const } : {}),
        message: `"${sentence.written.text.slice(found.start, found.end)}" leaves the scope open: delete it, or say when it applies.`,
        mends: () => cutPhrase(item, sentence, found, 'Delete the phrase'),
      };
    }
  },
};
