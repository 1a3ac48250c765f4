/**
 * The views of the extension, what they say when they are empty, and the names by which the manifest's conditions
 * know what the extension knows. The extension sets exactly these context keys and these row contexts.
 */
export const LANGUAGE_ID = 'backlog';

/** The names of backlog files, as patterns of file names. */
export const FILE_PATTERNS = ['backlog.yaml', 'backlog.yml', '*.backlog.yaml', '*.backlog.yml'] as const;

export const CONTAINER_ID = 'refinery';
export const BACKLOG_VIEW_ID = 'refinery.backlog';
export const QUALITY_VIEW_ID = 'refinery.quality';

/**
 * What VS Code replaces by the row that has the focus, in the arguments of a key or of a command that it runs. In a list,
 * so that a key pressed where no row has the focus can be told from a call without arguments.
 */
export const FOCUSED_ROW = { $treeViewId: BACKLOG_VIEW_ID, $focusedTreeItem: true } as const;

/** The kinds of panels, and the type by which the editor knows each, also after a restart of the window. */
export const PANELS = {
  board: 'refinery.board',
  planning: 'refinery.planning',
  settings: 'refinery.settings',
  storyMap: 'refinery.storyMap',
  storyPage: 'refinery.storyPage',
} as const;
export type PanelKind = keyof typeof PANELS;

/** What a card in a web view is called in conditions of its menu. */
export const CARD = 'card';

/** Context keys, set with `setContext`. */
export const CONTEXT = {
  /** `starting`, `none` (no backlog in the workspace), `unreadable` (files are there, none can be read) or `ready`. */
  state: 'refinery.state',
  /** True while a text filter is on. */
  filtered: 'refinery.filtered',
  /** True while there is a change that `refinery.undo` can take back. */
  canUndo: 'refinery.canUndo',
  /** True while the input for new stories is open. */
  adding: 'refinery.adding',
} as const;

export type ViewState = 'starting' | 'none' | 'unreadable' | 'ready';

/** What a row's `contextValue` is. */
export type RowContext = 'story' | 'epic' | 'item' | 'group' | 'branch' | 'commit';

/** Conditions on rows, for menus. */
export const ROW = {
  /** A row that stands for one item of the file. */
  anyItem: 'viewItem =~ /^(story|epic|item)$/',
  /** Items with status, estimate and assignee. */
  planned: 'viewItem =~ /^(story|epic)$/',
  /** Items that are in the ranked list. */
  ranked: 'viewItem == story',
  /** A commit below a story. */
  commit: 'viewItem == commit',
} as const;

export interface ViewSpec {
  readonly id: string;
  readonly name: string;
  readonly icon: string;
  /** A condition; always shown without one. */
  readonly when?: string;
  /** Folded at first. */
  readonly collapsed?: boolean;
}
export const VIEWS: readonly ViewSpec[] = [
  { id: BACKLOG_VIEW_ID, name: 'Backlog', icon: 'media/refinery.svg' },
  {
    id: QUALITY_VIEW_ID,
    name: 'Quality',
    icon: 'media/refinery.svg',
    when: `${CONTEXT.state} == ready`,
    collapsed: true,
  },
];

export interface WelcomeSpec {
  readonly view: string;
  readonly when: string;
  /** Lines; a line that is only a link is shown as a button. */
  readonly contents: readonly string[];
}

export const WELCOME: readonly WelcomeSpec[] = [
  {
    view: BACKLOG_VIEW_ID,
    when: 'workbenchState == empty',
    contents: [
      'A backlog lives beside the code. Open the folder of your repository to see it, or to start one.',
      '[Open Folder](command:vscode.openFolder)',
    ],
  },
  {
    view: BACKLOG_VIEW_ID,
    when: `workbenchState != empty && ${CONTEXT.state} == none`,
    contents: [
      'There is no backlog in this workspace yet. It is one plain file, backlog.yaml, that you commit with your code.',
      '[Create Empty Backlog](command:refinery.createBacklog)',
      '[Create Sample Backlog](command:refinery.createSample)',
    ],
  },
  {
    view: BACKLOG_VIEW_ID,
    // Also before the extension has said anything.
    when: `workbenchState != empty && ${CONTEXT.state} != none && ${CONTEXT.state} != unreadable && ${CONTEXT.state} != ready`,
    contents: ['Reading the backlog…'],
  },
  {
    view: BACKLOG_VIEW_ID,
    when: `workbenchState != empty && ${CONTEXT.state} == unreadable`,
    contents: [
      'The backlog could not be read.',
      '[Try Again](command:refinery.refresh)',
      '[Restart Language Server](command:refinery.restartServer)',
      '[Show Log](command:refinery.showOutput)',
    ],
  },
  {
    view: BACKLOG_VIEW_ID,
    when: `${CONTEXT.state} == ready && !${CONTEXT.filtered}`,
    contents: ['The backlog holds no stories yet.', '[New Story](command:refinery.newStory)'],
  },
];
