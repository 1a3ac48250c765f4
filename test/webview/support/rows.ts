/** Backlogs of any size as rows, the same in every run; and one with all that makes drawing hard. */
import { dice } from '../../../bench/statistics.ts';
import type { Row, Workflow } from '../../../src/protocol/snapshot.ts';
import { item, story, workflow as plain } from '../../extension/support/rows.ts';

export const WORKFLOW: Workflow = { ...plain, wip: { doing: 3, review: 2 } };

export const TODAY = '2026-11-25';

const PEOPLE = ['Ana Lima', 'Ben Okafor', 'Chika Ito', 'Dario Conti', 'Eva Novak', 'Femke de Vries'];
const WORDS = ['sync', 'notes', 'battery', 'offline', 'phone', 'map', 'photo', 'export', 'login', 'search'];
const STATUSES = ['idea', 'ready', 'doing', 'review', 'done'];
const POINTS = ['1', '2', '3', '5', '8'];

export interface Size {
  readonly stories: number;
  readonly epics?: number;
}

export function manyRows({ stories, epics = 40 }: Size): readonly Row[] {
  const roll = dice('rows');
  const one = (words: readonly string[]): string => words[roll(words.length)] ?? '';
  const rows: Row[] = [];
  for (let at = 1; at <= stories; at++) {
    const estimate = one(POINTS);
    rows.push(
      story(`LG-${at}`, {
        title: `${one(WORDS)} ${one(WORDS)} ${one(WORDS)} when the ${one(WORDS)} is ${one(WORDS)}, part ${at}`,
        status: one(STATUSES),
        estimate,
        points: Number(estimate),
        labels: [one(WORDS)],
        assignees: [one(PEOPLE).split(' ')[0]?.toLowerCase() ?? ''],
        ...(epics === 0 ? {} : { epic: `E-${1 + roll(epics)}` }),
        ...(roll(9) === 0 ? { blocked: true } : {}),
        ...(roll(12) === 0 ? { warnings: 1 + roll(3) } : {}),
      }),
    );
  }
  const epicRows = Array.from({ length: epics }, (_, at) =>
    item('epics', `E-${at + 1}`, { title: `Epic ${at + 1}` }),
  );
  const people = PEOPLE.map((name) =>
    item('people', name.split(' ')[0]?.toLowerCase() ?? '', { title: name }),
  );
  return [...rows, ...epicRows, ...people];
}

export const EVIL = '<img src=x onerror="document.title=\'hacked\'">';
export const LONG = 'A title that never comes to an end '.repeat(9).slice(0, 300);
export const RIGHT_TO_LEFT = 'שמירת הערות כשאין רשת (offline)';
export const EMOJI = '👩🏽‍🚀🚀 Notes from orbit 🛰️🇪🇺';

/** Every kind of card, and titles that are hard to draw. */
export const HARD: readonly Row[] = [
  story('FN-1', {
    title: LONG,
    status: 'doing',
    estimate: '5',
    points: 5,
    labels: [LONG.slice(0, 60), 'sync'],
  }),
  story('FN-2', { title: RIGHT_TO_LEFT, status: 'doing', estimate: '3', points: 3, assignees: ['ana'] }),
  story('FN-3', { title: EMOJI, status: 'doing', type: 'bug', assignees: ['ana', 'ben'] }),
  story('FN-4', { title: EVIL, status: 'doing', labels: [EVIL], assignees: [EVIL], epic: 'E-1' }),
  story('FN-5', { title: 'W'.repeat(200), status: 'review', blocked: true, errors: 2, warnings: 1 }),
  story('FN-6', { title: '', status: 'ready', type: 'spike', warnings: 1 }),
  story('FN-7', { title: 'Plain', status: 'done', estimate: '1', points: 1, priority: 'must' }),
  story('FN-8', { title: 'Of no column', status: 'elsewhere' }),
  item('epics', 'E-1', { title: EVIL }),
  item('people', 'ana', { title: 'Ana Lima' }),
  item('people', 'ben', { title: 'بن عقبة' }),
];
