import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';
import type { BacklogsResult } from '../../src/protocol/lsp.ts';

let folder = '';
let server = '';

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'refinery-server-'));
  server = path.join(folder, 'server.js');
  await build({
    entryPoints: ['src/server/main.node.ts'],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    outfile: server,
    logLevel: 'error',
  });
});

afterAll(() => rm(folder, { recursive: true }));

function start(...args: readonly string[]): ChildProcessWithoutNullStreams {
  return spawn(process.execPath, [server, ...args]);
}

async function exitOf(child: ChildProcessWithoutNullStreams): Promise<unknown> {
  const [code] = (await once(child, 'exit')) as unknown[];
  return code;
}

describe('the server as a process', () => {
  it('finds the backlogs of a folder, and ends as it is told', async () => {
    const file = path.join(folder, 'backlog.yaml');
    await writeFile(file, 'stories:\n  - title: A\n');
    const child = start('--stdio');
    const ended = exitOf(child);
    const client = createMessageConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    client.listen();
    const folders = [{ uri: pathToFileURL(folder).href, name: 'team' }];
    await client.sendRequest('initialize', {
      processId: process.pid,
      capabilities: {},
      workspaceFolders: folders,
    });
    await client.sendNotification('initialized', {});
    const { uris } = await client.sendRequest<BacklogsResult>('refinery/backlogs', null);
    expect(uris).toEqual([pathToFileURL(file).href]);
    await client.sendRequest('shutdown');
    await client.sendNotification('exit');
    expect(await ended).toBe(0);
  });

  it('ends when the editor is gone', async () => {
    const child = start('--stdio');
    const ended = exitOf(child);
    child.stdin.end();
    expect(await ended).toBe(0);
  });

  it('says how it is started', async () => {
    const child = start();
    let said = '';
    child.stderr.on('data', (data: Buffer) => (said += data.toString()));
    expect(await exitOf(child)).toBe(2);
    expect(said).toContain('--stdio');
  });
});
