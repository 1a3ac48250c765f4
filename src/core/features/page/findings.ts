/** What is found in an item, by the field and the entry that it stands in, with offsets of the text that is shown there. */
import type { Fix, Problem } from '../../backlog/problem.ts';
import { ruleHref } from '../../rules/registry.ts';
import type { Span } from '../../text/span.ts';
import { Written } from '../../writing/written.ts';
import { type MapNode, type Node, type Scalar, scalarText } from '../../yaml/node.ts';
import { BOX } from './criteria.ts';
import type { PageFinding } from './pageData.ts';
import { shownText } from './scene.ts';

/** The key of the text that an entry of a list is about: a person sees it as the entry itself. */
export const MAIN_KEYS: Readonly<Record<string, string>> = {
  acceptance: 'check',
  tasks: 'do',
  notes: 'text',
  links: 'url',
};

/** Fields in which one bare value stands for a list of one. */
const LISTS = new Set([
  'acceptance',
  'tasks',
  'notes',
  'links',
  'insights',
  'depends_on',
  'assignee',
  'labels',
  'was',
  'given',
  'when',
  'then',
  'to',
  'review',
]);

export interface Finder {
  /** The item's mapping; undefined where it is none. */
  readonly map: MapNode | undefined;
  /** What offsets count in. */
  readonly text: string;
  /** Worked out only for what is shown. */
  readonly fixesOf: (problem: Problem) => readonly Fix[];
  /** They are about an item that is not judged yet. */
  readonly early: boolean;
}

/** A finding with what its fixes do. */
export interface FoundProblem {
  readonly finding: PageFinding;
  readonly fixes: readonly Fix[];
}

export function findingsOf(
  { map, text, fixesOf, early }: Finder,
  problems: readonly Problem[],
): readonly FoundProblem[] {
  const counts = new Map<string, number>();
  return problems.map((problem) => {
    const place = map === undefined ? NOWHERE : placeIn(map, text, problem, []);
    const path = place.path.join('.');
    const name = `${problem.rule}|${path}`;
    const nth = counts.get(name) ?? 0;
    counts.set(name, nth + 1);
    const [field = '', entry] = place.path;
    const titles = new Map(fixesOf(problem).map((fix) => [fix.title, fix]));
    const fixes = [...titles.values()];
    const finding: PageFinding = {
      id: `${name}|${nth}`,
      field,
      ...(entry !== undefined && LISTS.has(field) && /^\d+$/.test(entry) ? { entry: Number(entry) } : {}),
      path,
      ...(place.span === undefined ? {} : { span: place.span }),
      severity: problem.severity,
      message: problem.inForm ?? problem.message,
      rule: problem.rule,
      href: ruleHref(problem.rule),
      ...(early ? { early } : {}),
      fixes: fixes.map(({ title, preferred }) => (preferred === true ? { title, preferred } : { title })),
    };
    return { finding, fixes };
  });
}

interface Place {
  readonly path: readonly string[];
  /** Offsets of the text that is shown. */
  readonly span?: Span;
}

const NOWHERE: Place = { path: [] };

function placeIn(node: Node, text: string, at: Span, path: readonly string[]): Place {
  if (node.kind === 'scalar') return { path: shownPath(path), ...inText(node, text, at, path) };
  if (node.kind === 'seq') {
    const index = node.items.findIndex((item) => item !== undefined && holds(item, at));
    const item = node.items[index];
    return item === undefined ? { path } : placeIn(item, text, at, [...path, String(index)]);
  }
  if (node.kind === 'alias') return { path };
  for (const { key, value } of node.pairs) {
    if (key.kind !== 'scalar') continue;
    const name = scalarText(key, text);
    const inner = [...path, name];
    if (at.start >= key.start && at.start < key.end) return { path: shownPath(inner) };
    if (value === undefined || !holds(value, at)) continue;
    return placeIn(value, text, at, LISTS.has(name) && value.kind !== 'seq' ? [...inner, '0'] : inner);
  }
  return { path: shownPath(path) };
}

function holds({ start, end }: Node, at: Span): boolean {
  return at.start >= start && at.start <= end && at.end <= end;
}

/** `tasks.1.do` is what a person sees as `tasks.1`. */
function shownPath(path: readonly string[]): readonly string[] {
  const [field = '', , key] = path;
  return path.length === 3 && key !== undefined && MAIN_KEYS[field] === key ? path.slice(0, 2) : path;
}

function inText(node: Scalar, text: string, at: Span, path: readonly string[]): { readonly span?: Span } {
  const written = new Written(node, text);
  const shown = shownText(node, text);
  const box = path[0] === 'acceptance' && path.length === 2 ? (BOX.exec(shown)?.[0].length ?? 0) : 0;
  const within = (offset: number): number =>
    Math.min(Math.max(written.at(offset) - box, 0), shown.length - box);
  const [start, end] = [within(at.start), within(at.end)];
  return start < end ? { span: { start, end } } : {};
}
