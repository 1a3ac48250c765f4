/**
 * What the hooks do when git calls them. Whatever goes wrong here is one line of warning: a commit is never stopped by
 * Refinery itself, only by a message that the team wants refused.
 */
import fs from 'node:fs';
import type { Backlog } from '../../core/backlog/backlog.ts';
import { checkMessage } from '../../core/commits/checkMessage.ts';
import { Directory } from '../../core/commits/directory.ts';
import { tryGit } from '../../core/commits/git/ask.ts';
import { linkItems } from '../../core/commits/linkMessage.ts';
import { itemsNamed } from '../../core/commits/links.ts';
import { mentionsOf, withoutComments } from '../../core/commits/message.ts';
import { branchMentions } from '../../core/commits/view.ts';
import type { GitHost } from '../../core/workspace/gitHost.ts';
import { EXIT } from '../command.ts';
import { openBacklog } from '../openBacklog.ts';
import type { Terminal } from '../terminal.ts';
import { gitHost } from './openGit.ts';

/** `words`: the hook's name, then what git gave it: the file with the message, and where that came from. */
export async function runHook(
  words: readonly string[],
  file: string | undefined,
  terminal: Terminal,
): Promise<number> {
  const [name, messageFile, source] = words;
  try {
    if (messageFile === undefined) return EXIT.ok;
    const { backlog, path } = openBacklog(file, { ...terminal, warn: () => undefined });
    const context = await contextOf(messageFile, backlog, terminal);
    if (context === undefined) return EXIT.ok;
    if (name === 'prepare-commit-msg') await prepare(context, source, terminal);
    if (name === 'commit-msg') return check(context, path, terminal);
  } catch (error) {
    terminal.warn(
      `the commit goes through unchecked: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  return EXIT.ok;
}

interface Context {
  readonly host: GitHost;
  readonly messageFile: string;
  readonly message: string;
  readonly commentChar: string;
  readonly backlog: Backlog;
  readonly directory: Directory;
}

async function contextOf(
  messageFile: string,
  backlog: Backlog,
  { cwd }: Terminal,
): Promise<Context | undefined> {
  const message = fs.readFileSync(messageFile, 'utf8');
  // Not UTF-8: writing it again would lose something.
  if (message.includes('\ufffd')) return undefined;
  const host = gitHost();
  const set = (await tryGit(host, { folder: cwd, args: ['config', '--get', 'core.commentChar'] }))?.trim();
  const commentChar = set === undefined || set === '' || set === 'auto' ? '#' : set;
  const directory = new Directory([{ uri: '', backlog }]);
  return { host, messageFile, message, commentChar, backlog, directory };
}

/** Merges and commits that are made anew have said what they are for. */
const LEFT_ALONE: ReadonlySet<string | undefined> = new Set(['merge', 'commit']);

async function prepare(context: Context, source: string | undefined, { cwd }: Terminal): Promise<void> {
  if (LEFT_ALONE.has(source)) return;
  const { host, message, commentChar, backlog, directory, messageFile } = context;
  const settings = backlog.config.commits;
  const branch = await tryGit(host, { folder: cwd, args: ['symbolic-ref', '--quiet', '--short', 'HEAD'] });
  if (branch === undefined) return;
  const [story] = itemsNamed(branchMentions(branch.trim()), directory, settings);
  const id = story?.target.item.id;
  if (id === undefined) return;
  // Who names a story in words or as a trailer has decided.
  const named = itemsNamed(
    mentionsOf(withoutComments(message, commentChar), { commentChar }),
    directory,
    settings,
  );
  if (named.some(({ strength }) => strength === 'trailer' || strength === 'subject')) return;
  fs.writeFileSync(messageFile, linkItems(message, [id], settings, { commentChar }));
}

function check(context: Context, path: string, terminal: Terminal): number {
  const { message, commentChar, backlog, directory } = context;
  const settings = backlog.config.commits;
  const kept = withoutComments(message, commentChar);
  const { unknown } = checkMessage(kept, directory, settings, { commentChar });
  if (unknown.length === 0) return EXIT.ok;
  const one = unknown.length === 1;
  const names = unknown.join(', ');
  const what = `${names} ${one ? 'is no story' : 'are no stories'} of ${path}`;
  if (settings.hook === 'warn') {
    terminal.warn(`${what}; "refinery link ID --amend" names another one.`);
    return EXIT.ok;
  }
  terminal.warn(
    `${what}, so the commit is refused ("commits: {hook: refuse}"; "git commit --no-verify" passes).`,
  );
  return EXIT.findings;
}
