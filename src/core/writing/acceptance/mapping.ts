/** Reads a criterion that is written as a mapping: `scenario`, `given`, `when`, `then`, `examples`. */
import { type MapNode, type Node, scalarText } from '../../yaml/node.ts';
import { Written } from '../written.ts';
import type { Scenario, Step } from './criteria.ts';
import { keywordAtStart, type Keywords, type StepKind, STEP_KINDS } from './keywords.ts';

/** The scenario; undefined where the mapping has no step and no name of one. */
export function readMapping(node: MapNode, source: string, keywords: Keywords): Scenario | undefined {
  const found: Record<StepKind, { steps: Step[]; empty: { start: number; end: number }[] }> = {
    given: { steps: [], empty: [] },
    when: { steps: [], empty: [] },
    then: { steps: [], empty: [] },
  };
  let name: Written | undefined;
  let head: Scenario['head'] | undefined;
  let columns: readonly string[] = [];
  let kind: StepKind | undefined;
  for (const { key, value } of node.pairs) {
    if (key.kind !== 'scalar') continue;
    const word = scalarText(key, source).toLowerCase();
    if (word === 'scenario') {
      if (value?.kind === 'scalar') name = new Written(value, source);
      head = name ? { in: name, at: { start: 0, end: name.text.length } } : { at: key };
    } else if (word === 'examples') columns = columnsOf(value, source);
    const own = STEP_KINDS.find((each) => each === word);
    if (own === undefined && word !== 'and' && word !== 'but') continue;
    kind = own ?? kind;
    if (kind === undefined) continue;
    head ??= { at: { start: key.start, end: key.end } };
    const { steps, empty } = found[kind];
    const entries = value?.kind === 'seq' ? value.items : [value];
    for (const entry of entries) {
      const written = entry?.kind === 'scalar' ? new Written(entry, source) : undefined;
      if (written && written.text.trim() !== '' && !isNothing(written))
        steps.push(stepOf(written, kind, own !== undefined && steps.length === 0, keywords));
      else if (entry === undefined || written) empty.push({ start: key.start, end: entry?.end ?? key.end });
    }
  }
  if (head === undefined) return undefined;
  return {
    form: columns.length > 0 ? 'outline' : 'scenario',
    name: name?.text,
    head: 'in' in head ? head : { at: { start: head.at.start, end: head.at.end } },
    steps: STEP_KINDS.flatMap((each) => found[each].steps),
    before: [],
    empty: STEP_KINDS.flatMap((each) => found[each].empty.map((span) => ({ ...span, kind: each }))),
    columns,
  };
}

function isNothing({ node, text }: Written): boolean {
  return node.style === 'plain' && /^(?:~|null)$/i.test(text);
}

function stepOf(written: Written, kind: StepKind, first: boolean, keywords: Keywords): Step {
  const { text } = written;
  const start = text.length - text.trimStart().length;
  const end = text.trimEnd().length;
  // Some write the keyword as well: `given: Given a cart`, `- And a user`.
  const said = keywordAtStart(text, keywords);
  const own = said && (said.word === kind || said.word === 'and' || said.word === 'but') ? said : undefined;
  const rest = own ? text.slice(own.end) : '';
  const words = own && rest.trim() !== '' ? own.end + rest.length - rest.trimStart().length : start;
  const keyword = words === start ? undefined : own;
  return {
    kind,
    said: keyword?.word ?? (first ? kind : 'and'),
    keyword: keyword?.keyword ?? '',
    in: written,
    span: { start, end },
    words: { start: words, end },
    argument: undefined,
  };
}

/** The names of the columns: of rows that are mappings their keys, of rows that are lists the first, of a mapping its keys. */
function columnsOf(node: Node | undefined, source: string): readonly string[] {
  const text = (each: Node | undefined): string[] =>
    each?.kind === 'scalar' ? [scalarText(each, source).trim()] : [];
  if (node?.kind === 'map') return node.pairs.flatMap(({ key }) => text(key));
  if (node?.kind !== 'seq') return [];
  const [first] = node.items;
  if (first?.kind === 'seq') return first.items.flatMap(text);
  const keys = node.items.flatMap((row) =>
    row?.kind === 'map' ? row.pairs.flatMap(({ key }) => text(key)) : [],
  );
  return [...new Set(keys)];
}
