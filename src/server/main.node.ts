/** The server as a process: `node dist/server.js --stdio`, or over the channel of an editor that forked it. */
import process from 'node:process';
import {
  createConnection,
  IPCMessageReader,
  IPCMessageWriter,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { nodeFiles } from '../node/files.ts';
import { describe } from './guard.ts';
import { PendingChanges } from './pendingChanges.ts';
import { startServer } from './server.ts';

/** The day where the machine is. */
function today(): string {
  const now = new Date();
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

function main(): void {
  const args = process.argv.slice(2);
  const overChannel = args.includes('--node-ipc');
  if (!overChannel && !args.includes('--stdio')) {
    process.stderr.write('The language server of Refinery. Start it with --stdio or --node-ipc.\n');
    process.exitCode = 2;
    return;
  }
  const pending = new PendingChanges();
  const reader = overChannel ? new IPCMessageReader(process) : new StreamMessageReader(process.stdin);
  const writer = overChannel ? new IPCMessageWriter(process) : new StreamMessageWriter(process.stdout);
  const connection = createConnection(pending.watch(reader), writer);
  // Without the editor there is nobody to serve.
  const leave = (): void => process.exit(0);
  process.on('disconnect', leave);
  if (!overChannel) process.stdin.on('end', leave).on('close', leave);
  process.on('unhandledRejection', (reason) => {
    connection.console.error(`unhandled: ${describe(reason)}`);
  });
  startServer(connection, { files: nodeFiles, today, pending });
}

main();
