// Copies of workspaces that tests and pictures may change.
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root } from './paths.mjs';

/**
 * Copies a folder of the project, or begins with an empty one, and writes more files into it.
 * @param {{ workspace?: string, files?: Readonly<Record<string, string>>, prepare?: (folder: string) => void }} [options]
 *   `prepare` does what else there is to do with the copy
 * @returns {{ folder: string, remove: () => void }}
 */
export function copyWorkspace({ workspace, files = {}, prepare } = {}) {
  const parent = mkdtempSync(path.join(os.tmpdir(), 'refinery-workspace-'));
  // The folder's name is what the window shows as its title.
  const folder = path.join(parent, workspace === undefined ? 'fieldnotes' : path.basename(workspace));
  mkdirSync(folder);
  if (workspace !== undefined) cpSync(path.join(root, workspace), folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  prepare?.(folder);
  const remove = () => rmSync(parent, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  return { folder, remove };
}
