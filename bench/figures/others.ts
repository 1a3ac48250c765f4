/** A keystroke to what it means for another story: the sentence of one becomes that of its neighbour, and back. */
import type { Diagnostic } from 'vscode-languageserver-protocol';
import { generateBacklog } from '../backlogs.ts';
import type { Bench, Figure, Measured } from '../figure.ts';
import { LanguageServer } from '../languageServer.ts';
import { LANGUAGE, ours, URI } from '../servers.ts';
import { Typist } from '../typing.ts';
import { dice, median, quantile } from '../statistics.ts';

const ROUNDS = 200;
const WARM_UP = 20;
/** Keystrokes right after opening, while 10,000 stories are being judged. */
const EARLY = 60;

export const others: Figure = {
  name: 'others',
  about: 'a keystroke to the findings of another story, 10,000 stories',

  async measure(bench: Bench): Promise<readonly Measured[]> {
    const backlog = generateBacklog(bench.scaled(10_000));
    const server = await LanguageServer.start(ours(bench.product), { uri: URI });
    try {
      await server.open(backlog.text, LANGUAGE.ours);
      const early = await new Typist(server, backlog, 'early').strokes(bench.scaled(EARLY), 0);
      await server.rest();
      const times: number[] = [];
      const roll = dice('others');
      while (times.length < 2 * (WARM_UP + bench.scaled(ROUNDS))) {
        const one = roll(backlog.stories - 1);
        if (!backlog.isJudged(one) || !backlog.isJudged(one + 1)) continue;
        const { text: own, at, to } = backlog.sentence(one);
        const { text } = backlog.sentence(one + 1);
        const doubled = await server.changeUntil({ at, to, text }, isPair);
        const back = { ...at, character: at.character + text.length };
        const mended = await server.changeUntil({ at, to: back, text: own }, (found) => found.length === 0);
        times.push(doubled.ms, mended.ms);
      }
      const counted = times.slice(2 * WARM_UP);
      const rounds = String(counted.length);
      return [
        {
          figure: 'keystroke → findings of another story: median',
          unit: 'ms',
          ours: median(counted),
          goal: { kind: 'at-most', value: 300 },
          rounds,
        },
        {
          figure: '… 99th percentile',
          unit: 'ms',
          ours: quantile(counted, 0.99),
          goal: { kind: 'at-most', value: 300 },
          rounds,
        },
        {
          figure: 'keystroke right after opening, while words are judged: median',
          unit: 'ms',
          ours: median(early),
          goal: { kind: 'at-most', value: 16 },
          rounds: String(early.length),
        },
      ];
    } finally {
      server.stop();
    }
  },
};

/** Both stories are told of each other. */
function isPair(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.filter(({ code }) => code === 'story/duplicate').length === 2;
}
