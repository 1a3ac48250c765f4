/** Shows and changes how a team works: each change is the usual small edit of its backlog file. */
import * as vscode from 'vscode';
import type { SettingsChange, SettingsContract } from '../../../protocol/panels/settings.ts';
import { settingsCalls } from '../../../protocol/panels/settingsSchema.ts';
import { type TeamSettingsResult, teamSettingsRequest } from '../../../protocol/teamSettings.ts';
import type { App } from '../../app.ts';
import { ServerGone } from '../../serverLink.ts';
import type { PanelState } from '../openPanel.ts';
import { gone, Panel } from '../panel.ts';
import type { Calls } from '../viewHost.ts';
import { operationOf } from './operations.ts';

export class SettingsPanel extends Panel<SettingsContract> {
  #known: (TeamSettingsResult & { readonly uri: string }) | undefined;
  /** Counts the questions: an answer to one before the last is not shown. */
  #asked = 0;

  constructor(app: App, panel: vscode.WebviewPanel, state: PanelState) {
    super({ app, panel, view: 'settings', state, schemas: settingsCalls });
  }

  protected override show(): void {
    this.#tell().catch((error: unknown) => {
      // The next server says anew what there is.
      if (!(error instanceof ServerGone)) this.app.log.error(`settings: ${String(error)}`);
    });
  }

  async #tell(): Promise<void> {
    const { backlog } = this;
    const nth = ++this.#asked;
    if (backlog === undefined) {
      this.#known = undefined;
      this.send('missing', { why: this.missing });
      return;
    }
    const { uri, name } = backlog;
    this.panel.title = vscode.l10n.t('Settings: {name}', { name });
    const answer = await this.app.link.request(teamSettingsRequest, { uri });
    if (answer === null || nth !== this.#asked) return;
    this.#known = { uri, ...answer };
    this.send('team', { uri, name, team: answer.team });
  }

  protected override calls(): Calls<SettingsContract> {
    return {
      change: async (change) => {
        const team = this.#known?.team;
        return team === undefined ? gone() : this.run(operationOf(change, team), labelOf(change));
      },
      command: async ({ name }) => {
        const { uri } = this;
        if (name === 'openFile') {
          if (uri !== undefined) await vscode.window.showTextDocument(vscode.Uri.parse(uri));
        } else await vscode.commands.executeCommand(`refinery.${name}`, { uri });
        return null;
      },
    };
  }
}

/** For undo. */
function labelOf(change: SettingsChange): string {
  switch (change.kind) {
    case 'set': {
      const name = change.settings[0]?.path.join('.') ?? '';
      return vscode.l10n.t('Change {name}', { name });
    }
    case 'key':
      return vscode.l10n.t('Change the key to {key}', { key: change.to });
    case 'renameStatus':
      return vscode.l10n.t('Rename {from} to {to}', { from: change.from, to: change.to });
    case 'add':
      return vscode.l10n.t('Add {name}', { name: change.id });
    case 'setMember':
      return vscode.l10n.t('Change {name}', { name: change.id });
    case 'remove':
      return vscode.l10n.t('Remove {name}', { name: change.id });
  }
}
