import fs from 'node:fs';
import { decodeFile, encodeFile } from './decode.ts';
import type { DecodedFile } from './decode.ts';
import { asHostError, HostError } from './hostError.ts';
import { writeAtomically } from './writeAtomically.ts';

/** A backlog file as it was read: what a later write compares with. */
export interface BacklogFile extends DecodedFile {
  readonly path: string;
  readonly bytes: Buffer;
}

/** Reads a file once, whole. Throws a `HostError` that says why it can't. */
export function readBacklogFile(path: string): BacklogFile {
  try {
    const kind = fs.statSync(path);
    // Nobody may ever write to a pipe that lies among files; one that a shell gives is there to be read.
    if (kind.isFIFO() && !path.startsWith('/dev/')) throw new HostError(`${path} is a pipe, not a file.`);
    const bytes = fs.readFileSync(path);
    return { path, bytes, ...decodeFile(bytes) };
  } catch (error) {
    throw asHostError(error, `read ${path}`);
  }
}

/** Writes a new text over a file that is still as it was read. Throws a `HostError` where it is not, or can't be. */
export function writeBacklogFile(file: BacklogFile, text: string): void {
  if (file.invalidAt !== undefined) {
    throw new HostError(`${file.path} is not UTF-8, so writing would lose text; save it as UTF-8 first.`);
  }
  writeAtomically(file.path, file.bytes, encodeFile(text, file.bom));
}
