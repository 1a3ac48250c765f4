/** The text of a file as a revision has it. */
import type { GitHost } from '../../workspace/gitHost.ts';
import { askGit, GitRefusal, tryGit } from './ask.ts';

/**
 * @param folder the folder of the file
 * @param name the file's name in it
 * @param revision as a person names it: a branch, a tag, a commit
 * @returns undefined where the revision has no such file. Throws a `GitRefusal` where there is no such revision.
 */
export async function textAt(
  host: GitHost,
  folder: string,
  name: string,
  revision: string,
): Promise<string | undefined> {
  await askGit(host, { folder, args: ['rev-parse', '--git-dir'] });
  const verify = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`];
  const commit = (await tryGit(host, { folder, args: verify }))?.trim();
  if (commit === undefined || !/^[0-9a-f]{40,64}$/.test(commit))
    throw new GitRefusal(`There is no revision "${revision}" in this repository.`);
  return tryGit(host, { folder, args: ['cat-file', 'blob', '--end-of-options', `${commit}:./${name}`] });
}
