import type { Span } from '../../../text/span.ts';
import type { WritingRule } from '../../rule.ts';
import { type Found } from '../../words/phrases.ts';
import { phrasesOf } from '../../words/lists.ts';
import type { Token } from '../../words/tokens.ts';
import { cutPhrase } from './cutPhrase.ts';
import { englishSentence } from './story.ts';

export const openEnded: WritingRule = {
  doc: {
    id: 'story/open-ended',
    title: 'Open-ended list',
    severity: 'warning',
    summary:
      'The story contains "etc.", "and so on", "and more", "including but not limited to" or similar. After "such as" it’s information only.',
    why: 'What it means only comes out in the review. List everything, or say what the entries have in common.',
    bad: 'stories:\n  - title: Export the roster\n    story: As a coach, I want to export names, phone numbers, etc., so that I can call parents.\n    status: ready',
    good: 'stories:\n  - title: Export the roster\n    story: As a coach, I want to export names and phone numbers, so that I can call parents.\n    acceptance: [The file has a name and a number in each line]\n    estimate: 3\n    status: ready',
  },
  when: 'at once',
  language: 'en',
  *judge(item) {
    const english = englishSentence(item);
    if (english === undefined) return;
    const { sentence, tokens } = english;
    const { written } = sentence;
    for (const found of phrasesOf('open_ended', item.config).in(tokens)) {
      if (goesOn(found, tokens)) continue;
      const at = withStop(written.text, found);
      yield {
        at,
        in: written,
        // Examples are open by nature.
        ...(inExample(written.text.slice(Math.max(0, at.start - LONGEST_LIST), at.start))
          ? { severity: 'information' as const }
          : {}),
        message: `"${written.text.slice(at.start, at.end)}" leaves the list open: list everything, or delete these words.`,
        mends: () =>
          /^including/i.test(found.phrase)
            ? [
                {
                  title: 'Leave "including"',
                  preferred: true,
                  in: written,
                  edits: [{ start: found.start + 'including'.length, end: found.end, text: '' }],
                },
              ]
            : cutPhrase(item, sentence, at, 'Delete the words'),
      };
    }
  },
};

/** `and more rows`, `or similar orders`, `and others who`: something definite follows. */
function goesOn({ phrase, to }: Found, tokens: readonly Token[]): boolean {
  if (!/^(?:and|or) (?:more|others|similar|such|the like)$/.test(phrase)) return false;
  const next = tokens[to]?.word ?? '';
  return /^[\p{L}\p{N}]/u.test(next) && !/^(?:so|in|on|at|from|when)$/.test(next);
}

/** As far back as `such as` is looked for, in characters. */
const LONGEST_LIST = 200;

function inExample(before: string): boolean {
  return /(?:\bsuch\s+as|\be\.g\.|\bfor\s+example|\bfor\s+instance|\blike)\s[^.;]*$/i.test(before);
}

/** The full stop of `etc.` belongs to it, unless it ends the sentence as well. */
function withStop(text: string, { start, end }: Span): Span {
  const stop = /etc$/i.test(text.slice(start, end)) && text.charAt(end) === '.';
  return { start, end: stop && text.slice(end + 1).trim() !== '' ? end + 1 : end };
}
