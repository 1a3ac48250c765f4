/** What commands and views work with; put together once, in `main.ts`. */
import type * as vscode from 'vscode';
import type { PanelKind } from '../protocol/views.ts';
import type { DayWatch } from './dayWatch.ts';
import type { Edits } from './edits.ts';
import type { LastUsed } from './lastUsed.ts';
import type { Opening } from './panels/openPanel.ts';
import type { ScmLoader } from './scm/loader.ts';
import type { StoryCommits } from './scm/storyCommits.ts';
import type { ServerLink } from './serverLink.ts';
import type { Store } from './store.ts';
import type { BacklogView } from './tree/view.ts';
import type { ViewStore } from './viewState.ts';

export interface App {
  readonly context: vscode.ExtensionContext;
  readonly log: vscode.LogOutputChannel;
  readonly link: ServerLink;
  readonly store: Store;
  readonly view: ViewStore;
  readonly tree: BacklogView;
  readonly edits: Edits;
  readonly lastUsed: LastUsed;
  /** What git knows of items; empty where there is no git. */
  readonly commits: StoryCommits;
  readonly day: DayWatch;
  readonly scm: ScmLoader;
  /** Shows a view in a panel; the panels' code comes with the first. */
  readonly openPanel: (kind: PanelKind, opening: Opening) => Promise<void>;
}
