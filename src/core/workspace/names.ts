/**
 * Which files are backlogs, by name alone. What an editor, a watcher and a terminal look for is the same list.
 */

/** Globs below any folder, as file watchers and file searches take them. */
export const BACKLOG_GLOBS = [
  '**/backlog.yaml',
  '**/backlog.yml',
  '**/*.backlog.yaml',
  '**/*.backlog.yml',
] as const;

const NAME = /(?:^|[./\\])backlog\.ya?ml$/;

/** True for a path or URI whose last part names a backlog file. */
export function isBacklogName(path: string): boolean {
  return NAME.test(path);
}

const NOT_OURS = /[/\\](?:node_modules|\.git)[/\\]/;

/** True for files of installed packages and of git itself: their backlogs are nobody's here, unless somebody opens one. */
export function isNotOurs(path: string): boolean {
  return NOT_OURS.test(path);
}
