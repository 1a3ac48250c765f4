import type { TextEdit } from '../../../text/span.ts';
import type { Mend, WritingRule } from '../../rule.ts';
import type { Sentence } from '../../sentence/sentence.ts';
import { templatesOf } from '../../sentence/templates.ts';
import type { WrittenItem } from '../../writtenItem.ts';
import { after, announced, capital, said, small, storySentence, templateFor } from './story.ts';

export const missingRole: WritingRule = {
  doc: {
    id: 'story/missing-role',
    title: 'Story without a role',
    severity: 'warning',
    summary: 'The sentence says what is wanted, but not by whom: "As a …" is missing or empty.',
    why: 'What’s good enough depends on who needs it. Without a role there’s no one to ask.',
    bad: 'stories:\n  - title: Print the roster\n    story: I want to print the roster, so that parents see it.\n    status: ready',
    good: 'stories:\n  - title: Print the roster\n    story: As a coach, I want to print the roster, so that parents see it.\n    acceptance: [The roster fits on a page]\n    estimate: 3\n    status: ready',
  },
  when: 'at once',
  *judge(item) {
    const sentence = storySentence(item);
    if (sentence === undefined || said(sentence.role) || said(sentence.situation)) return;
    const { role, means } = sentence;
    // A role that is announced and left out, or a wish that nobody has, where the team's stories have a role.
    if (
      role === undefined &&
      !templatesOf(item.config.templates).some(({ slots }) => slots.some(({ slot }) => slot === 'role'))
    )
      return;
    const at = role?.indicator ?? means?.indicator;
    if (at === undefined) return;
    const who = announced(templateFor(item, sentence), 'role');
    // `… as a clerk` at the end may be a role that a person would find.
    const elsewhere = role === undefined && /\sas\s+an?\s/i.test(sentence.written.text);
    yield {
      at,
      ...(elsewhere ? { severity: 'information' as const } : {}),
      in: sentence.written,
      message: `The story doesn’t say who wants it: start with "${who ?? 'As a <role>'}".`,
      mends: () => (role === undefined && who !== undefined ? insertRole(item, sentence, who) : []),
    };
  },
};

function insertRole(item: WrittenItem, sentence: Sentence, who: string): readonly Mend[] {
  const { means, written } = sentence;
  if (means === undefined) return [];
  const { start } = means.indicator;
  const first = written.text.slice(0, start).trim() === '';
  const wish = written.text.slice(start, means.indicator.end);
  const text = first ? `${capital(who)}, ${small(wish)}` : `${small(who)}, ${wish}`;
  const edits: readonly TextEdit[] = [{ start, end: means.indicator.end, text }];
  const mended = after(item, sentence, edits);
  return said(mended.role) && said(mended.means)
    ? [{ title: `Insert "${who}"`, preferred: true, in: written, edits }]
    : [];
}
