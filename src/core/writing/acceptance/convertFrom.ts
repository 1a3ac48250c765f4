/** Understands the value of a criterion as one scenario, or says why it is not one. */
import { DEFAULT_CONFIG } from '../../backlog/config.ts';
import type { MapNode, Node, Pair, Scalar } from '../../yaml/node.ts';
import { isList, isMapping, type Plain, plainText } from '../../yaml/writeBlock.ts';
import type { Criterion, Scenario, Step } from './criteria.ts';
import { type Keywords, titleWords } from './keywords.ts';
import { readCriteria } from './readCriteria.ts';
import { ACTION, STATE } from './gaps.ts';
import type { Spoken, SpokenStep } from './spoken.ts';

/** The scenario, or why the value can't be told as one. */
export function spokenIn(value: Plain, keywords: Keywords): Spoken | string {
  const config = { ...DEFAULT_CONFIG, language: keywords.language };
  const node = nodeOf(value);
  const list = { kind: 'seq', start: 0, end: 0, flow: false, items: [node] } as const;
  const [criterion] = readCriteria(list, '', config);
  if (criterion === undefined) return 'it is no criterion';
  if (criterion.notation === 'check') return fromCheck(criterion, value);
  if (criterion.errors.length > 0) return 'it has mistakes: mend them first';
  const [scenario, second] = criterion.scenarios;
  if (scenario === undefined || scenario.form === 'background') return 'it is no scenario';
  if (second !== undefined) return 'it holds several scenarios: give each an entry of its own first';
  if (scenario.empty.length > 0 || scenario.steps.some((step) => wordsOf(step) === ''))
    return 'it has an empty step: write it first';
  if (criterion.notation === 'gherkin') return fromBlock(criterion, scenario, keywords);
  const strange = isMapping(value) ? Object.keys(value).find((key) => !KNOWN.has(key)) : undefined;
  if (strange !== undefined) return `there is no other place for its "${strange}"`;
  const examples = isMapping(value) ? rowsOf(value['examples']) : undefined;
  if (typeof examples === 'string') return examples;
  return {
    name: scenario.name,
    done: criterion.done,
    steps: scenario.steps.map((step) => ({ ...spokenStep(step), below: [] })),
    examples,
  };
}

const KNOWN: ReadonlySet<string> = new Set(['scenario', 'given', 'when', 'then', 'examples', 'done']);

/** A check tells only what comes of something: the rest are gaps. */
function fromCheck({ written, done }: Criterion, value: Plain): Spoken | string {
  const words = (written?.text ?? '')
    .replace(/^\s*\[[ xX]?\]\s*/, '')
    .trim()
    .replace(/\.$/, '');
  if (words === '' || words.includes('\n')) return 'it is not one sentence';
  if (isMapping(value) && Object.keys(value).some((key) => key !== 'check' && key !== 'done'))
    return 'it is more than a check';
  const step = (kind: SpokenStep['kind'], text: string): SpokenStep => ({
    kind,
    said: kind,
    words: text,
    below: [],
  });
  const steps = [step('given', STATE), step('when', ACTION), step('then', words)];
  return { name: undefined, done, steps, examples: undefined };
}

function wordsOf({ in: { text }, words }: Step): string {
  return text.slice(words.start, words.end).trim();
}

function spokenStep(step: Step): Omit<SpokenStep, 'below'> {
  return { kind: step.kind, said: step.said, words: wordsOf(step) };
}

function fromBlock({ written }: Criterion, scenario: Scenario, keywords: Keywords): Spoken | string {
  const text = written?.text ?? '';
  const lines = text.split('\n').map((line) => line.trim());
  const words = titleWords(keywords);
  const steps = scenario.steps.map((step) => ({ ...spokenStep(step), below: belowOf(step) }));
  const isTitle = (line: string): boolean => /^[^|#@"`*]+:/.test(line);
  const examplesAt = scenario.columns.length > 0 ? lastIndex(lines, isTitle) : lines.length;
  const rows = lines.slice(examplesAt + 1).filter((line) => line !== '');
  const titles = titled(scenario) ? 1 : 0;
  const told = steps.reduce((sum, { below }) => sum + 1 + below.filter((line) => line !== '').length, titles);
  const filled = lines.slice(0, examplesAt).filter((line) => line !== '').length;
  // What else stands there is a remark, a tag, a description or a feature.
  if (filled !== told) return 'its remarks, tags or descriptions have no place there';
  if (examplesAt === lines.length) return { name: scenario.name, done: false, steps, examples: undefined };
  if (lines[examplesAt] !== `${words.examples}:` || rows.some((line) => !line.startsWith('|')))
    return 'its examples have more than one plain table';
  if (rows.some((line) => line.includes('\\'))) return 'its examples hold "\\"';
  const [columns = [], ...values] = rows.map((line) =>
    line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim()),
  );
  const examples = values.map((row) =>
    Object.fromEntries(columns.map((column, i) => [column, row[i] ?? ''])),
  );
  return examples.length === 0
    ? 'its examples have no rows'
    : { name: scenario.name, done: false, steps, examples };
}

/** True where the scenario's head is a line of its own and not its first step. */
function titled({ head, steps }: Scenario): boolean {
  const [first] = steps;
  return head.at.start !== first?.span.start;
}

function belowOf({ in: { text }, argument }: Step): readonly string[] {
  if (argument === undefined) return [];
  const lines = text.slice(argument.start, argument.end).split('\n');
  const margin = argument.start - (text.lastIndexOf('\n', argument.start - 1) + 1);
  return lines.map((line, i) =>
    i === 0 ? line : line.slice(Math.min(margin, line.length - line.trimStart().length)),
  );
}

/** The rows of `examples`, whichever way they are written; a text says why they can't be told. */
function rowsOf(value: Plain | undefined): Spoken['examples'] | string {
  if (value === undefined || value === null) return undefined;
  const odd = 'its examples are not rows of plain values';
  const isPlain = (each: Plain | undefined): boolean =>
    each === undefined || each === null || typeof each !== 'object';
  if (isList(value)) {
    const rows = value.filter(isMapping);
    if (rows.length === 0 || rows.length < value.length) return odd;
    if (rows.some((row) => Object.values(row).some((cell) => !isPlain(cell)))) return odd;
    const texts = rows.map((row) =>
      Object.fromEntries(Object.entries(row).map(([column, cell]) => [column, plainText(cell)])),
    );
    return texts.some((row) =>
      Object.entries(row)
        .flat()
        .some((cell) => /[|\\\n]|^\s|\s$/.test(cell)),
    )
      ? odd
      : texts;
  }
  return odd;
}

/** A tree without a source: every text stands in its node. */
function nodeOf(value: Plain): Node | undefined {
  if (value === null) return undefined;
  if (isList(value)) return { kind: 'seq', start: 0, end: 0, flow: false, items: value.map(nodeOf) };
  if (isMapping(value)) {
    const pairs = Object.entries(value).map(([key, each]): Pair => ({
      key: textNode(key),
      value: nodeOf(each),
    }));
    return { kind: 'map', start: 0, end: 0, flow: false, pairs } satisfies MapNode;
  }
  return textNode(plainText(value));
}

function textNode(text: string): Scalar {
  const style = text.trimEnd().includes('\n') ? 'literal' : 'double';
  return { kind: 'scalar', start: 0, end: 0, style, value: text };
}

function lastIndex(lines: readonly string[], wanted: (line: string) => boolean): number {
  let i = lines.length - 1;
  while (i >= 0 && !wanted(lines[i] ?? '')) i--;
  return i;
}
