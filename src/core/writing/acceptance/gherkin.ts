/**
 * Reads a block of Gherkin with the real parser. A block may be steps alone, one or more scenarios, or a whole feature:
 * what is missing above it is put before the parser, and places are counted without it. What can be understood beside
 * a mistake is still read.
 */
import { AstBuilder, dialects, GherkinClassicTokenMatcher, Parser } from '@cucumber/gherkin';
import type { Span } from '../../text/span.ts';
import type { Written } from '../written.ts';
import type { GherkinError, Scenario, Step } from './criteria.ts';
import { gherkinErrors, keywordLike, type RawError } from './gherkinMessage.ts';
import { keywordAtStart, type Keywords, type StepKind } from './keywords.ts';
import { Lines } from './lines.ts';

export interface GherkinReading {
  readonly scenarios: readonly Scenario[];
  readonly errors: readonly GherkinError[];
}

type Token = Parameters<AstBuilder['build']>[0];

/** The parser's numbers for the kinds of lines; it does not export their names. */
const FEATURE = 5;
const RULE = 6;
const BACKGROUND = 7;
const SCENARIO = 8;
const EXAMPLES = 9;
const STEP = 10;
const DOC_STRING = 11;
const TABLE_ROW = 12;

function typeOf(token: Token): number {
  return token.matchedType;
}

/**
 * Builds what the parser wants built, and keeps the lines as it understood them, also where it ends in an error. No class
 * that extends the package's: that would load it with this file.
 */
function recorder(): { readonly builder: AstBuilder; readonly tokens: readonly Token[] } {
  const tokens: Token[] = [];
  const builder = new AstBuilder(() => '');
  const build = builder.build.bind(builder);
  builder.build = (token) => {
    tokens.push(token);
    build(token);
  };
  return { builder, tokens };
}

const LANGUAGE = /^\s*#\s*language\s*:\s*([a-zA-Z\-_]+)\s*$/;

/** Parses a block in the language that its header names, else in the team's. Never throws because of what it holds. */
export function readGherkin(written: Written, keywords: Keywords): GherkinReading {
  const lines = new Lines(written.text);
  const header = headerOf(lines);
  const language = header && Object.hasOwn(dialects, header) ? header : keywords.language;
  const { above, mended, strange } = begin(lines, language);
  const { tokens, raw } = parse([...above, ...mended.map((line) => spacedKeyword(line, language))], language);
  const place = (token: Token): number => token.location.line - 1 - above.length;
  const scenarios = new Reader(written, lines, place, tokens).read();
  const found = raw.map(({ line, ...rest }) => ({ ...rest, line: line - above.length }));
  const errors = gherkinErrors([...strange, ...found], { lines, language, open: openText(tokens, place) });
  return { scenarios, errors };
}

/** The line with the quotes of a text that is never closed. */
function openText(tokens: readonly Token[], place: (token: Token) => number): number | undefined {
  const quotes = tokens.filter((token) => typeOf(token) === DOC_STRING);
  const last = quotes.at(-1);
  return last !== undefined && quotes.length % 2 === 1 ? place(last) : undefined;
}

/** The library takes what every object has, such as `constructor`, for a language: as another name it is refused. */
function matcherFor(language: string): GherkinClassicTokenMatcher {
  const matcher = new GherkinClassicTokenMatcher(language);
  const change = matcher.changeDialect.bind(matcher);
  matcher.changeDialect = (name, location) => {
    change(Object.hasOwn(dialects, name) ? name : `${name} `, location);
  };
  return matcher;
}

function parse(
  lines: readonly string[],
  language: string,
): { readonly tokens: readonly Token[]; readonly raw: readonly RawError[] } {
  const { builder, tokens } = recorder();
  try {
    new Parser(builder, matcherFor(language)).parse(lines.join('\n'));
    return { tokens, raw: [] };
  } catch (error) {
    return { tokens, raw: rawErrors(error) };
  }
}

/** The parser's exceptions, one or several in one, as data. */
function rawErrors(error: unknown): readonly RawError[] {
  if (!(error instanceof Error)) throw error;
  if ('errors' in error && Array.isArray(error.errors)) return error.errors.flatMap(rawErrors);
  const location: unknown = 'location' in error ? error.location : undefined;
  // What is no mistake of the text is a bug of the parser: its caller says so.
  if (typeof location !== 'object' || location === null || !('line' in location)) throw error;
  const column = 'column' in location ? Number(location.column) : 0;
  return [{ line: Number(location.line) - 1, column: Math.max(0, column - 1), message: error.message }];
}

