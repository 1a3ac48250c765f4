/** Many operations at once, as a planning of a thousand changes is accepted: quick, and what they are one by one. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { generateBacklog } from '../../../bench/backlogs.ts';
import { Backlog } from '../../../src/core/backlog/backlog.ts';
import type { Operation } from '../../../src/core/operations/operation.ts';
import { planOperation } from '../../../src/core/operations/planOperation.ts';
import { breathe, cases } from '../../support/cases.ts';
import { applyEdits } from './judge.ts';
import { Choices, randomFile } from './randomBacklog.ts';
import { randomOperation } from './randomOperation.ts';

const CASES = cases(40);

describe('a sequence of many operations', () => {
  it('moves 1,000 of 10,000 stories into a sprint in no time', () => {
    const stories = 10_000;
    const { text } = generateBacklog(stories);
    const backlog = Backlog.read(text);
    const moved = backlog.list('stories').filter((_, at) => at % 10 === 3);
    const operations = moved.map(({ id = '' }): Operation => ({
      type: 'set',
      item: { id },
      field: 'sprint',
      value: 's3',
    }));
    const before = process.cpuUsage();
    const plan = planOperation(backlog, { type: 'sequence', operations });
    const { user, system } = process.cpuUsage(before);
    if (!plan.ok) throw new Error(plan.refusal.message);
    // Processor time, so that a busy machine does not count; a fifth of it is usual.
    expect((user + system) / 1000).toBeLessThan(2000);
    let story = -1;
    const wanted = text.replace(/^ {4}sprint: .*$/gm, (line) =>
      ++story % 10 === 3 ? '    sprint: s3' : line,
    );
    expect(story).toBe(stories - 1);
    expect(applyEdits(text, plan.edits) === wanted).toBe(true);
  });

  it(
    'comes to the same as one after the other',
    async () => {
      let steps = 0;
      await fc.assert(
        fc.asyncProperty(fc.uint8Array({ minLength: 1500, maxLength: 1500 }), async (bytes) => {
          await breathe();
          const random = new Choices(bytes);
          const file = randomFile(random);
          const alone = Backlog.read(file.text);
          const operations: Operation[] = [];
          for (let at = 0; at < 60; at++) {
            const operation = randomOperation(random, file);
            const plan = planOperation(alone, operation);
            // The number of what was deleted is taken until a sequence is over, and no longer.
            if (!plan.ok || operation.type === 'delete') continue;
            alone.edit(plan.edits);
            operations.push(operation);
          }
          steps += operations.length;
          const together = planOperation(Backlog.read(file.text), { type: 'sequence', operations });
          if (!together.ok) throw new Error(together.refusal.message);
          expect(applyEdits(file.text, together.edits)).toBe(alone.source.toString());
        }),
        { numRuns: CASES },
      );
      expect(steps).toBeGreaterThan(CASES * 20);
    },
    60_000 + CASES * 600,
  );
});
