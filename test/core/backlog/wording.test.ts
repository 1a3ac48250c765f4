import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Backlog } from '../../../src/core/backlog/backlog.ts';
import type { TextEdit } from '../../../src/core/text/span.ts';
import { breathe, cases } from '../../support/cases.ts';
import { describeBacklog } from '../../support/describeBacklog.ts';
import { storiesText, storyText } from '../../support/storiesText.ts';

/** An edit as a person makes it: a story more, one less, one elsewhere, or a few characters. */
const change = fc.oneof(
  fc.record({ kind: fc.constant('insert' as const), at: fc.nat(20), text: storyText }),
  fc.record({ kind: fc.constant('delete' as const), at: fc.nat(20) }),
  fc.record({ kind: fc.constant('move' as const), at: fc.nat(20), to: fc.nat(20) }),
  fc.record({
    kind: fc.constant('type' as const),
    at: fc.nat(3000),
    length: fc.nat(6),
    text: fc.constantFrom(
      '',
      ' ',
      'x',
      ' quickly',
      'FN-3',
      '\n',
      'ready',
      'done',
      ', so that',
      '"',
      'I want ',
    ),
  }),
);
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

function editsOf(backlog: Backlog, made: Change): readonly TextEdit[] {
  const { source } = backlog;
  const { slices } = source;
  const nth = (at: number): number => at % slices.length;
  const span = (at: number): { start: number; end: number; text: string } => {
    const start = source.startOf(nth(at));
    const text = slices[nth(at)]?.text ?? '';
    return { start, end: start + text.length, text };
  };
  switch (made.kind) {
    case 'insert': {
      const { end } = span(made.at);
      return [{ start: end, end, text: made.text }];
    }
    case 'delete':
      return [{ ...span(made.at), text: '' }];
    case 'move': {
      const from = span(made.at);
      const { end } = span(made.to);
      if (nth(made.at) === nth(made.to)) return [];
      const edits = [
        { ...from, text: '' },
        { start: end, end, text: from.text },
      ];
      return edits.sort((a, b) => a.start - b.start || a.end - b.end);
    }
    case 'type': {
      const start = made.at % (source.length + 1);
      return [{ start, end: Math.min(source.length, start + made.length), text: made.text }];
    }
  }
}

const storyOf = (id: string, on: string): string =>
  `  - id: ${id}\n    title: A team and its roster\n    depends_on: [${on}]\n`;
/** Two ways round, by the one FN-5 or the other. */
const ID_TWICE = `stories:\n${storyOf('FN-4', 'FN-8')}${storyOf('FN-9', 'FN-8')}${storyOf('FN-5', 'FN-9')}${storyOf('FN-8', 'FN-5')}`;
const FIRST_AGAIN = storyOf('FN-5', 'FN-4');

describe('the words of a backlog that follows edits', () => {
  it('are judged as those of one that is read afresh, however much was done in between', async () => {
    await fc.assert(
      fc.asyncProperty(
        storiesText,
        fc.array(fc.tuple(change, fc.nat(6)), { minLength: 1, maxLength: 6 }),
        async (start, steps) => {
          await breathe();
          const backlog = Backlog.read(start);
          for (const [made, portions] of steps) {
            const edits = editsOf(backlog, made);
            if (edits.length === 0) continue;
            backlog.edit(edits);
            let left = portions;
            if (left > 0 && backlog.pending) backlog.work(() => --left <= 0);
            // Asking in between must not change what is said in the end.
            backlog.problems();
          }
          const edited = describeBacklog(backlog.finish());
          const fresh = describeBacklog(Backlog.read(backlog.source.toString()).finish());
          if (edited !== fresh) expect(edited).toBe(fresh);
        },
      ),
      { numRuns: cases(1500), examples: [[ID_TWICE, [[{ kind: 'insert', at: 0, text: FIRST_AGAIN }, 0]]]] },
    );
  }, 600_000);

  it('have findings only at places of the items that they are said of', async () => {
    await fc.assert(
      fc.asyncProperty(storiesText, async (text) => {
        await breathe();
        const backlog = Backlog.read(text).finish();
        for (const { problem, slice, item } of backlog.problems()) {
          expect(problem.start).toBeLessThanOrEqual(problem.end);
          expect(problem.end).toBeLessThanOrEqual(slice.text.length);
          if (item !== undefined) expect(backlog.problemsOf(item)).toContainEqual(problem);
        }
      }),
      { numRuns: cases(500) },
    );
  }, 300_000);
});
