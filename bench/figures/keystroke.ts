/** A keystroke inside a story to its diagnostics, in a clean file of 10,000 stories, over stdio. */
import { generateBacklog } from '../backlogs.ts';
import type { Bench, Figure, Measured } from '../figure.ts';
import { LanguageServer } from '../languageServer.ts';
import { bareServer, LANGUAGE, ours, PEER, URI, yamlPeer } from '../servers.ts';
import { median, quantile } from '../statistics.ts';
import { proveJudgement, Typist } from '../typing.ts';

/** Blocks of ours and of the limit, with one keystroke in the peer between them. */
const BLOCKS = 5;
const IN_A_BLOCK = 200;
/** A pause in which the peer answers nothing, ms: it waits 200 ms itself before it judges. */
const QUIET = 600;

export const keystroke: Figure = {
  name: 'keystroke',
  about: 'a keystroke to its diagnostics, 10,000 stories, clean',

  async measure(bench: Bench): Promise<readonly Measured[]> {
    const backlog = generateBacklog(bench.scaled(10_000));
    const mine = await LanguageServer.start(ours(bench.product), { uri: URI });
    const bare = await LanguageServer.start(await bareServer(), { uri: URI });
    const peer = await LanguageServer.start(await yamlPeer(bench.product), { uri: URI });
    try {
      return await measured(bench, { backlog, mine, bare, peer });
    } finally {
      for (const server of [mine, bare, peer]) server.stop();
    }
  },
};

interface Setup {
  readonly backlog: ReturnType<typeof generateBacklog>;
  readonly mine: LanguageServer;
  readonly bare: LanguageServer;
  readonly peer: LanguageServer;
}

async function measured(bench: Bench, { backlog, mine, bare, peer }: Setup): Promise<readonly Measured[]> {
  await mine.open(backlog.text, LANGUAGE.ours);
  await mine.rest();
  await proveJudgement(mine, backlog);
  const typist = new Typist(mine, backlog, 'ours');
  await typist.strokes(bench.scaled(300), 0);
  bench.say('opening in the peer');
  const opened = await peer.open(backlog.text, LANGUAGE.peer);
  if (opened.diagnostics.length > 0)
    throw new Error(`the peer finds fault: ${JSON.stringify(opened.diagnostics[0])}`);
  await peer.settle(QUIET);
  await proveJudgement(peer, backlog);
  const peerTypist = new Typist(peer, backlog, 'peer');
  const [times, limit, peerTimes]: [number[], number[], number[]] = [[], [], []];
  await nulls(bare, 100);
  for (let block = 0; block < BLOCKS; block++) {
    await peer.settle(QUIET);
    times.push(...(await typist.strokes(bench.scaled(IN_A_BLOCK), 0)));
    limit.push(...(await nulls(bare, bench.scaled(IN_A_BLOCK))));
    bench.say(`keystroke ${block + 1} of ${BLOCKS} in the peer`);
    peerTimes.push(...(await peerTypist.strokes(1)));
  }
  const rounds = `${times.length} / ${peerTimes.length}`;
  const peerMedian = median(peerTimes);
  return [
    {
      figure: 'keystroke → diagnostics, 10,000 stories, clean: median',
      unit: 'ms',
      ours: median(times),
      goal: { kind: 'at-most', value: 5 },
      against: { name: 'null request', value: median(limit) },
      rounds: `${times.length} / ${limit.length}`,
    },
    {
      figure: '… 99th percentile',
      unit: 'ms',
      ours: quantile(times, 0.99),
      goal: { kind: 'at-most', value: 16 },
      against: { name: 'null request', value: quantile(limit, 0.99) },
      rounds: `${times.length} / ${limit.length}`,
    },
    {
      figure: '… beside the peer: median',
      unit: 'ms',
      ours: median(times),
      against: { name: PEER, value: peerMedian },
      goal: { kind: 'times-less', factor: 300 },
      rounds,
    },
  ];
}

async function nulls(server: LanguageServer, count: number): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < count; round++) times.push((await server.request('bench/null', {})).ms);
  return times;
}
