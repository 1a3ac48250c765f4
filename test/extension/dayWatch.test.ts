import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DayWatch } from '../../src/extension/dayWatch.ts';
import { dayOf } from '../../src/node/clock.ts';

// The timers' own time, which is not that of the machine.
const now = (): Date => vi.getMockedSystemTime() ?? new Date(NaN);
const clock = { now, today: () => dayOf(now()) };

describe('a new day', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: new Date(2026, 11, 31, 23, 50) });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  const watched = (): { readonly days: string[]; readonly watch: DayWatch } => {
    const watch = new DayWatch(clock);
    const days: string[] = [];
    watch.onDidChange((day) => days.push(day));
    return { days, watch };
  };

  it('is told as it begins, once', () => {
    const { days, watch } = watched();
    vi.advanceTimersByTime(10 * 60_000 - 1);
    expect(days).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(days).toEqual(['2027-01-01']);
    vi.advanceTimersByTime(23 * 3_600_000);
    expect(days).toEqual(['2027-01-01']);
    vi.advanceTimersByTime(3_600_000);
    expect(days).toEqual(['2027-01-01', '2027-01-02']);
    watch.dispose();
  });

  it('is told within a minute of waking up, where the machine slept over midnight', () => {
    const { days, watch } = watched();
    vi.setSystemTime(new Date(2027, 0, 1, 8, 0));
    vi.advanceTimersByTime(60_000);
    expect(days).toEqual(['2027-01-01']);
    watch.dispose();
  });

  it('is not told to one that has ended', () => {
    const { days, watch } = watched();
    watch.dispose();
    vi.advanceTimersByTime(3_600_000);
    expect(days).toEqual([]);
  });
});
