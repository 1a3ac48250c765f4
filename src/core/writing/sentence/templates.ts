/** Compiles the forms that a team gives its story sentences (`writing.templates`): the words that stay, and the places to fill in. */
import type { Slot } from './clauses.ts';
import { readEnglish } from './english.ts';

/** A place to fill in with the fixed words around it. */
export interface TemplateSlot {
  readonly slot: Slot;
  /** The placeholder's own word, `role` of `<role>`. */
  readonly name: string;
  /** The fixed words in front, without spaces and commas around them. */
  readonly before: string;
  /** There is a comma in front of these words. */
  readonly comma: boolean;
  /** Those behind the last place; empty for all others. */
  readonly after: string;
}

export interface Template {
  /** Position in `config.templates`. */
  readonly index: number;
  readonly slots: readonly TemplateSlot[];
  /** Written in the words that the English grammar knows, which is tolerant. Others are matched word by word. */
  readonly english: boolean;
}

const PLACEHOLDER = /<([^<>\n]+)>|\{\{?([^{}\n]+)\}\}?|\[([^[\]\n]+)\]/g;

const NAMES: readonly (readonly [Slot, RegExp])[] = [
  [
    'role',
    /\b(?:role|persona|user|actor|who|person|type|kind|stakeholder|rolle|r[oô]le|rol|ruolo|papel|perfil|usuario|utilisateur|utente|nutzer|benutzer)/iu,
  ],
  ['situation', /\b(?:situation|when|context|trigger|event|condition|situaci[oó]n|contexte|wann|auslöser)/iu],
  [
    'end',
    /\b(?:benefit|reason|why|value|outcome|result|purpose|nutzen|grund|warum|zweck|mehrwert|b[eé]n[eé]fice|raison|valeur|beneficio|raz[oó]n|valor|motivo|vantaggio|voordeel|reden)/iu,
  ],
  [
    'means',
    /\b(?:means|want|what|feature|action|function|capability|need|task|something|motivation|functionality|funktion|aktion|was|ziel|wunsch|but|objectif|action|objetivo|meta|funci[oó]n|acci[oó]n|azione|obiettivo|doel|wens)/iu,
  ],
];

const compiled = new WeakMap<readonly string[], readonly Template[]>();

/** Compiled once for each list of templates. A text without a place to fill in is none, and is left out. */
export function templatesOf(texts: readonly string[]): readonly Template[] {
  let templates = compiled.get(texts);
  if (templates === undefined) {
    templates = texts.flatMap((text, index) => compile(text, index) ?? []);
    compiled.set(texts, templates);
  }
  return templates;
}

function compile(text: string, index: number): Template | undefined {
  const holes = [...text.matchAll(PLACEHOLDER)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    name: (match[1] ?? match[2] ?? match[3] ?? '').trim(),
  }));
  if (holes.length === 0) return undefined;
  const between = holes.map(({ start }, i) => text.slice(holes[i - 1]?.end ?? 0, start));
  const before = between.map(fixedWords);
  const after = fixedWords(text.slice(holes.at(-1)?.end ?? 0));
  const said = englishSlots(text, holes);
  const slots = meanings(
    holes.map(({ name }) => name),
    said,
  );
  const found = holes.map(({ name }, i): TemplateSlot => ({
    // `meanings` gives one meaning for each place.
    slot: slots[i] ?? 'means',
    name,
    before: before[i] ?? '',
    comma: /^\s*,/.test(between[i] ?? ''),
    after: i === holes.length - 1 ? after : '',
  }));
  return { index, slots: found, english: said.every((slot) => slot !== undefined) && after === '' };
}

function fixedWords(text: string): string {
  return text.replaceAll(/^[\s,;:.،؛、，。]+|[\s,;:.،؛、，。]+$/g, '').replaceAll(/\s+/g, ' ');
}

/** What the English grammar takes each place for, given the words around it; undefined where it knows none. */
function englishSlots(
  text: string,
  holes: readonly { readonly start: number; readonly end: number; readonly name: string }[],
): readonly (Slot | undefined)[] {
  // Each place is filled with a word of the same length, so that offsets stay.
  let filled = text;
  for (const { start, end } of holes)
    filled = filled.slice(0, start) + 'x'.repeat(end - start) + filled.slice(end);
  const clauses = readEnglish(filled);
  return holes.map(
    ({ start, end }) =>
      clauses.find(
        ({ words }) => words.end === end && /^(?:I can )?$/i.test(filled.slice(words.start, start)),
      )?.slot,
  );
}

/** By the words in front, else by the placeholder's name, else by its position; none is given twice. */
function meanings(names: readonly string[], said: readonly (Slot | undefined)[]): readonly Slot[] {
  const taken = new Set(said.filter((slot) => slot !== undefined));
  const named = names.map((name, i) => {
    const slot = said[i] ?? NAMES.find(([slot, words]) => !taken.has(slot) && words.test(name))?.[0];
    if (slot !== undefined) taken.add(slot);
    return slot;
  });
  const left = (['role', 'means', 'end', 'situation'] as const).filter((slot) => !taken.has(slot));
  return named.map((slot) => slot ?? left.shift() ?? 'means');
}
