// Other days, in other places, on which the tests that have to do with days must pass as they do here and today.
import process from 'node:process';
import { packageBin } from './processes.mjs';

/**
 * The clock of the product begins there, and the zone of the machine is that one.
 * @type {readonly { name: string, zone: string, now: string }[]}
 */
export const OTHER_DAYS = [
  { name: 'a leap day, in the zone that is first', zone: 'Pacific/Kiritimati', now: '2028-02-29T00:30' },
  { name: 'the end of a year, in the zone that is last', zone: 'Pacific/Niue', now: '2026-12-31T23:30' },
  { name: 'a night that is an hour short', zone: 'Europe/Berlin', now: '2027-03-28T01:30' },
  { name: 'the eve of a day without a midnight', zone: 'America/Santiago', now: '2026-09-05T23:30' },
];

/** Beginnings of the paths of tests that have to do with days, moments or zones. */
export const DATED_TESTS = [
  'test/cli/commits',
  'test/cli/sprint',
  'test/core/features/completion/completion',
  'test/core/features/completion/values',
  'test/core/features/page',
  'test/core/operations/sprintLife',
  'test/core/planning/figures',
  'test/extension/dayWatch',
  'test/extension/nodes',
  'test/extension/planning',
  'test/extension/scm',
  'test/node/blockedSince',
  'test/node/clock',
  'test/node/commitIndex',
  'test/server/planning',
  'test/server/snapshot',
  'test/views/planning',
];

/** The tests that have to do with days, as a step for each of the other days. Properties have few cases. */
export function otherDays() {
  return OTHER_DAYS.map(({ name, zone, now }) => ({
    name: `days as on ${name}`,
    // A process for all files: what is loaded once need not be loaded again.
    args: [packageBin('vitest'), 'run', '--no-isolate', '--maxWorkers=1', ...DATED_TESTS],
    env: { TZ: zone, REFINERY_NOW: now, REFINERY_CASES: process.env['REFINERY_CASES'] ?? '20' },
    fix: `TZ=${zone} REFINERY_NOW=${now} npx vitest FILE`,
  }));
}
