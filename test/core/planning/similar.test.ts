import { describe, expect, it } from 'vitest';
import { Backlog } from '../../../src/core/backlog/backlog.ts';
import { type SimilarEstimates, similarEstimates } from '../../../src/core/planning/similar.ts';
import { computing } from '../../support/computing.ts';

function similarTo(id: string, text: string): Omit<SimilarEstimates, 'nearest'> & { nearest: unknown } {
  const backlog = Backlog.read(text).finish();
  const [item] = backlog.byId(id);
  if (item === undefined) throw new Error(`no ${id}`);
  const { nearest, ...rest } = similarEstimates(backlog, item);
  return { ...rest, nearest: nearest.map(({ item: { id: other }, ...more }) => ({ id: other, ...more })) };
}

describe('how similar stories were estimated', () => {
  it('counts those with the words, the epic or the labels in common, and tells the nearest', () => {
    const found = similarTo(
      'FN-1',
      `stories:
  - {id: FN-1, title: Upload photos in the background, epic: E-1, labels: [sync]}
  - {id: FN-2, title: Upload notes in the background, epic: E-1, labels: [sync], estimate: 5, status: done}
  - {id: FN-3, title: Delete photos after an upload, estimate: 3}
  - {id: FN-4, title: Print a species list, epic: E-1, estimate: 5}
  - {id: FN-5, title: Pay by invoice, estimate: 13}
  - {id: FN-6, title: Upload photos in the background, status: dropped, estimate: 8}
  - {id: FN-7, title: Upload photos at night}
`,
    );
    expect(found).toMatchObject({
      estimated: 4,
      similar: 3,
      counts: [
        { estimate: '3', count: 1 },
        { estimate: '5', count: 2 },
      ],
    });
    expect(found.nearest).toEqual([
      { id: 'FN-2', estimate: '5', done: true, why: 'same epic, label sync, words “background, upload”' },
      { id: 'FN-4', estimate: '5', done: false, why: 'same epic' },
      { id: 'FN-3', estimate: '3', done: false, why: 'words “photos, upload”' },
    ]);
  });

  it('says that there are none rather than taking what is not alike', () => {
    const found = similarTo(
      'FN-1',
      `stories:
  - {id: FN-1, title: Upload photos}
  - {id: FN-2, title: Pay by invoice, estimate: 13}
`,
    );
    expect(found).toEqual({ estimated: 1, similar: 0, counts: [], nearest: [] });
  });

  it('takes a story that says the same for the nearest, whatever its title', () => {
    const found = similarTo(
      'FN-1',
      `stories:
  - id: FN-1
    title: Photos
    story: As a coach, I want to share the photos of a match, so that parents see them.
  - {id: FN-2, title: Photos of the winners, labels: [x], estimate: 1}
  - id: FN-3
    title: An album
    type: spike
    status: ready
    story: As a coach, I want to share the photos of a match, so that the club can print them.
    estimate: 8
`,
    );
    expect(found.nearest).toMatchObject([
      { id: 'FN-3', why: expect.stringContaining('wants nearly the same') as string },
      { id: 'FN-2' },
    ]);
  });

  it('counts estimates in the order of the team, those it does not know behind them', () => {
    const found = similarTo(
      'FN-1',
      `workflow: {estimates: {S: 2, M: 5}}
stories:
  - {id: FN-1, title: One, epic: E-1}
  - {id: FN-2, title: Two, epic: E-1, estimate: 40}
  - {id: FN-3, title: Three, epic: E-1, estimate: M}
  - {id: FN-4, title: Four, epic: E-1, estimate: S}
`,
    );
    expect(found.counts.map(({ estimate }) => estimate)).toEqual(['S', 'M', '40']);
  });

  it('is found among 10,000 stories while a person waits', () => {
    const lines = Array.from(
      { length: 10_000 },
      (_, i) =>
        `  - {id: FN-${i}, title: Word${i % 97} of thing${i % 89} for case${i}, estimate: ${1 + (i % 5)}}\n`,
    );
    const backlog = Backlog.read(`stories:\n${lines.join('')}`);
    const [one, two] = [backlog.byId('FN-1')[0], backlog.byId('FN-2')[0]];
    if (one === undefined || two === undefined) throw new Error('not there');
    similarEstimates(backlog, one);
    let similar = 0;
    const ms = computing(() => {
      ({ similar } = similarEstimates(backlog, two));
    });
    expect(similar).toBeGreaterThan(0);
    expect(ms).toBeLessThan(2000);
  });
});
