/** What the team says about commits (`commits:`), with what holds where nothing is written. Never judges. */

export interface CommitSettings {
  /** Keys of trailers that name items; the first one is written by "link story". */
  readonly trailers: readonly string[];
  /** How branches are called: a text with `{type}`, `{id}`, `{slug}`, `{assignee}`, `{epic}`. */
  readonly branch: string;
  /** Commits that need no story: patterns of subjects, or of authors after `author:`. `*` stands for anything. */
  readonly exempt: readonly string[];
  /** What the hook does about a commit that names an unknown id. */
  readonly hook: HookLevel;
}

export const HOOK_LEVELS = ['warn', 'refuse'] as const;
export type HookLevel = (typeof HOOK_LEVELS)[number];

export const DEFAULT_COMMITS: CommitSettings = {
  trailers: ['Story', 'Refs', 'Closes'],
  branch: '{type}/{id}-{slug}',
  exempt: [],
  hook: 'warn',
};

/** True for one of the team's keys; case does not count, as with git. */
export function isOurTrailer(settings: Pick<CommitSettings, 'trailers'>, key: string): boolean {
  const lower = key.toLowerCase();
  return settings.trailers.some((each) => each.toLowerCase() === lower);
}

const CLOSING = /^(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?)$/i;

/** True for a key that says the work is finished: `Closes`, `Fixes`, `Resolves`. */
export function isClosing(key: string): boolean {
  return CLOSING.test(key);
}

/** True where a commit needs no story. */
export function isExempt(
  { exempt }: Pick<CommitSettings, 'exempt'>,
  commit: { readonly subject: string; readonly author: string; readonly email: string },
): boolean {
  return exempt.some((pattern) => {
    const author = /^author:\s*(.*)$/i.exec(pattern)?.[1];
    if (author === undefined) return matches(pattern, commit.subject);
    return matches(author, commit.author) || matches(author, commit.email);
  });
}

/** `*` stands for any text; case does not count. Takes time that grows with both texts alone. */
function matches(pattern: string, text: string): boolean {
  const [first = '', ...rest] = pattern.toLowerCase().split('*');
  const whole = text.toLowerCase();
  const last = rest.pop();
  if (last === undefined) return whole === first;
  if (!whole.startsWith(first)) return false;
  let at = first.length;
  for (const part of rest) {
    const found = whole.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return whole.length - last.length >= at && whole.endsWith(last);
}
