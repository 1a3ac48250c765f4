/** Whatever arrives over a wire: operations are refused, never thrown at. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Backlog } from '../../../src/core/backlog/backlog.ts';
import { type Operation, RENAME_KINDS, type Value } from '../../../src/core/operations/operation.ts';
import { planOperation } from '../../../src/core/operations/planOperation.ts';
import { applyEdits, read } from './judge.ts';

const TEXT = `product: {name: Fieldnotes, key: FN}
stories:
  - id: FN-1
    title: One
    labels: [a]
    blocked: {why: waiting}
    acceptance: ['Given a, when b, then c', works, {when: b, then: c, examples: [{a: 1, b: 2}, {a: 3}]}]
  - id: FN-2
    title: Two
`;

function nested(depth: number): Value {
  let value: Value = 'x';
  for (let i = 0; i < depth; i++) value = i % 2 === 0 ? [value] : { a: value };
  return value;
}

describe('an operation from outside', () => {
  const item = fc.oneof(
    fc.constantFrom({ id: 'FN-1' }, { id: 'FN-2' }, { list: 'stories', index: 1 }),
    fc.record({ id: fc.string() }),
    fc.record({
      list: fc.constantFrom('stories', 'epics', 'nothing', '__proto__'),
      index: fc.oneof(fc.integer(), fc.double()),
    }),
  );
  const field = fc.oneof(
    fc.constantFrom(
      'title',
      'labels',
      'labels.0',
      'blocked.why',
      'x-own',
      'x-own.a.b',
      '',
      '.',
      'constructor',
      '__proto__',
      'x-__proto__.y',
    ),
    fc.string(),
  );
  const value = fc.jsonValue({ maxDepth: 4 });

  it('with any names and values is done or refused, and leaves a file that can be read', () => {
    const operation = fc.oneof(
      fc.record({ type: fc.constantFrom('set', 'addEntry'), item, field, value }),
      fc.record({ type: fc.constant('remove'), item, field }),
      fc.record({ type: fc.constant('removeEntry'), item, field, entry: fc.oneof(fc.string(), fc.double()) }),
      fc.record({
        type: fc.constant('add'),
        list: fc.constantFrom('stories', 'people', 'sprints', 'nothing'),
        fields: fc.dictionary(field, value),
      }),
      fc.record({
        type: fc.constant('move'),
        items: fc.array(item),
        place: fc.oneof(fc.record({ before: item }), fc.record({ at: fc.constantFrom('top', 'bottom') })),
      }),
    ) as unknown as fc.Arbitrary<Operation>;
    fc.assert(
      fc.property(operation, (asked) => {
        const plan = planOperation(Backlog.read(TEXT), asked);
        if (plan.ok) expect(read(applyEdits(TEXT, plan.edits))).toBeDefined();
        else expect(plan.refusal.message).not.toBe('');
      }),
      { numRuns: 3000 },
    );
  });

  it('that touches several items is done or refused as well', () => {
    const words = fc.oneof(fc.constantFrom('FN-1', 'FN-2', 'a', 'One', '', '__proto__', 'idea'), fc.string());
    const position = fc.oneof(fc.integer({ min: -1, max: 3 }), fc.double());
    const operation = fc.oneof(
      fc.record({
        type: fc.constant('split'),
        item,
        second: fc.record({ title: words, story: words }),
        criteria: fc.array(position),
      }),
      fc.record({
        type: fc.constant('merge'),
        into: item,
        items: fc.array(item),
        keep: fc.record({ title: item }),
      }),
      fc.record({ type: fc.constant('extractEpic'), items: fc.array(item), title: words }),
      fc.record({
        type: fc.constant('moveEntry'),
        item,
        to: item,
        field,
        entries: fc.array(position),
        at: position,
      }),
      fc.record({
        type: fc.constant('rename'),
        what: fc.constantFrom(...RENAME_KINDS),
        from: words,
        to: words,
      }),
      fc.record({
        type: fc.constant('convertCriterion'),
        item,
        criterion: position,
        to: fc.constantFrom('line', 'mapping', 'gherkin'),
      }),
      fc.record({ type: fc.constant('promoteCriterion'), item, criterion: position, title: words }),
      fc.record({
        type: fc.constant('examples'),
        item,
        criterion: position,
        change: fc.oneof(
          fc.record({ kind: fc.constant('setCell'), row: position, column: position, text: words }),
          fc.record({ kind: fc.constant('renameColumn'), column: position, name: words }),
          fc.record({ kind: fc.constant('removeColumn'), column: position }),
          fc.record({ kind: fc.constant('removeRow'), row: position }),
          fc.record({ kind: fc.constant('addColumn'), name: words }),
        ),
      }),
    ) as unknown as fc.Arbitrary<Operation>;
    fc.assert(
      fc.property(operation, (asked) => {
        const plan = planOperation(Backlog.read(TEXT), asked);
        if (plan.ok) expect(read(applyEdits(TEXT, plan.edits))).toBeDefined();
        else expect(plan.refusal.message).not.toBe('');
      }),
      { numRuns: 2000 },
    );
  });

  it('that nests deeper than a backlog may is refused', () => {
    const value = nested(20_000);
    const plan = planOperation(Backlog.read(TEXT), {
      type: 'set',
      item: { id: 'FN-1' },
      field: 'x-deep',
      value,
    });
    expect(plan).toMatchObject({ ok: false, refusal: { code: 'invalid-value' } });
    let sequence: Operation = { type: 'sequence', operations: [] };
    for (let i = 0; i < 20_000; i++) sequence = { type: 'sequence', operations: [sequence] };
    expect(planOperation(Backlog.read(TEXT), sequence).ok).toBe(false);
  });
});
