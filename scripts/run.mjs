// Runs a TypeScript file on any Node from 20 on: bundles it into .cache/run and starts it.
//   node scripts/run.mjs FILE.ts [arguments]
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { root } from './lib/paths.mjs';

const file = process.argv[2];
if (file === undefined) {
  console.error('usage: node scripts/run.mjs FILE.ts [arguments]');
  process.exit(2);
}
const entry = path.resolve(file);
// Inside the tree, so that packages resolve to this project's node_modules.
const out = path.join(root, '.cache/run', path.relative(root, entry).replaceAll(/[\\/.]+/g, '-') + '.mjs');
const result = await build({
  entryPoints: [entry],
  absWorkingDir: root,
  outfile: out,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  sourcemap: 'inline',
  write: false,
  logLevel: 'warning',
  // Each file keeps seeing its own place in the tree, wherever the bundle lies.
  plugins: [{ name: 'own-place', setup: keepOwnPlace }],
});
mkdirSync(path.dirname(out), { recursive: true });
for (const output of result.outputFiles) writeFileSync(output.path, output.contents);
process.setSourceMapsEnabled(true);
process.argv.splice(1, 2, entry);
await import(pathToFileURL(out).href);

function keepOwnPlace(pluginBuild) {
  pluginBuild.onLoad({ filter: /\.m?ts$/ }, async ({ path: source }) => {
    if (source.includes(`${path.sep}node_modules${path.sep}`)) return undefined;
    const { readFile } = await import('node:fs/promises');
    const text = await readFile(source, 'utf8');
    if (!text.includes('import.meta')) return undefined;
    const own = JSON.stringify(pathToFileURL(source).href);
    const contents = text
      .replaceAll('import.meta.url', own)
      .replaceAll('import.meta.dirname', JSON.stringify(path.dirname(source)))
      .replaceAll('import.meta.filename', JSON.stringify(source));
    return { contents, loader: 'ts' };
  });
}
