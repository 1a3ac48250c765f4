/** The Gherkin package is loaded when something of it is first read: criteria of English teams without blocks read nothing. */
import { expect, it, vi } from 'vitest';

const read = vi.hoisted((): string[] => []);

vi.mock('@cucumber/gherkin', async (load) => {
  const original = await load<Record<string, unknown>>();
  const watched = {};
  for (const name of Object.keys(original))
    Object.defineProperty(watched, name, {
      enumerable: true,
      get: () => {
        read.push(name);
        return original[name];
      },
    });
  return watched;
});

const { Backlog } = await import('../../../../src/core/backlog/backlog.ts');

const HEAD =
  'stories:\n  - title: Pay\n    status: ready\n    estimate: 3\n    story: As a buyer, I want to pay by card, so that I need no cash.\n    acceptance:\n';

it('is not needed for lines, mappings and checks in English', () => {
  read.length = 0;
  const lines =
    '      - Given a cart, when I pay\n      - {given: a cart, when: I pay}\n      - works\n      - >-\n        Then a\n        and b\n';
  const found = Backlog.read(HEAD + lines).finish();
  expect(found.problems().map(({ problem }) => problem.rule)).toContain('ac/no-then');
  expect(read).toEqual([]);
});

it('is there once a block is met', () => {
  const found = Backlog.read(`${HEAD}      - |\n        Given a cart\n        oops\n`).finish();
  expect(found.problems().map(({ problem }) => problem.rule)).toEqual(['ac/gherkin']);
  expect(read).toContain('Parser');
});
