/**
 * The words that begin a step, in the language of the team. English ones are here, so that most backlogs never load
 * the Gherkin package; those of all other languages are the package's own.
 */
import { dialects } from '@cucumber/gherkin';

export type StepKind = 'given' | 'when' | 'then';
export type StepWord = StepKind | 'and' | 'but';

export const STEP_KINDS: readonly StepKind[] = ['given', 'when', 'then'];

/** The words of one language, as they are written at the start of a step, without the space behind them. */
export type Keywords = {
  readonly [word in StepWord]: readonly string[];
} & {
  /** The name by which the Gherkin parser knows the language: `en`, `pt`, `zh-CN`. */
  readonly language: string;
  /** Those that stand directly before the next letter: `Lorsqu'`, `假如`. */
  readonly glued: ReadonlySet<string>;
};

const WORDS: readonly StepWord[] = ['given', 'when', 'then', 'and', 'but'];

export const ENGLISH: Keywords = {
  language: 'en',
  given: ['Given'],
  when: ['When'],
  then: ['Then'],
  and: ['And'],
  but: ['But'],
  glued: new Set(),
};

const known = new Map<string, Keywords>();

/** @param language as the team writes it (`writing.language`); one that Gherkin does not know counts as English. */
export function keywordsOf(language: string): Keywords {
  if (language === 'en') return ENGLISH;
  const found = known.get(language);
  if (found) return found;
  const name = dialectOf(language) ?? 'en';
  const keywords = name === 'en' ? ENGLISH : read(name);
  known.set(language, keywords);
  return keywords;
}

/**
 * The name by which the Gherkin parser knows a language: itself, else the same with other letters (`pt-br`), else the
 * language without its country; undefined where there is none.
 */
export function dialectOf(language: string): string | undefined {
  if (language === 'en' || Object.hasOwn(dialects, language)) return language;
  const wanted = language.toLowerCase().replaceAll('_', '-');
  const names = Object.keys(dialects);
  const [base = ''] = wanted.split('-');
  return (
    names.find((name) => name.toLowerCase() === wanted) ??
    names.find((name) => name === base) ??
    names.find((name) => name.startsWith(`${base}-`))
  );
}

function read(language: string): Keywords {
  const dialect = dialects[language];
  if (dialect === undefined) return ENGLISH;
  const glued = new Set<string>();
  const taken = new Set<string>();
  const ofWord = (word: StepWord): readonly string[] => {
    const own: string[] = [];
    for (const written of dialect[word]) {
      const keyword = written.trimEnd();
      // A word that begins two kinds of steps counts as the first of them.
      if (keyword === '*' || taken.has(keyword)) continue;
      taken.add(keyword);
      own.push(keyword);
      if (keyword === written) glued.add(keyword);
    }
    return own;
  };
  const [given, when, then, and, but] = WORDS.map(ofWord) as [
    readonly string[],
    readonly string[],
    readonly string[],
    readonly string[],
    readonly string[],
  ];
  return { language, given, when, then, and, but, glued };
}

/** The first word of a kind in the language, for what is to be written: `Then`, `Alors`. */
export function firstKeyword(keywords: Keywords, word: StepWord): string {
  return keywords[word][0] ?? ENGLISH[word][0] ?? '';
}

/** The words above steps, without their colon: `Scenario`, `Scenario Outline`, `Examples`. */
export function titleWords({ language }: Keywords): {
  readonly scenario: string;
  readonly outline: string;
  readonly examples: string;
} {
  if (language === 'en') return { scenario: 'Scenario', outline: 'Scenario Outline', examples: 'Examples' };
  const { scenario, scenarioOutline, examples } = dialects[language] ?? {};
  return {
    // The first one is the word for `Example` in most languages.
    scenario: scenario?.at(-1) ?? 'Scenario',
    outline: scenarioOutline?.[0] ?? 'Scenario Outline',
    examples: examples?.[0] ?? 'Examples',
  };
}

interface Patterns {
  /** A keyword at the start of a text, perhaps in Markdown's bold. */
  readonly atStart: RegExp;
  /** A keyword anywhere, also at the end of another word. */
  readonly inside: RegExp;
  readonly wordOf: ReadonlyMap<string, StepWord>;
}

const patterns = new Map<Keywords, Patterns>();

const LEAD = String.raw`[\s*_]*`;
/** Patterns that find the keywords of a language, in any case of letters. */
export function patternsOf(keywords: Keywords): Patterns {
  const found = patterns.get(keywords);
  if (found) return found;
  const wordOf = new Map<string, StepWord>();
  for (const word of WORDS)
    for (const keyword of keywords[word])
      if (!wordOf.has(keyword.toLowerCase())) wordOf.set(keyword.toLowerCase(), word);
  const longestFirst = WORDS.flatMap((word) => keywords[word]).sort((a, b) => b.length - a.length);
  const each = longestFirst.map((keyword) => {
    const escaped = keyword.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
    return keywords.glued.has(keyword) ? escaped : String.raw`${escaped}(?=[\s*_:,;.]|$)`;
  });
  const keyword = `(?<keyword>${each.join('|')})(?:[*_]+:?|:)?`;
  const made: Patterns = {
    atStart: new RegExp(`^${LEAD}${keyword}`, 'iu'),
    inside: new RegExp(keyword, 'giu'),
    wordOf,
  };
  patterns.set(keywords, made);
  return made;
}

/** A keyword at the very start of a text; undefined where it begins with something else. */
export function keywordAtStart(
  text: string,
  keywords: Keywords,
): { readonly word: StepWord; readonly keyword: string; readonly end: number } | undefined {
  const { atStart, wordOf } = patternsOf(keywords);
  const match = atStart.exec(text);
  const keyword = match?.groups?.['keyword'];
  if (!match || keyword === undefined) return undefined;
  const word = wordOf.get(keyword.toLowerCase());
  return word && { word, keyword, end: match[0].length };
}
