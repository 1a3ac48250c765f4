/**
 * Goes on with an acceptance criterion, in a line, in a mapping or in a block of Gherkin: the keyword that comes next,
 * and steps that the backlog has already, so that a team keeps one vocabulary.
 */
import type { Config } from '../../backlog/config.ts';
import {
  firstKeyword,
  keywordsOf,
  type Keywords,
  type StepKind,
  STEP_KINDS,
  type StepWord,
} from '../../writing/acceptance/keywords.ts';
import { type CompletionEntry, type Form, formOf } from './entry.ts';
import type { Scene } from './scene.ts';
import { stepForm } from './steps.ts';

/** How many steps are offered. */
const MOST_STEPS = 30;

const WORDS: readonly StepWord[] = ['given', 'when', 'then', 'and', 'but'];

/** What may follow a step of each kind, the likely one first. */
const NEXT: Readonly<Record<StepKind, readonly StepWord[]>> = {
  given: ['when', 'and'],
  when: ['then', 'and'],
  then: ['and', 'but'],
};

/** In a text that is an entry of `acceptance`. */
export function criterionEntries(scene: Scene): readonly CompletionEntry[] {
  const { before } = scene.typed;
  const keywords = keywordsOf(scene.backlog.config.language);
  const last = lastKeyword(before, keywords, /(?:^|[,;.]\s+)$/);
  if (last === undefined) return lineOpenings(scene, keywords);
  const said = before.slice(last.end);
  const comma = /,\s+([^,]*)$/.exec(said);
  const begun = comma?.[1] ?? '';
  if (comma) {
    const next = continued(scene, keywords, NEXT[last.kind], before.length - begun.length, true);
    if (next.length > 0 || begun === '') return next;
  }
  return stepsLike(scene, last.kind, last.end);
}

/** In a step of a mapping: the value of `given`, `when` or `then`. */
export function stepEntries(scene: Scene, kind: StepKind): readonly CompletionEntry[] {
  const { before } = scene.typed;
  const keywords = keywordsOf(scene.backlog.config.language);
  const own = lastKeyword(before, keywords, /^\s*$/);
  return stepsLike(scene, kind, own?.end ?? before.length - before.trimStart().length);
}

export function isStepKind(key: unknown): key is StepKind {
  return STEP_KINDS.some((kind) => kind === key);
}

/** A whole criterion of one line, for an entry with nothing in it yet. */
export function lineForm(config: Config): Form {
  const keywords = keywordsOf(config.language);
  const [given, when, then] = STEP_KINDS.map((kind, i) =>
    said(keywords, kind, { small: i > 0, behind: true }),
  );
  const english = keywords.language === 'en';
  const [context, action, outcome] = english ? ['<context>', '<action>', '<outcome>'] : ['<…>', '<…>', '<…>'];
  return formOf(`${given ?? ''}${context}, ${when ?? ''}${action}, ${then ?? ''}${outcome}`);
}

function lineOpenings(scene: Scene, keywords: Keywords): readonly CompletionEntry[] {
  const { typed, backlog } = scene;
  const { before, after } = typed;
  const begun = before.trim().toLowerCase();
  if (after.trim() !== '') return [];
  const from = before.length - before.trimStart().length;
  const form = lineForm(backlog.config);
  const whole = form.text.toLowerCase().startsWith(begun)
    ? typed.entry({ label: form.text, kind: 'entry', detail: 'a scenario in one line' }, from, form)
    : undefined;
  return [...(whole ? [whole] : []), ...continued(scene, keywords, ['given', 'when'], from, false)];
}

interface Found {
  readonly kind: StepKind;
  /** Behind the keyword and the space. */
  readonly end: number;
}

/** The last keyword whose front matches, with the kind of step that it begins. */
function lastKeyword(text: string, keywords: Keywords, front: RegExp): Found | undefined {
  let found: Found | undefined;
  for (const { word, start, end } of keywordsIn(text, keywords)) {
    if (!front.test(text.slice(0, start))) continue;
    const kind = word === 'and' || word === 'but' ? (found?.kind ?? 'given') : word;
    found = { kind, end };
  }
  return found;
}

interface Keyword {
  readonly word: StepWord;
  readonly start: number;
  readonly end: number;
}

/** Every keyword of a text with what stands behind it, in order. */
function keywordsIn(text: string, keywords: Keywords): readonly Keyword[] {
  const small = text.toLowerCase();
  const found: Keyword[] = [];
  for (const word of WORDS) {
    for (const keyword of keywords[word]) {
      const glued = keywords.glued.has(keyword);
      const lower = keyword.toLowerCase();
      for (let at = small.indexOf(lower); at >= 0; at = small.indexOf(lower, at + 1)) {
        const space = /^\s+/.exec(text.slice(at + lower.length))?.[0].length ?? 0;
        if (space === 0 && !glued) continue;
        found.push({ word, start: at, end: at + lower.length + space });
      }
    }
  }
  // Of keywords at one place the longest counts.
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  return found.filter(({ start }, i) => found[i - 1]?.start !== start);
}

/** A keyword as it is written, with the space behind it that its language wants. */
function said(
  keywords: Keywords,
  word: StepWord,
  { small, behind }: { readonly small: boolean; readonly behind: boolean },
): string {
  const keyword = firstKeyword(keywords, word);
  const space = behind && !keywords.glued.has(keyword) ? ' ' : '';
  return (small ? keyword.charAt(0).toLowerCase() + keyword.slice(1) : keyword) + space;
}

