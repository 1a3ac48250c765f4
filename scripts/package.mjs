// Builds and packs what people install: dist/refinery.vsix. Fails when it is over its size budget.
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { buildAll } from '../esbuild.mjs';
import { dist, root, vsix } from './lib/paths.mjs';
import { packageBin, run, seconds } from './lib/processes.mjs';
import { zipEntries } from './lib/unzip.mjs';

const VSIX_BUDGET = 4_000_000;

/** The packages whose code was bundled: the folder of each, by name. */
function bundledPackages(built) {
  const folders = new Map();
  for (const { outputs } of built)
    for (const { meta } of outputs)
      for (const input of Object.keys(meta.inputs)) {
        const match = /^(?:.*\/)?node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input);
        if (match) folders.set(match[1], input.slice(0, match[0].length));
      }
  return [...folders].sort(([a], [b]) => a.localeCompare(b, 'en'));
}

/** The licences of the packages that are part of the bundles, as their authors ask. */
function writeNotices(built) {
  const parts = bundledPackages(built).map(([name, folder]) => {
    const absolute = path.join(root, folder);
    const { version, license } = JSON.parse(readFileSync(path.join(absolute, 'package.json'), 'utf8'));
    const file = readdirSync(absolute).find((entry) => /^licen[cs]e/i.test(entry));
    if (file === undefined) throw new Error(`${name} is bundled, but it holds no licence text`);
    return `${name} ${version} (${license})\n\n${readFileSync(path.join(absolute, file), 'utf8').trim()}\n`;
  });
  const intro = 'Refinery contains code of these packages.\n';
  writeFileSync(
    path.join(dist, 'THIRD-PARTY-NOTICES.txt'),
    [intro, ...parts].join(`\n${'-'.repeat(78)}\n\n`),
  );
  return parts.length;
}

/** The pictures that the README shows but the package does not hold: there they would be missing. */
function missingPictures(packed) {
  const readme = readFileSync(path.join(root, 'README.md'), 'utf8');
  const names = new Set(zipEntries(packed).map(({ name }) => name));
  const pictures = [...readme.matchAll(/!\[[^\]]*\]\(([^)\s]+)\)/g)].map((match) => match[1]);
  return pictures.filter((picture) => !/^https?:/.test(picture) && !names.has(`extension/${picture}`));
}

/** Builds for production and packs. Returns the path of the package. */
export async function makePackage() {
  const started = Date.now();
  const built = await buildAll();
  const notices = writeNotices(built);
  const args = [
    'package',
    '--no-dependencies',
    '--allow-missing-repository',
    '--no-rewrite-relative-links',
    '--out',
    vsix,
  ];
  const { code, output } = await run(process.execPath, [packageBin('@vscode/vsce', 'vsce'), ...args]);
  if (code !== 0 || !existsSync(vsix)) throw new Error(`vsce could not pack:\n${output}`);
  const missing = missingPictures(vsix);
  if (missing.length > 0)
    throw new Error(`the README shows what .vscodeignore leaves out: ${missing.join(', ')}`);
  const { size } = statSync(vsix);
  if (size > VSIX_BUDGET)
    throw new Error(`dist/refinery.vsix has ${size} bytes, its budget is ${VSIX_BUDGET}`);
  console.log(
    `dist/refinery.vsix: ${Math.round(size / 1000)} kB, licences of ${notices} packages (${seconds(started)})`,
  );
  return vsix;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    await makePackage();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
