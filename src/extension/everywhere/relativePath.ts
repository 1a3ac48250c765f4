/** The path from a backlog's folder to a file, as `links` has it. Knows no editor. */

/**
 * @param from the backlog file's URI, `to` the other file's, both without query and fragment.
 * @returns undefined where there is no path between them: another machine, another kind of file system.
 */
export function relativePath(from: UriParts, to: UriParts): string | undefined {
  if (from.scheme !== to.scheme || from.authority !== to.authority) return undefined;
  const own = from.path.split('/').slice(0, -1);
  const steps = to.path.split('/');
  let same = 0;
  while (same < own.length && same < steps.length - 1 && own[same] === steps[same]) same++;
  // Nothing but the root in common: on Windows, another drive.
  if (same <= 1 && own.length > 1) return undefined;
  return [...own.slice(same).map(() => '..'), ...steps.slice(same)].join('/');
}

export interface UriParts {
  readonly scheme: string;
  readonly authority: string;
  readonly path: string;
}
