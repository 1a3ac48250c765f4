/** Opening a file of 10,000 stories to its first diagnostics, in a server that has just started. */
import { generateBacklog } from '../backlogs.ts';
import type { Bench, Figure, Measured } from '../figure.ts';
import { LanguageServer, type ServerCommand } from '../languageServer.ts';
import { LANGUAGE, ours, PEER, URI, yamlPeer } from '../servers.ts';
import { median } from '../statistics.ts';

const ROUNDS = 3;
/** Ours is opened more often: it takes less time. */
const OURS_PER_ROUND = 3;

export const opening: Figure = {
  name: 'opening',
  about: 'opening 10,000 stories to the first diagnostics, ours and the peer',

  async measure(bench: Bench): Promise<readonly Measured[]> {
    const { text } = generateBacklog(bench.scaled(10_000));
    const mine = ours(bench.product);
    const peer = await yamlPeer(bench.product);
    // The files of the programs, once from disk.
    await open(mine, '', LANGUAGE.ours);
    await open(peer, '', LANGUAGE.peer);
    const times: number[] = [];
    const peerTimes: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      for (let each = 0; each < OURS_PER_ROUND; each++) times.push(await open(mine, text, LANGUAGE.ours));
      bench.say(`opening ${round + 1} of ${ROUNDS} in the peer`);
      peerTimes.push(await open(peer, text, LANGUAGE.peer));
    }
    return [
      {
        figure: 'opening 10,000 stories → first diagnostics',
        unit: 'ms',
        ours: median(times),
        against: { name: PEER, value: median(peerTimes) },
        goal: { kind: 'times-less', factor: 10 },
        rounds: `${times.length} / ${peerTimes.length}`,
      },
    ];
  },
};

async function open(command: ServerCommand, text: string, languageId: string): Promise<number> {
  const server = await LanguageServer.start(command, { uri: URI });
  try {
    const { ms, diagnostics } = await server.open(text, languageId);
    if (text !== '' && diagnostics.length > 0)
      throw new Error(`${command.name} finds fault with a clean file: ${JSON.stringify(diagnostics[0])}`);
    return ms;
  } finally {
    server.stop();
  }
}
