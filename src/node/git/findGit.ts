import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';

/**
 * The git of the PATH, as an absolute path; undefined where there is none. Folders that are not absolute are left out:
 * a program that a repository brings along is never run.
 */
export function findGit(env: Readonly<Record<string, string | undefined>> = process.env): string | undefined {
  const names = process.platform === 'win32' ? ['git.exe'] : ['git'];
  const folders = (env['PATH'] ?? env['Path'] ?? '')
    .split(path.delimiter)
    .filter((folder) => path.isAbsolute(folder));
  return folders.flatMap((folder) => names.map((name) => path.join(folder, name))).find(isProgram);
}

function isProgram(file: string): boolean {
  try {
    fs.accessSync(file, fs.constants.X_OK);
    return fs.statSync(file).isFile();
  } catch {
    return false;
  }
}
