/** How serious each rule is taken: those that the team changed, and those that are sought. */
import { html, nothing, type TemplateResult } from 'lit';
import type { RuleSetting, TeamSettings } from '../../protocol/panels/settings.ts';
import { choiceInput } from '../shared/ui/form.ts';
import { type ChangeSettings, part, set } from './parts.ts';

export interface RuleSearch {
  readonly sought: string;
  readonly seek: (words: string) => void;
}

const LEVELS: Readonly<Record<RuleSetting['usual'], string>> = {
  ignore: 'Off',
  hint: 'Hint',
  information: 'Information',
  warning: 'Warning',
  error: 'Error',
};

export function rulesPart(team: TeamSettings, change: ChangeSettings, search: RuleSearch): TemplateResult {
  const words = search.sought
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const shown = team.rules.filter((rule) =>
    words.length === 0
      ? rule.level !== null
      : words.every((word) => `${rule.id} ${rule.title}`.toLowerCase().includes(word)),
  );
  const none = words.length === 0 ? 'No rule was changed.' : 'No rules match.';
  return part(
    team,
    { title: 'Rules', about: 'How serious a rule is taken. Search for a rule to change it.' },
    html`<input
        class="field"
        type="search"
        aria-label="Search rules"
        placeholder=${`Search ${team.rules.length} rules`}
        .value=${search.sought}
        @input=${({ target }: Event) => {
          if (target instanceof HTMLInputElement) search.seek(target.value);
        }}
      />
      <p class="form-hint" role="status">${shown.length === 0 ? none : nothing}</p>
      <ul class="form-entries" aria-label="Rules">
        ${shown.map((rule) => html`<li class="form-entry">${ruleRow(rule, change)}</li>`)}
      </ul>`,
  );
}

function ruleRow({ id, title, usual, level }: RuleSetting, change: ChangeSettings): TemplateResult {
  return html`${choiceInput({
      label: `Severity of ${id}`,
      value: level ?? '',
      of: [['', `Default (${LEVELS[usual].toLowerCase()})`], ...Object.entries(LEVELS)],
      change: (to) => {
        set(change, { path: ['writing', 'rules', id], value: to === '' ? null : to });
      },
    })} <span>${title}</span> <span class="form-hint">${id}</span>`;
}
