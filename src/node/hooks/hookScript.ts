/**
 * The hooks as they are written: small shell scripts that run `refinery`, or say in one line that they can't. A hook
 * that was there before is called first, and what it says counts.
 */

export const HOOK_NAMES = ['prepare-commit-msg', 'commit-msg'] as const;
export type HookName = (typeof HOOK_NAMES)[number];

/** Where a hook that was there before is kept, as it was. */
export const KEPT = '.before-refinery';

/** What runs where no `refinery` is on the PATH, and the backlog that the hooks are about. */
export interface HookProgram {
  readonly node: string;
  readonly cli: string;
  /** The path of the backlog file; undefined where it is looked for from the repository upwards. */
  readonly backlog?: string | undefined;
}

/** Stands in every hook of ours; a file without it is somebody else's. */
const MARK = '# refinery-hook 1';

export const WHAT: Readonly<Record<HookName, string>> = {
  'prepare-commit-msg': 'adds the story that the branch names to the end of the message',
  'commit-msg': 'checks that the stories that a message names exist',
};

export function isOurHook(text: string): boolean {
  return text.split('\n').includes(MARK);
}

export function hookScript(name: HookName, { node, cli, backlog }: HookProgram): string {
  return `#!/bin/sh
${MARK}
# ${capital(WHAT[name])}.
# "refinery hooks remove" takes this away and puts back what was here before.
before="$(dirname "$0")/${name}${KEPT}"
if [ -x "$before" ]; then
  "$before" "$@" || exit $?
fi
backlog=${quoted(slashes(backlog ?? ''))}
if [ -n "$backlog" ] && [ -f "$backlog" ]; then
  set -- ${name} --file "$backlog" -- "$@"
else
  set -- ${name} -- "$@"
fi
if command -v refinery >/dev/null 2>&1; then
  # A refinery that finds no Node can't be run.
  if command -v node >/dev/null 2>&1 || refinery --version >/dev/null 2>&1; then
    exec refinery hooks run "$@"
  fi
fi
node=${quoted(slashes(node))}
cli=${quoted(slashes(cli))}
if [ -x "$node" ] && [ -f "$cli" ]; then
  ELECTRON_RUN_AS_NODE=1 exec "$node" "$cli" hooks run "$@"
fi
${WITHOUT[name]}
exit 0
`;
}

/** Both hooks run in one commit: one of them says it. */
const WITHOUT: Readonly<Record<HookName, string>> = {
  'prepare-commit-msg': '# commit-msg says that there is none.',
  'commit-msg':
    'echo "refinery: not found, so this commit was neither linked nor checked; install it, or take its hooks away." >&2',
};

function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

/** A shell on Windows takes forward slashes. */
function slashes(path: string): string {
  return /^[A-Za-z]:\\/.test(path) ? path.replaceAll('\\', '/') : path;
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
