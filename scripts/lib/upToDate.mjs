// Whether what was built is still what the sources say, so that a second start need not build again.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './paths.mjs';

/** Names, sizes and times of everything under the places (in the project, or absolute), as one short text. */
export function fingerprint(places) {
  const hash = createHash('sha256');
  const visit = (place) => {
    const file = path.resolve(root, place);
    if (!existsSync(file)) return;
    const stat = statSync(file);
    if (stat.isDirectory()) for (const name of readdirSync(file).sort()) visit(path.join(place, name));
    else hash.update(`${place}\0${stat.size}\0${stat.mtimeMs}\n`);
  };
  for (const place of places) visit(place);
  return hash.digest('hex');
}

/**
 * Calls `make`, unless nothing under the places (what is made and what it is made from) has changed since it last did.
 * @param {{ places: readonly string[], stamp: string, make: () => Promise<unknown> }} what
 */
export async function makeWhenChanged({ places, stamp, make }) {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint(places)) return;
  await make();
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, fingerprint(places));
}
