/** What the links of a backlog lead to: pages of the web, and files of the folder that the backlog is in. Nothing else. */
import * as vscode from 'vscode';

/** The file that a path of the backlog names; undefined where it leaves the workspace folder, or names no path. */
export function fileOf(backlog: vscode.Uri, target: string): vscode.Uri | undefined {
  if (target === '' || /^[a-z][a-z0-9+.-]*:|^[\\/]|\\|\p{Cc}/iu.test(target)) return undefined;
  const folder = vscode.workspace.getWorkspaceFolder(backlog)?.uri ?? vscode.Uri.joinPath(backlog, '..');
  const [path = ''] = target.split(/[?#]/);
  const file = vscode.Uri.joinPath(backlog, '..', decoded(path));
  const inside = file.path.startsWith(folder.path.endsWith('/') ? folder.path : `${folder.path}/`);
  return inside ? file : undefined;
}

/** Spaces are often written as `%20`. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

export function isWeb(target: string): boolean {
  return /^https?:\/\/[^\s"<>\\]+$/i.test(target);
}

/** Whether there is something that may be opened. */
export function mayOpen(backlog: vscode.Uri, target: string): boolean {
  return isWeb(target) || fileOf(backlog, target) !== undefined;
}

/** Opens it. False where it may not be opened. */
export async function openTarget(backlog: vscode.Uri, target: string): Promise<boolean> {
  if (isWeb(target)) return vscode.env.openExternal(vscode.Uri.parse(target, true));
  const file = fileOf(backlog, target);
  if (file === undefined) return false;
  await vscode.commands.executeCommand('vscode.open', file);
  return true;
}

/** A picture that the page may show: of a kind that holds no script. */
export function pictureOf(backlog: vscode.Uri, target: string): vscode.Uri | undefined {
  return /\.(?:png|jpe?g|gif|webp)$/i.test(target) ? fileOf(backlog, target) : undefined;
}
