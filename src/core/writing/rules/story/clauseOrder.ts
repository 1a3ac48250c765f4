import type { Mend, WritingRule } from '../../rule.ts';
import type { Part, Sentence } from '../../sentence/sentence.ts';
import { templatesOf } from '../../sentence/templates.ts';
import type { WrittenItem } from '../../writtenItem.ts';
import { after, capital, partsOf, said, small, storySentence } from './story.ts';

export const clauseOrder: WritingRule = {
  doc: {
    id: 'story/clause-order',
    title: 'Unusual clause order',
    severity: 'hint',
    summary: 'The wish comes before the role, or the reason comes between them.',
    why: 'Who, what, why: in a list of stories, readers look for each in the same place. The reason may also come first, with "In order to".',
    bad: 'stories:\n  - title: Print the roster\n    story: I want to print the roster, as a coach, so that parents see it.\n    status: ready',
    good: 'stories:\n  - title: Print the roster\n    story: As a coach, I want to print the roster, so that parents see it.\n    acceptance: [The roster fits on a page]\n    estimate: 3\n    status: ready',
  },
  when: 'at once',
  *judge(item) {
    const sentence = storySentence(item);
    if (sentence === undefined || isTemplates(item, sentence)) return;
    const role = said(sentence.role);
    const means = said(sentence.means);
    const end = said(sentence.end);
    if (role === undefined || means === undefined) return;
    const between = end !== undefined && role.start < end.start && end.start < means.start;
    if (means.start > role.start && !between) return;
    yield {
      at: (between ? end : role).indicator,
      in: sentence.written,
      message: 'These clauses are in an unusual order: say who, then what, then why.',
      mends: () => reordered(item, sentence),
    };
  },
};

/** The order of the template that the sentence follows. */
function isTemplates({ config }: WrittenItem, sentence: Sentence): boolean {
  const template = templatesOf(config.templates).find(({ index }) => index === sentence.template);
  if (template === undefined) return false;
  const wanted = template.slots.map(({ slot }) => sentence[slot]).filter((part) => part !== undefined);
  return wanted.every((part, i) => part.indicator.start > (wanted[i - 1]?.indicator.start ?? -1));
}

function reordered(item: WrittenItem, sentence: Sentence): readonly Mend[] {
  const { role, means, end, situation, written, rest } = sentence;
  if (role === undefined || means === undefined || situation !== undefined || rest !== undefined) return [];
  const clause = (part: Part, first: boolean): string => {
    const words = written.text.slice(part.indicator.start, part.end);
    return first ? capital(words) : small(words);
  };
  const parts = partsOf(sentence);
  const [first] = parts;
  const last = parts.at(-1);
  if (first === undefined || last === undefined) return [];
  const clauses = [clause(role, true), clause(means, false), ...(end ? [clause(end, false)] : [])];
  const edits = [{ start: first.indicator.start, end: last.end, text: clauses.join(', ') }];
  const mended = after(item, sentence, edits);
  const kept =
    mended.role?.text === role.text && mended.means?.text === means.text && mended.end?.text === end?.text;
  return kept ? [{ title: 'Put the clauses in order', preferred: true, in: written, edits }] : [];
}
