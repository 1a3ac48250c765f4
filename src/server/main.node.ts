/** The server as a process: `node dist/server.js --stdio`, or over the channel of an editor that forked it. */
import path from 'node:path';
import process from 'node:process';
import { setFlagsFromString } from 'node:v8';
import {
  createMessageConnection,
  IPCMessageReader,
  IPCMessageWriter,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node';
import { now, today } from '../node/clock.ts';
import { nodeFiles } from '../node/files.ts';
import { nodeGit } from '../node/git/nodeGit.ts';
import { hooks } from '../node/hooks/hooks.ts';
import { fileLocks } from '../node/fileLock.ts';
import type { CommitsHost } from './commits/host.ts';
import { describe } from './guard.ts';
import { PendingChanges } from './pendingChanges.ts';
import { startServer } from './server.ts';

/** How often the server looks whether the editor that started it is still there, in milliseconds. */
const EDITOR_CHECK = 3000;

function main(): void {
  const args = process.argv.slice(2);
  const overChannel = args.includes('--node-ipc');
  if (!overChannel && !args.includes('--stdio')) {
    process.stderr.write('The language server of Refinery. Start it with --stdio or --node-ipc.\n');
    process.exitCode = 2;
    return;
  }
  // Most of what a message brings is garbage at once. A young generation that stays small costs no time here, and
  // a third less memory at the peak, which is the opening of a large file. Judging words makes more of it: an old
  // generation that is cleared when it has grown by a third costs a tenth more time, and a tenth less memory.
  setFlagsFromString('--semi-space-growth-factor=1');
  setFlagsFromString('--heap-growing-percent=30');
  const pending = new PendingChanges();
  const reader = overChannel ? new IPCMessageReader(process) : new StreamMessageReader(process.stdin);
  const writer = overChannel ? new IPCMessageWriter(process) : new StreamMessageWriter(process.stdout);
  const connection = createMessageConnection(pending.watch(reader), writer);
  const exit = (code: number): void => process.exit(code);
  const leave = (): void => {
    exit(0);
  };
  // Without the editor there is nobody to serve.
  connection.onClose(leave);
  process.on('disconnect', leave);
  if (!overChannel) process.stdin.on('end', leave).on('close', leave);
  const session = startServer(connection, {
    files: nodeFiles,
    today,
    pending,
    schedule: (task) => setImmediate(task),
    locks: fileLocks(),
    commits,
    exit,
    watchEditor,
  });
  process.on('unhandledRejection', (reason) => {
    session.log.error(`unhandled: ${describe(reason)}`);
  });
}

const commits: CommitsHost = {
  open: (git, storage) => nodeGit(git, storage ?? undefined),
  now: () => Math.floor(now().getTime() / 1000),
  hooks: (git, folder, action, backlog) =>
    hooks(git, folder, action, {
      node: process.execPath,
      cli: path.join(path.dirname(process.argv[1] ?? ''), 'cli.js'),
      backlog,
    }),
};

/** Leaves when the editor's process has ended without saying so. */
function watchEditor(processId: number): void {
  const timer = setInterval(() => {
    try {
      process.kill(processId, 0);
    } catch {
      process.exit(1);
    }
  }, EDITOR_CHECK);
  timer.unref();
}

main();
