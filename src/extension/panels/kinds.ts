/** Every kind of panel, in one table. A view of its own is a folder in `src/webview`, one beside this, and a line here. */
import * as vscode from 'vscode';
import { PANELS, type PanelKind } from '../../protocol/views.ts';
import type { App } from '../app.ts';
import type { OpenPanel, PanelState } from './openPanel.ts';

export interface KindSpec {
  /** What its tab says until its backlog is known. */
  readonly title: () => string;
  /** Loads its code with the first panel of the kind. */
  readonly create: (app: App, panel: vscode.WebviewPanel, state: PanelState) => Promise<OpenPanel>;
}

export const KINDS: Readonly<Record<PanelKind, KindSpec>> = {
  board: {
    title: () => vscode.l10n.t('Board'),
    create: async (app, panel, state) => {
      const { BoardPanel } = await import('./board/boardPanel.ts');
      return new BoardPanel(app, panel, { state, columns: 'status' });
    },
  },
  storyMap: {
    title: () => vscode.l10n.t('Story Map'),
    create: async (app, panel, state) => {
      const { BoardPanel } = await import('./board/boardPanel.ts');
      return new BoardPanel(app, panel, { state, columns: 'epic' });
    },
  },
  planning: {
    title: () => vscode.l10n.t('Planning'),
    create: async (app, panel, state) => {
      const { PlanningPanel } = await import('./planning/planningPanel.ts');
      return new PlanningPanel(app, panel, state);
    },
  },
  settings: {
    title: () => vscode.l10n.t('Backlog Settings'),
    create: async (app, panel, state) => {
      const { SettingsPanel } = await import('./settings/settingsPanel.ts');
      return new SettingsPanel(app, panel, state);
    },
  },
  storyPage: {
    title: () => vscode.l10n.t('Story'),
    create: async (app, panel, state) => {
      const { StoryPagePanel } = await import('./storyPage/storyPagePanel.ts');
      return new StoryPagePanel(app, panel, state);
    },
  },
};

/** All kinds, with the type by which the editor knows their panels. */
export const PANEL_KINDS = Object.entries(PANELS) as readonly [PanelKind, string][];
