/** What an editor asks for to draw a screen after an edit: colours, titles behind ids, progress. 10,000 stories. */
import { generateBacklog } from '../backlogs.ts';
import type { Bench, Figure, Measured } from '../figure.ts';
import { LanguageServer } from '../languageServer.ts';
import { LANGUAGE, ours, URI } from '../servers.ts';
import { dice, median } from '../statistics.ts';

const ROUNDS = 200;
const WARM_UP = 40;
const LINES = 60;

/** What is asked about the lines on the screen, and how many milliseconds it may take. */
const BY_LINES = [
  ['colours', 'textDocument/semanticTokens/range', 5],
  ['titles behind ids', 'textDocument/inlayHint', 5],
] as const;

export const screen: Figure = {
  name: 'screen',
  about: 'colours and hints of a screen, progress of the file, after an edit, 10,000 stories',

  async measure(bench: Bench): Promise<readonly Measured[]> {
    const backlog = generateBacklog(bench.scaled(10_000));
    const server = await LanguageServer.start(ours(bench.product), { uri: URI });
    const times = new Map<string, number[]>();
    const roll = dice('screen');
    try {
      await server.open(backlog.text, LANGUAGE.ours);
      await server.rest();
      const rounds = bench.scaled(ROUNDS);
      for (let round = 0; round < WARM_UP + rounds; round++) {
        const at = backlog.endOf(roll(backlog.stories), 'title');
        const range = {
          start: { line: at.line, character: 0 },
          end: { line: at.line + LINES, character: 0 },
        };
        await server.change({ at, text: 'x' });
        for (const [name, method] of BY_LINES)
          note(times, name, round, await server.request(method, { textDocument: { uri: URI }, range }));
        note(
          times,
          'progress',
          round,
          await server.request('textDocument/codeLens', { textDocument: { uri: URI } }),
        );
        await server.change({ at, to: { ...at, character: at.character + 1 }, text: '' });
      }
    } finally {
      server.stop();
    }
    return [...BY_LINES, ['progress', '', 16] as const].map(([name, , value]) => ({
      figure: `${name} after an edit`,
      unit: 'ms',
      ours: median(times.get(name) ?? []),
      goal: { kind: 'at-most', value },
      rounds: String(times.get(name)?.length ?? 0),
    }));
  },
};

function note(
  times: Map<string, number[]>,
  name: string,
  round: number,
  { ms, result }: { readonly ms: number; readonly result: unknown },
): void {
  if (JSON.stringify(result).length < 20) throw new Error(`${name}: the answer is empty`);
  if (round < WARM_UP) return;
  const own = times.get(name);
  if (own === undefined) times.set(name, [ms]);
  else own.push(ms);
}
