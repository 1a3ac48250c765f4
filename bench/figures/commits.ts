/**
 * The index of a long history, beside `git log` printing the same fields to nowhere; opening it again, following new
 * commits, what it keeps in memory; and completion in a commit message, through the server.
 */
import { rmSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundle } from '../../scripts/lib/bundle.mjs';
import { root, scratch } from '../../scripts/lib/paths.mjs';
import { LOG_FORMAT } from '../../src/core/commits/index/logReader.ts';
import { findGit } from '../../src/node/git/findGit.ts';
import {
  commitsSetUpRequest,
  commitsStateRequest,
  messageCompletionRequest,
} from '../../src/protocol/commits.ts';
import { git, makeHistory } from '../commitHistory.ts';
import type { Bench, Figure, Measured } from '../figure.ts';
import type { Indexed } from '../indexWorker.ts';
import { LanguageServer } from '../languageServer.ts';
import { runNode, runProgram } from '../run.ts';
import { ours } from '../servers.ts';
import { median, quantile } from '../statistics.ts';

const COMMITS = 100_000;
const NEW = 100;
const FIRST_ROUNDS = 5;
const ROUNDS = 9;
const KEYSTROKES = 200;
const MEGABYTE = 1_000_000;

export const commits: Figure = {
  name: 'commits',
  about: 'the index of a history of 100,000 commits, beside git log; completion in a commit message',

  async measure(bench: Bench): Promise<readonly Measured[]> {
    const folder = path.join(bench.scratch, 'history');
    const { commits: count } = await makeHistory(folder, bench.scaled(COMMITS));
    // As it is in a repository that somebody works in: packed, with git's own index of the graph.
    git(folder, ['gc', '--quiet']);
    const [worker] = await bundle([path.join(root, 'bench/indexWorker.ts')], path.join(scratch, 'run'));
    if (worker === undefined) throw new Error('the worker was not bundled');
    const storage = path.join(bench.scratch, 'index');
    const index = async (...more: readonly string[]): Promise<Indexed> => {
      const { output } = await runNode(['--expose-gc', worker, folder, storage, ...more]);
      return JSON.parse(output) as Indexed;
    };
    const log: number[] = [];
    const first: Indexed[] = [];
    for (let round = 0; round < FIRST_ROUNDS; round++) {
      log.push((await logToNowhere(folder)).ms);
      rmSync(storage, { recursive: true, force: true });
      first.push(await index());
    }
    if (first.some((each) => each.commits !== count || each.named < count / 3))
      throw new Error('the index does not hold what the history has');
    bench.say('commits: opening again');
    const again: Indexed[] = [];
    for (let round = 0; round < ROUNDS; round++) again.push(await index());
    const fresh: Indexed[] = [];
    for (let round = 0; round < ROUNDS; round++) fresh.push(await index(String(NEW)));
    bench.say('commits: a commit message');
    const typed = await typing(bench, folder);
    const of = (values: readonly Indexed[], value: (each: Indexed) => number): number =>
      median(values.map(value));
    const named = `${count.toLocaleString('en')} commits`;
    return [
      {
        figure: `first index of ${named}`,
        unit: 'ms',
        ours: of(first, ({ ms }) => ms),
        against: { name: 'git log to /dev/null', value: median(log) },
        goal: { kind: 'at-most-times', factor: 1.3 },
        rounds: `${FIRST_ROUNDS} / ${FIRST_ROUNDS}`,
      },
      {
        figure: `opening the index of ${named} again`,
        unit: 'ms',
        ours: of(again, ({ ms }) => ms),
        goal: { kind: 'at-most', value: 50 },
        rounds: String(ROUNDS),
      },
      {
        figure: `reading ${NEW} new commits`,
        unit: 'ms',
        ours: of(fresh, ({ newMs }) => newMs),
        goal: { kind: 'at-most', value: 100 },
        rounds: String(ROUNDS),
      },
      {
        figure: `memory of the index of ${named}`,
        unit: 'MB',
        ours: Math.max(...[...first, ...again].map(({ bytes }) => bytes)) / MEGABYTE,
        goal: { kind: 'at-most', value: 40 },
        rounds: String(FIRST_ROUNDS + ROUNDS),
      },
      {
        figure: 'completion in a commit message, 99th percentile',
        unit: 'ms',
        ours: quantile(typed, 0.99),
        goal: { kind: 'at-most', value: 20 },
        rounds: String(KEYSTROKES),
      },
    ];
  },
};

/** The program itself, without a shell, at the priority of ours: its output goes to a file that keeps nothing. */
async function logToNowhere(folder: string): Promise<{ readonly ms: number }> {
  return runProgram('git', ['log', '--branches', '--tags', '-z', `--format=${LOG_FORMAT}`], {
    cwd: folder,
    nowhere: true,
    low: true,
  });
}

/** Types into a message, letter by letter, with the whole history read and a backlog of 3,000 stories. */
async function typing({ product }: Bench, folder: string): Promise<readonly number[]> {
  const uri = pathToFileURL(path.join(folder, 'backlog.yaml')).href;
  const repository = pathToFileURL(folder).href;
  const server = await LanguageServer.start(ours(product), { uri, folder: repository });
  try {
    const setUp = { git: findGit() ?? 'git', storage: null, repositories: [repository] };
    await server.request(commitsSetUpRequest.method, { setUp });
    for (;;) {
      const { result } = await server.request(commitsStateRequest.method, { uri });
      if ((result as { readonly state: string }).state === 'ready') break;
      await new Promise((wake) => setTimeout(wake, 50));
    }
    const times: number[] = [];
    const text = 'Make it sync\n\nStory: FN-123, FN-2';
    for (let round = 0; round < KEYSTROKES; round++) {
      const offset = 1 + (round % text.length);
      const typed = text.slice(0, offset);
      const { ms, result } = await server.request(messageCompletionRequest.method, {
        repository,
        text: typed,
        offset,
      });
      if (offset === text.length && (result as { readonly items: readonly unknown[] }).items.length === 0)
        throw new Error('nothing was offered');
      times.push(ms);
    }
    return times;
  } finally {
    server.stop();
  }
}
