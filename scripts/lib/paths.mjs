// Where things are. Node's own modules only: this is imported before anything is installed.
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** Built programs and the package. */
export const dist = path.join(root, 'dist');

/** The package that people install. */
export const vsix = path.join(dist, 'refinery.vsix');

/** What scripts and tests leave behind inside the tree; ignored by git. */
export const scratch = path.join(root, '.cache');

/** What is fetched once and kept outside the tree: VS Code and what it needs. */
export const cache = path.join(
  process.env['XDG_CACHE_HOME'] || path.join(os.homedir(), '.cache'),
  'refinery-vscode',
);

/** The sample that `npm start` opens. */
export const sample = path.join(root, 'examples/fieldnotes');
