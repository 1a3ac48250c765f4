/** Changes of tables of examples in every form, judged by what the `yaml` package reads afterwards. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Backlog } from '../../../src/core/backlog/backlog.ts';
import type { ExamplesChange } from '../../../src/core/operations/operation.ts';
import { planOperation } from '../../../src/core/operations/planOperation.ts';
import { renderKey } from '../../../src/core/yaml/writeBlock.ts';
import { applyEdits, comments, isWithin, read } from './judge.ts';

/** What a table says: the names of its columns, and below them its rows. */
type Grid = readonly (readonly string[])[];
type Row = (names: readonly string[], cells: readonly string[]) => string;

const ROWS: readonly Row[] = [
  (names, cells) => names.map((name, at) => `${name}: ${cells[at] ?? ''}`).join('\n            '),
  (names, cells) => `{${names.map((name, at) => `${name}: ${cells[at] ?? ''}`).join(', ')}}`,
];
const LIST: Row = (_, cells) => `[${cells.join(',  ')}]`;

const cell = fc.constantFrom('old', '5', '"5"', "'it''s'", 'true', '"…"', '2026-11-25', '"a: b # c"', '~');
const typed = fc.constantFrom(
  'new',
  '7',
  'false',
  '…',
  'no',
  '1.5',
  '- x',
  'a: b # c',
  '"',
  '2026-12-01',
  '',
);
const name = fc.constantFrom('phone', 'a.b', 'no', '5', 'ring: it', '__proto__x', 'x y');

function fileOf(lines: readonly string[]): string {
  const rows = lines.map(
    (line, at) => `          # above ${at}\n          - ${line.replace('\n', ` # of ${at}\n`)}`,
  );
  return `stories:\n  - id: FN-1\n    acceptance:\n      - when: it rings\n        examples: # all\n${rows.join(
    '\n',
  )} # last\n    status: idea # behind\n`;
}

/** What the table of a file says. */
function gridOf(text: string): Grid | undefined {
  const file = read(text) as
    { readonly stories: readonly { readonly acceptance: readonly object[] }[] } | undefined;
  const [criterion] = file?.stories[0]?.acceptance ?? [];
  const rows = criterion && 'examples' in criterion ? (criterion.examples as readonly object[]) : undefined;
  if (rows === undefined) return undefined;
  const words = (value: unknown): string =>
    typeof value === 'string' ? value : value === null ? '' : JSON.stringify(value);
  if (rows.every((row) => Array.isArray(row))) return rows.map((row) => row.map(words));
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))].sort();
  return [
    names,
    ...rows.map((row) => names.map((each) => words(Object.entries(row).find(([key]) => key === each)?.[1]))),
  ];
}

/** What it should say after a change; the columns of rows that are mappings have no order. */
function meant(grid: Grid, change: ExamplesChange): Grid {
  switch (change.kind) {
    case 'setCell':
      return grid.map((row, r) =>
        row.map((old, c) => (r === change.row + 1 && c === change.column ? change.text : old)),
      );
    case 'renameColumn':
      return grid.map((row, r) => row.map((old, c) => (r === 0 && c === change.column ? change.name : old)));
    case 'addColumn':
      return grid.map((row, r) => [...row, r === 0 ? change.name : '…']);
    case 'removeColumn':
      return grid.map((row) => row.filter((_, c) => c !== change.column));
    case 'addRow':
      return [...grid, (grid[0] ?? []).map(() => '…')];
    case 'removeRow':
      return grid.filter((_, r) => r !== change.row + 1);
  }
}

function sorted([names = [], ...rows]: Grid): Grid {
  const order = names.map((_, at) => at).sort((a, b) => ((names[a] ?? '') < (names[b] ?? '') ? -1 : 1));
  return [names, ...rows].map((row) => order.map((at) => row[at] ?? ''));
}

const change = fc.oneof(
  fc.record({ kind: fc.constant('setCell' as const), row: fc.nat(3), column: fc.nat(3), text: typed }),
  fc.record({ kind: fc.constant('renameColumn' as const), column: fc.nat(3), name }),
  fc.record({ kind: fc.constant('addColumn' as const), name }),
  fc.record({ kind: fc.constant('removeColumn' as const), column: fc.nat(3) }),
  fc.constant({ kind: 'addRow' as const }),
  fc.record({ kind: fc.constant('removeRow' as const), row: fc.nat(3) }),
);

const table = fc
  .tuple(fc.uniqueArray(name, { minLength: 1, maxLength: 3 }), fc.constantFrom('mappings', 'lists'))
  .chain(([names, form]) =>
    fc
      .array(
        fc.tuple(
          fc.constantFrom(...(form === 'lists' ? [LIST] : ROWS)),
          fc.array(cell, { minLength: names.length, maxLength: names.length }),
        ),
        { minLength: 1, maxLength: 3 },
      )
      .map((rows) => ({ names, form, rows })),
  );

describe('a change of a table of examples', () => {
  it('makes of it what is meant, keeps every comment elsewhere, and can be taken back', () => {
    let done = 0;
    const property = fc.property(table, change, ({ names, form, rows }, asked) => {
      const keys = names.map(renderKey);
      const lines = rows.map(([row, cells]) => row(keys, cells));
      const before = fileOf(form === 'lists' ? [LIST(keys, keys), ...lines] : lines);
      const old = gridOf(before) ?? [];
      // By the order in which the file names them.
      const grid = [
        names,
        ...old.slice(1).map((row) => names.map((each) => row[old[0]?.indexOf(each) ?? -1] ?? '')),
      ];
      const backlog = Backlog.read(before);
      const plan = planOperation(backlog, {
        type: 'examples',
        item: { id: 'FN-1' },
        criterion: 0,
        change: asked,
      });
      const isThere =
        (!('row' in asked) || asked.row < rows.length) &&
        (!('column' in asked) || asked.column < names.length);
      const others = names.filter((_, at) => !('column' in asked) || at !== asked.column);
      const isNew = !('name' in asked) || !others.includes(asked.name);
      expect(plan.ok).toBe(isThere && isNew);
      if (!plan.ok) return;
      done++;
      const after = applyEdits(before, plan.edits);
      const wanted = sorted(meant(grid, asked));
      expect(gridOf(after) && sorted(gridOf(after) ?? [])).toEqual(
        wanted.length > 1 && wanted[0]?.length !== 0 ? wanted : undefined,
      );
      if (asked.kind.startsWith('remove')) expect(isWithin(comments(after), comments(before))).toBe(true);
      else expect(comments(after)).toEqual(comments(before));
      if (asked.kind === 'setCell') {
        const lines = after.split('\n');
        expect(before.split('\n').filter((line, at) => line !== lines[at]).length).toBeLessThanOrEqual(1);
      }
      backlog.edit(plan.edits);
      const undo = planOperation(backlog, plan.inverse);
      expect(undo.ok && applyEdits(after, undo.edits)).toBe(before);
    });
    fc.assert(property, { numRuns: 1000 });
    expect(done).toBeGreaterThan(250);
  });
});
