/** An item that is no form: what can be read of it, and the way to the file. */
import { html, nothing, type TemplateResult } from 'lit';
import type { BrokenPage } from '../../protocol/panels/storyPage.ts';
import { icon } from '../shared/icons.ts';

export function brokenPage(page: BrokenPage, openInFile: () => void): TemplateResult {
  return html`<div class="page-scroller" tabindex="-1">
    <div class="broken">
      <p class="id">${page.id ?? nothing}</p>
      <h1 dir="auto">${page.title ?? 'This can’t be shown as a form'}</h1>
      <div class="message" role="status">
        ${icon('error')}<span dir="auto">${page.why}</span><span class="spring"></span
        ><button class="primary" @click=${openInFile}>Open in File</button>
      </div>
      <ul class="findings">
        ${page.findings.map(
          ({ severity, message }) =>
            html`<li class=${`finding ${severity}`}>
              ${icon('warning')}<span class="words" dir="auto">${message}</span>
            </li>`,
        )}
      </ul>
      <pre class="raw" dir="auto" tabindex="0" aria-label="As it stands in the file">${page.raw}</pre>
    </div>
  </div>`;
}
