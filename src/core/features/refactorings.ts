/**
 * What can be made of the items and criteria in a range: each with what it is called and the operation that does it.
 * Nothing is planned here. Offsets are absolute.
 */
import type { Backlog } from '../backlog/backlog.ts';
import type { Item } from '../backlog/item.ts';
import { criterionTitle } from '../operations/criterionTitle.ts';
import type { CriterionNotation, Operation } from '../operations/operation.ts';
import type { Span } from '../text/span.ts';
import type { Criterion } from '../writing/acceptance/criteria.ts';
import { WrittenItem } from '../writing/writtenItem.ts';
import { personaNamed, roleOf } from './reading/personas.ts';

/** Kinds as editors group them in their menus. */
export type RefactorKind = 'refactor.extract' | 'refactor.inline' | 'refactor.rewrite' | 'refactor.move';

/** What a person can be asked for, step by step, by an editor that has the steps. */
export type Asked = 'split' | 'merge' | 'extractEpic' | 'moveCriterion';

export interface Refactoring {
  readonly title: string;
  readonly kind: RefactorKind;
  /** What is done without asking; undefined where something has to be asked first. */
  readonly operation: Operation | undefined;
  /** What is asked by an editor that can. */
  readonly ask?: {
    readonly what: Asked;
    readonly items: readonly Item[];
    readonly criteria: readonly number[];
  };
}

/** What applies to a range, the nearest first: to its criteria, then to its story, or to its stories. */
export function refactoringsAt(backlog: Backlog, range: Span): readonly Refactoring[] {
  const stories = storiesIn(backlog, range);
  const [story] = stories;
  if (story === undefined) return [];
  if (stories.length > 1) return ofSeveral(backlog, stories);
  return [...ofRole(backlog, story, range), ...ofCriteria(backlog, story, range), ...ofStory(story)];
}

/** The stories whose lines the range touches. */
function storiesIn(backlog: Backlog, range: Span): readonly Item[] {
  const { source } = backlog;
  const first = source.indexAt(range.start);
  const last = source.indexAt(range.end);
  const found: Item[] = [];
  for (let index = first; index <= last; index++) {
    const slice = source.slices[index];
    if (slice?.section !== 'stories' && slice?.kind !== 'whole') continue;
    if (slice.kind !== 'item') {
      const items = backlog.list('stories').filter((item) => item.slice === slice);
      found.push(...items.filter((item) => touches(absolute(item.span, source.startOf(index)), range)));
      continue;
    }
    const item = backlog.itemAt(source.startOf(index));
    if (item !== undefined && touches(absolute(item.span, source.startOf(index)), range)) found.push(item);
  }
  return found;
}

function absolute({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}

/** A range that ends where something starts does not touch it, unless it is a cursor. */
function touches(span: Span, range: Span): boolean {
  if (range.start === range.end) return span.start <= range.start && range.start <= span.end;
  return span.start < range.end && range.start < span.end;
}

function ofSeveral(backlog: Backlog, stories: readonly Item[]): Refactoring[] {
  const items = stories.map((story) => backlog.address(story));
  const [into, ...others] = items;
  const [first] = stories;
  if (into === undefined || first === undefined) return [];
  const name = first.id ?? first.title ?? '';
  return [
    {
      title: `Make an epic of these ${stories.length} stories`,
      kind: 'refactor.extract',
      operation: { type: 'extractEpic', items, title: 'New epic' },
      ask: { what: 'extractEpic', items: stories, criteria: [] },
    },
    {
      title: `Merge these ${stories.length} stories into ${name}`,
      kind: 'refactor.inline',
      operation: {
        type: 'merge',
        into,
        items: others,
        keep: { title: into, story: into, description: into },
      },
      ask: { what: 'merge', items: stories, criteria: [] },
    },
  ];
}

/** A role that no persona has the name of can become one. */
function ofRole(backlog: Backlog, story: Item, range: Span): Refactoring[] {
  const role = roleOf(backlog, story);
  if (role === undefined || !touches(absolute(role.span, backlog.startOf(story.slice)), range)) return [];
  const id = personaId(backlog, role.text);
  if (id === undefined || personaNamed(backlog, role.text) !== undefined) return [];
  const operation: Operation = { type: 'add', list: 'personas', fields: { id, name: role.text } };
  return [{ title: `Create the persona "${role.text}"`, kind: 'refactor.extract', operation }];
}

/** An id of the role's last word, or of all its words; undefined where it has none that make an id. */
function personaId(backlog: Backlog, role: string): string | undefined {
  const words = role
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu);
  const ids = words === null ? [] : [words.at(-1) ?? '', words.join('-')];
  return ids.find((id) => id !== '' && !backlog.byId(id).some(({ list }) => list === 'personas'));
}

function ofStory(story: Item): Refactoring[] {
  return [
    {
      title: 'Split this story…',
      kind: 'refactor.extract',
      operation: undefined,
      ask: { what: 'split', items: [story], criteria: [] },
    },
  ];
}

function ofCriteria(backlog: Backlog, story: Item, range: Span): Refactoring[] {
  const node = backlog.node(story);
  if (node?.kind !== 'map') return [];
  const start = backlog.startOf(story.slice);
  const { criteria } = new WrittenItem(story, node, backlog.config);
  const chosen = criteria.filter((criterion) => touches(absolute(criterion.node, start), range));
  const [first] = chosen;
  if (first === undefined) return [];
  const item = backlog.address(story);
  const indexes = chosen.map(({ index }) => index);
  const found: Refactoring[] = [];
  if (chosen.length === 1) {
    for (const to of notationsFor(first)) {
      found.push({
        title: TITLES[to],
        kind: 'refactor.rewrite',
        operation: { type: 'convertCriterion', item, criterion: first.index, to },
      });
    }
    if (first.notation === 'check') {
      found.push({
        title: 'Make this check a story of its own',
        kind: 'refactor.extract',
        operation: { type: 'promoteCriterion', item, criterion: first.index },
      });
    }
  }
  if (chosen.length > 1 || first.notation !== 'check') {
    const title = criterionTitle(first);
    found.push({
      title:
        chosen.length === 1
          ? 'Split this criterion off into a new story'
          : 'Split these criteria off into a new story',
      kind: 'refactor.extract',
      operation: title === '' ? undefined : { type: 'split', item, second: { title }, criteria: indexes },
      ask: { what: 'split', items: [story], criteria: indexes },
    });
  }
  found.push({
    title:
      chosen.length === 1 ? 'Move this criterion to another story…' : 'Move these criteria to another story…',
    kind: 'refactor.move',
    operation: undefined,
    ask: { what: 'moveCriterion', items: [story], criteria: indexes },
  });
  return found;
}

const TITLES: Readonly<Record<CriterionNotation, string>> = {
  line: 'Write this criterion on one line',
  mapping: 'Write this criterion as a mapping',
  gherkin: 'Write this criterion as Gherkin',
};

/** The notations that a criterion does not have. */
function notationsFor({ notation, scenarios }: Criterion): readonly CriterionNotation[] {
  switch (notation) {
    case 'check':
      return ['line', 'mapping'];
    case 'line':
      return ['mapping', 'gherkin'];
    case 'mapping':
      return ['line', 'gherkin'];
    case 'gherkin':
      return scenarios.filter(({ form }) => form !== 'background').length === 1 ? ['line', 'mapping'] : [];
  }
}
