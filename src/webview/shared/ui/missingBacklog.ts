/** What is shown where there is no backlog, with the way out of it. */
import { html, nothing, type TemplateResult } from 'lit';
import type { NoBacklog } from '../../../protocol/panels/backlogEvents.ts';

/** Commands that lead out of it. */
export type WayOut = 'createBacklog' | 'createSample' | 'refresh';

const MISSING: Readonly<Record<NoBacklog, string>> = {
  starting: 'Reading the backlog…',
  none: 'There is no backlog in this workspace yet. Start an empty one, or try everything out with a sample.',
  unreadable: 'The backlog could not be read.',
  gone: 'This backlog is no longer there.',
};

const BUTTONS: Readonly<Record<NoBacklog, readonly (readonly [WayOut, string])[]>> = {
  starting: [],
  none: [
    ['createSample', 'Create Sample Backlog'],
    ['createBacklog', 'Create Empty Backlog'],
  ],
  unreadable: [['refresh', 'Try Again']],
  gone: [],
};

export function missingBacklog(
  title: string,
  why: NoBacklog,
  choose: (name: WayOut) => void,
): TemplateResult {
  return html`<div class="empty">
    <h1 class=${why === 'none' ? '' : 'spoken'}>${title}</h1>
    <p role="status">${MISSING[why]}</p>
    ${BUTTONS[why].length === 0 ? nothing : buttons(BUTTONS[why], choose)}
  </div>`;
}

function buttons(
  all: readonly (readonly [WayOut, string])[],
  choose: (name: WayOut) => void,
): TemplateResult {
  return html`<div class="empty-ways">
    ${all.map(
      ([name, label], nth) =>
        html`<button
          class=${nth === 0 ? 'toggle primary' : 'toggle'}
          @click=${() => {
            choose(name);
          }}
        >
          ${label}
        </button>`,
    )}
  </div>`;
}
