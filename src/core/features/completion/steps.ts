/**
 * Steps of scenarios as a team repeats them: with what changes from one to the next (quoted texts, numbers,
 * `<placeholders>`) taken as a place to fill in. Finds those that are like what somebody types.
 */
import type { Form } from './entry.ts';

/** A step that the backlog has, however often and with whatever values. */
export interface KnownStep {
  /** In small letters, with a mark for each value; equal for steps that differ in their values alone. */
  readonly key: string;
  /** As it was first found. */
  readonly text: string;
  /** How often it was used when it was asked for. */
  readonly count: number;
}

const VALUE =
  /"[^"\n]*"|“[^”\n]*”|«[^»\n]*»|<[^<>\n]+>|(?<![\p{L}\p{N}_])\d+(?:[.,:]\d+)*(?![\p{L}\p{N}_])/gu;

/** What steps with other values have in common. */
export function stepKey(text: string): string {
  return text
    .replaceAll(VALUE, (value) => (value.startsWith('<') ? '<>' : /^\d/.test(value) ? '0' : '""'))
    .replaceAll(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}

/** The step with its values as places to fill in: what is between quotes, without them. */
export function stepForm(text: string): Form {
  const stops = Array.from(text.matchAll(VALUE), ({ 0: value, index }) => {
    const quoted = /^["“«]/.test(value);
    return { start: index + (quoted ? 1 : 0), end: index + value.length - (quoted ? 1 : 0) };
  });
  return { text, stops: [...stops, { start: text.length, end: text.length }] };
}

function wordsOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Of so many that may be like what is typed, each is looked at: about two milliseconds. */
const MOST_LOOKED_AT = 10_000;

function bitOf(word: string): number {
  return 1 << ((word.charCodeAt(0) * 7 + (word.charCodeAt(1) || 0)) % 31);
}

interface TypedWord {
  /** The word without its ending, unless it is still being typed. */
  readonly stem: string;
  /** The same behind a space. */
  readonly inside: string;
  /** Long words say more than short ones. */
  readonly weight: number;
  /** 0 for a single letter, which may begin anything. */
  readonly bit: number;
}

/** The steps of one kind. Tens of thousands are looked through for every letter that is typed. */
export class StepList {
  private readonly places = new Map<string, number>();
  private readonly steps: Omit<KnownStep, 'count'>[] = [];
  private readonly counts: number[] = [];
  /** Of each step a bit for the beginning of each of its words: a quick no to most questions. */
  private readonly beginnings: number[] = [];

  /** Counts a step up or down; one that is used no more is forgotten. */
  add(text: string, by: 1 | -1): void {
    const key = stepKey(text);
    if (key === '') return;
    const at = this.places.get(key);
    if (at === undefined) {
      if (by > 0) this.append(key, text.replaceAll(/\s+/g, ' ').trim());
      return;
    }
    const count = (this.counts[at] ?? 0) + by;
    this.counts[at] = count;
    if (count <= 0) this.remove(key, at);
  }

  private append(key: string, text: string): void {
    let beginnings = 0;
    for (const word of wordsOf(key)) beginnings |= bitOf(word);
    this.places.set(key, this.steps.length);
    this.steps.push({ key, text });
    this.counts.push(1);
    this.beginnings.push(beginnings);
  }

  /** The last one takes its place. */
  private remove(key: string, at: number): void {
    this.places.delete(key);
    const last = this.steps.pop();
    const count = this.counts.pop();
    const beginnings = this.beginnings.pop();
    if (last === undefined || count === undefined || beginnings === undefined || at >= this.steps.length)
      return;
    this.steps[at] = last;
    this.counts[at] = count;
    this.beginnings[at] = beginnings;
    this.places.set(last.key, at);
  }

  /**
   * At most `most`: the most similar first; with nothing typed, the most used. None where what is typed is a step that
   * others have as well.
   * @param whole the step as it stands, with what is behind the cursor; it is no news
   */
  like(typed: string, most: number, whole = typed): readonly KnownStep[] {
    const asked = question(typed);
    const { key, words, total } = asked;
    if ((this.counts[this.places.get(key) ?? -1] ?? 0) > 1) return [];
    const own = stepKey(whole);
    const best = new Best(most);
    let looked = 0;
    for (let at = 0; at < this.counts.length && looked < MOST_LOOKED_AT; at++) {
      const count = this.counts[at] ?? 0;
      if (total > 0 ? !mayBeLike(this.beginnings[at] ?? 0, words, total) : count <= best.least) continue;
      const step = this.steps[at];
      if (step === undefined || step.key === key || step.key === own) continue;
      looked++;
      const score = total === 0 ? count : likeness(step.key, count, asked, best.least);
      if (score > best.least) best.offer({ ...step, count }, score);
    }
    return best.steps;
  }
}

interface Question {
  readonly key: string;
  readonly words: readonly TypedWord[];
  /** What all words weigh. */
  readonly total: number;
}

function question(typed: string): Question {
  const key = stepKey(typed);
  const said = wordsOf(key);
  const last = /[\p{L}\p{N}]$/u.test(typed) ? said.length - 1 : -1;
  const words = said.map((word, i): TypedWord => {
    const stem = i === last ? word : word.slice(0, Math.max(3, Math.ceil(word.length * 0.7)));
    const weight = Math.min(stem.length, 6);
    return { stem, inside: ` ${stem}`, weight, bit: stem.length < 2 ? 0 : bitOf(stem) };
  });
  return { key, words, total: words.reduce((sum, { weight }) => sum + weight, 0) };
}

/** The best so far; what can't be among them is turned away at once. */
class Best {
  private readonly found: { readonly step: KnownStep; readonly score: number }[] = [];
  /** What is offered has to be better than this. */
  least = 0;

  constructor(private readonly most: number) {}

  offer(step: KnownStep, score: number): void {
    this.found.push({ step, score });
    if (this.found.length >= this.most * 4) this.cut();
  }

  get steps(): readonly KnownStep[] {
    this.cut();
    return this.found.map(({ step }) => step);
  }

  private cut(): void {
    const { found, most } = this;
    found.sort(
      (a, b) => b.score - a.score || b.step.count - a.step.count || (a.step.key < b.step.key ? -1 : 1),
    );
    if (found.length < most) return;
    found.length = most;
    this.least = found[most - 1]?.score ?? 0;
  }
}

function mayBeLike(beginnings: number, words: readonly TypedWord[], total: number): boolean {
  const last = words.at(-1);
  if (last && last.bit !== 0 && (beginnings & last.bit) === 0) return false;
  let possible = 0;
  for (const { bit, weight } of words) if (bit === 0 || (beginnings & bit) !== 0) possible += weight;
  return possible * 2 >= total;
}

/**
 * 0 where less than half of what is typed is in the step, or not the word that is being typed: somebody who says
 * something else is left alone. What begins like it comes before all others.
 */
function likeness(key: string, count: number, { key: typed, words, total }: Question, least: number): number {
  const use = 1 - 1 / (1 + count);
  if (key.startsWith(typed)) return 2 + use;
  // More than 1.3 can't come of what is only alike.
  if (least >= 1.3) return 0;
  const last = words.at(-1);
  if (last === undefined || !says(key, last)) return 0;
  let said = 0;
  for (const word of words) if (says(key, word)) said += word.weight;
  return said * 2 < total ? 0 : said / total + use * 0.3;
}

function says(key: string, { stem, inside }: TypedWord): boolean {
  return key.startsWith(stem) || key.includes(inside);
}
