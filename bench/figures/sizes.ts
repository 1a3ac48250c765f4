/** What is loaded, in bytes: the extension at activation, the server at its start, and the package that is installed. */
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Bench, Figure, Measured } from '../figure.ts';
import { LanguageServer } from '../languageServer.ts';
import { ours, URI } from '../servers.ts';

const KILOBYTE = 1000;
/** What runs in web views, and the most kB that each may have. */
const VIEWS = Object.entries({ board: 250, planning: 250, storyPage: 450 });

export const sizes: Figure = {
  name: 'sizes',
  about: 'sizes of the extension, of what the server loads at its start, and of the VSIX',

  async measure(bench: Bench): Promise<readonly Measured[]> {
    const { extension, packageSize } = bench.product;
    const size = (figure: string, bytes: number, most: number): Measured => ({
      figure,
      unit: 'kB',
      ours: bytes / KILOBYTE,
      goal: { kind: 'at-most', value: most },
      rounds: '',
    });
    return [
      size('dist/extension.js', statSync(path.join(extension, 'dist/extension.js')).size, 700),
      size('loaded by the server at its start', await loadedByServer(bench), 500),
      ...VIEWS.map(([view, most]) =>
        size(
          `script of the ${view} view`,
          statSync(path.join(extension, `dist/webview/${view}.js`)).size,
          most,
        ),
      ),
      size('VSIX', packageSize, 4000),
    ];
  },
};

/** Lets a server say which files it has loaded once it is ready: its own, since Node's are not files. */
async function loadedByServer({ product, scratch }: Bench): Promise<number> {
  const told = path.join(scratch, 'loaded.json');
  const hook = path.join(scratch, 'loaded.cjs');
  writeFileSync(
    hook,
    `setInterval(() => require('node:fs').writeFileSync(${JSON.stringify(told)}, JSON.stringify(Object.keys(require.cache))), 100).unref();`,
  );
  const { name, args } = ours(product);
  // Half a second passes before `start` resolves.
  const server = await LanguageServer.start({ name, args: ['--require', hook, ...args] }, { uri: URI });
  server.stop();
  const files = (JSON.parse(readFileSync(told, 'utf8')) as string[]).filter((file) => file !== hook);
  if (!files.includes(product.server)) throw new Error('the server did not say what it has loaded');
  return files.reduce((sum, file) => sum + statSync(file).size, 0);
}
