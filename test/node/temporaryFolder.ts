import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach } from 'vitest';

/** Folders that are gone after each test. Call it once in a test file. */
export function temporaryFolders(): (files?: Readonly<Record<string, string | Buffer>>) => string {
  const folders: string[] = [];
  afterEach(() => {
    for (const folder of folders.splice(0)) fs.rmSync(folder, { recursive: true, force: true });
  });
  return (files = {}) => {
    const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'refinery-test-')));
    folders.push(folder);
    for (const [name, content] of Object.entries(files)) {
      fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      fs.writeFileSync(path.join(folder, name), content);
    }
    return folder;
  };
}
