/** What every view draws alike: what is said where there is nothing to show, and why something did not happen. */
import { html, nothing, type TemplateResult } from 'lit';
import type { NoBacklog } from '../../protocol/panels/backlogEvents.ts';

const MISSING: Readonly<Record<NoBacklog, string>> = {
  starting: 'Reading the backlog…',
  none: 'There is no backlog in this workspace yet.',
  unreadable: 'The backlog could not be read.',
  gone: 'This backlog is no longer there.',
};

export function nothingToShow(why: NoBacklog, create: () => void): TemplateResult {
  return html`<div class="empty" role="status">
    <h1 class="spoken">Refinery</h1>
    <p>${MISSING[why]}</p>
    ${why === 'none' ? html`<button class="toggle" @click=${create}>Create Empty Backlog</button>` : nothing}
  </div>`;
}

export function messageBar(message: string | undefined, close: () => void): TemplateResult | typeof nothing {
  if (message === undefined) return nothing;
  return html`<div class="message" role="alert">
    ${message}<span class="spring"></span><button class="toggle" @click=${close}>OK</button>
  </div>`;
}
