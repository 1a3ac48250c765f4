/** What is said of each command: what it is called, where it is shown and which keys it has. */

/** A place in the menu of a row of the backlog view. */
export interface RowMenu {
  /** VS Code's menu group with its order (`1_change@2`). */
  readonly group: string;
  /** Which rows have it: a condition on `viewItem`. */
  readonly when: string;
  /** Also as an icon at the end of the row, in this order. */
  readonly inline?: number;
}

export interface Key {
  readonly key: string;
  readonly mac?: string;
  /** Beyond the focused backlog view, where the key works too. */
  readonly alsoWhen?: string;
  /** Where the key works instead of the focused backlog view. */
  readonly when?: string;
}

export interface CommandSpec {
  /** Shown in the palette behind `Refinery: `, and in menus. */
  readonly title: string;
  /** For the manual: what it does, one sentence. */
  readonly description: string;
  /** A codicon's name. */
  readonly icon?: string;
  /** Where the palette offers it: always, only with a backlog open, or never (it needs what only a menu gives). */
  readonly palette: 'always' | 'backlog' | 'never';
  /** A further condition, for palette and title bar. */
  readonly when?: string;
  readonly row?: RowMenu;
  /** In the title bar of the backlog view: VS Code's menu group with its order. */
  readonly titleBar?: string;
  /** A condition for the title bar alone. */
  readonly titleBarWhen?: string;
  /** In the title bar of an editor that shows a backlog file: the same. */
  readonly fileTitleBar?: string;
  /** In the title bar of a repository in the source control view: the same. */
  readonly sourceControl?: string;
  /** In the menu of any editor's text: the same. */
  readonly editorMenu?: string;
  readonly keys?: readonly Key[];
}
