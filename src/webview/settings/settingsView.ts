/** The settings of a backlog: what counts now, part by part. Every change goes to the file at once, and can be undone. */
import { html, type TemplateResult } from 'lit';
import type { SettingsChange, SettingsContract, TeamSettings } from '../../protocol/panels/settings.ts';
import { failureMessage } from '../shared/failureMessage.ts';
import { missingBacklog } from '../shared/ui/missingBacklog.ts';
import { formStyles } from '../shared/ui/formStyles.ts';
import { undoRedoByKey } from '../shared/undoRedoKeys.ts';
import { View } from '../shared/view.ts';
import { membersPart } from './members.ts';
import { productPart } from './product.ts';
import { rulesPart } from './rules.ts';
import { workflowPart } from './workflow.ts';
import { writingPart } from './writing.ts';

export class SettingsView extends View<SettingsContract> {
  #team: SettingsContract['events']['team'] | undefined;
  #missing: SettingsContract['events']['missing']['why'] = 'starting';
  /** Which rules are shown. */
  #sought = '';

  constructor() {
    super(formStyles);
    this.connection.on('team', (told) => {
      this.#team = told;
      this.connection.saveState({ uri: told.uri });
      this.requestUpdate();
    });
    this.connection.on('missing', ({ why }) => {
      [this.#team, this.#missing] = [undefined, why];
      this.requestUpdate();
    });
    undoRedoByKey({
      undo: () => {
        this.#command('undo');
      },
    });
    this.connection.ready();
  }

  readonly #change = async (change: SettingsChange): Promise<void> => {
    this.showError(await failureMessage(this.connection.call('change', change)));
  };

  #command(name: SettingsContract['calls']['command']['params']['name']): void {
    void this.connection.call('command', { name });
  }

  protected override render(): TemplateResult {
    if (this.#team === undefined)
      return missingBacklog('Backlog settings', this.#missing, (name) => {
        this.#command(name);
      });
    const { name, team } = this.#team;
    return html`<div class="toolbar">
        <h1 dir="auto">Settings of ${name}</h1>
        <span class="spring"></span>
        <button
          class="toggle"
          @click=${() => {
            this.#command('openFile');
          }}
        >
          Open file
        </button>
      </div>
      ${this.messageBar()}
      <div class="form">${this.#parts(team)}</div>`;
  }

  #parts(team: TeamSettings): readonly TemplateResult[] {
    const change = (wanted: SettingsChange): void => void this.#change(wanted);
    return [
      productPart(team, change),
      ...membersPart(team, change),
      ...workflowPart(team, change),
      writingPart(team, change),
      rulesPart(team, change, {
        sought: this.#sought,
        seek: (sought) => {
          this.#sought = sought;
          this.requestUpdate();
        },
      }),
    ];
  }
}
