/**
 * Takes a sentence apart by the fixed words of a template, in any language: `Als <Rolle> möchte ich <Ziel>, damit
 * <Nutzen>`. Tolerant of case, spaces, commas, two words that change places, an apostrophe for the last vowel, and a
 * clause that is missing or stands elsewhere.
 */
import { type Clause, clausesOf, type Mark, type Slot } from './clauses.ts';
import { sentenceEnd } from './stop.ts';
import type { Template } from './templates.ts';

interface Step {
  readonly slot: Slot;
  readonly words: RegExp;
}

interface Steps {
  /** For each place with words in front of it. */
  readonly before: readonly Step[];
  /** The template's places are followed by their words instead, as in Japanese. */
  readonly behind: readonly Step[] | undefined;
}

const stepsOf = new WeakMap<Template, Steps>();

/** The clauses in the order of the text; none where the text has none of the template's words. */
export function readByWords(text: string, template: Template): readonly Clause[] {
  let steps = stepsOf.get(template);
  if (steps === undefined) stepsOf.set(template, (steps = compileSteps(template)));
  if (steps.behind) return readBehind(text, steps.behind);
  const marks: Mark[] = [];
  for (const { slot, words } of steps.before) {
    const mark = find(words, slot, text, marks.at(-1)?.end ?? 0) ?? find(words, slot, text, 0);
    if (mark && marks.every(({ start, end }) => mark.end <= start || mark.start >= end)) marks.push(mark);
  }
  const opens = marks.some(({ start }) => /^[\s*_"'“«([-]*$/.test(text.slice(0, start)));
  if (!opens) return [];
  marks.sort((a, b) => a.start - b.start);
  const last = marks.at(-1);
  return clausesOf(text, marks, (last && sentenceEnd(text, last.end)) ?? text.length);
}

function readBehind(text: string, steps: readonly Step[]): readonly Clause[] {
  const clauses: Clause[] = [];
  let from = 0;
  for (const { slot, words } of steps) {
    const mark = find(words, slot, text, from);
    if (!mark) continue;
    const [clause] = clausesOf(text, [{ slot, start: from, end: from }], mark.start);
    if (clause) clauses.push({ ...clause, indicator: { start: mark.start, end: mark.end } });
    from = mark.end;
  }
  return clauses;
}

function compileSteps({ slots }: Template): Steps {
  const before = slots.flatMap(({ slot, before: words }) =>
    words === '' ? [] : [{ slot, words: wordsOf(words) }],
  );
  const [first] = slots;
  if (first === undefined || first.before !== '') return { before, behind: undefined };
  const behind = slots.map(({ slot, after }, i) => ({ slot, words: wordsOf(slots[i + 1]?.before ?? after) }));
  return { before, behind: behind.every(({ words }) => words.source !== '(?:)') ? behind : undefined };
}

/** Letters of scripts that put spaces between words. */
const SPACED = String.raw`[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Devanagari}\p{N}]`;

function wordsOf(fixed: string): RegExp {
  if (fixed === '') return /(?:)/u;
  const words = fixed.split(' ').map((word) => {
    const bare = word.replaceAll(/^[,;:]+|[,;:]+$/g, '');
    return escaped(bare);
  });
  const last = words.at(-1) ?? '';
  // `afin de` is also `afin d’`, `que` also `qu’`.
  const elided = /[\p{L}][aeiouy]$/iu.test(last)
    ? `(?:${last}(?!${SPACED})|${last.slice(0, -1)}['’])`
    : `${last}(?!${SPACED})`;
  const orders = [[...words.slice(0, -1), elided].join(String.raw`[\s,;:*_]+`)];
  if (words.length === 2) orders.push([...words].reverse().join(String.raw`[\s,;:*_]+`) + `(?!${SPACED})`);
  return new RegExp(`(?<!${SPACED})(?:${orders.join('|')})`, 'giu');
}

function escaped(word: string): string {
  return word.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
}

function find(words: RegExp, slot: Slot, text: string, from: number): Mark | undefined {
  words.lastIndex = from;
  const match = words.exec(text);
  return match && match[0] !== ''
    ? { slot, start: match.index, end: match.index + match[0].length }
    : undefined;
}
