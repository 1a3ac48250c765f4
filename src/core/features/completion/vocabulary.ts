/**
 * The words that a backlog's stories have in common: roles, the words that announce a clause, ends, steps. Read from
 * each story once, in small portions, so that no keystroke waits for 10,000 of them; an edit costs the stories that it
 * touched. Nothing is read before somebody asks.
 */
import type { Backlog } from '../../backlog/backlog.ts';
import type { Config } from '../../backlog/config.ts';
import type { Item } from '../../backlog/item.ts';
import type { Criterion } from '../../writing/acceptance/criteria.ts';
import { keywordAtStart, keywordsOf, type StepKind, STEP_KINDS } from '../../writing/acceptance/keywords.ts';
import type { Slot } from '../../writing/sentence/clauses.ts';
import { WrittenItem } from '../../writing/writtenItem.ts';
import { type KnownStep, StepList } from './steps.ts';

/** A phrase and how many stories have it. */
export interface Phrase {
  /** As it was first found. */
  readonly text: string;
  count: number;
}

/** What one story adds, so that it can be taken out again. */
interface Said {
  readonly role: string | undefined;
  readonly indicators: readonly string[];
  readonly end: string | undefined;
  readonly steps: readonly SaidStep[];
}

const NOTHING: Said = { role: undefined, indicators: [], end: undefined, steps: [] };
const LONGEST_ROLE = 60;
const LONGEST_STEP = 300;
const SLOTS: readonly Slot[] = ['role', 'situation', 'means', 'end'];

export class Vocabulary {
  private revision = -1;
  private config: Config | undefined;
  private items: readonly Item[] = [];
  private readonly said = new Map<Item, Said>();
  private readonly endsByEpic = new Map<string | undefined, Map<Item, string>>();
  private readonly waiting = new Set<Item>();
  /** By their words in small letters. */
  readonly roles = new Map<string, Phrase>();
  private readonly indicators = new Map<string, Phrase>();
  private readonly steps = new Map(STEP_KINDS.map((kind) => [kind, new StepList()]));

  /** How a clause is mostly announced, the most frequent first. */
  indicatorsOf(slot: Slot): readonly Phrase[] {
    return [...this.indicators]
      .flatMap(([key, phrase]) => (key.startsWith(`${slot} `) ? [phrase] : []))
      .sort((a, b) => b.count - a.count);
  }

  /** At most `most` steps like what is typed, the most similar first; with nothing typed, the most used. */
  stepsLike(kind: StepKind, typed: string, most: number, whole = typed): readonly KnownStep[] {
    return this.steps.get(kind)?.like(typed, most, whole) ?? [];
  }

  /** The role that one story names. */
  roleOf(item: Item | undefined): string | undefined {
    return item && this.said.get(item)?.role;
  }

  /** Ends that were read, by the epic of their stories; `undefined` for those of none. */
  get ends(): ReadonlyMap<string | undefined, ReadonlyMap<Item, string>> {
    return this.endsByEpic;
  }

  /** True while there are stories that were not read. */
  get pending(): boolean {
    return this.waiting.size > 0;
  }

  /** Follows the edits since the last time. */
  follow(backlog: Backlog): void {
    const { config, revision } = backlog;
    if (this.revision === revision && this.config === config) return;
    const items = [...backlog.list('stories'), ...backlog.list('epics')];
    const same = this.config?.templates === config.templates && this.config.language === config.language;
    let start = 0;
    let [oldEnd, newEnd] = [this.items.length, items.length];
    if (same) {
      while (start < Math.min(oldEnd, newEnd) && this.items[start] === items[start]) start++;
      while (oldEnd > start && newEnd > start && this.items[oldEnd - 1] === items[newEnd - 1]) {
        oldEnd--;
        newEnd--;
      }
    }
    const came = new Set(items.slice(start, newEnd));
    for (const item of this.items.slice(start, oldEnd)) if (!same || !came.has(item)) this.forget(item);
    for (const item of came) if (!this.said.has(item)) this.waiting.add(item);
    this.items = items;
    this.revision = revision;
    this.config = config;
  }

  /** Reads the stories around one, nearest first, at most so many. */
  readAround(backlog: Backlog, near: Item | undefined, most: number): void {
    if (this.waiting.size === 0) return;
    const at = near === undefined ? 0 : Math.max(0, this.items.indexOf(near));
    let left = most;
    for (let far = 0; left > 0 && this.waiting.size > 0 && far <= this.items.length; far++) {
      if (this.readAt(backlog, at - far)) left--;
      if (this.readAt(backlog, at + far)) left--;
    }
  }

  private readAt(backlog: Backlog, index: number): boolean {
    const item = this.items[index];
    if (item === undefined || !this.waiting.has(item)) return false;
    this.read(backlog, item);
    return true;
  }

