/** A host of the settings page with a real backlog file: each change is planned and made in its text. */
import { Backlog } from '../../../src/core/backlog/backlog.ts';
import { teamSettings } from '../../../src/core/features/teamSettings.ts';
import { planOperation } from '../../../src/core/operations/planOperation.ts';
import { operationOf } from '../../../src/extension/panels/settings/operations.ts';
import { settingsCalls } from '../../../src/protocol/panels/settingsSchema.ts';
import type { SettingsContract } from '../../../src/protocol/panels/settings.ts';
import { applyEdits } from '../../core/operations/judge.ts';
import type { StandIn, Tell } from './viewPage.ts';

export class SettingsHost implements StandIn<SettingsContract> {
  #tell: Tell<SettingsContract> | undefined;
  text: string;

  constructor(text: string) {
    this.text = text;
  }

  readonly ready = async (tell: Tell<SettingsContract>): Promise<void> => {
    this.#tell = tell;
    await this.#told();
  };

  readonly calls: StandIn<SettingsContract>['calls'] = {
    change: async (asked) => {
      const backlog = Backlog.read(this.text);
      const operation = operationOf(settingsCalls.change.parse(asked), teamSettings(backlog));
      const plan = planOperation(backlog, operation);
      if (!plan.ok) return { ok: false, message: plan.refusal.message };
      this.text = applyEdits(this.text, plan.edits);
      await this.#told();
      return { ok: true };
    },
    command: () => null,
  };

  async #told(): Promise<void> {
    const team = teamSettings(Backlog.read(this.text));
    await this.#tell?.('team', { uri: 'file:///w/backlog.yaml', name: 'Fieldnotes', team });
  }
}
