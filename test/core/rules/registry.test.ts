import { describe, expect, it } from 'vitest';
import { Backlog } from '../../../src/core/backlog/backlog.ts';
import { ruleDoc, ruleHref, RULES } from '../../../src/core/rules/registry.ts';

const rulesIn = (text: string): readonly string[] =>
  Backlog.read(text)
    .finish()
    .problems()
    .map(({ problem }) => problem.rule);

describe('every rule', () => {
  it.each(RULES.map((rule) => [rule.id, rule] as const))('%s reports its bad example', (id, rule) => {
    const found = Backlog.read(`${rule.bad}\n`)
      .finish()
      .problems()
      .filter(({ problem }) => problem.rule === id);
    expect(found.length).toBeGreaterThan(0);
    expect(found.map(({ problem }) => problem.severity)).toContain(rule.severity);
  });

  it.each(RULES.map((rule) => [rule.id, rule] as const))('%s leaves its good example alone', (_, rule) => {
    expect(rulesIn(`${rule.good}\n`)).toEqual([]);
  });

  it.each(RULES.map((rule) => [rule.id] as const))('%s can be ignored in the whole file', (id) => {
    const text = `writing:\n  rules: {${id}: ignore}\n${ruleDoc(id)?.bad ?? ''}\n`;
    if (id.startsWith('yaml/') || text.lastIndexOf('writing:') > 0) return;
    expect(rulesIn(text)).not.toContain(id);
  });

  it('has an id and an address of its own', () => {
    expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length);
    expect(ruleHref('schema/type')).toBe(
      'https://github.com/refinery/refinery/blob/main/docs/rules/schema/type.md',
    );
  });
});
