/** What every view shows where something did not happen: why not. */
import { html, nothing, type TemplateResult } from 'lit';

export function messageBar(message: string | undefined, close: () => void): TemplateResult | typeof nothing {
  if (message === undefined) return nothing;
  return html`<div class="message" role="alert">
    ${message}<span class="spring"></span><button class="toggle" @click=${close}>OK</button>
  </div>`;
}
