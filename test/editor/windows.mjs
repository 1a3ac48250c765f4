// The windows that editor tests run in, one by one. A window runs the tests of the folder of its name, on a fresh copy
// of its workspace, with the packed extension.

import { makeHostileTeam, makeTeam } from './support/team.mjs';

/**
 * @typedef {object} Window
 * @property {string} [workspace] the folder that is copied and opened; else an empty folder
 * @property {Record<string, string>} [files] more files to write into the copy, by name
 * @property {(folder: string) => void} [prepare] what else is done with the copy before it is opened
 * @property {'off' | 'restricted'} [trust] `restricted`: workspace trust is on and the folder is not trusted
 * @property {Record<string, unknown>} [settings] user settings
 */

/** @type {Record<string, Window>} */
export const WINDOWS = {
  sample: { workspace: 'examples/fieldnotes' },
  everywhere: {
    workspace: 'examples/fieldnotes',
    files: {
      'src/sync.ts': `// Keeps both versions, see FN-14 (FIELD-2 in the old tracker) and FN-9999.
export const delay = 1000;

// TODO: wait longer after each failure
export const retries = 3; // after FN
`,
      COMMIT_EDITMSG: 'Keep both versions\n\nRefs: FN-14\n',
    },
  },
  commits: { prepare: makeTeam },
  'commits-untrusted': { prepare: makeHostileTeam, trust: 'restricted' },
  untrusted: { workspace: 'examples/fieldnotes', trust: 'restricted' },
};
