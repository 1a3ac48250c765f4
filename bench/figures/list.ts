/** `refinery list` over 10,000 stories beside `backlog task list --plain` over as many task files. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { generateBacklog } from '../backlogs.ts';
import type { Bench, Figure, Measured } from '../figure.ts';
import { peers } from '../peers.ts';
import { runNode } from '../run.ts';
import { median } from '../statistics.ts';
import { writeTasks } from '../taskFiles.ts';

const ROUNDS = 5;
const OURS_PER_ROUND = 3;

export const list: Figure = {
  name: 'list',
  about: 'refinery list beside backlog task list --plain, 10,000 items',

  async measure(bench: Bench): Promise<readonly Measured[]> {
    const count = bench.scaled(10_000);
    const own = path.join(bench.scratch, 'list-own');
    mkdirSync(own, { recursive: true });
    writeFileSync(path.join(own, 'backlog.yaml'), generateBacklog(count).text);
    bench.say('writing the task files');
    const other = path.join(bench.scratch, 'list-peer');
    await writeTasks(other, count);
    const { backlogMd } = await peers();
    const mine = (): Promise<number> => listed([bench.product.cli, 'list'], own, /^LG-\d+/gm, count);
    const peer = (): Promise<number> =>
      listed([backlogMd, 'task', 'list', '--plain'], other, /TASK-\d+/g, count);
    await mine();
    await peer();
    const times: number[] = [];
    const peerTimes: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      for (let each = 0; each < OURS_PER_ROUND; each++) times.push(await mine());
      peerTimes.push(await peer());
    }
    return [
      {
        figure: 'refinery list, 10,000 stories, whole process',
        unit: 'ms',
        ours: median(times),
        against: { name: 'backlog task list', value: median(peerTimes) },
        goal: { kind: 'times-less', factor: 12 },
        rounds: `${times.length} / ${peerTimes.length}`,
      },
    ];
  },
};

async function listed(args: readonly string[], cwd: string, id: RegExp, count: number): Promise<number> {
  const { ms, output } = await runNode(args, { cwd });
  const found = output.match(id)?.length ?? 0;
  if (found < count) throw new Error(`${args.join(' ')} lists ${found} of ${count}`);
  return ms;
}
