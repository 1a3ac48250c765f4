/**
 * Writes the generated files: what the extension contributes (in package.json), the JSON Schema, the pages of the
 * rules and the tables of the manual. With `--check` it writes nothing and fails where a file has drifted.
 */
import { drift, write } from './outputs.ts';

const root = process.cwd();
if (process.argv.includes('--check')) {
  const changed = drift(root);
  if (changed.length > 0) {
    process.stderr.write(
      `not as generated (npm run generate):\n${changed.map((name) => `  ${name}\n`).join('')}`,
    );
    process.exitCode = 1;
  }
} else {
  const changed = write(root);
  process.stdout.write(
    changed.length === 0 ? 'nothing to write\n' : changed.map((name) => `wrote ${name}\n`).join(''),
  );
}