function continued(
  { typed }: Scene,
  keywords: Keywords,
  next: readonly StepWord[],
  from: number,
  small: boolean,
): readonly CompletionEntry[] {
  const { before, after } = typed;
  if (after.trim() !== '') return [];
  const begun = before.slice(from).trimStart().toLowerCase();
  return next.flatMap((word) => {
    const text = said(keywords, word, { small, behind: true });
    if (!text.toLowerCase().startsWith(begun)) return [];
    const end = { start: text.length, end: text.length };
    const shown = { label: text.trim(), kind: 'words', detail: MEANINGS[word], again: true } as const;
    return typed.entry(shown, from, { text, stops: [end] }) ?? [];
  });
}

const MEANINGS: Readonly<Record<StepWord, string>> = {
  given: 'what holds before',
  when: 'what happens',
  then: 'what can be seen afterwards',
  and: 'one more of the same',
  but: 'what is not so',
};

/** Steps of the backlog that are like what is typed from `from` on. */
function stepsLike(scene: Scene, kind: StepKind, from: number): readonly CompletionEntry[] {
  const { typed } = scene;
  const { before, after } = typed;
  const rest = /^[\p{L}\p{N}]*/u.exec(after)?.[0] ?? '';
  if (!/^\s*(?:[,;.]|$)/.test(after.slice(rest.length))) return [];
  // A place to fill in is selected as a whole: nothing is typed yet.
  const words = before.slice(from).replace(/^<[^<>]*>$/, '');
  const known = scene.words().stepsLike(kind, words, MOST_STEPS, words + (/^[^,;.]*/.exec(after)?.[0] ?? ''));
  return known.flatMap(({ text, count }) => {
    const detail = count === 1 ? 'a step of one scenario' : `a step of ${count} scenarios`;
    const form = stepForm(text);
    return typed.entry({ label: text, kind: 'words', detail, alike: true }, from, form, rest.length) ?? [];
  });
}

/** On a line of a Gherkin block: a keyword, a title, or the rest of a step. */
export function gherkinEntries(scene: Scene): readonly CompletionEntry[] {
  const { typed, backlog } = scene;
  const { before } = typed;
  const keywords = keywordsOf(backlog.config.language);
  const lineStart = before.lastIndexOf('\n') + 1;
  const line = before.slice(lineStart);
  const above = before.slice(0, lineStart).split('\n');
  const kind = kindAbove(above, keywords);
  const own = lastKeyword(line, keywords, /^\s*$/);
  if (own) {
    const isConjunction = keywordsIn(line, keywords)[0]?.word;
    const goesOn = isConjunction === 'and' || isConjunction === 'but';
    return stepsLike(scene, goesOn ? (kind ?? 'given') : own.kind, lineStart + own.end);
  }
  const begun = line.trimStart();
  const from = before.length - begun.length;
  if (!/^\p{L}*$/u.test(begun)) return [];
  const next = kind === undefined ? (['given', 'when'] as const) : NEXT[kind];
  return [
    ...continued(scene, keywords, next, from, false),
    ...(keywords.language === 'en' ? titles(scene, above, from) : []),
  ];
}

/** What the last step above is, in the scenario that the cursor is in. */
function kindAbove(lines: readonly string[], keywords: Keywords): StepKind | undefined {
  let kind: StepKind | undefined;
  for (const line of lines) {
    const found = lastKeyword(line, keywords, /^\s*$/);
    const word = keywordsIn(line, keywords)[0]?.word;
    if (found && (word === 'and' || word === 'but')) kind ??= 'given';
    else if (found) kind = found.kind;
    else if (/^\s*[^|#@\s"][^|]*:\s*/.test(line)) kind = undefined;
  }
  return kind;
}

/** The titles of Gherkin, and a table for the placeholders that the scenario has. */
function titles({ typed }: Scene, above: readonly string[], from: number): readonly CompletionEntry[] {
  if (typed.after.trim() !== '') return [];
  const begun = typed.before.slice(from).toLowerCase();
  const starts = above.map((line) => /^\s*Scenario(?: Outline)?:/.test(line));
  const scenario = above.slice(Math.max(0, starts.lastIndexOf(true)));
  const names = [...new Set(scenario.join('\n').match(/<[^<>\n]+>/g) ?? [])].map((name) => name.slice(1, -1));
  const margin = typed.margin;
  const table =
    names.length === 0 || scenario.some((line) => /^\s*Examples:/.test(line))
      ? []
      : [{ label: 'Examples:', detail: 'values for what is in <…>', form: tableForm(names, margin) }];
  const written = [
    'Scenario: ',
    'Scenario Outline: ',
    ...(above.some((line) => line.trim() !== '') ? [] : ['Background:']),
  ];
  const plain = written.map((text) => ({ label: text.trim(), detail: 'Gherkin', form: { text, stops: [] } }));
  return [...table, ...plain].flatMap(({ label, detail, form }) =>
    label.toLowerCase().startsWith(begun)
      ? (typed.entry({ label, kind: 'entry', detail }, from, form) ?? [])
      : [],
  );
}

function tableForm(names: readonly string[], margin: string): Form {
  const head = `Examples:\n${margin}  | ${names.join(' | ')} |\n${margin}  |`;
  let text = head;
  const stops = names.map(() => {
    text += ' ';
    const at = text.length;
    text += ' |';
    return { start: at, end: at };
  });
  return { text, stops: [...stops, { start: text.length, end: text.length }] };
}
