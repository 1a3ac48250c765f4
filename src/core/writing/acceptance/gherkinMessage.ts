/** Says what the Gherkin parser found wrong in words of people who write criteria, at the place in the block. */
import { dialects } from '@cucumber/gherkin';
import type { GherkinError } from './criteria.ts';
import type { Lines } from './lines.ts';

export interface RawError {
  /** From 0. */
  readonly line: number;
  /** In characters, from 0. */
  readonly column: number;
  /** As the parser says it. */
  readonly message: string;
}

export interface Block {
  readonly lines: Lines;
  readonly language: string;
  /** The line that opens a text which is never closed. */
  readonly open: number | undefined;
}

export function gherkinErrors(raw: readonly RawError[], block: Block): readonly GherkinError[] {
  return raw.map((error) => errorOf(error, block));
}

function errorOf({ line, message }: RawError, block: Block): GherkinError {
  const { lines } = block;
  if (message.includes('unexpected end of file'))
    return block.open === undefined
      ? {
          ...lines.lastFilled,
          message:
            'A tag goes above a scenario, a rule or examples, but nothing follows this one: add it or remove the tag.',
        }
      : {
          ...lines.trimmed(block.open),
          message: 'The quoted text that starts here is never closed: add a line with the same three quotes.',
        };
  const at = lines.trimmed(Math.min(line, lines.all.length - 1));
  const span = at.start === at.end ? lines.lastFilled : at;
  if (message.includes('inconsistent cell count'))
    return {
      ...span,
      message: 'This row has more or fewer cells than the first of its table: give each row the same number.',
    };
  if (message.includes('A tag may not contain whitespace'))
    return { ...span, message: 'Tags can’t contain spaces: write "@two-words", with an "@" for each tag.' };
  if (message.includes('Language not supported'))
    return {
      ...span,
      message: `Gherkin has no keywords in the language "${message.split(': ').at(-1)?.trim() ?? ''}": use a code such as en, fr or zh-CN.`,
    };
  return unexpectedLine(lines.text.slice(span.start, span.end), span, message, block);
}

function unexpectedLine(
  line: string,
  span: { readonly start: number; readonly end: number },
  message: string,
  block: Block,
): GherkinError {
  const { language } = block;
  const keyword = keywordLike(line, language);
  if (keyword !== undefined) {
    const end = span.start + keyword.length;
    return {
      ...span,
      message: `Gherkin keywords start with a capital letter: write "${keyword}".`,
      mend: { title: `Write "${keyword}"`, start: span.start, end, text: keyword },
    };
  }
  const other = otherLanguage(line, block);
  if (other !== undefined) {
    const header = `# language: ${other.language}`;
    const hasHeader = /^\s*#\s*language\s*:/.test(block.lines.text);
    return {
      ...span,
      message: `"${other.keyword}" is a keyword of ${other.name}: set "language: ${other.language}" under "writing", or begin the block with "${header}".`,
      ...(hasHeader
        ? {}
        : { mend: { title: `Begin with "${header}"`, start: 0, end: 0, text: `${header}\n` } }),
    };
  }
  if (/^(?:"""|```)/.test(line))
    return { ...span, message: 'A step can have only one quoted text: start a new step above this one.' };
  if (line.startsWith('|'))
    return { ...span, message: 'A table belongs to a step or to examples: add one of them above it.' };
  const { given = [], when = [], then = [], background = [] } = dialects[language] ?? {};
  if (background.some((word) => line.startsWith(`${word}:`)))
    return {
      ...span,
      message: 'A background can only appear once, above the first scenario: move its steps there.',
    };
  const words = [given, when, then].map((list) => list.find((word) => word !== '* ')?.trim() ?? '');
  const known = `"${words.slice(0, 2).join('", "')}" or "${words[2] ?? ''}"`;
  return {
    ...span,
    message: message.includes('#FeatureLine')
      ? `Blocks in a list are read as Gherkin, and this line isn’t: start it with ${known}, or write it as a plain line without "|".`
      : `Gherkin can't read this line: start it with ${known}, or start it with "#" to make it a comment.`,
  };
}

/** The keyword that a line begins with in other letters: `given`, `WHEN`, `scenario:`. */
export function keywordLike(line: string, language: string): string | undefined {
  const dialect = dialects[language];
  if (dialect === undefined) return undefined;
  const { given, when, then, and, but, feature, scenario, scenarioOutline, background, rule, examples } =
    dialect;
  const steps = [given, when, then, and, but].flat();
  const titles = [feature, scenario, scenarioOutline, background, rule, examples]
    .flat()
    .map((word) => `${word}:`);
  const lower = line.toLowerCase();
  return [...steps, ...titles]
    .find((word) => lower.startsWith(word.toLowerCase()) && !line.startsWith(word))
    ?.trimEnd();
}

interface OtherLanguage {
  readonly language: string;
  readonly name: string;
  readonly keyword: string;
}

/** The language whose keyword the line begins with, where only others have it: the one that fits most of the block. */
function otherLanguage(line: string, { language, lines }: Block): OtherLanguage | undefined {
  let best: OtherLanguage | undefined;
  let most = 0;
  for (const [code, dialect] of Object.entries(dialects)) {
    if (code === language || code.startsWith('en-')) continue;
    const { given, when, then, and, feature, scenario, scenarioOutline } = dialect;
    const steps = [given, when, then, and].flat().filter((word) => word !== '* ' && word.trim().length > 2);
    const titles = [feature, scenario, scenarioOutline].flat().map((word) => `${word}:`);
    const words = [...steps, ...titles];
    const keyword = words.find((word) => line.startsWith(word));
    if (keyword === undefined) continue;
    const fitting = lines.all.filter((each) =>
      words.some((word) => each.trimStart().startsWith(word)),
    ).length;
    if (fitting <= most) continue;
    most = fitting;
    best = { language: code, name: dialect.name, keyword: keyword.trim() };
  }
  return best;
}
