/** The most memory a server has resident at 10,000 stories that are also on disk, after typing and completing. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { generateBacklog, type GeneratedBacklog } from '../backlogs.ts';
import type { Bench, Figure, Measured } from '../figure.ts';
import { LanguageServer, type ServerCommand } from '../languageServer.ts';
import { LANGUAGE, ours, PEER, yamlPeer } from '../servers.ts';
import { median } from '../statistics.ts';
import { Typist } from '../typing.ts';

const ROUNDS = 3;
/** The peer grows with each keystroke, so one number would say as much about this choice as about the servers. */
const PEER_STROKES = [3, 8] as const;
const MEGABYTE = 1_000_000;

export const memory: Figure = {
  name: 'memory',
  about: 'peak memory of the server at 10,000 stories, ours and the peer',

  async measure(bench: Bench): Promise<readonly Measured[]> {
    const backlog = generateBacklog(bench.scaled(10_000));
    const folder = path.join(bench.scratch, 'memory');
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, 'backlog.yaml'), backlog.text);
    const mine: number[] = [];
    for (let round = 0; round < ROUNDS; round++)
      mine.push(
        await peak(ours(bench.product), { folder, backlog, languageId: LANGUAGE.ours, strokes: 200 }),
      );
    bench.say('memory of the peer');
    const peer = await yamlPeer(bench.product);
    const rows: Measured[] = [];
    for (const strokes of PEER_STROKES) {
      const other = await peak(peer, { folder, backlog, languageId: LANGUAGE.peer, strokes });
      rows.push({
        figure: `peak memory of the server, 10,000 stories; the peer after ${strokes} keystrokes`,
        unit: 'MB',
        ours: median(mine) / MEGABYTE,
        against: { name: PEER, value: other / MEGABYTE },
        goal: { kind: 'times-less', factor: 10 },
        rounds: `${mine.length} / 1`,
      });
    }
    return rows;
  },
};

interface Session {
  readonly folder: string;
  readonly backlog: GeneratedBacklog;
  readonly languageId: string;
  readonly strokes: number;
}

/** Bytes. */
async function peak(
  command: ServerCommand,
  { folder, backlog, languageId, strokes }: Session,
): Promise<number> {
  const uri = pathToFileURL(path.join(folder, 'backlog.yaml')).href;
  const server = await LanguageServer.start(command, { uri, folder: pathToFileURL(folder).href });
  try {
    await server.open(backlog.text, languageId);
    await server.settle(600);
    await server.rest();
    await new Typist(server, backlog, 'memory').strokes(strokes);
    await server.rest();
    await server.at('textDocument/completion', backlog.endOf(0, 'status'));
    const bytes = server.peakMemory();
    if (bytes === undefined) throw new Error('this system does not tell the peak memory of a process');
    return bytes;
  } finally {
    server.stop();
  }
}
