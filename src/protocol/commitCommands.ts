/** The commands about commits, branches and commit messages: a part of the table of all commands. */
import type { CommandSpec } from './commandSpec.ts';
import { ROW } from './views.ts';

const { ranked, planned, commit } = ROW;

export const COMMIT_COMMANDS = {
  'refinery.commits.startWork': {
    title: 'Start Work on Story…',
    description:
      'Switches to the story’s branch, or makes one named by `commits.branch`, sets status and assignee, and remembers the story as the active one of that branch.',
    icon: 'git-branch',
    palette: 'backlog',
    row: { group: '6_commits@1', when: ranked },
  },
  'refinery.commits.setActive': {
    title: 'Set Active Story…',
    description:
      'Says which story the branch that is checked out is for: the status bar shows it, and the commit box offers it first.',
    icon: 'bookmark',
    palette: 'backlog',
    row: { group: '6_commits@2', when: ranked },
  },
  'refinery.commits.finish': {
    title: 'Finish Stories…',
    description:
      'Lists the stories that look done by what git says, such as a merged branch, and sets the ones you leave ticked to done, as one change.',
    icon: 'pass',
    palette: 'backlog',
  },
  'refinery.commits.link': {
    title: 'Link Story…',
    description:
      'Names one or several stories in the commit message that you are writing, as trailers at its end.',
    icon: 'link',
    palette: 'backlog',
    sourceControl: 'navigation@9',
  },
  'refinery.commits.openChanges': {
    title: 'Open Changes',
    description: 'Shows all that was changed for a story, file by file, in one editor.',
    icon: 'diff-multiple',
    palette: 'backlog',
    row: { group: '7_code@1', when: planned },
  },
  'refinery.commits.showFiles': {
    title: 'Show Files…',
    description: 'Lists the files that were changed for a story, to open one.',
    icon: 'files',
    palette: 'backlog',
    row: { group: '7_code@2', when: planned },
  },
  'refinery.commits.copyReleaseNote': {
    title: 'Copy as Release Note',
    description: 'Copies a story with its commits and people as an entry for release notes, in Markdown.',
    icon: 'note',
    palette: 'backlog',
    row: { group: '4_copy@2', when: planned },
  },
  'refinery.commits.open': {
    title: 'Open Commit',
    description: 'Shows what a commit below a story changed.',
    icon: 'git-commit',
    palette: 'never',
    row: { group: '0_open@1', when: commit },
  },
  'refinery.commits.copy': {
    title: 'Copy Commit Id',
    description: 'Copies the whole id of a commit below a story.',
    icon: 'copy',
    palette: 'never',
    row: { group: '4_copy@1', when: commit },
  },
  'refinery.commits.why': {
    title: 'Why Is This Here?',
    description:
      'From the line at the cursor to the commit that wrote it, the story it was written for, its epic, and the objective and insights that led to it.',
    icon: 'question',
    palette: 'backlog',
    when: 'editorIsOpen',
    editorMenu: '9_refinery@1',
  },
  'refinery.commits.unlinked': {
    title: 'Show Unlinked Commits…',
    description: 'Lists commits that name no story, and finished stories that no commit names.',
    icon: 'debug-disconnect',
    palette: 'backlog',
  },
  'refinery.commits.installHooks': {
    title: 'Install Git Hooks…',
    description:
      'Shows what two git hooks would do and which files they change, and installs them if you agree: one adds the trailer of the branch’s story to commit messages, one checks that the ids in them exist.',
    palette: 'backlog',
  },
  'refinery.commits.removeHooks': {
    title: 'Remove Git Hooks…',
    description: 'Takes the hooks away again, and leaves those of others as they were.',
    palette: 'backlog',
  },
} as const satisfies Record<`refinery.commits.${string}`, CommandSpec>;
