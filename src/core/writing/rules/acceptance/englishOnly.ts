/**
 * Keeps rules that know English words from items in other languages: many a team leaves `writing.language` alone and
 * writes in its own. What tells is the small words of the whole item, since a check has hardly any.
 */
import type { Finding, WritingRule } from '../../rule.ts';
import { isEnglish } from '../../words/english.ts';
import { type Token, tokensOf } from '../../words/tokens.ts';
import type { WrittenItem } from '../../writtenItem.ts';

/** The rule as it is, silent for items that are not in English. */
export function englishOnly(rule: WritingRule): WritingRule {
  if (rule.language !== 'en') return rule;
  return {
    ...rule,
    *judge(item): Iterable<Finding> {
      if (item.criteria.length > 0 && speaksEnglish(item)) yield* rule.judge(item);
    },
  };
}

const known = new WeakMap<WrittenItem, boolean>();

function speaksEnglish(item: WrittenItem): boolean {
  let speaks = known.get(item);
  if (speaks === undefined) known.set(item, (speaks = isEnglish([...tokensIn(item), IN_DOUBT])));
  return speaks;
}

/** Where nothing tells, it is taken for English. */
const IN_DOUBT: Token = { word: 'the', start: 0, end: 0 };

function* tokensIn(item: WrittenItem): Iterable<Token> {
  for (const key of ['title', 'story', 'description']) {
    const text = item.written(key)?.text;
    if (text !== undefined) yield* tokensOf(text);
  }
  for (const { written, scenarios, notation } of item.criteria) {
    if (notation !== 'mapping' && written !== undefined) yield* tokensOf(written.text);
    if (notation !== 'mapping') continue;
    for (const { steps } of scenarios) for (const { in: text } of steps) yield* tokensOf(text.text);
  }
}
