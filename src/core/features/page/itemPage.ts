/**
 * The page of one story or epic: everything that the form shows of it, read from its slice when somebody looks. Costs
 * what the item costs, never what the backlog costs, but for its place in the list.
 */
import { asWanted } from '../../backlog/asWanted.ts';
import type { Backlog } from '../../backlog/backlog.ts';
import type { Config } from '../../backlog/config.ts';
import type { Item } from '../../backlog/item.ts';
import type { Fix, Problem } from '../../backlog/problem.ts';
import { phaseOf } from '../../planning/progress.ts';
import { missingForReady } from '../../planning/readiness.ts';
import { isJudged, judgeWords, mendWords } from '../../writing/judge.ts';
import { WrittenItem } from '../../writing/writtenItem.ts';
import { type MapNode, pairOf } from '../../yaml/node.ts';
import { readSlice } from '../../yaml/read.ts';
import { mapOf } from '../itemText.ts';
import { criteriaOf } from './criteria.ts';
import { otherKeys, pageFields } from './fields.ts';
import { findingsOf, type FoundProblem } from './findings.ts';
import { dependenciesOf, insightsOf, linksOf, notesOf, tasksOf } from './lists.ts';
import type { BrokenPage, ItemPage, Page, PageRef, PageText } from './pageData.ts';
import { namedIn, refOf } from './refs.ts';
import { PageScene, shownText } from './scene.ts';
import { blockedIn, scoreIn } from './score.ts';
import { sentenceOf } from './sentence.ts';

/** How many stories of an epic, and how many characters of what the page does not know, are given at most. */
const MOST_STORIES = 200;
const MOST_RAW = 4000;

/** Undefined for an item that is no story and no epic. */
export function itemPage(backlog: Backlog, item: Item): Page | undefined {
  if (item.list !== 'stories' && item.list !== 'epics') return undefined;
  const { list } = item;
  const map = mapOf(backlog, item);
  return map === undefined ? brokenPage(backlog, item, list) : readPage(backlog, item, list, map);
}

type List = 'stories' | 'epics';

function named({ id }: Item): { readonly id?: string } {
  return id === undefined ? {} : { id };
}

function brokenPage(backlog: Backlog, item: Item, list: List): BrokenPage {
  const raw =
    item.slice.kind === 'item' ? item.slice.text : item.slice.text.slice(item.span.start, item.span.end);
  const findings = problemsFound(backlog, item, undefined).map(({ finding }) => finding);
  const first = findings.find(({ severity }) => severity === 'error');
  return {
    readable: false,
    list,
    address: backlog.address(item),
    ...named(item),
    ...(item.title === undefined ? {} : { title: item.title }),
    why: first?.message ?? 'This item is no mapping of fields: mend it in the file.',
    raw: raw.slice(0, MOST_RAW),
    findings,
  };
}

function readPage(backlog: Backlog, item: Item, list: List, map: MapNode): ItemPage {
  const scene = new PageScene(backlog, item, map);
  const fields = pageFields(scene);
  const story = textOf(scene, 'story');
  return {
    readable: true,
    list,
    address: backlog.address(item),
    ...named(item),
    title: textOf(scene, 'title'),
    type: list === 'epics' ? 'epic' : (item.type ?? 'story'),
    ...(item.status === undefined ? {} : { status: item.status }),
    phase: lifeOf(item, backlog.config),
    story: { ...story, sentence: sentenceOf(story.text, backlog.config) },
    description: textOf(scene, 'description'),
    ...(list === 'stories'
      ? { acceptance: criteriaOf(scene), tasks: tasksOf(scene) }
      : storiesOf(backlog, item)),
    notes: notesOf(scene),
    links: linksOf(scene),
    insights: insightsOf(scene),
    dependsOn: dependenciesOf(scene),
    neededBy: namedIn(backlog, item.id, 'depends_on').map((other) => refOf(backlog, other)),
    fields,
    score: scoreIn(scene),
    blocked: blockedIn(scene),
    missing: missingForReady(backlog, item),
    ...neighboursOf(backlog, item),
    others: otherKeys(scene, fields).map((key) => ({ key, raw: rawOf(scene, key) })),
    findings: problemsFound(backlog, item, map).map(({ finding }) => finding),
  };
}

