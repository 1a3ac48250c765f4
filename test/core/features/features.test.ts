import { describe, expect, it } from 'vitest';
import { Backlog } from '../../../src/core/backlog/backlog.ts';
import { quickFixesAt } from '../../../src/core/features/codeActions.ts';
import { findItems } from '../../../src/core/features/find.ts';
import { foldingRanges } from '../../../src/core/features/folding.ts';
import { hoverAt } from '../../../src/core/features/hover.ts';
import { itemDetails } from '../../../src/core/features/itemDetails.ts';
import { definitionAt, referencesAt } from '../../../src/core/features/references.ts';
import { namedItems, outline, type OutlineEntry } from '../../../src/core/features/symbols.ts';
import { backlogAt, underlined } from './cursor.ts';

function checkHover(marked: string): { readonly word: string; readonly markdown: string } | undefined {
  const { backlog, text, offset } = backlogAt(marked);
  const hover = hoverAt(backlog, offset);
  return hover && { word: text.slice(hover.span.start, hover.span.end), markdown: hover.markdown };
}

describe('hover', () => {
  it('explains a key of an item', () => {
    const hover = checkHover('stories:\n  - title: A\n    est$0imate: 5\n');
    expect(hover?.word).toBe('estimate');
    expect(hover?.markdown).toContain('**Estimate**');
    expect(hover?.markdown).toContain('workflow.estimates');
  });

  it('explains keys of sections, of mappings inside an item, and the team’s own fields', () => {
    expect(checkHover('workflow:\n  wi$0p: {doing: 3}\n')?.markdown).toContain('**Work in progress limits**');
    expect(checkHover('stories:\n  - title: A\n    blocked: {w$0hy: x}\n')?.markdown).toContain('**Why**');
    expect(checkHover('stories:\n  - title: A\n    notes:\n      - t$0o: ana\n')?.markdown).toContain(
      '**To**',
    );
    const custom =
      'workflow:\n  fields: [{key: x-market, title: Market}]\nstories:\n  - title: A\n    x-m$0arket: EU\n';
    expect(checkHover(custom)?.markdown).toContain('**Market**');
  });

  it('tells which item an id means', () => {
    const hover = checkHover(
      'sprints:\n  - {id: s24, goal: Notes survive, start: 2026-11-16, end: 2026-11-27}\nstories:\n  - title: A\n    sprint: s$024\n',
    );
    expect(hover?.word).toBe('s24');
    expect(hover?.markdown).toContain('**s24** Notes survive');
    expect(hover?.markdown).toContain('2026\\-11\\-16 to 2026\\-11\\-27');
  });

  it('shows status, points and criteria of an item at its own id', () => {
    const hover = checkHover(
      'stories:\n  - id: FN$0-2\n    title: Sync\n    status: doing\n    estimate: 5\n    acceptance: [it works, {scenario: two phones}]\n',
    );
    expect(hover?.markdown).toContain('doing · 5 points');
    expect(hover?.markdown).toContain('- it works\n- two phones');
  });

  it('says of an epic how far it is, and what is left of it', () => {
    const hover = checkHover(
      'epics:\n  - {id: FN-1, title: Offline}\nstories:\n  - {id: FN-2, title: Sync, epic: FN-$01, estimate: 5, status: done}\n  - {id: FN-3, title: Merge, epic: FN-1, estimate: 3, status: doing}\n  - {id: FN-4, title: Map, epic: FN-1}\n',
    );
    expect(hover?.word).toBe('FN-1');
    expect(hover?.markdown).toContain('5 of 8 points, 1 of 3 stories done, 1 not estimated');
    expect(hover?.markdown).toContain('- FN\\-3 Merge · doing\n- FN\\-4 Map');
    expect(hover?.markdown).not.toContain('Sync');
  });

  it('says of a sprint when it is, what it has room for and what is planned', () => {
    const hover = checkHover(
      'sprints:\n  - {id: s24, goal: Survive, start: 2026-11-16, end: 2026-11-27, capacity: {ana: 8, ben: 6}}\nstories:\n  - {title: A, sprint: s$024, estimate: 13}\n',
    );
    expect(hover?.markdown).toContain('Capacity 14 points · 13 planned · room for 1');
    expect(hover?.markdown).toContain('0 of 13 points, 0 of 1 story done');
  });

  it('says of a person what they do and are at, of an insight where it is from', () => {
    const people =
      'people:\n  - {id: ana, name: Ana Lima, role: design}\ninsights:\n  - {id: lost, text: Notes get lost, source: interview, count: 7}\nstories:\n';
    const at = checkHover(
      `${people}  - {id: FN-2, title: Sync, assignee: an$0a, status: doing, estimate: 5}\n`,
    );
    expect(at?.markdown).toContain('**ana** Ana Lima');
    expect(at?.markdown).toContain('Role: design');
    expect(at?.markdown).toContain('1 open, 1 under way, 5 points\n\n- FN\\-2 Sync · doing');
    const insight = checkHover(`${people}  - {title: A, insights: [lo$0st]}\n`);
    expect(insight?.markdown).toContain('Source: interview · Count: 7');
  });

  it('tells which item an id means in running text, also in one that is folded', () => {
    const text =
      'stories:\n  - {id: FN-2, title: Sync, was: [OLD-7]}\n  - title: After FN$0-2\n    description: >-\n      not FN-22,\n      but OLD-7\n';
    expect(checkHover(text)).toMatchObject({ word: 'FN-2' });
    expect(checkHover(text)?.markdown).toContain('**FN\\-2** Sync');
    const plain = text.replace('$0', '');
    expect(checkHover(plain.replace('OLD-7\n', 'OL$0D-7\n'))?.markdown).toContain('**FN\\-2** Sync');
    expect(checkHover(plain.replace('FN-22', 'FN-$022'))).toBeUndefined();
    const { backlog, offset } = backlogAt(text);
    expect(underlined(plain, definitionAt(backlog, offset))).toContain('id: «FN-2»');
  });

  it('says who the role of a story is', () => {
    const personas =
      'personas:\n  - {id: bio, name: field biologist, about: Works alone}\nstories:\n  - title: A\n';
    const hover = checkHover(
      `${personas}    story: As a field bio$0logist, I want notes to sync, so that all see them\n`,
    );
    expect(hover?.word).toBe('field biologist');
    expect(hover?.markdown).toContain('About: Works alone');
    expect(
      checkHover(
        `${personas}    story: As a field biologist, I want no$0tes to sync, so that all see them\n`,
      ),
    ).toBeUndefined();
  });

  it.each([
    'scor$0e: {reach: 2000, effort: 3',
    'score: {rea$0ch: 2000, effort: 3',
    'score: {reach: 20$000, effort: 3',
  ])('says what a score comes to, at %s', (score) => {
    const hover = checkHover(`stories:\n  - title: A\n    ${score}, impact: 2, confidence: 0.8}\n`);
    expect(hover?.markdown).toContain('**RICE 1067**');
    expect(hover?.markdown).toContain('2000 × 2 × 0\\.8 ÷ 3');
  });

  it('lets no text of the file become Markdown or HTML', () => {
    const hover = checkHover('stories:\n  - id: FN$0-2\n    title: "<img src=x> [a](command:b) **c** `d`"\n');
    expect(hover?.markdown).not.toMatch(/<img|\[a\]\(|(?<!\\)`d/);
  });

  it('tells why what is wrong here matters', () => {
    const markdown = checkHover('stories:\n  - title: A\n    status: rea$0dyy\n')?.markdown;
    expect(markdown).toMatch(/^\*.+\*: /);
    expect(markdown).toContain('```yaml\n');
  });

  it('tells why also where the trouble is in no item', () => {
    expect(checkHover('workflow:\n  stat$0uss: [a]\nstories: []\n')?.markdown).toMatch(/^\*.+\*: /);
  });

  it('explains a rule where the team sets its level', () => {
    expect(checkHover('writing:\n  rules: {schema/requ$0ired: ignore}\n')?.markdown).toContain('(error)');
  });

  it('says nothing about unknown keys, ids that lead nowhere and plain text', () => {
    expect(checkHover('stories:\n  - title: A\n    x-nonsen$0se: 1\n')).toBeUndefined();
    expect(checkHover('stories:\n  - title: A\n    was: [OLD$0-9]\n')).toBeUndefined();
    expect(checkHover('stories:\n  - title: Some wo$0rds\n')).toBeUndefined();
    expect(checkHover('$0')).toBeUndefined();
  });
});

const GRAPH = `people:
  - {id: ana, name: Ana}
epics:
  - id: FN-1
    title: Offline
stories:
  - id: FN-2
    title: Sync
    epic: FN-1
    assignee: ana
    was: [OLD-7]
  - id: FN-3
    title: Merge
    epic: FN-1
    depends_on: [FN-2, OLD-7]
`;

function marked(text: string, at: string, nth = 0): { backlog: Backlog; offset: number } {
  let offset = -1;
  for (let i = 0; i <= nth; i++) offset = text.indexOf(at, offset + 1);
  if (offset < 0) throw new Error(`${at} is not in the text`);
  return { backlog: Backlog.read(text), offset: offset + 1 };
}

describe('definition', () => {
  it.each([
    ['FN-1', 1, 'id: «FN-1»'],
    ['FN-2', 1, 'id: «FN-2»'],
    ['ana', 1, 'id: «ana»'],
    ['OLD-7', 1, 'id: «FN-2»'],
  ])('of %s is where the item is', (id, nth, expected) => {
    const { backlog, offset } = marked(GRAPH, id, nth);
    expect(underlined(GRAPH, definitionAt(backlog, offset))).toContain(expected);
  });

  it('of an id that is given twice is both', () => {
    const text =
      'stories:\n  - {id: FN-1, title: A}\n  - {id: FN-1, title: B}\n  - {id: FN-2, title: C, depends_on: [FN-1]}\n';
    const { backlog, offset } = marked(text, 'FN-1', 2);
    expect(definitionAt(backlog, offset)).toHaveLength(2);
  });
});

describe('references', () => {
  it('are all places that name the item, from its id and from any of them', () => {
    const expected = underlined(
      GRAPH,
      [...GRAPH.matchAll(/FN-1/g)].slice(1).map(({ index }) => ({ start: index, end: index + 4 })),
    );
    for (const nth of [0, 1, 2]) {
      const { backlog, offset } = marked(GRAPH, 'FN-1', nth);
      expect(underlined(GRAPH, referencesAt(backlog, offset, { withDefinition: false }))).toBe(expected);
      expect(referencesAt(backlog, offset, { withDefinition: true })).toHaveLength(3);
    }
  });

  it('keep ids of different lists apart', () => {
    const text =
      'people:\n  - {id: core, name: Core}\nteams:\n  - {id: core, people: [core]}\nsprints:\n  - {id: s1, team: core}\n';
    const { backlog, offset } = marked(text, 'core', 0);
    expect(underlined(text, referencesAt(backlog, offset, { withDefinition: false }))).toContain(
      'people: [«core»]',
    );
    expect(referencesAt(backlog, offset, { withDefinition: false })).toHaveLength(1);
  });
});

function drawn(text: string, backlog: Backlog, entries: readonly OutlineEntry[]): string {
  const lines = entries.flatMap(({ name, selection, children }) => [
    `${name} «${text.slice(selection.start, selection.end)}»`,
    ...children.map(({ index, item }) => {
      const slice = backlog.source.slices[index]?.text ?? '';
      const detail = item.detail === '' ? '' : ` (${item.detail})`;
      return `  ${item.name}${detail} «${slice.slice(item.selection.start, item.selection.end)}»`;
    }),
  ]);
  return `${lines.join('\n')}\n`;
}

describe('outline', () => {
  it('shows sections, and lists with their items', () => {
    const text =
      '# Our backlog\nproduct:\n  name: X\n\nstories: # ranked\n  - id: FN-1\n    title: A\n    status: done\n  # about B\n  - title: B\n';
    const backlog = Backlog.read(text);
    expect(drawn(text, backlog, outline(backlog))).toBe(
      'product «product»\nstories «stories»\n  FN-1 A (done) «A»\n  B «B»\n',
    );
  });

  it('holds every selection inside its range and every child inside its parent', () => {
    const backlog = Backlog.read(GRAPH);
    for (const parent of outline(backlog))
      for (const { index, item } of parent.children) {
        const base = backlog.source.startOf(index);
        expect(base + item.span.start).toBeGreaterThanOrEqual(parent.span.start);
        expect(base + item.span.end).toBeLessThanOrEqual(parent.span.end);
        expect(item.selection.start).toBeGreaterThanOrEqual(item.span.start);
        expect(item.selection.end).toBeLessThanOrEqual(item.span.end);
      }
  });

  it('works on a file that can not be cut', () => {
    const backlog = Backlog.read('{stories: [{title: A}, {title: B}]}\n');
    const names = outline(backlog).map(({ name, children }) => [
      name,
      ...children.map(({ item }) => item.name),
    ]);
    expect(names).toEqual([['stories', 'A', 'B']]);
  });
});

describe('search', () => {
  const text = `stories:
  - {id: FN-20, title: Sync when back online}
  - {id: FN-2, title: Show the syncing state, status: done}
  - {id: FN-3, title: Resync by hand}
  - {id: FN-4, title: Show a map}
people:
  - {id: ana, name: Ana Sync}
`;
  const found = (query: string): readonly (string | undefined)[] =>
    findItems(Backlog.read(text), query, 10).map(({ id }) => id);

  it('finds the exact id first, then ids that begin so', () => {
    expect(found('fn-2')).toEqual(['FN-2', 'FN-20']);
    expect(found('20')).toEqual(['FN-20']);
  });

  it('finds items by all words, beginnings of words first, finished work last', () => {
    expect(found('sync')).toEqual(['FN-20', 'ana', 'FN-3', 'FN-2']);
    expect(found('map show')).toEqual(['FN-4']);
  });

  it('gives places with names across the file', () => {
    const [first] = namedItems(Backlog.read(text), 'map', 5);
    expect(first?.name).toBe('FN-4 Show a map');
    expect(text.slice(first?.span.start, first?.span.end)).toBe('Show a map');
  });

  it('finds nothing for nothing', () => {
    expect(found(' ')).toEqual([]);
    expect(found('zebra')).toEqual([]);
  });
});

describe('folding', () => {
  it('folds sections, items and long fields, without trailing blank lines and comments of the next', () => {
    const text = `product:
  name: X

stories:
  - title: A
    description: |
      One.
      Two.
  # about B
  - title: B
    status: idea

`;
    expect(foldingRanges(Backlog.read(text)).map(({ startLine, endLine }) => [startLine, endLine])).toEqual([
      [0, 1],
      [3, 10],
      [4, 7],
      [5, 7],
      [9, 10],
    ]);
  });

  it('keeps to a limit: sections before items, items before what is in them', () => {
    const text = 'product:\n  name: X\nstories:\n  - title: A\n    notes:\n      - x\n';
    const at = (limit: number): readonly number[] =>
      foldingRanges(Backlog.read(text), limit).map(({ startLine }) => startLine);
    expect(at(3)).toEqual([0, 2, 3]);
    expect(at(2)).toEqual([0, 2]);
    expect(at(9)).toEqual([0, 2, 3, 4]);
  });
});

describe('quick fixes', () => {
  it('are offered where the problem stands, with edits that remove it', () => {
    const { backlog, text, offset } = backlogAt('stories:\n  - title: A\n    stat$0us: reday\n');
    const at = text.indexOf('reday');
    expect(quickFixesAt(backlog, { start: offset, end: offset })).toEqual([]);
    const [fix] = quickFixesAt(backlog, { start: at, end: at });
    if (fix === undefined) throw new Error('no fix is offered');
    backlog.edit(fix.edits);
    expect(backlog.source.toString()).toContain('status: ready');
    expect(quickFixesAt(backlog, { start: at, end: at })).toEqual([]);
  });
});

describe('details of an item', () => {
  it('name its lines with their comments, and its title', () => {
    const text = 'stories:\n  # why\n  - id: FN-1\n    title: A\n\n  - title: B\n';
    const backlog = Backlog.read(text);
    const [item] = backlog.list('stories');
    if (item === undefined) throw new Error('the story is missing');
    const { span, selection, spoken } = itemDetails(backlog, item);
    expect(text.slice(span.start, span.end)).toBe('  # why\n  - id: FN-1\n    title: A');
    expect(text.slice(selection.start, selection.end)).toBe('A');
    expect(spoken).toContain('FN-1, A');
  });
});
