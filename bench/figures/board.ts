/** The board in a browser: how soon cards are shown, beside the same cards as plain elements; frames, moves, memory. */
import path from 'node:path';
import { bundle } from '../../scripts/lib/bundle.mjs';
import { root, scratch } from '../../scripts/lib/paths.mjs';
import type { Bench, Figure, Measured } from '../figure.ts';
import { runNode } from '../run.ts';
import { median, quantile } from '../statistics.ts';
import type { BoardTimes } from '../views/times.ts';

const LARGE = 50_000;
const MEGABYTE = 1_000_000;

export const board: Figure = {
  name: 'board',
  about: 'the board in a browser: 2,000 and 50,000 cards, scrolling, moves, memory over 1,000 updates',

  async measure(bench: Bench): Promise<readonly Measured[]> {
    const [worker] = await bundle([path.join(root, 'bench/views/board.ts')], path.join(scratch, 'run'));
    if (worker === undefined) throw new Error('the worker was not bundled');
    const scripts = path.join(bench.product.extension, 'dist/webview');
    const { output } = await runNode([worker, scripts, String(bench.scaled(LARGE))]);
    const { shown, plain, bare, shownLarge, scroll, drag, moved, heap } = JSON.parse(output) as BoardTimes;
    const rounds = String(shown.length);
    const ms = { unit: 'ms' } as const;
    return [
      {
        figure: 'board of 2,000 cards, from the message to cards on screen',
        ...ms,
        ours: median(shown.map(({ cards }) => cards)),
        against: { name: 'the same cards as plain elements', value: median(plain) },
        goal: { kind: 'times-less', factor: 10 },
        rounds: `${rounds} / ${plain.length}`,
      },
      {
        figure: '… beside cards of six elements without icons, marks and words for screen readers',
        ...ms,
        ours: median(shown.map(({ cards }) => cards)),
        against: { name: 'six elements a card', value: median(bare) },
        rounds: `${rounds} / ${bare.length}`,
      },
      {
        figure: 'board of 50,000 cards',
        ...ms,
        ours: median(shownLarge.map(({ cards }) => cards)),
        against: { name: 'ours at 2,000', value: median(shown.map(({ cards }) => cards)) },
        goal: { kind: 'at-most-times', factor: 1.5 },
        rounds: `${shownLarge.length} / ${rounds}`,
      },
      {
        figure: '… until all cards are there and counted',
        ...ms,
        ours: median(shownLarge.map(({ all }) => all)),
        against: { name: 'ours at 2,000', value: median(shown.map(({ all }) => all)) },
        rounds: `${shownLarge.length} / ${rounds}`,
      },
      {
        figure: 'frame while scrolling 2,000 cards: 95th percentile',
        ...ms,
        ours: quantile(scroll, 0.95),
        goal: { kind: 'at-most', value: 33 },
        rounds: String(scroll.length),
      },
      {
        figure: '… while dragging a card over them',
        ...ms,
        ours: quantile(drag, 0.95),
        goal: { kind: 'at-most', value: 33 },
        rounds: String(drag.length),
      },
      {
        figure: 'news of a move → card in its new place, 2,000 cards: median',
        ...ms,
        ours: median(moved),
        goal: { kind: 'at-most', value: 100 },
        rounds: String(moved.length),
      },
      {
        figure: 'memory of the board’s page after 1,000 more updates',
        unit: 'MB',
        ours: heap[1] / MEGABYTE,
        against: { name: 'after 100', value: heap[0] / MEGABYTE },
        goal: { kind: 'at-most-times', factor: 1.1 },
        rounds: '1',
      },
    ];
  },
};
