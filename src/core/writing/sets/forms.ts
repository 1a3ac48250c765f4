/** In which words a story sentence announces its parts, as forms that can be counted and compared. */
import type { Part, Sentence } from '../sentence/sentence.ts';

/** What is compared: the words before the role, the wish and the end, and the commas in front of the last two. */
export const SLOTS = ['role', 'means', 'end', 'commaBeforeMeans', 'commaBeforeEnd'] as const;
export type FormSlot = (typeof SLOTS)[number];

export interface Form {
  /** The same for what counts as the same. */
  readonly name: string;
  /** As it is written. */
  readonly written: string;
}

/** The form of each slot that the sentence has. */
export function formsOf(sentence: Sentence): ReadonlyMap<FormSlot, Form> {
  const { role, means, end } = sentence;
  const { text } = sentence.written;
  const forms = new Map<FormSlot, Form>();
  const words = (slot: FormSlot, part: Part | undefined, name: (said: string) => string): void => {
    const written = wordsOf(text, part);
    if (written !== '') forms.set(slot, { name: name(plain(written)), written });
  };
  const last = means ?? role;
  // Which article it is, the role decides.
  words('role', role, (said) => said.replace(/^as (?:an|the)$/, 'as a'));
  if (!/\b(?:not|never)\b|n't\b/.test(plain(wordsOf(text, means)))) words('means', means, wishForm);
  words('end', end, (said) => (last && end && end.start < last.start ? `${said} …` : endForm(said)));
  if (role && means) comma(forms, 'commaBeforeMeans', text, role, means);
  if (means && end) comma(forms, 'commaBeforeEnd', text, means, end);
  return forms;
}

function wordsOf(text: string, part: Part | undefined): string {
  return part === undefined ? '' : text.slice(part.indicator.start, part.indicator.end);
}

/** Only where nothing but spaces and a comma stand between two parts that follow each other. */
function comma(
  forms: Map<FormSlot, Form>,
  slot: FormSlot,
  text: string,
  before: Part,
  { indicator }: Part,
): void {
  const between = text.slice(before.end, indicator.start);
  if (/^\s*,\s*$/.test(between)) forms.set(slot, { name: ',', written: ', ' });
  else if (/^[ \t]+$/.test(between)) forms.set(slot, { name: '', written: ' ' });
}

function plain(said: string): string {
  return said.toLowerCase().replaceAll('’', "'").replaceAll(/\s+/g, ' ').trim();
}

/** `We'd like to`, `I would like to` and `I also would like to` are one form; a repetition is none of its own. */
function wishForm(said: string): string {
  return said
    .replace(/^we\b/, 'i')
    .replace(/^i'd\b/, 'i would')
    .replace(/^(i(?: would)?) (?:(?:also|only|just|really|still|[a-z]+ly) )+/, '$1 ');
}

function endForm(said: string): string {
  return said.replace(/^and /, '').replace(/^(so that|in order that|such that) .*$/, '$1');
}