function headerOf(lines: Lines): string | undefined {
  const first = lines.all.find((line) => line.trim() !== '');
  return first === undefined ? undefined : LANGUAGE.exec(first)?.[1];
}

interface Beginning {
  /** The lines that a whole feature would have above the block. */
  readonly above: readonly string[];
  /** The block's own lines; those at its start that can't be read are blank. */
  readonly mended: readonly string[];
  /** What is wrong with these. */
  readonly strange: readonly RawError[];
}

function begin(lines: Lines, language: string): Beginning {
  const whole = { above: [], mended: lines.all, strange: [] };
  const dialect = dialects[language];
  const header = headerOf(lines);
  // A feature is read as it is. So is a language that there is not: the parser says so at its place.
  if (dialect === undefined || (header !== undefined && !Object.hasOwn(dialects, header))) return whole;
  const starts = (line: string, words: readonly string[]): boolean =>
    words.some((word) => line.trimStart().startsWith(`${word}:`));
  if (lines.all.some((line) => starts(line, dialect.feature))) return whole;
  const { scenario, scenarioOutline, background, rule, examples } = dialect;
  const titles = [scenario, scenarioOutline, background, rule, examples].flat();
  const known = (line: string): boolean => starts(line, titles) || startsStep(line.trimStart(), language);
  const isRemark = (line: string): boolean => /^\s*(?:[#@]|$)/.test(line);
  const begun = lines.all.findIndex((line) => known(keywordMended(line, language)));
  const lead = begun < 0 ? lines.all.length : begun;
  const odd = lines.all.findIndex((line, i) => i < lead && !isRemark(line));
  if (begun < 0 && odd < 0) return whole;
  const first = keywordMended(lines.all[lead] ?? '', language);
  const strange = [odd, first === lines.all[lead] ? -1 : begun]
    .filter((line) => line >= 0)
    .map((line) => ({ line, column: 0, message: 'expected: #FeatureLine' }));
  const mended = lines.all.map((line, i) => (i < lead && !isRemark(line) ? '' : i === lead ? first : line));
  const feature = `${dialect.feature[0] ?? 'Feature'}:`;
  const titled = starts(first, [scenario, scenarioOutline, background, rule].flat());
  const above = titled ? [feature] : [feature, `${scenario[0] ?? 'Scenario'}:`];
  return { above, mended, strange };
}

/** A line whose keyword is written in small or capital letters alone, with the keyword as it should be. */
function keywordMended(line: string, language: string): string {
  const space = line.length - line.trimStart().length;
  const keyword = keywordLike(line.trimStart(), language);
  return keyword === undefined ? line : line.slice(0, space) + keyword + line.slice(space + keyword.length);
}

function stepWords(language: string): readonly string[] {
  const dialect = dialects[language];
  if (dialect === undefined) return [];
  const { given, when, then, and, but } = dialect;
  return [...given, ...when, ...then, ...and, ...but];
}

function startsStep(line: string, language: string): boolean {
  return stepWords(language).some((word) => line.startsWith(word) || line === word.trimEnd());
}

/** A keyword with nothing behind it is an empty step, though editors cut off the space that makes it one. */
function spacedKeyword(line: string, language: string): string {
  const word = line.trim();
  if (word === '' || word.length > 40) return line;
  return stepWords(language).some((each) => each.trimEnd() === word && each !== word)
    ? `${line.trimEnd()} `
    : line;
}

const BULLET = /^\s*(?:[-+*•]|\d+[.)]|\[[ xX]?\])\s/;

/**
 * True where a text is a block of Gherkin. In a list, a literal block is one unless it is plain bullets; elsewhere the
 * text has to begin a line with a keyword.
 */
export function looksLikeGherkin(written: Written, keywords: Keywords, inList: boolean): boolean {
  const { text, node } = written;
  const literal = node.style === 'literal';
  if (!literal && (node.style === 'folded' || !text.includes('\n'))) return false;
  const filled = text.split('\n').filter((line) => line.trim() !== '');
  if (filled.length === 0) return literal && inList;
  const [first = ''] = filled;
  const margin = first.length - first.trimStart().length;
  const isBullet = (line: string): boolean => BULLET.test(line) || line.search(/\S/) > margin;
  if (BULLET.test(first) && filled.every(isBullet)) return false;
  if (literal && inList) return true;
  return keywordAtStart(first.trim(), keywords) !== undefined ||
    /^\s*(?:@\w|#\s*language|\p{L}+:)/u.test(first)
    ? filled.some((line) => startsStep(line.trim(), keywords.language) || startsStep(line.trim(), 'en'))
    : false;
}

/** Puts scenarios together from the lines that the parser understood. */
class Reader {
  readonly #scenarios: (Scenario & { steps: Step[]; columns: string[] })[] = [];
  #background: Step[] = [];
  #ruleBackground: Step[] = [];
  #inRule = false;
  #inExamples = false;
  #kind: StepKind = 'given';

  constructor(
    readonly written: Written,
    readonly lines: Lines,
    readonly lineOf: (token: Token) => number,
    readonly tokens: readonly Token[],
  ) {}

  read(): readonly Scenario[] {
    let rows = 0;
    let doc: number | undefined;
    for (const token of this.tokens) {
      const type = typeOf(token);
      if (doc !== undefined) {
        if (type === DOC_STRING) {
          this.#argument(doc, this.lineOf(token));
          doc = undefined;
        }
        continue;
      }
      rows = type === TABLE_ROW ? rows + 1 : 0;
      switch (type) {
        case RULE:
          this.#inRule = true;
          this.#ruleBackground = [];
          break;
        case FEATURE:
          break;
        case BACKGROUND:
        case SCENARIO:
          this.#open(token, type === BACKGROUND);
          break;
        case EXAMPLES:
          this.#inExamples = true;
          break;
        case STEP:
          this.#step(token);
          break;
        case DOC_STRING:
          doc = this.lineOf(token);
          break;
        case TABLE_ROW:
          if (!this.#inExamples) this.#argument(this.lineOf(token), this.lineOf(token));
          else if (rows === 1)
            this.#scenarios.at(-1)?.columns.push(...token.matchedItems.map(({ text }) => text));
          break;
      }
    }
    return this.#scenarios.map((scenario) => ({
      ...scenario,
      form: scenario.columns.length > 0 ? 'outline' : scenario.form,
    }));
  }

  #open(token: Token, isBackground: boolean): void {
    const line = this.lineOf(token);
    // Steps without a line above them: what they are part of was put before the parser.
    const head = line < 0 ? this.lines.firstFilled : this.lines.trimmed(line);
    const steps: Step[] = [];
    if (isBackground) {
      if (this.#inRule) this.#ruleBackground = steps;
      else this.#background = steps;
    }
    this.#kind = 'given';
    this.#inExamples = false;
    this.#scenarios.push({
      form: isBackground ? 'background' : 'scenario',
      name: line < 0 || token.matchedText === '' ? undefined : token.matchedText,
      head: { in: this.written, at: head },
      steps,
      before: isBackground ? [] : [...this.#background, ...(this.#inRule ? this.#ruleBackground : [])],
      empty: [],
      columns: [],
    });
  }

  #step(token: Token): void {
    const scenario = this.#scenarios.at(-1);
    if (!scenario) return;
    const span = this.lines.trimmed(this.lineOf(token));
    const keyword = token.matchedKeyword.trimEnd();
    const said = this.#said(token);
    if (said !== 'and' && said !== 'but' && said !== '*') this.#kind = said;
    const rest = this.written.text.slice(span.start + keyword.length, span.end);
    const from = span.start + keyword.length + rest.length - rest.trimStart().length;
    scenario.steps.push({
      kind: this.#kind,
      said,
      keyword,
      in: this.written,
      span: { start: span.start, end: Math.max(span.end, span.start + keyword.length) },
      words: { start: Math.min(from, span.end), end: span.end },
      argument: undefined,
    });
  }

  #said(token: Token): Step['said'] {
    const dialect = dialects[token.matchedGherkinDialect];
    const keyword = token.matchedKeyword;
    if (dialect === undefined || keyword === '* ') return '*';
    const words = ['given', 'when', 'then', 'and', 'but'] as const;
    const fitting = words.filter((word) => dialect[word].includes(keyword));
    // Some languages begin two kinds of steps with the same word: then it goes on where the scenario is.
    return fitting.find((word) => word === this.#kind) ?? fitting[0] ?? '*';
  }

  /** Lines that belong to the step above them. */
  #argument(from: number, to: number): void {
    const steps = this.#scenarios.at(-1)?.steps;
    const step = steps?.at(-1);
    if (!steps || !step) return;
    const start = step.argument?.start ?? this.lines.trimmed(from).start;
    const argument: Span = { start, end: this.lines.trimmed(to).end };
    steps[steps.length - 1] = { ...step, argument };
  }
}
