import { describe, expect, it } from 'vitest';
import { Backlog } from '../../../src/core/backlog/backlog.ts';

/** What is understood of the items, and what is said, of a list of stories that holds something broken. */
function read(lines: string): { items: string[]; said: string[] } {
  const backlog = Backlog.read(`stories:\n${lines}`);
  return {
    items: backlog.items.map(({ id, title, status, type }) => [id, title, status, type].join(' | ')),
    said: backlog
      .problems()
      .filter(({ problem }) => problem.rule.startsWith('yaml/'))
      .map(({ slice, problem }) => {
        const fix = problem.fixes?.[0]?.edits[0]?.text;
        return `[${slice.text.slice(problem.start, problem.end)}] ${problem.message}${fix === undefined ? '' : ` → ${fix}`}`;
      }),
  };
}

const QUOTE_IT = 'YAML reads this text as something else: quote it.';

describe('an item that is broken in one place', () => {
  it.each([
    ['an open quote', 'title: "open', '"open', ['["open] The quote that starts here is never closed.']],
    ['a quote in quotes', "title: 'it's mine", "'it's mine", [`['it's mine] ${QUOTE_IT} → "'it's mine"`]],
    [
      'words behind a quote',
      'title: "Sync" works',
      '"Sync" works',
      [`["Sync" works] ${QUOTE_IT} → '"Sync" works'`],
    ],
    ['a colon in a text', 'title: Sync: all', 'Sync: all', [`[Sync: all] ${QUOTE_IT} → 'Sync: all'`]],
    [
      'a colon before a comment',
      'title: Sync: all  # why',
      'Sync: all',
      [`[Sync: all] ${QUOTE_IT} → 'Sync: all'`],
    ],
    ['an at sign', 'title: @ana', '@ana', [`[@ana] ${QUOTE_IT} → '@ana'`]],
  ])('keeps its text and its other fields: %s', (_name, line, title, said) => {
    const found = read(`  - id: FN-1\n    ${line}\n    status: ready\n  - id: FN-2\n    title: next\n`);
    expect(found.items).toEqual([`FN-1 | ${title} | ready | story`, 'FN-2 | next |  | story']);
    expect(found.said).toEqual(said);
  });

  it.each([
    ['a half-typed key', '    title: t\n    estim\n    status: ready\n', 'FN-1 | t | ready | story'],
    ['an open bracket', '    labels: [a, b\n    title: t\n    status: ready\n', 'FN-1 | t | ready | story'],
    ['an open brace', '    title: t\n    notes: {by: ana\n    status: ready\n', 'FN-1 | t | ready | story'],
    ['a line too deep', '    title: t\n     type: bug\n    status: ready\n', 'FN-1 | t | ready | story'],
    ['a tab', '\ttype: bug\n    title: t\n    status: ready\n', 'FN-1 | t | ready | story'],
    ['a stray line', '    title: t\nstray\n    status: ready\n', 'FN-1 | t | ready | story'],
    ['a closing bracket', '    title: t\n    labels: ]\n    status: ready\n', 'FN-1 | t | ready | story'],
  ])('keeps the rest: %s', (_name, lines, item) => {
    const found = read(`  - id: FN-1\n${lines}  - id: FN-2\n`);
    expect(found.items).toEqual([item, 'FN-2 |  |  | story']);
    expect(found.said).toHaveLength(1);
  });

  it('says nothing of what only spans lines', () => {
    expect(read('  - id: FN-1\n    labels: [a,\n      b]\n    title: "a\n      b"\n').said).toEqual([]);
  });

  it('shows every finding of several, each with its own mend', () => {
    const found = read(
      '  - title: "A" b\n    acceptance:\n      - [x] done\n      - "C" d\n    status: idea\n',
    );
    expect(found.items).toEqual([' | "A" b | idea | story']);
    expect(found.said.map((line) => line.split('→ ')[1])).toEqual([`'"A" b'`, "'[x] done'", `'"C" d'`]);
  });

  it('offers spaces for tabs', () => {
    expect(read('  - id: FN-1\n\ttitle: t\n').said).toEqual([
      '[\t] YAML does not allow tabs for indentation: use spaces. →     ',
    ]);
  });
});
