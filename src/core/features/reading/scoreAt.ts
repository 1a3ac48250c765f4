/** What a score comes to, where it stands: the formula, the same with its numbers, and the result. */
import { scoreOf } from '../../planning/scores.ts';
import { numberIn } from '../../rules/scalar.ts';
import { type MapNode, scalarText } from '../../yaml/node.ts';
import { escapeMarkdown } from '../markdown.ts';

/** `RICE 1067 = 2000 × 2 × 0.8 ÷ 3`; undefined where a part is missing. */
export function scoreWords(node: MapNode, text: string): string | undefined {
  const score = scoreOf(numbersOf(node, text));
  return (
    score && `${score.name} **${escapeMarkdown(String(score.value))}** = ${escapeMarkdown(score.numbers)}`
  );
}

/** The score with its formula, for a tooltip of its own. */
export function scoreMarkdown(node: MapNode, text: string): string | undefined {
  const score = scoreOf(numbersOf(node, text));
  if (score === undefined) return undefined;
  const { name, value, formula, numbers } = score;
  const result = escapeMarkdown(String(value));
  return `**${name} ${result}**\n\n${escapeMarkdown(formula)}\\\n= ${escapeMarkdown(numbers)}\\\n= ${result}`;
}

function numbersOf(node: MapNode, text: string): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  for (const { key, value } of node.pairs) {
    if (key.kind !== 'scalar' || value?.kind !== 'scalar') continue;
    const number = numberIn(value, text);
    const name = scalarText(key, text);
    if (Number.isFinite(number) && !numbers.has(name)) numbers.set(name, number);
  }
  return numbers;
}
