import { describe, expect, it } from 'vitest';
import { clockFrom, dayOf } from '../../src/node/clock.ts';

describe('the clock of a process', () => {
  it('is that of the machine', () => {
    expect(clockFrom(undefined, () => 1000)().getTime()).toBe(1000);
  });

  it('begins at the moment it is given, in the zone of the machine, and goes on from there', () => {
    let machine = 5000;
    const now = clockFrom('2028-02-29T23:30', () => machine);
    expect(dayOf(now())).toBe('2028-02-29');
    machine += 31 * 60_000;
    expect(dayOf(now())).toBe('2028-03-01');
  });

  it('is that of the machine where what it is given is no moment', () => {
    expect(clockFrom('yesterday', () => 7)().getTime()).toBe(7);
  });

  it('gives the day where the machine is', () => {
    expect(dayOf(new Date(2026, 0, 1, 0, 5))).toBe('2026-01-01');
    expect(dayOf(new Date(2026, 11, 31, 23, 55))).toBe('2026-12-31');
  });
});
