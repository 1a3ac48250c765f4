/** `refinery link`. */
import fs from 'node:fs';
import process from 'node:process';
import { askGit, GitRefusal, tryGit } from '../../core/commits/git/ask.ts';
import { findRepository } from '../../core/commits/git/repository.ts';
import { linkItems } from '../../core/commits/linkMessage.ts';
import { HostError } from '../../node/hostError.ts';
import { EXIT } from '../command.ts';
import { gitHost } from './openGit.ts';
import { itemById, openBacklog } from '../openBacklog.ts';
import type { Terminal } from '../terminal.ts';
import { UsageError } from '../usageError.ts';
import type { Arguments } from '../arguments.ts';

/** A line that begins with `#` is no comment any more once it is committed. */
const COMMITTED = { commentChar: '\0' };

export async function linkCommit(args: Arguments, terminal: Terminal): Promise<number> {
  if (args.operands.length === 0)
    throw new UsageError('link needs the id of a story: refinery link FN-12 --amend.');
  const { backlog } = openBacklog(args.value('file'), terminal);
  const ids = args.operands.map((id) => itemById(backlog, id).id ?? id);
  const settings = backlog.config.commits;
  if (args.has('amend'))
    return amend((message) => linkItems(message, ids, settings, COMMITTED), ids, terminal);
  if (process.stdin.isTTY)
    throw new UsageError(
      'link reads a message from standard input; --amend changes the last commit instead.',
    );
  terminal.write(linkItems(fs.readFileSync(0, 'utf8'), ids, settings));
  return EXIT.ok;
}

async function amend(
  linked: (message: string) => string,
  ids: readonly string[],
  terminal: Terminal,
): Promise<number> {
  const host = gitHost();
  try {
    const { top: folder } = await findRepository(host, terminal.cwd);
    const message = await tryGit(host, {
      folder,
      args: ['log', '-1', '--format=%B', '--encoding=UTF-8', '--no-color', 'HEAD'],
    });
    if (message === undefined) throw new HostError('There is no commit to amend yet.');
    // Git prints one line break more than there is.
    const before = message.replace(/\n$/, '');
    const after = linked(before);
    const names = ids.join(', ');
    if (after === before) {
      terminal.write(`The last commit names ${names} already.\n`);
      return EXIT.ok;
    }
    const known = await tryGit(host, {
      folder,
      args: ['for-each-ref', '--contains=HEAD', '--count=1', '--format=%(refname:short)', 'refs/remotes'],
    });
    await askGit(host, {
      folder,
      args: ['commit', '--amend', '--only', '--allow-empty', '--cleanup=verbatim', '--quiet', '--file=-'],
      input: after,
      writes: true,
      priority: 'background',
    });
    if (known !== undefined && known.trim() !== '')
      terminal.warn(
        `The commit was pushed before (${known.trim()}): pushing the amended one needs --force-with-lease.`,
      );
    terminal.write(`The last commit names ${names}.\n`);
    return EXIT.ok;
  } catch (error) {
    if (error instanceof GitRefusal) throw new HostError(error.message, { cause: error });
    throw error;
  }
}
