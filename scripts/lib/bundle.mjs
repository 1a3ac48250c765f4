// Bundles TypeScript that is run by scripts (tools, benchmarks, tests in an editor) into .cache.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { root } from './paths.mjs';

/** Each file keeps seeing its own place in the tree, wherever its bundle lies. */
const ownPlace = {
  name: 'own-place',
  setup(pluginBuild) {
    pluginBuild.onLoad({ filter: /\.m?[jt]s$/ }, async ({ path: file }) => {
      if (file.includes(`${path.sep}node_modules${path.sep}`)) return undefined;
      const text = await readFile(file, 'utf8');
      if (!text.includes('import.meta')) return undefined;
      const contents = text
        .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(file).href))
        .replaceAll('import.meta.dirname', JSON.stringify(path.dirname(file)))
        .replaceAll('import.meta.filename', JSON.stringify(file));
      return { contents, loader: file.endsWith('js') ? 'js' : 'ts' };
    });
  },
};

/**
 * Bundles the entries (absolute paths) into a folder inside the tree, so that packages are found from there.
 * @param {readonly string[]} entries
 * @param {string} outdir
 * @param {{ format?: 'esm' | 'cjs' }} [options]
 * @returns {Promise<string[]>} the written files, in the order of the entries
 */
export async function bundle(entries, outdir, { format = 'esm' } = {}) {
  const extension = format === 'esm' ? '.mjs' : '.cjs';
  const named = entries.map((file) => ({
    in: file,
    out: path
      .relative(root, file)
      .replace(/\.m?[jt]s$/, '')
      .replaceAll(/[\\/]/g, '-'),
  }));
  await build({
    entryPoints: named,
    absWorkingDir: root,
    outdir,
    outExtension: { '.js': extension },
    bundle: true,
    platform: 'node',
    format,
    target: 'node20',
    packages: 'external',
    sourcemap: 'inline',
    logLevel: 'warning',
    plugins: [ownPlace],
  });
  return named.map(({ out }) => path.join(outdir, out + extension));
}
