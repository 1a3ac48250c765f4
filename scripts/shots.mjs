// npm run shots [-- NAME…]: takes the pictures of the manual (test/web/shots.ts) into docs/manual/images. A picture
// that shows the same as the one that is there leaves the file alone.
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { root, scratch } from './lib/paths.mjs';
import { setUp } from './setup.mjs';

const images = path.join(root, 'docs/manual/images');
/** Smaller differences are those of font smoothing and of what blinks. */
const SAME = 0.0005;

function judge(file, { width, height }, { decodePng, isBlank }) {
  if (!existsSync(file)) return 'it is missing';
  const picture = decodePng(readFileSync(file));
  if (picture.width !== width || picture.height !== height)
    return `its size is ${picture.width}×${picture.height}, not ${width}×${height}`;
  return isBlank(picture) ? 'it is blank' : undefined;
}

async function takeOne(shot, take, png) {
  const draft = path.join(scratch, 'shots', `${shot.name}.png`);
  rmSync(draft, { force: true });
  await take(shot, draft);
  const fault = judge(draft, shot.size, png);
  if (fault !== undefined) throw new Error(fault);
  const file = path.join(images, `${shot.name}.png`);
  const [before, after] = [file, draft].map((name) =>
    existsSync(name) ? png.decodePng(readFileSync(name)) : undefined,
  );
  if (before !== undefined && png.difference(before, after) < SAME) return 'unchanged';
  renameSync(draft, file);
  return before === undefined ? 'new' : 'changed';
}

async function shoot() {
  const { workbench } = await setUp();
  if (!workbench) throw new Error('pictures are taken in the web workbench, which runs on Linux');
  const { makePackage } = await import('./package.mjs');
  const { bundle } = await import('./lib/bundle.mjs');
  const png = await import('./lib/png.mjs');
  process.env['REFINERY_TEST_VSIX'] = await makePackage();
  const [bundled] = await bundle([path.join(root, 'test/web/shots.ts')], path.join(scratch, 'run'));
  const { SHOTS, take } = await import(pathToFileURL(bundled).href);
  mkdirSync(images, { recursive: true });
  mkdirSync(path.join(scratch, 'shots'), { recursive: true });
  const names = process.argv.slice(2);
  let failed = 0;
  for (const shot of SHOTS.filter(({ name }) => names.length === 0 || names.includes(name))) {
    try {
      console.log(`${shot.name}: ${await takeOne(shot, take, png)}`);
    } catch (error) {
      failed++;
      console.error(`${shot.name}: FAILED, ${error.message}`);
    }
  }
  const known = new Set(SHOTS.map(({ name }) => `${name}.png`));
  for (const file of readdirSync(images).filter((name) => name.endsWith('.png') && !known.has(name)))
    console.warn(`${file}: no shot has this name; remove it, or add the shot`);
  return failed;
}

try {
  process.exitCode = (await shoot()) === 0 ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
