/** In a real VS Code, through `vscode-languageclient`: activation, what holds up the host, and a keystroke. */
import { generateBacklog } from '../backlogs.ts';
import { inWindow } from '../editor/window.ts';
import type { Bench, Figure, Measured } from '../figure.ts';
import { median, quantile } from '../statistics.ts';

const WINDOWS = 3;
const STROKES = 250;
const MOVES = 32;

export const editor: Figure = {
  name: 'editor',
  about: 'activation, blocking and a keystroke in a real VS Code, 10,000 stories',

  async measure(bench: Bench): Promise<readonly Measured[]> {
    const { text } = generateBacklog(bench.scaled(10_000));
    const results = [];
    for (let window = 0; window < WINDOWS; window++) {
      bench.say(`window ${window + 1} of ${WINDOWS}`);
      const strokes = window === 0 ? bench.scaled(STROKES) : 0;
      results.push(await inWindow(bench, { text, strokes, moves: window === 1 ? MOVES : 0 }));
    }
    const moved = results.flatMap((result) => result.moved);
    const saved = median(results.flatMap((result) => result.saved));
    const strokes = results.flatMap((result) => result.strokes);
    const keystroke = 'keystroke → diagnostics through vscode-languageclient';
    return [
      {
        figure: 'activate returns',
        unit: 'ms',
        ours: median(results.map(({ activation }) => activation)),
        goal: { kind: 'at-most', value: 50 },
        rounds: String(WINDOWS),
      },
      {
        figure: 'longest turn of the extension host while the server starts',
        unit: 'ms',
        ours: median(results.map(({ startTurn }) => startTurn)),
        against: { name: 'idle', value: median(results.map(({ idleTurn }) => idleTurn)) },
        goal: { kind: 'at-most', value: 50 },
        rounds: String(WINDOWS),
      },
      { figure: `${keystroke}: median`, unit: 'ms', ours: median(strokes), rounds: String(strokes.length) },
      {
        figure: '… 99th percentile',
        unit: 'ms',
        ours: quantile(strokes, 0.99),
        rounds: String(strokes.length),
      },
      {
        figure: 'a story moved to another status, until it is on disk: median',
        unit: 'ms',
        ours: median(moved),
        against: { name: 'a bare save', value: saved },
        goal: { kind: 'at-most', value: saved + 50 },
        rounds: String(moved.length),
      },
    ];
  },
};
