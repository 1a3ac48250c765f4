/** Asks git for an answer of a known form, and turns what it says into one sentence where it gives none. */
import type { GitHost, GitRequest } from '../../workspace/gitHost.ts';

/** Something that git would not do: expected, told in one sentence. */
export class GitRefusal extends Error {
  override readonly name = 'GitRefusal';
}

/** What git printed. Throws a `GitRefusal` where it failed. */
export async function askGit(host: GitHost, request: GitRequest): Promise<string> {
  const { code, out, err } = await host.run(request);
  if (code === 0) return out;
  throw new GitRefusal(code === null ? 'Git was stopped before it was done.' : sentenceOf(err));
}

/** What git printed; undefined where it failed. */
export async function tryGit(host: GitHost, request: GitRequest): Promise<string | undefined> {
  const { code, out } = await host.run(request);
  return code === 0 ? out : undefined;
}

/** What git says, as one sentence for a person. */
export function sentenceOf(err: string): string {
  const lines = err.split('\n').filter((line) => line.trim() !== '');
  // Warnings may come before the reason.
  const first = lines.find((line) => /^(?:fatal|error): /.test(line)) ?? lines[0] ?? '';
  const said = first.replace(/^(?:fatal|error): /, '').trim();
  if (/not a git repository/.test(said)) return 'There is no git repository.';
  if (/dubious ownership/.test(said))
    return 'Git does not trust this repository, because another user owns it: "git config --global --add safe.directory" with its folder says that you do.';
  if (/cannot use bare repository/.test(said)) return 'This is a bare repository, without files to work on.';
  if (said === '') return 'Git failed and did not say why.';
  return `Git says: ${said.slice(0, 300)}${/[.!?]$/.test(said) ? '' : '.'}`;
}
