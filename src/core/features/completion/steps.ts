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
  /** How often it is used. */
  count: number;
  /** A bit for the beginning of each of its words: a quick no to most questions. */
  readonly beginnings: number;
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

export function newStep(key: string, text: string): KnownStep {
  let beginnings = 0;
  for (const word of wordsOf(key)) beginnings |= bitOf(word);
  return { key, text: text.replaceAll(/\s+/g, ' ').trim(), count: 0, beginnings };
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

function bitOf(word: string): number {
  return 1 << ((word.charCodeAt(0) * 7 + (word.charCodeAt(1) || 0)) % 31);
}

interface TypedWord {
  /** The word without its ending, unless it is still being typed. */
  readonly stem: string;
  /** Long words say more than short ones. */
  readonly weight: number;
  /** 0 for a single letter, which may begin anything. */
  readonly bit: number;
}

/** The most similar first; with nothing typed, the most used. */
export function likeSteps(steps: Iterable<KnownStep>, typed: string, most: number): readonly KnownStep[] {
  const key = stepKey(typed);
  const words = wordsOf(key);
  const last = /[\p{L}\p{N}]$/u.test(typed) ? words.length - 1 : -1;
  const asked = words.map((word, i): TypedWord => {
    const stem = i === last ? word : word.slice(0, Math.max(3, Math.ceil(word.length * 0.7)));
    return { stem, weight: Math.min(stem.length, 6), bit: stem.length < 2 ? 0 : bitOf(stem) };
  });
  const total = asked.reduce((sum, { weight }) => sum + weight, 0);
  const found: { readonly step: KnownStep; readonly score: number }[] = [];
  let least = 0;
  for (const step of steps) {
    if (step.key === key) continue;
    const score = total === 0 ? step.count : likeness(step, key, asked, total);
    if (score <= least) continue;
    found.push({ step, score });
    if (found.length < most * 2) continue;
    found.sort(better);
    found.length = most;
    least = found.at(-1)?.score ?? 0;
  }
  return found
    .sort(better)
    .slice(0, most)
    .map(({ step }) => step);
}

type Scored = { readonly step: KnownStep; readonly score: number };

function better(a: Scored, b: Scored): number {
  return b.score - a.score || b.step.count - a.step.count || (a.step.key < b.step.key ? -1 : 1);
}

/** 0 where less than half of what is typed is in the step. What begins like it comes before all others. */
function likeness(step: KnownStep, key: string, asked: readonly TypedWord[], total: number): number {
  const { beginnings } = step;
  let possible = 0;
  for (const { bit, weight } of asked) if (bit === 0 || (beginnings & bit) !== 0) possible += weight;
  if (possible * 2 < total) return 0;
  const use = 1 - 1 / (1 + step.count);
  if (step.key.startsWith(key)) return 2 + use;
  let said = 0;
  const padded = ` ${step.key}`;
  for (const { stem, weight } of asked) if (padded.includes(` ${stem}`)) said += weight;
  return said * 2 < total ? 0 : said / total + use * 0.3;
}
