/**
 * What every run of git is given so that a repository, whoever made it, can't make it do anything but read: no hooks,
 * monitors, pagers, editors, prompts, signatures or transports. Flags of single commands (`--no-textconv`) stand with
 * those commands.
 */

/** Settings that win over those of the repository. */
export const READING_FLAGS: readonly string[] = [
  '--no-pager',
  '--literal-pathspecs',
  '-c',
  'core.fsmonitor=false',
  '-c',
  'core.hooksPath=/dev/null',
  '-c',
  'log.showSignature=false',
  '-c',
  'core.pager=cat',
  // A bare repository inside of a working tree is found by nobody who did not ask for it.
  '-c',
  'safe.bareRepository=explicit',
  '-c',
  'gc.auto=0',
  '-c',
  'core.quotePath=false',
];

/** Variables that a person sets for all of git. Others (`GIT_DIR`, `GIT_EXTERNAL_DIFF`, …) lead it elsewhere. */
const KEPT =
  /^GIT_(?:EXEC_PATH|CEILING_DIRECTORIES|DISCOVERY_ACROSS_FILESYSTEM|CONFIG_(?:NOSYSTEM|GLOBAL|SYSTEM)|(?:AUTHOR|COMMITTER)_\w+)$/i;

const READING: Readonly<Record<string, string>> = {
  GIT_OPTIONAL_LOCKS: '0',
  GIT_NO_LAZY_FETCH: '1',
  GIT_TERMINAL_PROMPT: '0',
  // Older versions fetch what is missing all the same: without a transport they can't.
  GIT_ALLOW_PROTOCOL: 'none',
  // Git flushes after each commit where it writes into a pipe; a whole history comes sooner in blocks.
  GIT_FLUSH: '0',
  GIT_PAGER: 'cat',
  GIT_EDITOR: 'true',
  GIT_ASKPASS: 'true',
  SSH_ASKPASS: 'true',
};

type Environment = Readonly<Record<string, string | undefined>>;

/** The environment of a run. Git answers in English, so that its reasons can be understood. */
export function gitEnvironment(env: Environment, writes: boolean): Record<string, string | undefined> {
  const given = Object.entries(env).filter(([name]) => !/^GIT_/i.test(name) || KEPT.test(name));
  return {
    ...Object.fromEntries(given),
    LC_ALL: 'C.UTF-8',
    LANGUAGE: 'C',
    ...(writes ? { GIT_TERMINAL_PROMPT: '0' } : READING),
  };
}