  /** Reads stories until `enough` says so or all are read. */
  work(backlog: Backlog, enough: () => boolean): void {
    for (const item of this.waiting) {
      this.read(backlog, item);
      if (enough()) return;
    }
  }

  private read(backlog: Backlog, item: Item): void {
    this.waiting.delete(item);
    const said = saidBy(backlog, item);
    this.said.set(item, said);
    if (said.end !== undefined) {
      const { epic } = item;
      const ends = this.endsByEpic.get(epic);
      if (ends) ends.set(item, said.end);
      else this.endsByEpic.set(epic, new Map([[item, said.end]]));
    }
    this.count(said, 1);
  }

  private forget(item: Item): void {
    this.waiting.delete(item);
    const said = this.said.get(item);
    if (said === undefined) return;
    this.said.delete(item);
    this.endsByEpic.get(item.epic)?.delete(item);
    this.count(said, -1);
  }

  private count({ role, indicators, steps }: Said, by: 1 | -1): void {
    if (role !== undefined) countIn(this.roles, phraseKey(role), role, by);
    for (const indicator of indicators) {
      const text = indicator.slice(indicator.indexOf(' ') + 1);
      countIn(this.indicators, indicator.toLowerCase(), text, by);
    }
    for (const [kind, text] of steps) this.steps.get(kind)?.add(text, by);
  }
}

/** Phrases that differ in letters' size and spaces alone are one. */
export function phraseKey(text: string): string {
  return text.trim().replaceAll(/\s+/g, ' ').toLowerCase();
}

function countIn(phrases: Map<string, Phrase>, key: string, text: string, by: number): void {
  let phrase = phrases.get(key);
  if (phrase === undefined) phrases.set(key, (phrase = { text: text.replaceAll(/\s+/g, ' '), count: 0 }));
  phrase.count += by;
  if (phrase.count <= 0) phrases.delete(key);
}

function saidBy(backlog: Backlog, item: Item): Said {
  const node = backlog.node(item);
  if (node?.kind !== 'map') return NOTHING;
  const written = new WrittenItem(item, node, backlog.config);
  const { sentence } = written;
  const role = sentence?.role?.text ?? '';
  const steps = written.criteria.flatMap((criterion) =>
    criterion.notation === 'gherkin' ? blockSteps(criterion, backlog.config) : plainSteps(criterion),
  );
  const end = sentence?.end?.text ?? '';
  return {
    role: role === '' || role.length > LONGEST_ROLE || role.startsWith('<') ? undefined : role,
    indicators: SLOTS.flatMap((slot) => {
      const part = sentence?.[slot];
      const { start, end } = part?.indicator ?? { start: 0, end: 0 };
      return sentence && end > start ? [`${slot} ${sentence.written.text.slice(start, end)}`] : [];
    }),
    end: end === '' || end.startsWith('<') ? undefined : end,
    steps,
  };
}

type SaidStep = readonly [StepKind, string];

function plainSteps({ scenarios }: Criterion): readonly SaidStep[] {
  return scenarios.flatMap((scenario) =>
    scenario.steps.flatMap(({ kind, in: { text }, words: { start, end } }): SaidStep[] =>
      end - start > 2 && end - start <= LONGEST_STEP ? [[kind, text.slice(start, end)]] : [],
    ),
  );
}

/** The steps of a block by their keywords alone: the parser would take ten times as long, and knows no more of them. */
function blockSteps({ written }: Criterion, { language }: Config): readonly SaidStep[] {
  const keywords = keywordsOf(language);
  let kind: StepKind = 'given';
  return (written?.text ?? '').split('\n').flatMap((line): SaidStep[] => {
    const text = line.trim();
    const found = keywordAtStart(text, keywords);
    if (found === undefined || text.length > LONGEST_STEP) return [];
    if (found.word !== 'and' && found.word !== 'but') kind = found.word;
    const words = text.slice(found.end).trim();
    return words.length > 2 ? [[kind, words]] : [];
  });
}

const vocabularies = new WeakMap<Backlog, Vocabulary>();

/** What a backlog has in common, kept with it; as much of it as was read. */
export function vocabularyOf(backlog: Backlog): Vocabulary {
  let vocabulary = vocabularies.get(backlog);
  if (vocabulary === undefined) vocabularies.set(backlog, (vocabulary = new Vocabulary()));
  vocabulary.follow(backlog);
  return vocabulary;
}

/** Reads on in a backlog that was asked for words before, until `enough` says so. True while there is more to read. */
export function readVocabulary(backlog: Backlog, enough: () => boolean): boolean {
  const vocabulary = vocabularies.get(backlog);
  if (vocabulary === undefined) return false;
  vocabulary.follow(backlog);
  vocabulary.work(backlog, enough);
  return vocabulary.pending;
}
