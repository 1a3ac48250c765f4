/** The language servers that are driven: ours, the peer, and one that does nothing but answer. */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundle } from '../scripts/lib/bundle.mjs';
import { root, scratch } from '../scripts/lib/paths.mjs';
import type { ServerCommand } from './languageServer.ts';
import { peers } from './peers.ts';
import type { Product } from './product.ts';

export const PEER = 'yaml-language-server';

export function ours({ server }: Product): ServerCommand {
  return { name: 'refinery', args: [server, '--stdio'] };
}

/** The peer judges the same file by the JSON Schema of the same format, and waits for nothing from the network. */
export async function yamlPeer({ schema }: Product): Promise<ServerCommand> {
  const { yamlLanguageServer } = await peers();
  const yaml = {
    validate: true,
    completion: true,
    hover: true,
    schemas: { [pathToFileURL(schema).href]: ['*.yaml'] },
    schemaStore: { enable: false },
  };
  return { name: PEER, args: [yamlLanguageServer, '--stdio'], settings: { yaml } };
}

export async function bareServer(): Promise<ServerCommand> {
  const file = path.join(root, 'bench/bareServer.ts');
  const [bundled] = await bundle([file], path.join(scratch, 'run'));
  if (bundled === undefined) throw new Error('the bare server was not bundled');
  return { name: 'bare server', args: [bundled] };
}

/** The language that each server knows a backlog by. */
export const LANGUAGE = { ours: 'backlog', peer: 'yaml' } as const;

/** A file that is open and on no disk, so that nothing but the messages is measured. */
export const URI = 'file:///bench/backlog.yaml';