function textOf(scene: PageScene, key: 'title' | 'story' | 'description'): PageText {
  const node = scene.value(key);
  const odd = node === undefined || node.kind === 'scalar' || node.kind === 'alias';
  const why = odd ? undefined : `The ${key} is no text: change it in the file.`;
  return { ...scene.marked(key, node, why), text: shownText(node, scene.text) };
}

/** How far an item is; an idea is not judged by its words yet. */
export function lifeOf(item: Item, config: Config): ItemPage['phase'] {
  const phase = phaseOf(item, config);
  if (phase === 'done' || phase === 'dropped') return phase;
  return isJudged(item, config) || phase === 'active' ? 'open' : 'idea';
}

function rawOf(scene: PageScene, key: string): string {
  const pair = pairOf(scene.map, key, scene.text);
  if (pair === undefined) return '';
  const end = pair.value?.end ?? pair.key.end;
  return scene.text.slice(pair.key.start, Math.min(end, pair.key.start + MOST_RAW));
}

/** The items next to it in its list, and its place. */
function neighboursOf(backlog: Backlog, item: Item): Pick<ItemPage, 'rank' | 'previous' | 'next'> {
  const all = backlog.list(item.list);
  const at = all.indexOf(item);
  const ref = (other: Item | undefined): PageRef | undefined => other && refOf(backlog, other);
  const [previous, next] = [ref(all[at - 1]), ref(all[at + 1])];
  return {
    rank: { at: at + 1, of: all.length },
    ...(previous === undefined ? {} : { previous }),
    ...(next === undefined ? {} : { next }),
  };
}

function storiesOf(backlog: Backlog, epic: Item): Pick<ItemPage, 'stories'> {
  const stories = namedIn(backlog, epic.id, 'epic').filter(({ list }) => list === 'stories');
  const counted = stories.filter((story) => phaseOf(story, backlog.config) !== 'dropped');
  const done = counted.filter((story) => phaseOf(story, backlog.config) === 'done');
  const points = (items: readonly Item[]): number => items.reduce((sum, each) => sum + (each.points ?? 0), 0);
  return {
    stories: {
      refs: stories.slice(0, MOST_STORIES).map((story) => refOf(backlog, story)),
      count: counted.length,
      done: done.length,
      points: points(counted),
      donePoints: points(done),
    },
  };
}

/** What is wrong with the item and in its lines; of an idea also what its words would be told once it is ready. */
export function problemsFound(
  backlog: Backlog,
  item: Item,
  map: MapNode | undefined,
): readonly FoundProblem[] {
  const { slice } = item;
  const around = slice.kind === 'item' ? problemsAround(backlog, item) : [];
  const located = { slice, index: -1, start: 0, item };
  const fixesOf = (problem: Problem): readonly Fix[] =>
    backlog.withFixes({ ...located, problem }).problem.fixes ?? [];
  const finder = { map, text: slice.text, fixesOf, early: false };
  const found = findingsOf(finder, [...around, ...backlog.problemsOf(item)]);
  if (map === undefined || lifeOf(item, backlog.config) !== 'idea') return found;
  return [...found, ...wordsFound(new WrittenItem(item, map, backlog.config), true)];
}

/** What an item's words are told, whether or not it is judged yet. */
export function wordsFound(written: WrittenItem, early: boolean): readonly FoundProblem[] {
  const { item, node, config } = written;
  const problems = [...judgeWords(written, 'at once'), ...judgeWords(written, 'later')];
  const fixesOf = (problem: Problem): readonly Fix[] => mendWords(written, problem);
  const finder = { map: node, text: item.slice.text, fixesOf, early };
  return findingsOf(finder, asWanted(problems, config.rules, item.ignored));
}

/** What is wrong in the item's slice, but not with an item. */
function problemsAround(backlog: Backlog, { slice }: Item): readonly Problem[] {
  if (readSlice(slice).problems.length === 0) return [];
  return backlog
    .problems()
    .flatMap((each) => (each.slice === slice && each.item === undefined ? [each.problem] : []));
}
