/** In a comment: `refinery-ignore` with the rules that speak of the item, so that one of them can be switched off for it. */
import type { Backlog } from '../../backlog/backlog.ts';
import { RULES, ruleDoc } from '../../rules/registry.ts';
import type { Span } from '../../text/span.ts';
import type { CompletionEntry } from './entry.ts';

const IGNORE = 'refinery-ignore';
const RULE_WANTED = /^#[ \t]*refinery-ignore[ \t]+(?:[\w/-]+[ \t]*,[ \t]*)*([\w/-]*)$/;
const WORD_WANTED = /^#[ \t]*([\w-]*)$/;

/**
 * @param comment from its `#` up to the cursor, which stands at `offset`
 * @param quiet nobody asked; a person may just be writing a remark
 */
export function commentEntries(
  backlog: Backlog,
  offset: number,
  comment: string,
  rest: string,
  quiet: boolean,
): readonly CompletionEntry[] {
  const item = backlog.itemAt(offset);
  if (item === undefined) return [];
  const found = new Map<string, string>();
  for (const { rule, message } of backlog.problemsOf(item)) if (!found.has(rule)) found.set(rule, message);
  const replaced = (word: string): Span => ({
    start: offset - word.length,
    end: offset + (/^[\w/-]*/.exec(rest)?.[0].length ?? 0),
  });
  const rule = RULE_WANTED.exec(comment)?.[1];
  if (rule !== undefined) {
    const others = RULES.map(({ id }) => id).filter((id) => !found.has(id));
    return [...found.keys(), ...others].map((id) => ({
      ...about(id, found.get(id)),
      label: id,
      insert: id,
      replace: replaced(rule),
    }));
  }
  const word = WORD_WANTED.exec(comment)?.[1];
  // `#` and a letter is read as part of a text by people, and by the rule for what YAML swallows.
  const lead = comment.slice(0, comment.length - (word?.length ?? 0)).endsWith('#') ? ' ' : '';
  if (word === undefined || !IGNORE.startsWith(word) || (quiet && word === '')) return [];
  const plain = {
    label: IGNORE,
    kind: 'words',
    detail: 'a rule that is to be silent here',
    insert: `${lead}${IGNORE} `,
    replace: replaced(word),
    again: true,
  } as const;
  return [
    ...[...found].map(([id, message]) => ({
      ...about(id, message),
      label: `${IGNORE} ${id}`,
      insert: `${lead}${IGNORE} ${id}: `,
      replace: replaced(word),
    })),
    plain,
  ];
}

function about(
  id: string,
  message: string | undefined,
): Pick<CompletionEntry, 'kind' | 'detail' | 'documentation'> {
  const doc = ruleDoc(id);
  return {
    kind: 'value',
    detail: message === undefined ? (doc?.title ?? '') : `found here: ${message}`,
    documentation: doc === undefined ? '' : `${doc.summary}\n\n${doc.why}`,
  };
}
