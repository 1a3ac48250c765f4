/**
 * Whatever a file looks like and whatever is asked: an operation either does exactly what it says, or says why not.
 * REFINERY_CASES sets the number of cases (10,000 by default).
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check, checkBroken } from './checks.ts';
import { Choices, randomFile } from './randomBacklog.ts';
import { broken, randomOperation } from './randomOperation.ts';

const CASES = Number(process.env.REFINERY_CASES ?? 10_000);
const TIMEOUT = 60_000 + CASES * 60;
/** Long enough for a file of five stories and three operations. */
const choices = fc.uint8Array({ minLength: 320, maxLength: 320 });

describe('an operation', () => {
  it(
    'does exactly what it says and nothing else, or is refused with a reason',
    () => {
      const counts = { done: 0, refused: 0 };
      fc.assert(
        fc.property(choices, (bytes) => {
          const random = new Choices(bytes);
          const file = randomFile(random);
          const operation = randomOperation(random, file);
          counts[check(file.text, operation)]++;
        }),
        { numRuns: CASES },
      );
      // A planner that refuses everything would pass as well.
      expect(counts.done).toBeGreaterThan(CASES * 0.8);
    },
    TIMEOUT,
  );

  it(
    'on a broken file touches nothing but its item, can be undone, or is refused',
    () => {
      fc.assert(
        fc.property(choices, (bytes) => {
          const random = new Choices(bytes);
          const file = randomFile(random);
          const operation = randomOperation(random, file);
          checkBroken(broken(file.text, random), operation);
        }),
        { numRuns: Math.ceil(CASES / 4) },
      );
    },
    TIMEOUT,
  );
});
