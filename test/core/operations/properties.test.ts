/**
 * Whatever a file looks like and whatever is asked: an operation either does exactly what it says, or says why not.
 * REFINERY_CASES sets the number of cases (10,000 by default).
 */
import { setImmediate } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Operation } from '../../../src/core/operations/operation.ts';
import { cases } from '../../support/cases.ts';
import { check, checkBroken, checkLateUndo } from './checks.ts';
import { Choices, randomFile } from './randomBacklog.ts';
import { broken, randomOperation } from './randomOperation.ts';
import { randomRefactoring } from './randomRefactoring.ts';

const CASES = cases(10_000);
const TIMEOUT = 60_000 + CASES * 60;
/** Long enough for a file of five stories and three operations. */
const choices = fc.uint8Array({ minLength: 320, maxLength: 320 });
const BATCH = 500;

describe('an operation', () => {
  it(
    'does exactly what it says and nothing else, or is refused with a reason',
    async () => {
      const counts = { done: 0, refused: 0 };
      await inBatches(CASES, (bytes) => {
        const random = new Choices(bytes);
        const file = randomFile(random);
        counts[check(file.text, randomOperation(random, file))]++;
      });
      // A planner that refuses everything would pass as well.
      expect(counts.done).toBeGreaterThan(CASES * 0.8);
    },
    TIMEOUT,
  );

  it(
    'that touches several items does exactly what it says, or is refused with a reason',
    async () => {
      const counts = { done: 0, refused: 0 };
      await inBatches(Math.ceil(CASES / 2), (bytes) => {
        const random = new Choices(bytes);
        const refactoring = randomFileWith(random);
        if (refactoring !== undefined) counts[check(refactoring.text, refactoring.operation)]++;
      });
      expect(counts.done).toBeGreaterThan(CASES * 0.15);
    },
    TIMEOUT,
  );

  it(
    'on a broken file touches nothing but its item, can be undone, or is refused',
    async () => {
      await inBatches(Math.ceil(CASES / 4), (bytes) => {
        const random = new Choices(bytes);
        const file = randomFile(random);
        const operation = randomOperation(random, file);
        checkBroken(broken(file.text, random), operation);
      });
    },
    TIMEOUT,
  );

  it(
    'can be undone after another one, or says that it no longer can',
    async () => {
      await inBatches(Math.ceil(CASES / 10), (bytes) => {
        const random = new Choices(bytes);
        const file = randomFile(random);
        checkLateUndo(file.text, randomOperation(random, file), randomOperation(random, file));
      });
    },
    TIMEOUT,
  );
});

function randomFileWith(
  random: Choices,
): { readonly text: string; readonly operation: Operation } | undefined {
  const file = randomFile(random);
  const operation = randomRefactoring(random, file);
  return operation && { text: file.text, operation };
}

/** The runner has to be heard from now and then, so a long property gives way between batches. */
async function inBatches(cases: number, property: (bytes: Uint8Array) => void): Promise<void> {
  for (let done = 0; done < cases; done += BATCH) {
    fc.assert(fc.property(choices, property), { numRuns: Math.min(BATCH, cases - done) });
    await setImmediate();
  }
}
