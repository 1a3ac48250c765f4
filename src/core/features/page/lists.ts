/** The lists of a page: tasks, notes, links, insights, dependencies. */
import { type MapNode, type Node, pairOf, scalarText } from '../../yaml/node.ts';
import { bareMapping } from './criteria.ts';
import type {
  Marked,
  PageEntry,
  PageInsight,
  PageLink,
  PageList,
  PageNote,
  PageRef,
  PageTask,
} from './pageData.ts';
import { refTo } from './refs.ts';
import { entriesOf, isYes, type PageScene, shownText } from './scene.ts';
import { fieldText, mapOf, textsOf } from '../itemText.ts';

const ODD = 'The page knows no such entry: change it in the file.';

/** Entries that are a text or a mapping. */
function listOf<T extends Marked>(
  scene: PageScene,
  key: string,
  read: (marked: Marked, text: string, map: MapNode | undefined) => T,
  main: string,
): PageList<T> {
  const node = scene.value(key);
  const list = scene.marked(key, node, bareMapping(node));
  const entries = entriesOf(node).map((entry, index) => {
    const map = entry?.kind === 'map' ? entry : undefined;
    const odd = entry?.kind === 'seq' || entry?.kind === 'alias' ? ODD : undefined;
    const marked = scene.entry(`${key}.${index}`, entry, list.locked ?? odd);
    const words = map === undefined ? entry : pairOf(map, main, scene.text)?.value;
    return read(marked, shownText(words, scene.text), map);
  });
  return { ...list, entries };
}

/** The text of a key of an entry, as a property where it is there. */
function said<K extends string>(
  map: MapNode | undefined,
  key: K,
  text: string,
): { readonly [P in K]?: string } {
  const value = map === undefined ? undefined : fieldText(map, key, text);
  // The compiler can't see that a computed key is the one of the type.
  return (value === undefined ? {} : { [key]: value }) as { readonly [P in K]?: string };
}

function valueIn(map: MapNode | undefined, key: string, text: string): Node | undefined {
  return map === undefined ? undefined : pairOf(map, key, text)?.value;
}

export function tasksOf(scene: PageScene): PageList<PageTask> {
  const { text: source } = scene;
  return listOf(
    scene,
    'tasks',
    (marked, text, map) => ({
      ...marked,
      text,
      ...said(map, 'by', source),
      done: isYes(valueIn(map, 'done', source), source),
    }),
    'do',
  );
}

export function notesOf(scene: PageScene): PageList<PageNote> {
  const { text: source } = scene;
  return listOf(
    scene,
    'notes',
    (marked, text, map) => ({
      ...marked,
      text,
      ...said(map, 'by', source),
      ...said(map, 'date', source),
      to: textsOf(valueIn(map, 'to', source), source),
      done: isYes(valueIn(map, 'done', source), source),
    }),
    'text',
  );
}

/** Pictures that every view can show. Drawings that may hold scripts are none of them. */
const PICTURE = /\.(?:png|jpe?g|gif|webp)$/i;

export function linksOf(scene: PageScene): PageList<PageLink> {
  const { text: source } = scene;
  return listOf(
    scene,
    'links',
    (marked, url, map) => {
      const opens = leadsTo(url);
      return {
        ...marked,
        url,
        ...said(map, 'kind', source),
        review: textsOf(valueIn(map, 'review', source), source),
        opens,
        picture: opens === 'file' && PICTURE.test(url),
      };
    },
    'url',
  );
}

/** Nothing but https and paths below the folder may be opened; what a path means is for those who know the folder. */
export function leadsTo(target: string): PageLink['opens'] {
  if (/^https:\/\/[^\s\\"<>]+$/i.test(target)) return 'web';
  return /^(?![a-z][a-z0-9+.-]*:|[\\/])[^\\\p{Cc}?]+$/iu.test(target) ? 'file' : 'none';
}

/** The entries of a list of ids or words. */
export function wordEntries(
  scene: PageScene,
  key: string,
  locked: string | undefined,
  ref: ((id: string) => PageRef) | undefined,
): readonly PageEntry[] {
  return entriesOf(scene.value(key)).map((entry, index) => {
    const odd = entry?.kind === 'scalar' ? undefined : ODD;
    const value = shownText(entry, scene.text);
    const marked = scene.entry(`${key}.${index}`, entry, locked ?? odd);
    return ref === undefined || odd !== undefined
      ? { ...marked, value }
      : { ...marked, value, ref: ref(value) };
  });
}

export function dependenciesOf(scene: PageScene): PageList<PageEntry> {
  const node = scene.value('depends_on');
  const list = scene.marked('depends_on', node, bareMapping(node));
  const ref = (id: string): PageRef => refTo(scene.backlog, 'item', id);
  return { ...list, entries: wordEntries(scene, 'depends_on', list.locked, ref) };
}

export function insightsOf(scene: PageScene): PageList<PageInsight> {
  const { backlog } = scene;
  const node = scene.value('insights');
  const list = scene.marked('insights', node, bareMapping(node));
  const ref = (id: string): PageRef => refTo(backlog, 'insight', id);
  const entries = wordEntries(scene, 'insights', list.locked, ref).map((entry): PageInsight => {
    const item = backlog.target('insight', entry.value);
    const map = item && mapOf(backlog, item);
    if (item === undefined || map === undefined) return entry;
    const { text } = item.slice;
    const number = <K extends 'weight' | 'count'>(key: K): { readonly [P in K]?: number } => {
      const value = valueIn(map, key, text);
      const read = value?.kind === 'scalar' ? Number(scalarText(value, text)) : Number.NaN;
      // The compiler can't see that a computed key is the one of the type.
      return (Number.isFinite(read) ? { [key]: read } : {}) as { readonly [P in K]?: number };
    };
    return {
      ...entry,
      ...said(map, 'source', text),
      ...said(map, 'who', text),
      ...number('weight'),
      ...number('count'),
    };
  });
  return { ...list, entries };
}
