/** `refinery hooks`. */
import path from 'node:path';
import process from 'node:process';
import { type HookAction, hooks } from '../../node/hooks/hooks.ts';
import { HostError } from '../../node/hostError.ts';
import { EXIT } from '../command.ts';
import { gitHost } from './openGit.ts';
import { runHook } from './runHook.ts';
import { openFile, shownPath } from '../openBacklog.ts';
import { table } from '../table.ts';
import type { Terminal } from '../terminal.ts';
import { UsageError } from '../usageError.ts';
import type { Arguments } from '../arguments.ts';

export async function actOnHooks(args: Arguments, terminal: Terminal): Promise<number> {
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
    const done = await hooks(host, terminal.cwd, what, program);
    if (!done.ok) throw new HostError(done.message);
    if (what === 'install' || what === 'remove') return done.message;
    const rows = done.files.map((each) => [`  ${shownPath(each.path, terminal.cwd)}`, each.what]);
    return `${done.message}\n${table(rows, [{}, {}], undefined)}`;
  };
  terminal.write(await act(plan));
  if (plan !== 'status' && !args.has('dry-run')) await done(act, action, terminal);
  return EXIT.ok;
}

async function done(
  act: (what: HookAction) => Promise<string>,
  action: 'install' | 'remove' | 'status',
  terminal: Terminal,
): Promise<void> {
  terminal.write(`${await act(action)}\n`);
}
