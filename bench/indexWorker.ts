/**
 * Opens the index of a repository as the language server does, and says as JSON how long that took and what it holds.
 *   node --expose-gc indexWorker.js REPOSITORY STORAGE [NEW]
 * With a number of new commits, that many are made once all is read, and it says how long reading those took.
 */
import process from 'node:process';
import { findRepository, Repository } from '../src/core/commits/git/repository.ts';
import { MentionTable } from '../src/core/commits/index/mentionTable.ts';
import { findGit } from '../src/node/git/findGit.ts';
import { nodeGit } from '../src/node/git/nodeGit.ts';
import { moreHistory, STORIES } from './commitHistory.ts';

export interface Indexed {
  readonly ms: number;
  /** What stays in memory, arrays included. */
  readonly bytes: number;
  readonly commits: number;
  /** How often commits name a story. */
  readonly named: number;
  readonly newMs: number;
}

const [folder = '', storage = '', more = '0'] = process.argv.slice(2);

function inUse(): number {
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, external, arrayBuffers } = process.memoryUsage();
  return heapUsed + Math.max(external, arrayBuffers);
}

async function main(): Promise<Indexed> {
  const git = findGit();
  if (git === undefined) throw new Error('there is no git');
  const host = nodeGit(git, storage);
  const before = inUse();
  const started = performance.now();
  const repository = new Repository(host, await findRepository(host, folder));
  await repository.update();
  let table = new MentionTable(repository.index);
  const ms = performance.now() - started;
  const bytes = inUse() - before;
  let newMs = 0;
  if (Number(more) > 0) {
    const known = repository.index.size;
    await moreHistory(folder, Number(more));
    const then = performance.now();
    await repository.update();
    table = new MentionTable(repository.index);
    newMs = performance.now() - then;
    if (repository.index.size !== known + Number(more)) throw new Error('not all of what is new was read');
  }
  await repository.save();
  let named = 0;
  for (let story = 1; story <= STORIES; story++) named += table.find('FN', story).length;
  return { ms, bytes, commits: repository.index.size, named, newMs };
}

process.stdout.write(JSON.stringify(await main()));
