/**
 * Makes two scenarios of one in which a second thing happens after the outcome of the first: the second begins with what
 * was given and done before.
 */
import type { Mend } from '../../rule.ts';
import { Written } from '../../written.ts';
import type { WrittenItem } from '../../writtenItem.ts';
import type { Step } from '../criteria.ts';
import { firstKeyword, type Keywords, titleWords } from '../keywords.ts';
import { laterIn } from '../later.ts';
import { readLine } from '../line.ts';
import { type Judged, normal, wordsOf } from '../scenarios.ts';
import { addressOf, inserting, linesOf, listOf } from './pieces.ts';

export function splitAtSecondWhen(
  judged: Judged,
  second: Step,
  item: WrittenItem,
  keywords: Keywords,
): readonly Mend[] {
  const { criterion, scenario, entries } = judged;
  const { steps } = scenario;
  const at = steps.indexOf(second);
  const first = steps.slice(0, at);
  const rest = steps.slice(at);
  const tells = (part: readonly Step[]): boolean => part.some(({ kind }) => kind === 'then');
  const open = steps.some(({ said }) => said === '*');
  if (entries.length > 1 || open || !tells(first) || !tells(rest) || scenario.form !== 'scenario') return [];
  if (!inOrder(first) || !inOrder(rest) || steps.some((step) => wordsOf(step) === '')) return [];
  // A third one would still be one too many.
  if (rest.filter(({ said }) => said === 'when').length > 1) return [];
  const before = first.filter(({ kind }) => kind !== 'then');
  // What is still open would be open twice.
  if (before.some((step) => laterIn(wordsOf(step)) !== undefined)) return [];
  if (new Set(before.map((step) => normal(wordsOf(step)))).size < before.length) return [];
  return criterion.notation === 'line'
    ? splitLine(judged, first, before, rest, item, keywords)
    : splitBlock(judged, before, rest, keywords);
}

const TITLE = 'Split into two scenarios';

function splitLine(
  { criterion }: Judged,
  first: readonly Step[],
  before: readonly Step[],
  rest: readonly Step[],
  item: WrittenItem,
  keywords: Keywords,
): readonly Mend[] {
  const address = addressOf(item);
  const { written } = criterion;
  const end = first.at(-1)?.span.end;
  if (address === undefined || written === undefined || end === undefined || !listOf(item)) return [];
  const piece = ({ span }: Step): string => written.text.slice(span.start, span.end);
  const given = before.map((step, i) => {
    const word = firstKeyword(keywords, i === 0 ? 'given' : 'and');
    return `${i === 0 ? word : word.toLowerCase()} ${wordsOf(step)}`;
  });
  const values = [written.text.slice(0, end), [...given, ...rest.map(piece)].join(', ')];
  const [one, two] = values.map((value) => readLine(writtenAs(value), keywords)?.steps.length);
  // A comma inside of a step may make it read as two.
  if (one !== first.length || two !== given.length + rest.length) return [];
  const operations = [
    ...inserting(address, criterion.index + 1, values),
    { type: 'removeEntry', item: address, field: 'acceptance', entry: criterion.index } as const,
  ];
  return [{ title: TITLE, operation: { type: 'sequence', operations } }];
}

function inOrder(steps: readonly Step[]): boolean {
  return steps.every(({ kind }, i) => {
    const before = steps[i - 1]?.kind;
    return (
      kind === before ||
      i === 0 ||
      (kind === 'then' ? before !== undefined : kind === 'when' && before === 'given')
    );
  });
}

/** A text that stands nowhere yet. */
function writtenAs(value: string): Written {
  return new Written({ kind: 'scalar', start: 0, end: 0, style: 'double', value }, '');
}

function splitBlock(
  { scenario }: Judged,
  before: readonly Step[],
  rest: readonly Step[],
  keywords: Keywords,
): readonly Mend[] {
  const [second] = rest;
  const { in: written, at: head } = scenario.head;
  if (second === undefined || written === undefined) return [];
  const { text } = written;
  const title = text.slice(head.start, head.end);
  const isTitled = scenario.name !== undefined || title.endsWith(':');
  const margin = isTitled ? text.slice(text.lastIndexOf('\n', head.start - 1) + 1, head.start) : '';
  const line = isTitled
    ? `${title.replace(/:\s*$/, ':')}${scenario.name === undefined ? '' : ', then more'}`
    : `${titleWords(keywords).scenario}:`;
  const stepMargin = text.slice(linesOf(second).start, second.span.start);
  const given = before.map((step, i) => {
    const { start, end } = linesOf(step);
    const lines = text.slice(start, end).trimEnd();
    const word = firstKeyword(keywords, i === 0 ? 'given' : 'and');
    return lines.replace(step.keyword, word);
  });
  const at = linesOf(second).start - 1;
  const added = ['', '', `${margin}${line}`, ...given].join('\n');
  return stepMargin.trim() === ''
    ? [{ title: TITLE, in: written, edits: [{ start: at, end: at, text: added }] }]
    : [];
}
