/** What is measured: the package that people install, built for production and unpacked aside. */
import { existsSync, rmSync, statSync, writeFileSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { scratch } from '../scripts/lib/paths.mjs';
import { makePackage } from '../scripts/package.mjs';
import { unzip } from '../scripts/lib/unzip.mjs';

export interface Product {
  /** The extension's folder, as an editor installs it. */
  readonly extension: string;
  readonly server: string;
  readonly cli: string;
  readonly schema: string;
  /** Bytes of the VSIX. */
  readonly packageSize: number;
}

const folder = path.join(scratch, 'bench/extension');
const sizeFile = path.join(scratch, 'bench/vsix-size');

/** Builds and packs, or takes what an earlier run has packed. */
export async function prepareProduct({ build }: { build: boolean }): Promise<Product> {
  if (build || !existsSync(sizeFile)) {
    const vsix = await makePackage();
    // A copy: what is built while a measurement runs does not change what it measures.
    rmSync(folder, { recursive: true, force: true });
    unzip(vsix, folder, 'extension/');
    writeFileSync(sizeFile, String(statSync(vsix).size));
  }
  return {
    extension: folder,
    server: path.join(folder, 'dist/server.js'),
    cli: path.join(folder, 'dist/cli.js'),
    schema: path.join(folder, 'media/backlog.schema.json'),
    packageSize: Number(readFileSync(sizeFile, 'utf8')),
  };
}
