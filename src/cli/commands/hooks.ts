import path from 'node:path';
import process from 'node:process';
import { type HookAction, hooks as actOnHooks } from '../../node/hooks/hooks.ts';
import { HostError } from '../../node/hostError.ts';
import type { Command } from '../command.ts';
import { EXIT } from '../command.ts';
import { gitHost } from '../git/openGit.ts';
import { runHook } from '../git/runHook.ts';
import { openFile, shownPath } from '../openBacklog.ts';
import { FILE_OPTION } from '../options.ts';
import { table } from '../table.ts';
import type { Terminal } from '../terminal.ts';
import { UsageError } from '../usageError.ts';

export const hooks: Command = {
  name: 'hooks',
  operands: 'install|remove|status',
  summary: 'Let git name the story of the branch in each commit, and check the stories that messages name',
  details: `
Two hooks are written where git looks for them (core.hooksPath counts): prepare-commit-msg adds the story that the
branch names, commit-msg warns of stories that do not exist, or refuses the commit where the backlog says
"commits: {hook: refuse}". A hook that is there is kept and called first; remove puts it back as it was.
The hooks run refinery, or nothing at all: without it a commit goes through with one line of warning.`,
  examples: [
    'refinery hooks install --dry-run',
    'refinery hooks install',
    'refinery hooks status',
    'refinery hooks remove',
  ],
  options: { 'dry-run': { help: 'only say what would be done' }, ...FILE_OPTION },

  async run(args, terminal) {
    const [action, ...more] = args.operands;
    if (action === 'run') return runHook(more, args.value('file'), terminal);
    if (more.length > 0 || (action !== 'install' && action !== 'remove' && action !== 'status'))
      throw new UsageError('hooks takes one of install, remove and status.');
    const file = args.value('file');
    const plan: HookAction =
      action === 'status' ? 'status' : action === 'install' ? 'planInstall' : 'planRemove';
    const program = {
      node: process.execPath,
      cli: path.resolve(process.argv[1] ?? ''),
      backlog: file === undefined ? undefined : openFile(file, terminal).path,
    };
    const host = gitHost();
    const act = async (what: HookAction): Promise<string> => {
      const done = await actOnHooks(host, terminal.cwd, what, program);
      if (!done.ok) throw new HostError(done.message);
      if (what === 'install' || what === 'remove') return done.message;
      const rows = done.files.map((each) => [`  ${shownPath(each.path, terminal.cwd)}`, each.what]);
      return `${done.message}\n${table(rows, [{}, {}], undefined)}`;
    };
    terminal.write(await act(plan));
    if (plan !== 'status' && !args.has('dry-run')) await done(act, action, terminal);
    return EXIT.ok;
  },
};

async function done(
  act: (what: HookAction) => Promise<string>,
  action: 'install' | 'remove' | 'status',
  terminal: Terminal,
): Promise<void> {
  terminal.write(`${await act(action)}\n`);
}
