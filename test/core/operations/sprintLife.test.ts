/** Starting and closing a sprint of any file: what is written is what a second reckoning on plain values says. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Backlog } from '../../../src/core/backlog/backlog.ts';
import type { Operation } from '../../../src/core/operations/operation.ts';
import { planOperation } from '../../../src/core/operations/planOperation.ts';
import { cases } from '../../support/cases.ts';
import { applyEdits, comments, type Fields, isWithin, listOf, read, sameFile, textOf } from './judge.ts';
import { Choices, randomFile } from './randomBacklog.ts';

const CASES = cases(1000);
const choices = fc.uint8Array({ minLength: 320, maxLength: 320 });
const DAY = '2026-11-30';

/** The text after an operation; undefined where it is refused. */
function after(text: string, operation: Operation): string | undefined {
  const backlog = Backlog.read(text);
  const plan = planOperation(backlog, operation);
  if (!plan.ok) return undefined;
  const next = applyEdits(text, plan.edits);
  backlog.edit(plan.edits);
  const undo = planOperation(backlog, plan.inverse);
  if (!undo.ok) throw new Error(undo.refusal.message);
  expect(applyEdits(next, undo.edits)).toBe(text);
  return next;
}

/** A random file with two sprints, some of its stories in the first one. */
function withSprints(random: Choices): string | undefined {
  const file = randomFile(random);
  const operations: Operation[] = ['s1', 's2'].map((id) => ({
    type: 'add',
    list: 'sprints',
    fields: { id },
  }));
  for (let index = 0; index < file.stories; index++) {
    const item = { list: 'stories' as const, index };
    if (!random.rarely(3)) operations.push({ type: 'set', item, field: 'sprint', value: 's1' });
    if (random.rarely(2)) operations.push({ type: 'set', item, field: 'estimate', value: random.below(9) });
    const status = random.of(['idea', 'doing', 'done', 'dropped']);
    if (random.rarely(2)) operations.push({ type: 'set', item, field: 'status', value: status });
  }
  return after(file.text, { type: 'sequence', operations });
}

function sprintOf(file: Fields, id: string): Fields {
  return listOf(file, 'sprints').find((one) => textOf((one as Fields)['id']) === id) as Fields;
}

const storiesIn = (file: Fields): Fields[] =>
  (listOf(file, 'stories') as Fields[]).filter((story) => textOf(story['sprint']) === 's1');
const isOpen = ({ status }: Fields): boolean => !['done', 'dropped'].includes(textOf(status));
const points = (stories: readonly Fields[]): number =>
  stories.reduce((sum, { estimate }) => sum + (Number(textOf(estimate)) || 0), 0);

function readAll(text: string): Fields {
  const file = read(text);
  if (file === undefined) throw new Error('the file is not valid');
  return file;
}

describe('a sprint of any file', () => {
  it('is started and closed as it says, or is refused, and no comment is lost but that of a field that goes', () => {
    let done = 0;
    fc.assert(
      fc.property(choices, (bytes) => {
        const random = new Choices(bytes);
        const text = withSprints(random);
        if (text === undefined) return;
        const sprint = { id: 's1', list: 'sprints' as const };
        const started = after(text, { type: 'startSprint', sprint, day: DAY });
        if (started === undefined) return;
        const expected = readAll(text);
        const committed = storiesIn(expected).filter(isOpen);
        Object.assign(sprintOf(expected, 's1'), { started: DAY, committed: committed.map(({ id }) => id) });
        if (!sameFile(readAll(started), expected)) expect(readAll(started)).toEqual(expected);
        expect(comments(started)).toEqual(comments(text));

        const unfinished = random.rarely(2) ? 's2' : null;
        const closed = after(started, { type: 'closeSprint', sprint, day: DAY, unfinished });
        if (closed === undefined) return;
        const all = storiesIn(expected);
        const carried = unfinished === null ? 0 : points(all.filter(isOpen));
        const finished = points(all.filter(({ status }) => textOf(status) === 'done'));
        const result = { committed: points(committed), added: finished, done: finished, carried };
        Object.assign(sprintOf(expected, 's1'), { closed: DAY, result });
        for (const story of all.filter(isOpen)) {
          if (unfinished === null) Reflect.deleteProperty(story, 'sprint');
          else story['sprint'] = unfinished;
        }
        if (!sameFile(readAll(closed), expected)) expect(readAll(closed)).toEqual(expected);
        expect(isWithin(comments(closed), comments(started))).toBe(true);
        done++;
      }),
      { numRuns: CASES },
    );
    // What refuses everything would pass as well.
    expect(done).toBeGreaterThan(CASES * 0.5);
  }, 120_000);
});
