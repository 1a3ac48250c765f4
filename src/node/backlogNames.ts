/** Which file names are backlogs: the same patterns that the extension contributes for its language. */
const ROOT = /^backlog\.ya?ml$/i;
const NAMED = /\.backlog\.ya?ml$/i;

/** `backlog.yaml` or `backlog.yml`: the backlog of its folder, whatever else lies beside it. */
export function isMainBacklogName(name: string): boolean {
  return ROOT.test(name);
}

/** Any name that the format allows for a backlog file, parts of a larger backlog included. */
export function isBacklogName(name: string): boolean {
  return ROOT.test(name) || NAMED.test(name);
}

/** Folders that hold no backlogs of the person's own and may hold very many files. */
export const SKIPPED_FOLDERS: ReadonlySet<string> = new Set(['.git', 'node_modules', 'dist']);
