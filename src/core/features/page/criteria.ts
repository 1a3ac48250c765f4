/** Acceptance criteria as a page shows them, in whatever notation they are written. */
import { convertible } from '../../operations/convertEntry.ts';
import { usedAnchor } from '../../operations/anchors.ts';
import { cellOf, exampleTable } from '../../operations/exampleTable.ts';
import type { CriterionNotation } from '../../operations/operation.ts';
import type { Span } from '../../text/span.ts';
import type { Criterion } from '../../writing/acceptance/criteria.ts';
import { readCriteria } from '../../writing/acceptance/readCriteria.ts';
import { type MapNode, type Node, pairOf, scalarText } from '../../yaml/node.ts';
import type { PageCriterion, PageList, PageScenario, PageTable, StepSlot } from './pageData.ts';
import { entriesOf, type PageScene, shownText } from './scene.ts';

const NOTATIONS: readonly CriterionNotation[] = ['line', 'mapping', 'gherkin'];
const KNOWN = new Set(['scenario', 'given', 'when', 'then', 'examples', 'check', 'done']);
/** `[ ]` or `[x]` in front of a check. */
export const BOX = /^\s*\[[ xX]?\]\s*/;

export function criteriaOf(scene: PageScene): PageList<PageCriterion> {
  const node = scene.value('acceptance');
  const list = scene.marked('acceptance', node, bareMapping(node));
  const read = readCriteria(node, scene.text, scene.backlog.config);
  const byIndex = new Map(read.map((criterion) => [criterion.index, criterion]));
  const entries = entriesOf(node).map((entry, index) =>
    criterionOf(scene, entry, byIndex.get(index), index, list.locked),
  );
  return { ...list, entries };
}

/** Positions are no part of the path to what is no list. */
export function bareMapping(node: Node | undefined): string | undefined {
  return node?.kind === 'map'
    ? 'This holds one mapping and is no list: make it one in the file first.'
    : undefined;
}

function criterionOf(
  scene: PageScene,
  node: Node | undefined,
  criterion: Criterion | undefined,
  index: number,
  locked: string | undefined,
): PageCriterion {
  const path = `acceptance.${index}`;
  const odd =
    criterion === undefined
      ? 'The page knows no such criterion: change it in the file.'
      : oddKeys(node, scene.text);
  const marked = scene.entry(path, node, locked ?? odd);
  const done = criterion?.done === true;
  if (criterion === undefined || odd !== undefined) {
    const text = shownText(node, scene.text);
    return { ...marked, notation: 'raw', text, keywords: [], done, tickable: false, other: [] };
  }
  const { notation } = criterion;
  const words = wordsOf(criterion, scene.text);
  const scenario = notation === 'mapping' && node?.kind === 'map' ? scenarioOf(scene, node) : undefined;
  const free = marked.locked === undefined;
  return {
    ...marked,
    notation,
    ...words,
    done,
    tickable: free && (notation === 'check' || notation === 'mapping'),
    ...(scenario === undefined ? {} : { scenario }),
    ...(criterion.continues ? { continues: true } : {}),
    other: free ? otherNotations(scene, criterion, node) : [],
  };
}

function oddKeys(node: Node | undefined, text: string): string | undefined {
  if (node?.kind !== 'map') return undefined;
  const odd = node.pairs.flatMap(({ key }) => {
    const name = key.kind === 'scalar' ? scalarText(key, text) : '?';
    return KNOWN.has(name) || name.startsWith('x-') ? [] : [name];
  });
  if (odd.length === 0) return undefined;
  return `This criterion has a key that the page does not know (${odd.join(', ')}): change it in the file.`;
}

/** The text without a box in front, and where keywords stand in it. */
function wordsOf(
  criterion: Criterion,
  source: string,
): { readonly text: string; readonly keywords: readonly Span[] } {
  const { notation, written, node } = criterion;
  if (notation === 'mapping') return { text: oneLine(source.slice(node.start, node.end)), keywords: [] };
  const whole = written?.text ?? '';
  const text = whole.replace(/\n+$/, '');
  if (notation === 'check')
    return { text: node.kind === 'scalar' ? text.replace(BOX, '') : text, keywords: [] };
  const keywords = criterion.scenarios
    .flatMap(({ steps, before }) => [...before, ...steps])
    .filter((step) => step.in === written && step.keyword !== '')
    .map(({ span, keyword }) => ({ start: span.start, end: span.start + keyword.length }));
  const unique = new Map(keywords.map((span) => [span.start, span]));
  return { text, keywords: [...unique.values()].sort((a, b) => a.start - b.start) };
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function otherNotations(
  scene: PageScene,
  criterion: Criterion,
  node: Node | undefined,
): PageCriterion['other'] {
  return NOTATIONS.filter((to) => to !== criterion.notation).map((to) => {
    const value = convertible(scene.backlog, scene.item, criterion, node, to);
    return 'refusal' in value ? { to, not: value.refusal.message } : { to };
  });
}

const STEPS: readonly StepSlot[] = ['given', 'when', 'then'];

function scenarioOf(scene: PageScene, map: MapNode): PageScenario {
  const { text } = scene;
  const value = (key: string): Node | undefined => pairOf(map, key, text)?.value;
  const steps = (key: StepSlot): readonly string[] =>
    entriesOf(value(key)).map((step) => shownText(step, text));
  const [given, when, then] = STEPS.map(steps);
  const examples = value('examples');
  return {
    name: shownText(value('scenario'), text),
    given: given ?? [],
    when: when ?? [],
    then: then ?? [],
    ...(examples === undefined ? {} : { examples: tableOf(scene, examples) }),
  };
}

/** Rows that are mappings, or lists of which the first names the columns. */
export function tableOf(scene: PageScene, node: Node): PageTable {
  const { text } = scene;
  const raw: PageTable = {
    columns: [],
    rows: [],
    locked: 'These examples are no table of rows with the same columns: change them in the file.',
    raw: text.slice(node.start, node.end),
  };
  const table = exampleTable(node, text);
  const anchor = usedAnchor(scene.backlog, scene.item.slice, node);
  if (anchor !== undefined) {
    const locked = `These examples hold &${anchor}, which other places use: change them in the file.`;
    return { ...raw, locked };
  }
  if (table === undefined) return raw;
  const { columns, rows } = table;
  const cell = (row: number, column: number): string => shownText(cellOf(table, row, column, text), text);
  return { columns, rows: rows.map((_, row) => columns.map((__, column) => cell(row, column))) };
}
