/** A keystroke in a file with 2,000 findings, beside a server that only publishes what ours publishes there. */
import { generateBacklog } from '../backlogs.ts';
import type { Bench, Figure, Measured } from '../figure.ts';
import { LanguageServer } from '../languageServer.ts';
import { bareServer, LANGUAGE, ours, URI } from '../servers.ts';
import { median, quantile } from '../statistics.ts';
import { Typist } from '../typing.ts';

const BLOCKS = 8;
const IN_A_BLOCK = 80;

export const findings: Figure = {
  name: 'findings',
  about: 'a keystroke to its diagnostics, 10,000 stories with 2,000 findings',

  async measure(bench: Bench): Promise<readonly Measured[]> {
    const mine = await LanguageServer.start(ours(bench.product), { uri: URI });
    const bare = await LanguageServer.start(await bareServer(), { uri: URI });
    try {
      return await measured(bench, mine, bare);
    } finally {
      mine.stop();
      bare.stop();
    }
  },
};

async function measured(
  bench: Bench,
  mine: LanguageServer,
  bare: LanguageServer,
): Promise<readonly Measured[]> {
  const planted = bench.scaled(2_000);
  const backlog = generateBacklog(bench.scaled(10_000), { findings: planted });
  const { diagnostics } = await mine.open(backlog.text, LANGUAGE.ours);
  const told = diagnostics.some(({ message }) => JSON.stringify(message).includes(`of ${planted} findings`));
  if (!told && diagnostics.length !== planted)
    throw new Error(`${planted} findings were planted, but ${diagnostics.length} diagnostics say otherwise`);
  await mine.rest();
  await bare.notify('bench/diagnostics', diagnostics);
  await bare.open('', LANGUAGE.ours);
  const typist = new Typist(mine, backlog, 'ours');
  const bareTypist = new Typist(bare, backlog, 'bare');
  const expected = diagnostics.length;
  await typist.strokes(bench.scaled(300), expected);
  await bareTypist.strokes(bench.scaled(300), expected);
  const times: number[] = [];
  const limit: number[] = [];
  for (let block = 0; block < BLOCKS; block++) {
    times.push(...(await typist.strokes(bench.scaled(IN_A_BLOCK), expected)));
    limit.push(...(await bareTypist.strokes(bench.scaled(IN_A_BLOCK), expected)));
  }
  const rounds = `${times.length} / ${limit.length}`;
  const name = 'bare publish';
  return [
    {
      figure: `keystroke, 2,000 findings (${expected} sent): median`,
      unit: 'ms',
      ours: median(times),
      against: { name, value: median(limit) },
      goal: { kind: 'at-most-times', factor: 3 },
      rounds,
    },
    {
      figure: '… 99th percentile',
      unit: 'ms',
      ours: quantile(times, 0.99),
      against: { name, value: quantile(limit, 0.99) },
      rounds,
    },
  ];
}
