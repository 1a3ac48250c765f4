import type { Span } from '../../../text/span.ts';
import type { Finding, WritingRule } from '../../rule.ts';
import { moveTo, without } from './story.ts';

export const bracketedNote: WritingRule = {
  doc: {
    id: 'story/bracketed-note',
    title: 'Note in brackets',
    severity: 'warning',
    summary:
      'The story sentence contains a note in brackets. A plural in brackets, as in "note(s)", is only a hint.',
    why: 'Text in brackets is usually a remark, an example or a condition. In the notes or acceptance criteria it gets read, discussed and tested.',
    bad: 'stories:\n  - id: FN-7\n    title: Export the roster\n    story: As a coach, I want to export the roster (CSV only), so that I can mail it.\n    status: ready',
    good: 'stories:\n  - id: FN-7\n    title: Export the roster\n    story: As a coach, I want to export the roster, so that I can mail it.\n    acceptance: [The file is a CSV]\n    notes: [CSV only]\n    estimate: 3\n    status: ready',
  },
  when: 'at once',
  *judge(item) {
    const { sentence } = item;
    if (sentence === undefined || !/[([{]/.test(sentence.written.text)) return;
    const { written } = sentence;
    for (const at of brackets(written.text)) {
      const inside = written.text.slice(at.start + 1, at.end - 1).trim();
      if (isPlural(written.text, at)) {
        yield {
          at,
          in: written,
          severity: 'hint',
          message: `"${wordAround(written.text, at)}" is ambiguous: write either one or the other.`,
        };
        continue;
      }
      yield {
        at,
        in: written,
        message:
          'Notes in brackets don’t belong in the story: move this to the notes or the acceptance criteria.',
        mends: () => moveTo(item, sentence, [without(written.text, at)], 'notes', inside),
      } satisfies Finding;
    }
  },
};

/** Outermost pairs that hold something and stand for themselves: no links, no placeholders, no `f(x)`. */
function* brackets(text: string): Iterable<Span> {
  const open: { readonly at: number; readonly sign: string }[] = [];
  for (let i = 0; i < text.length; i++) {
    const sign = text.charAt(i);
    const pair = '([{'.indexOf(sign);
    if (pair >= 0) open.push({ at: i, sign: ')]}'.charAt(pair) });
    else if (sign === open.at(-1)?.sign) {
      const start = open.pop()?.at ?? i;
      if (open.length > 0) continue;
      const span = { start, end: i + 1 };
      if (isRemark(text, span)) yield span;
    }
  }
}

function isRemark(text: string, { start, end }: Span): boolean {
  const inside = text.slice(start + 1, end - 1);
  if (!/[\p{L}\p{N}]/u.test(inside)) return false;
  const before = text.charAt(start - 1);
  const behind = text.charAt(end);
  // A Markdown link, its text and its address.
  if ((text.charAt(start) === '[' && behind === '(') || (before === ']' && text.charAt(start) === '('))
    return false;
  if (isPlural(text, { start, end })) return true;
  // `status(es)` is a plural, `f(x)` and `list[0]` are names.
  return !/[\p{L}\p{N}_]/u.test(before) || /\s/.test(inside);
}

/** `note(s)`, `status(es)`, `(re-)use`: letters that belong to the word beside them. */
function isPlural(text: string, { start, end }: Span): boolean {
  const inside = text.slice(start, end);
  if (/\p{L}/u.test(text.charAt(start - 1))) return /^\((?:s|es|n|en|e|x|in|innen)\)$/i.test(inside);
  return /\p{L}/u.test(text.charAt(end)) && /^\(\p{L}+-?\)$/u.test(inside);
}

function wordAround(text: string, { start, end }: Span): string {
  const before = /\p{L}+$/u.exec(text.slice(0, start))?.[0] ?? '';
  const behind = /^\p{L}+/u.exec(text.slice(end))?.[0] ?? '';
  return before + text.slice(start, end) + behind;
}
