/** Indexes of real repositories, and what git says itself. */
import { findRepository, Repository } from '../../src/core/commits/git/repository.ts';
import type { GitHost } from '../../src/core/workspace/gitHost.ts';
import { findGit } from '../../src/node/git/findGit.ts';
import { nodeGit } from '../../src/node/git/nodeGit.ts';
import { cleanEnvironment, type GitRepository } from '../support/gitRepository.ts';

export const git = findGit() ?? '';
export const OPTIONS = { env: cleanEnvironment() };

export async function open(
  repository: GitRepository,
  host: GitHost = nodeGit(git, undefined, OPTIONS),
): Promise<Repository> {
  return new Repository(host, await findRepository(host, repository.folder));
}

/** What the index has to hold: what git itself says, read anew. */
export function truth(repository: GitRepository): readonly string[] {
  const born = repository.run(['rev-parse', '--verify', '--quiet', 'HEAD'], { fails: true }).code === 0;
  const tips = ['--branches', '--remotes', '--tags', ...(born ? ['HEAD'] : [])];
  const out = repository.git('log', ...tips, '--format=%H %P|%at|%an|%s');
  return out.split('\n').filter(Boolean).sort();
}

export function held({ index }: Repository): readonly string[] {
  return Array.from({ length: index.size }, (_, commit) => {
    const parents = Array.from({ length: index.parentCount(commit) }, (_unused, nth) =>
      index.id(index.parent(commit, nth)),
    );
    return `${index.id(commit)} ${parents.join(' ')}|${index.time(commit)}|${index.author(commit).name}|${index.subject(commit)}`;
  }).sort();
}
