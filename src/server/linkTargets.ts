/**
 * Which address a link of a backlog file opens. Files come from anywhere, so only two kinds lead somewhere: web
 * addresses with https, and paths below a folder that the client has open. Nothing is looked up or fetched.
 */

/**
 * @param target as written: `https://…`, or a path relative to the file, perhaps with `#L12`.
 * @param file the URI of the backlog file.
 * @param folders the URIs of the open folders; without one, the folder of the file is the limit.
 */
export function linkTarget(target: string, file: string, folders: readonly string[]): string | undefined {
  if (/^https:\/\/[^\s\\"<>]+$/i.test(target)) return target;
  return pathTarget(target, file, folders);
}

/** No scheme, no host, no absolute path, and nothing that only some system takes for a part of a path. */
const PATH = /^(?![a-z][a-z0-9+.-]*:|[\\/])[^\\\p{Cc}?]+$/iu;

function pathTarget(target: string, file: string, folders: readonly string[]): string | undefined {
  if (!PATH.test(target)) return undefined;
  const hash = target.indexOf('#');
  const path = hash < 0 ? target : target.slice(0, hash);
  const fragment = hash < 0 ? '' : encodeURIComponent(target.slice(hash + 1)).replaceAll('%2C', ',');
  // A folder can't be opened by a click.
  if (path === '' || /(?:^|\/)\.{0,2}$/.test(path)) return undefined;
  const own = folderOf(file);
  const limit = folders.map(bare).find((folder) => own === folder || own.startsWith(`${folder}/`)) ?? own;
  const steps = own
    .slice(limit.length)
    .split('/')
    .filter((step) => step !== '');
  for (const step of path.split('/')) {
    if (step === '..') {
      if (steps.pop() === undefined) return undefined;
    } else if (step !== '' && step !== '.') steps.push(encodeURIComponent(step));
  }
  return `${limit}/${steps.join('/')}${fragment === '' ? '' : `#${fragment}`}`;
}

function folderOf(uri: string): string {
  return uri.slice(0, Math.max(0, uri.lastIndexOf('/')));
}

function bare(folder: string): string {
  return folder.endsWith('/') ? folder.slice(0, -1) : folder;
}
