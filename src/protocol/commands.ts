/**
 * Every command of the extension, in one table: what it is called, where it is shown and which keys it has.
 * The manifest and the manual are generated from here (`src/build/generate.ts`), and the extension registers a
 * handler for each id, so a command can neither be forgotten nor be declared without being there.
 */
import type { CommandSpec } from './commandSpec.ts';
import { COMMIT_COMMANDS } from './commitCommands.ts';
import { CONTEXT, ROW } from './views.ts';

export type { CommandSpec } from './commandSpec.ts';

const { anyItem, ranked, planned } = ROW;

export const COMMANDS = {
  'refinery.newStory': {
    title: 'New Story…',
    description:
      'Adds a story for each line you type or paste, behind the last open one: a title, and in it `#label @person ~5 !must >sprint ^epic`.',
    icon: 'add',
    palette: 'backlog',
    titleBar: 'navigation@1',
  },
  'refinery.newStoryAfter': {
    title: 'New Story After…',
    description: 'The same directly below the selected story.',
    icon: 'add',
    palette: 'never',
    row: { group: '1_new@1', when: ranked, inline: 2 },
    keys: [{ key: 'ctrl+enter', mac: 'cmd+enter' }],
  },
  'refinery.addAndOpen': {
    title: 'Add and Open Page',
    description: 'In the input for new stories: adds the story and opens its page.',
    palette: 'never',
    keys: [{ key: 'ctrl+enter', mac: 'cmd+enter', when: CONTEXT.adding }],
  },
  'refinery.newEpic': {
    title: 'New Epic…',
    description: 'Asks for a title and adds an epic behind the others.',
    palette: 'backlog',
  },
  'refinery.createStoryFromComment': {
    title: 'Create Story from Comment…',
    description:
      'In any file: adds a story for the comment at the cursor, such as `TODO: sync when back online`, with a link to its line, and offers to write the new id into the comment.',
    icon: 'comment',
    palette: 'backlog',
    when: 'editorIsOpen',
  },
  'refinery.openStory': {
    title: 'Open',
    description: 'Opens the selected item on its page or in the file, as `refinery.openStoryIn` says.',
    palette: 'never',
    row: { group: '0_open@1', when: anyItem },
  },
  'refinery.openPage': {
    title: 'Open Page',
    description: 'Opens the page of the selected story or epic: all of it as a form.',
    icon: 'preview',
    palette: 'backlog',
  },
  'refinery.openItem': {
    title: 'Open in File',
    description: 'Opens the backlog file at the selected item.',
    icon: 'go-to-file',
    palette: 'never',
    row: { group: '0_open@2', when: anyItem },
  },
  'refinery.goToStory': {
    title: 'Go to Story…',
    description: 'Finds an item by its id or by words, and opens it.',
    icon: 'search',
    palette: 'backlog',
    titleBar: '2_view@3',
    keys: [{ key: 'ctrl+alt+g', mac: 'cmd+alt+g', alsoWhen: 'editorLangId == backlog && editorTextFocus' }],
  },
  'refinery.setStatus': {
    title: 'Set Status…',
    description: 'Sets the status of the selected items to one of the workflow.',
    icon: 'pass',
    palette: 'backlog',
    row: { group: '2_set@1', when: planned, inline: 1 },
    keys: [{ key: 'ctrl+alt+s', mac: 'cmd+alt+s' }],
  },
  'refinery.setEstimate': {
    title: 'Set Estimate…',
    description: 'Sets the estimate of the selected items.',
    palette: 'backlog',
    row: { group: '2_set@2', when: planned },
    keys: [{ key: 'ctrl+alt+e', mac: 'cmd+alt+e' }],
  },
  'refinery.setAssignee': {
    title: 'Set Assignee…',
    description: 'Sets who works on the selected items.',
    palette: 'backlog',
    row: { group: '2_set@3', when: planned },
    keys: [{ key: 'ctrl+alt+a', mac: 'cmd+alt+a' }],
  },
  'refinery.setSprint': {
    title: 'Set Sprint…',
    description: 'Plans the selected stories into a sprint, or takes them out of it.',
    palette: 'backlog',
    row: { group: '2_set@4', when: ranked },
    keys: [{ key: 'ctrl+alt+p', mac: 'cmd+alt+p' }],
  },
  'refinery.setEpic': {
    title: 'Set Epic…',
    description: 'Puts the selected stories under an epic, or takes them out of it.',
    palette: 'backlog',
    row: { group: '2_set@5', when: ranked },
  },
  'refinery.setRelease': {
    title: 'Set Release…',
    description: 'Plans the selected stories into a release, or takes them out of it.',
    palette: 'backlog',
    row: { group: '2_set@5', when: ranked },
  },
  'refinery.block': {
    title: 'Block or Unblock…',
    description:
      'Writes down what the selected items wait for. Where all of them are blocked, they can go on.',
    icon: 'stop',
    palette: 'backlog',
    row: { group: '2_set@6', when: planned },
  },
  'refinery.moveUp': {
    title: 'Move Up',
    description: 'Ranks the selected items one place higher.',
    icon: 'arrow-up',
    palette: 'backlog',
    row: { group: '3_move@1', when: planned },
    keys: [{ key: 'alt+up' }],
  },
  'refinery.moveDown': {
    title: 'Move Down',
    description: 'Ranks the selected items one place lower.',
    icon: 'arrow-down',
    palette: 'backlog',
    row: { group: '3_move@2', when: planned },
    keys: [{ key: 'alt+down' }],
  },
  'refinery.moveTop': {
    title: 'Move to Top',
    description: 'Ranks the selected items first.',
    palette: 'backlog',
    row: { group: '3_move@3', when: planned },
    keys: [{ key: 'alt+home' }],
  },
  'refinery.moveBottom': {
    title: 'Move to Bottom',
    description: 'Ranks the selected items last.',
    palette: 'backlog',
    row: { group: '3_move@4', when: planned },
    keys: [{ key: 'alt+end' }],
  },
  'refinery.splitStory': {
    title: 'Split Story…',
    description:
      'Makes two stories of one: asks what both say and which criteria go over, and shows what changes before it is done.',
    palette: 'backlog',
    row: { group: '3_refactor@1', when: ranked },
  },
  'refinery.mergeStories': {
    title: 'Merge…',
    description:
      'Makes one item of the selected duplicates: criteria, labels and notes are united, and whoever named one of them names the one that stays.',
    palette: 'backlog',
    row: { group: '3_refactor@2', when: planned },
  },
  'refinery.extractEpic': {
    title: 'Make an Epic of Stories…',
    description: 'Adds an epic and puts the selected stories under it.',
    palette: 'backlog',
    row: { group: '3_refactor@3', when: ranked },
  },
  'refinery.moveCriterion': {
    title: 'Move Criteria to Another Story…',
    description: 'Moves acceptance criteria, with their comments, to a story that you pick.',
    palette: 'backlog',
    row: { group: '3_refactor@4', when: ranked },
  },
  'refinery.rename': {
    title: 'Rename…',
    description:
      'Writes another title for a story or an epic, or another name for a person; sprints and statuses get another id.',
    palette: 'backlog',
    row: { group: '3_refactor@5', when: 'viewItem =~ /^(story|epic|item|group)$/' },
    keys: [{ key: 'f2' }],
  },
  'refinery.changeId': {
    title: 'Change Id…',
    description:
      'Gives a person, persona, label, status, sprint, epic or anything else with an id another one, wherever the backlog names it.',
    palette: 'backlog',
    row: { group: '3_refactor@6', when: 'viewItem =~ /^(story|epic|item|group)$/' },
  },
  'refinery.copyId': {
    title: 'Copy Id',
    description: 'Copies the ids of the selected items, one a line.',
    icon: 'copy',
    palette: 'never',
    row: { group: '4_copy@1', when: anyItem },
    keys: [{ key: 'ctrl+c', mac: 'cmd+c' }],
  },
  'refinery.dropItem': {
    title: 'Won’t Do…',
    description: 'Marks the selected items as won’t do and writes down why.',
    icon: 'circle-slash',
    palette: 'backlog',
    row: { group: '5_remove@1', when: planned },
    keys: [{ key: 'shift+delete', mac: 'shift+cmd+backspace' }],
  },
  'refinery.deleteItem': {
    title: 'Delete',
    description: 'Removes the selected items, with their comments, from the file.',
    icon: 'trash',
    palette: 'never',
    row: { group: '5_remove@2', when: anyItem },
    keys: [{ key: 'delete', mac: 'cmd+backspace' }],
  },
  'refinery.undo': {
    title: 'Undo Last Change',
    description: 'Takes back the last change that was made from the tree or the palette.',
    icon: 'discard',
    palette: 'backlog',
    when: CONTEXT.canUndo,
    titleBar: '4_undo@1',
    keys: [{ key: 'ctrl+z', mac: 'cmd+z' }],
  },
  'refinery.groupBy': {
    title: 'Group By…',
    description: 'Groups the backlog by epic, sprint, status or assignee, or shows it in rank order.',
    icon: 'list-tree',
    palette: 'backlog',
    titleBar: '2_view@1',
  },
  'refinery.hideDone': {
    title: 'Hide Done',
    description: 'Leaves out what is finished or dropped; once more shows it again.',
    icon: 'eye-closed',
    palette: 'backlog',
    titleBar: '2_view@2',
    keys: [{ key: 'ctrl+alt+h', mac: 'cmd+alt+h' }],
  },
  'refinery.filter': {
    title: 'Filter…',
    description:
      'Shows only the items that contain the words you type, in their id, title, labels or people.',
    icon: 'filter',
    palette: 'backlog',
    titleBar: 'navigation@2',
    titleBarWhen: `!${CONTEXT.filtered}`,
    keys: [{ key: 'ctrl+alt+f', mac: 'cmd+alt+f' }],
  },
  'refinery.clearFilter': {
    title: 'Clear Filter',
    description: 'Shows all items again.',
    icon: 'clear-all',
    palette: 'backlog',
    when: CONTEXT.filtered,
    titleBar: 'navigation@2',
  },
  'refinery.refresh': {
    title: 'Refresh',
    description: 'Reads the backlog files again.',
    icon: 'refresh',
    palette: 'always',
    titleBar: '3_backlog@4',
  },
  'refinery.chooseBacklog': {
    title: 'Choose Backlog…',
    description: 'Where the workspace holds several backlogs: which one the view shows.',
    palette: 'backlog',
    titleBar: '3_backlog@1',
  },
  'refinery.openFile': {
    title: 'Open Backlog File',
    description: 'Opens the file of the backlog that the view shows.',
    icon: 'go-to-file',
    palette: 'backlog',
    titleBar: '3_backlog@2',
  },
  'refinery.backlogSettings': {
    title: 'Backlog Settings…',
    description: 'Shows and changes how the team works: product, people, statuses, estimates, rules.',
    icon: 'gear',
    palette: 'backlog',
    titleBar: '1_backlog@3',
  },
  'refinery.showBoard': {
    title: 'Show Board',
    description: 'Opens the board: stories as cards in the columns of the workflow.',
    icon: 'project',
    palette: 'backlog',
    titleBar: '1_show@1',
    fileTitleBar: 'navigation@1',
  },
  'refinery.showPlanning': {
    title: 'Plan Sprint',
    description:
      'Opens sprint planning: the ranked backlog and a sprint side by side, with what it has room for.',
    icon: 'calendar',
    palette: 'backlog',
    titleBar: '1_show@2',
    fileTitleBar: 'navigation@2',
  },
  'refinery.showStoryMap': {
    title: 'Show Story Map',
    description: 'Opens the story map: epics side by side, and below each its stories, sliced by releases.',
    icon: 'map',
    palette: 'backlog',
    titleBar: '1_show@3',
    fileTitleBar: 'navigation@3',
  },
  'refinery.startSprint': {
    title: 'Start Sprint…',
    description: 'Writes down when a sprint was started and what was committed.',
    palette: 'backlog',
  },
  'refinery.closeSprint': {
    title: 'Close Sprint…',
    description:
      'Writes down when a sprint was closed and what came of it; unfinished stories go on to another sprint or back to the backlog.',
    palette: 'backlog',
  },
  'refinery.showProblems': {
    title: 'Show Problems',
    description: 'Opens the panel that lists what is wrong in the backlog.',
    palette: 'backlog',
    titleBar: '3_backlog@3',
  },
  ...COMMIT_COMMANDS,
  'refinery.createBacklog': {
    title: 'Create Empty Backlog',
    description: 'Writes a new `backlog.yaml` into the workspace folder and opens it.',
    palette: 'always',
    when: 'workbenchState != empty',
  },
  'refinery.createSample': {
    title: 'Create Sample Backlog',
    description: 'Writes a filled sample `backlog.yaml` into the workspace folder, to look around in.',
    palette: 'always',
    when: 'workbenchState != empty',
  },
  'refinery.restartServer': {
    title: 'Restart Language Server',
    description: 'Stops the language server and starts it again.',
    palette: 'always',
  },
  'refinery.showOutput': {
    title: 'Show Log',
    description: 'Opens the log of the extension.',
    palette: 'always',
  },
} as const satisfies Record<`refinery.${string}`, CommandSpec>;

export type CommandId = keyof typeof COMMANDS;

/** All ids, in the order of the table. */
export const COMMAND_IDS = Object.keys(COMMANDS) as readonly CommandId[];

/** The entry of a command, with its optional parts. */
export function commandSpec(id: CommandId): CommandSpec {
  return COMMANDS[id];
}
