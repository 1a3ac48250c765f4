/**
 * The index of a long history, beside `git log` printing the same fields to nowhere; opening it again, following new
 * commits, what it keeps in memory; and through the server: completion in a commit message, the commits of stories.
 */
import { rmSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundle } from '../../scripts/lib/bundle.mjs';
import { root, scratch } from '../../scripts/lib/paths.mjs';
import { LOG_FORMAT } from '../../src/core/commits/index/logReader.ts';
import { findGit } from '../../src/node/git/findGit.ts';
import {
  commitCountsRequest,
  commitsSetUpRequest,
  commitsStateRequest,
  type ItemCommits,
  itemCommitsRequest,
  messageCompletionRequest,
} from '../../src/protocol/commits.ts';
import { git, makeHistory, STORIES } from '../commitHistory.ts';
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
const ASKED = 100;
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
    const answered = answerFigures(await answers(bench, folder));
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
      ...answered,
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

interface Answers {
  readonly typed: readonly number[];
  readonly stories: readonly number[];
  readonly counts: readonly number[];
}

function answerFigures({ typed, stories, counts }: Answers): readonly Measured[] {
  return [
    {
      figure: 'completion in a commit message, 99th percentile',
      unit: 'ms',
      ours: quantile(typed, 0.99),
      goal: { kind: 'at-most', value: 20 },
      rounds: String(KEYSTROKES),
    },
    {
      figure: 'commits of a story with their files and lines, 99th percentile',
      unit: 'ms',
      ours: quantile(stories, 0.99),
      goal: { kind: 'at-most', value: 100 },
      rounds: String(ASKED),
    },
    {
      figure: `commits of all ${STORIES.toLocaleString('en')} stories counted`,
      unit: 'ms',
      ours: median(counts),
      goal: { kind: 'at-most', value: 250 },
      rounds: String(ROUNDS),
    },
  ];
}

/** Asks a server that has read the whole history, with a backlog of 3,000 stories. */
async function answers({ product }: Bench, folder: string): Promise<Answers> {
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
    return {
      typed: await typing(server, repository),
      stories: await asked(server, uri),
      counts: await counted(server, uri),
    };
  } finally {
    server.stop();
  }
}

/** Types into a message, letter by letter. */
async function typing(server: LanguageServer, repository: string): Promise<readonly number[]> {
  const times: number[] = [];
  const text = 'Make it sync\n\nStory: FN-123, FN-2';
  for (let round = 0; round < KEYSTROKES; round++) {
    const offset = 1 + (round % text.length);
    const { ms, result } = await server.request(messageCompletionRequest.method, {
      repository,
      text: text.slice(0, offset),
      offset,
    });
    if (offset === text.length && (result as { readonly items: readonly unknown[] }).items.length === 0)
      throw new Error('nothing was offered');
    times.push(ms);
  }
  return times;
}

/** Opens one story after the other. */
async function asked(server: LanguageServer, uri: string): Promise<readonly number[]> {
  const times: number[] = [];
  let total = 0;
  for (let round = 0; round < ASKED; round++) {
    const id = `FN-${1 + ((round * 37) % STORIES)}`;
    const { ms, result } = await server.request(itemCommitsRequest.method, { uri, id, stats: true });
    const { commits: found } = result as ItemCommits;
    if (found.some(({ stats }) => stats === undefined)) throw new Error(`${id} has commits without files`);
    total += found.length;
    // The first answer makes what all others use.
    if (round > 0) times.push(ms);
  }
  if (total < ASKED / 2) throw new Error('stories have no commits');
  return times;
}

/** What the tree asks for after every commit. */
async function counted(server: LanguageServer, uri: string): Promise<readonly number[]> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const { ms, result } = await server.request(commitCountsRequest.method, { uri });
    if ((result as readonly unknown[]).length < STORIES / 3) throw new Error('stories were not counted');
    times.push(ms);
  }
  return times;
}
