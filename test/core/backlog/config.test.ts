import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_CONFIG, pointsOf, readConfig } from '../../../src/core/backlog/config.ts';
import type { Config } from '../../../src/core/backlog/config.ts';
import { scalarText } from '../../../src/core/yaml/node.ts';
import { parseText } from '../../../src/core/yaml/parse.ts';
import { cases } from '../../support/cases.ts';

function configOf(text: string): Config {
  const { root } = parseText(text);
  if (root?.kind !== 'map') return readConfig([]);
  return readConfig(
    root.pairs.flatMap(({ key, value }) =>
      key.kind === 'scalar' ? [{ key: scalarText(key, text), node: value, text }] : [],
    ),
  );
}

describe('how the team works', () => {
  it('has the defaults of the format where nothing is written', () => {
    expect(configOf('')).toEqual(DEFAULT_CONFIG);
    expect(DEFAULT_CONFIG.statuses).toEqual(['idea', 'ready', 'doing', 'review', 'done', 'dropped']);
    expect(DEFAULT_CONFIG.ready.get('bug')).toEqual(['description', 'severity']);
    expect(DEFAULT_CONFIG.wip.size).toBe(0);
  });

  it('is read as it is written', () => {
    const config = configOf(`version: 1
product: {name: Fieldnotes, key: FN, former_keys: [FIELD], repositories: [., ../api]}
workflow:
  statuses: [todo, 1.0, no]
  done: [no]
  wip: {todo: 3, no: many}
  ready: {chore: [description]}
  severities: [bad]
  holidays: [2026-12-25, someday]
writing:
  rules: {score/partial: ignore, schema/type: shout}
  language: pt
commits:
  trailers: [Ticket]
  exempt: 'chore: *'
  hook: shout
`);
    expect(config.version).toBe('1');
    expect(config.product).toEqual({
      name: 'Fieldnotes',
      key: 'FN',
      formerKeys: ['FIELD'],
      repositories: ['.', '../api'],
    });
    expect(config.statuses).toEqual(['todo', '1.0', 'no']);
    expect(config.done).toEqual(['no']);
    expect([...config.wip]).toEqual([['todo', 3]]);
    expect([...config.ready]).toEqual([['chore', ['description']]]);
    expect(config.types).toEqual(['story', 'bug', 'task', 'spike', 'chore']);
    expect(config.severities).toEqual(['bad']);
    expect(config.holidays).toEqual(['2026-12-25']);
    expect([...config.rules]).toEqual([['score/partial', 'ignore']]);
    expect(config.language).toBe('pt');
    expect(config.commits).toEqual({
      trailers: ['Ticket'],
      branch: '{type}/{id}-{slug}',
      exempt: ['chore: *'],
      hook: 'warn',
    });
  });

  it('counts the points of sizes, of the numbers on the scale, and of other numbers', () => {
    const sizes = configOf('workflow: {estimates: {S: 2, M: 5}}');
    expect(sizes.estimates).toEqual(['S', 'M']);
    expect(pointsOf(sizes, 'M')).toBe(5);
    expect(pointsOf(sizes, '7.5')).toBe(7.5);
    expect(pointsOf(sizes, 'XL')).toBeUndefined();
    expect(pointsOf(configOf('workflow: {estimates: [1, 2]}'), '2')).toBe(2);
  });

  it("knows the team's own fields, but never lets one hide a key of the format", () => {
    const config = configOf(`workflow:
  fields:
    - {key: x-market, title: Market, type: choice, of: [EU, US]}
    - {key: x-who, type: person}
    - {key: title, type: number}
    - nonsense
`);
    expect([...config.customFields.keys()]).toEqual(['x-market', 'x-who']);
    expect(config.customFields.get('x-market')).toMatchObject({
      title: 'Market',
      shape: { kind: 'choice', of: ['EU', 'US'] },
    });
  });

  it('has defaults for what is of the wrong kind', () => {
    expect(configOf('product: 5\nworkflow: [a]\nwriting: ~\nversion: [1]\n')).toEqual(DEFAULT_CONFIG);
    expect(configOf('workflow: {statuses: {a: b}, estimates: [], wip: [a], fields: 3}')).toEqual(
      DEFAULT_CONFIG,
    );
  });

  it('never throws, whatever the tree', () => {
    const words = fc.constantFrom(
      'workflow',
      'statuses',
      'wip',
      'fields',
      'key',
      'ready',
      'rules',
      'writing',
      '1',
      'a',
    );
    const value = fc.letrec<{ node: string }>((tie) => ({
      node: fc.oneof(
        { depthSize: 'small' },
        words,
        fc.constantFrom('~', '""', '|\n'),
        fc.array(tie('node'), { maxLength: 4 }).map((items) => `[${items.join(', ')}]`),
        fc
          .array(fc.tuple(words, tie('node')), { maxLength: 4 })
          .map((pairs) => `{${pairs.map(([key, node]) => `${key}: ${node}`).join(', ')}}`),
      ),
    })).node;
    fc.assert(
      fc.property(fc.constantFrom('workflow', 'writing', 'product', 'version'), value, (key, node) => {
        expect(configOf(`${key}: ${node}`).statuses.length).toBeGreaterThan(0);
      }),
      { numRuns: cases(2000) },
    );
  });
});
