// Reads a zip file, as a .vsix is one. Node's own modules only.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inflateRawSync } from 'node:zlib';

const END = 0x06054b50;
const ENTRY = 0x02014b50;

/** The files of a zip: their names and what reads them. */
export function zipEntries(file) {
  const zip = readFileSync(file);
  let end = zip.length - 22;
  while (end >= 0 && zip.readUInt32LE(end) !== END) end--;
  if (end < 0) throw new Error(`${file} is not a zip file`);
  const entries = [];
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    if (zip.readUInt32LE(at) !== ENTRY) throw new Error(`${file}: its directory is broken`);
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) =>
      zip.readUInt16LE(at + offset),
    );
    entries.push({
      name: zip.toString('utf8', at + 46, at + 46 + nameLength),
      read: reader(zip, at),
    });
    at += 46 + nameLength + extraLength + commentLength;
  }
  return entries;
}

function reader(zip, at) {
  const method = zip.readUInt16LE(at + 10);
  const size = zip.readUInt32LE(at + 20);
  const local = zip.readUInt32LE(at + 42);
  return () => {
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const data = zip.subarray(start, start + size);
    return method === 0 ? data : inflateRawSync(data);
  };
}

/** Writes the files of a zip whose name begins with `prefix` into a folder, without the prefix. */
export function unzip(file, folder, prefix = '') {
  for (const { name, read } of zipEntries(file)) {
    if (!name.startsWith(prefix) || name.endsWith('/')) continue;
    const target = path.join(folder, name.slice(prefix.length));
    if (path.relative(folder, target).startsWith('..'))
      throw new Error(`${file}: ${name} leads out of the folder`);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, read());
  }
}
