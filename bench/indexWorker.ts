/**
 * Opens the index of a repository as the language server does, and says how long that took and what it holds.
 *   node indexWorker.js REPOSITORY STORAGE   (with --expose-gc, to count what is kept in memory)
 */
import process from 'node:process';
import { findRepository, Repository } from '../src/core/commits/git/repository.ts';
import { MentionTable } from '../src/core/commits/index/mentionTable.ts';
import { findGit } from '../src/node/git/findGit.ts';
import { nodeGit } from '../src/node/git/nodeGit.ts';

const [folder = '', storage = ''] = process.argv.slice(2);

/** Bytes that are in use, those of arrays included. */
function inUse(): number {
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, external, arrayBuffers } = process.memoryUsage();
  return heapUsed + Math.max(external, arrayBuffers);
}

async function main(): Promise<void> {
  const git = findGit();
  if (git === undefined) throw new Error('there is no git');
  const host = nodeGit(git, storage);
  const before = inUse();
  const started = performance.now();
  const place = await findRepository(host, folder);
  const repository = new Repository(host, place);
  await repository.update();
  const table = new MentionTable(repository.index);
  const ms = performance.now() - started;
  const bytes = inUse() - before;
  await repository.save();
  const { index } = repository;
  let named = 0;
  for (let story = 1; story <= 3000; story++) named += table.find('FN', story).length;
  process.stdout.write(JSON.stringify({ ms, bytes, commits: index.size, named }));
}

await main();
