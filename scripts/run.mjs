// Runs a TypeScript file on any Node from 20 on: bundles it into .cache/run and starts it.
//   node scripts/run.mjs FILE.ts [arguments]
import path from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { bundle } from './lib/bundle.mjs';
import { scratch } from './lib/paths.mjs';

const file = process.argv[2];
if (file === undefined) {
  console.error('usage: node scripts/run.mjs FILE.ts [arguments]');
  process.exit(2);
}
const entry = path.resolve(file);
const [bundled] = await bundle([entry], path.join(scratch, 'run'));
process.setSourceMapsEnabled(true);
process.argv.splice(1, 2, entry);
await import(pathToFileURL(bundled).href);
