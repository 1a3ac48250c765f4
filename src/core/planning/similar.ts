/**
 * Stories that are like a given one and have an estimate: what a team looks at when it estimates by analogy. That the
 * nearest finished work is a good guide is shown by Shepperd and Schofield, "Estimating Software Project Effort Using
 * Analogies" (IEEE Transactions on Software Engineering 23, 1997). How near two stories are is a sum of what they share,
 * each between 0 and 1: their words, where rare ones count more (Spärck Jones, "A statistical interpretation of term
 * specificity", 1972), the epic, the labels and the type. Stories that want the same, by the keys by which the rules of
 * duplicates find them, are nearest of all. The weights are our choice.
 */
import type { Backlog } from '../backlog/backlog.ts';
import type { Item } from '../backlog/item.ts';
import { mapOf } from '../features/itemText.ts';
import { type Likeness, likenessOf } from '../writing/sets/likeness.ts';
import { WrittenItem } from '../writing/writtenItem.ts';
import { phaseOf } from './progress.ts';
import { type Vocabulary, vocabularyOf } from './storyWords.ts';

export interface SimilarEstimates {
  /** How many stories have an estimate, dropped ones and the asked one left out. */
  readonly estimated: number;
  /** How many of them are counted as like this one: at most the nearest 30. */
  readonly similar: number;
  /** By estimate as written: the team's own first, in its order. */
  readonly counts: readonly { readonly estimate: string; readonly count: number }[];
  /** The three nearest. */
  readonly nearest: readonly SimilarStory[];
}

export interface SimilarStory {
  readonly item: Item;
  readonly estimate: string;
  readonly done: boolean;
  readonly why: string;
}

const WEIGHTS = { same: 1, words: 0.5, epic: 0.2, labels: 0.2, type: 0.1 };
/** Less than this is a chance likeness: the same type, and nothing else of weight. */
const ENOUGH = 0.2;
/** How many are counted, how many are told, and how many are looked at for saying the same. */
const MOST = 30;
const TOLD = 3;
const CLOSELY = 100;

export function similarEstimates(backlog: Backlog, item: Item): SimilarEstimates {
  const stories = backlog
    .list('stories')
    .filter(
      (story) =>
        story !== item && story.estimate !== undefined && phaseOf(story, backlog.config) !== 'dropped',
    );
  const vocabulary = vocabularyOf(backlog);
  const near = nearOf(backlog, item, stories, vocabulary);
  const counts = new Map<string, number>();
  for (const { story } of near) counts.set(story.estimate ?? '', (counts.get(story.estimate ?? '') ?? 0) + 1);
  return {
    estimated: stories.length,
    similar: near.length,
    counts: inOrder(backlog, counts),
    nearest: near.slice(0, TOLD).map((one) => ({
      item: one.story,
      estimate: one.story.estimate ?? '',
      done: phaseOf(one.story, backlog.config) === 'done',
      why: whyWords(backlog, item, one),
    })),
  };
}

interface Near {
  readonly story: Item;
  readonly score: number;
  readonly same: boolean;
}

function nearOf(
  backlog: Backlog,
  item: Item,
  stories: readonly Item[],
  vocabulary: Vocabulary,
): readonly Near[] {
  const nearness = nearnessTo(item, vocabulary);
  const first = stories
    .map((story) => ({ story, score: nearness(story), same: false }))
    .filter(({ score }) => score > WEIGHTS.type)
    .sort(nearestFirst)
    .slice(0, CLOSELY);
  const own = likeness(backlog, item);
  return first
    .map((one) => {
      const same = own !== undefined && wantsTheSame(own, likeness(backlog, one.story));
      return same ? { ...one, score: one.score + WEIGHTS.same, same } : one;
    })
    .filter(({ score }) => score >= ENOUGH)
    .sort(nearestFirst)
    .slice(0, MOST);
}

function nearestFirst(a: Near, b: Near): number {
  return b.score - a.score;
}

function nearnessTo(item: Item, vocabulary: Vocabulary): (story: Item) => number {
  const { rarity } = vocabulary;
  const own = vocabulary.of(item);
  const inTitle = overlapWith(own.title, rarity);
  const inAll = overlapWith(own.all, rarity);
  return (story) => {
    const words = vocabulary.of(story);
    // A story may have no sentence yet: then its title is what can be compared.
    const common = Math.max(inTitle(words.title), inAll(words.all));
    const labels = new Set([...item.labels, ...story.labels]).size;
    return (
      WEIGHTS.words * common +
      (item.epic !== undefined && item.epic === story.epic ? WEIGHTS.epic : 0) +
      (labels === 0 ? 0 : (WEIGHTS.labels * sharedLabels(item, story).length) / labels) +
      (item.type === story.type ? WEIGHTS.type : 0)
    );
  };
}

/** The weight of the words that both have, over that of all words. */
function overlapWith(own: Uint32Array, rarity: (word: number) => number): (words: Uint32Array) => number {
  const weights = new Map([...own].map((word) => [word, rarity(word)]));
  const all = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
  return (words) => {
    let common = 0;
    let others = 0;
    for (const word of words) {
      const weight = weights.get(word);
      if (weight === undefined) others += rarity(word);
      else common += weight;
    }
    return common === 0 ? 0 : common / (all + others);
  };
}

function sharedLabels(item: Item, story: Item): readonly string[] {
  return item.labels.filter((label) => story.labels.includes(label));
}

function likeness(backlog: Backlog, item: Item): Likeness | undefined {
  const map = mapOf(backlog, item);
  return map === undefined ? undefined : likenessOf(new WrittenItem(item, map, backlog.config));
}

/** One of the keys by which duplicates and near duplicates are found is the same. */
function wantsTheSame(one: Likeness, other: Likeness | undefined): boolean {
  if (other === undefined) return false;
  const keys = ({ text, wish, anybody, variants }: Likeness): readonly string[] =>
    [text, wish, anybody, ...variants].flatMap((key) => (key === undefined ? [] : [`${key.a} ${key.b}`]));
  const own = new Set(keys(one));
  return keys(other).some((key) => own.has(key));
}

function inOrder(backlog: Backlog, counts: ReadonlyMap<string, number>): SimilarEstimates['counts'] {
  const own = backlog.config.estimates.filter((estimate) => counts.has(estimate));
  const others = [...counts.keys()].filter((estimate) => !own.includes(estimate)).sort();
  return [...own, ...others].map((estimate) => ({ estimate, count: counts.get(estimate) ?? 0 }));
}

const WORDS_TOLD = 3;

/** What two stories have in common, the rarest words first. */
function whyWords(backlog: Backlog, item: Item, { story, same }: Near): string {
  const vocabulary = vocabularyOf(backlog);
  const { rarity } = vocabulary;
  const others = new Set(vocabulary.of(story).all);
  const words = [...vocabulary.of(item).all]
    .filter((word) => others.has(word) && rarity(word) > 0)
    .sort((a, b) => rarity(b) - rarity(a))
    .slice(0, WORDS_TOLD)
    .map((word) => vocabulary.asWritten(item, word));
  const labels = sharedLabels(item, story);
  const parts = [
    same ? 'wants nearly the same' : '',
    item.epic !== undefined && item.epic === story.epic ? 'same epic' : '',
    labels.length === 0 ? '' : `${labels.length === 1 ? 'label' : 'labels'} ${labels.join(', ')}`,
    words.length === 0 ? '' : `${words.length === 1 ? 'word' : 'words'} “${words.join(', ')}”`,
  ].filter((part) => part !== '');
  return parts.length === 0 ? 'same type' : parts.join(', ');
}
