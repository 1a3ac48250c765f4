/** Writes a scenario as a line, as a mapping or as Gherkin. */
import type { Plain } from '../../yaml/writeBlock.ts';
import {
  firstKeyword,
  keywordAtStart,
  type Keywords,
  STEP_KINDS,
  type StepWord,
  titleWords,
} from './keywords.ts';
import type { CriterionMap, Spoken, SpokenStep } from './spoken.ts';

/** Ways to write it on a line, the plainest first. */
export function asLines({ steps }: Spoken, keywords: Keywords): readonly string[] {
  const line = (joint: string, capitals: boolean): string =>
    steps.map((step, i) => spelled(step, i === 0 || capitals, i, steps, keywords)).join(joint);
  return [line(', ', false), line('; ', false), line('. ', true)];
}

function spelled(
  { words }: SpokenStep,
  capital: boolean,
  i: number,
  steps: readonly SpokenStep[],
  keywords: Keywords,
): string {
  const keyword = firstKeyword(keywords, wordOf(steps, i));
  const word = capital ? keyword : keyword.toLowerCase();
  return keywords.glued.has(keyword) ? `${word}${words}` : `${word} ${words}`;
}

/** The keyword of a step: `and` behind one of its kind. */
function wordOf(steps: readonly SpokenStep[], i: number): StepWord {
  const step = steps[i];
  if (step === undefined) return 'and';
  if (steps[i - 1]?.kind !== step.kind) return step.kind;
  return step.said === 'but' ? 'but' : 'and';
}

export function asMapping({ name, done, steps, examples }: Spoken, keywords: Keywords): CriterionMap {
  const map: { [key: string]: Plain } = {};
  if (name !== undefined) map['scenario'] = name;
  for (const kind of STEP_KINDS) {
    const own = steps.filter((step) => step.kind === kind);
    const texts = own.map(({ said, words }, i) => {
      const word = i === 0 ? kind : said === 'but' ? 'but' : 'and';
      // Words that look like a keyword are kept from being taken for one by a keyword before them.
      const needed = word === 'but' || keywordAtStart(words, keywords) !== undefined;
      return needed ? `${firstKeyword(keywords, word)} ${words}` : words;
    });
    const [only] = texts;
    if (only !== undefined) map[kind] = texts.length === 1 ? only : texts;
  }
  if (examples !== undefined) map['examples'] = examples;
  if (done) map['done'] = true;
  return map;
}

/** A block; its title is there where there is a name or examples. */
export function asGherkin({ name, steps, examples }: Spoken, keywords: Keywords): string {
  const words = titleWords(keywords);
  const titled = name !== undefined || examples !== undefined;
  const margin = titled ? '  ' : '';
  const title = `${examples === undefined ? words.scenario : words.outline}:`;
  const lines = titled ? [name === undefined ? title : `${title} ${name}`] : [];
  for (const [i, step] of steps.entries()) {
    const text = step.said === '*' ? `* ${step.words}` : spelled(step, true, i, steps, keywords);
    lines.push(`${margin}${text}`, ...step.below.map((line) => `${margin}  ${line}`));
  }
  if (examples !== undefined) {
    lines.push(`${margin}${words.examples}:`, ...table(examples).map((row) => `${margin}  ${row}`));
  }
  return `${lines.join('\n')}\n`;
}

function table(rows: readonly { readonly [column: string]: string }[]): readonly string[] {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const cells = [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))];
  const widths = columns.map((_, i) => Math.max(...cells.map((row) => (row[i] ?? '').length)));
  return cells.map((row) => `| ${row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ')} |`);
}
