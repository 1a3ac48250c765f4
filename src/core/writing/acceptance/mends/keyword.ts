/** Puts another keyword at the start of a step. */
import type { TextEdit } from '../../../text/span.ts';
import type { Mend } from '../../rule.ts';
import type { Step } from '../criteria.ts';
import { firstKeyword, type Keywords, type StepWord } from '../keywords.ts';

export function useAnd(step: Step, keywords: Keywords): readonly Mend[] {
  return useKeyword(step, 'and', keywords);
}

export function useKeyword(step: Step, word: StepWord, keywords: Keywords): readonly Mend[] {
  const edit = keywordEdit(step, word, keywords);
  return [{ title: `Use "${edit.text.trim()}"`, preferred: true, in: step.in, edits: [edit] }];
}

/** The edit that replaces a step's keyword, in letters like those that it has. */
export function keywordEdit(step: Step, word: StepWord, keywords: Keywords): TextEdit {
  const { span, keyword, in: written } = step;
  const end = span.start + keyword.length;
  const wanted = spelledLike(keyword, firstKeyword(keywords, word));
  // A keyword that stood directly before the next letter leaves no space behind.
  const space = /\s|^$/.test(written.text.charAt(end)) || keywords.glued.has(wanted) ? '' : ' ';
  return { start: span.start, end, text: wanted + space };
}

/** A keyword in small letters, or with a capital, or in capitals, like another one. */
export function spelledLike(like: string, keyword: string): string {
  const first = like.charAt(0);
  if (first === first.toLowerCase()) return keyword.toLowerCase();
  return like.length > 2 && like === like.toUpperCase() ? keyword.toUpperCase() : keyword;
}
