/** The first rows of the tree, from the message with the snapshot of 10,000 stories on; and how long that takes to come. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { bundle } from '../../scripts/lib/bundle.mjs';
import { root, scratch } from '../../scripts/lib/paths.mjs';
import { generateBacklog } from '../backlogs.ts';
import type { Bench, Figure, Measured } from '../figure.ts';
import { LanguageServer } from '../languageServer.ts';
import { runNode } from '../run.ts';
import { LANGUAGE, ours, URI } from '../servers.ts';
import { median } from '../statistics.ts';

const SERVERS = 3;
const ROUNDS = 7;
const GROUPINGS = ['none', 'status', 'sprint'];

export const tree: Figure = {
  name: 'tree',
  about: 'the snapshot of 10,000 stories, and the first rows of the tree from it',

  async measure(bench: Bench): Promise<readonly Measured[]> {
    const { text } = generateBacklog(bench.scaled(10_000));
    const file = path.join(bench.scratch, 'snapshot.json');
    const requests: number[] = [];
    for (let each = 0; each < SERVERS; each++) {
      const server = await LanguageServer.start(ours(bench.product), { uri: URI });
      try {
        await server.open(text, LANGUAGE.ours);
        const { ms, result } = await server.request('refinery/snapshot', { uri: URI });
        requests.push(ms);
        writeFileSync(file, JSON.stringify(result));
      } finally {
        server.stop();
      }
    }
    const [worker] = await bundle([path.join(root, 'bench/treeWorker.ts')], path.join(scratch, 'run'));
    if (worker === undefined) throw new Error('the worker was not bundled');
    const medians: number[] = [];
    for (const grouping of GROUPINGS) {
      const times: number[] = [];
      for (let round = 0; round < ROUNDS; round++)
        times.push(JSON.parse((await runNode([worker, file, grouping])).output) as number);
      medians.push(median(times));
    }
    return [
      {
        figure: 'snapshot of 10,000 stories, request → answer, first time',
        unit: 'ms',
        ours: median(requests),
        rounds: String(SERVERS),
      },
      {
        figure: 'snapshot → first rows of the tree, slowest of three groupings',
        unit: 'ms',
        ours: Math.max(...medians),
        goal: { kind: 'at-most', value: 300 },
        rounds: `3 × ${ROUNDS}`,
      },
    ];
  },
};
