/** An item that is no form: what can be read of it, and the way to the file. */
import { html, nothing, type TemplateResult } from 'lit';
import type { BrokenPage, PageFinding } from '../../protocol/panels/storyPage.ts';
import { icon } from '../shared/icons.ts';

export interface BrokenHost {
  openInFile(): void;
  fix(finding: PageFinding, title: string): void;
}

export function brokenPage(page: BrokenPage, host: BrokenHost): TemplateResult {
  const first = page.findings.find(({ message }) => message === page.why);
  return html`<div class="page-scroller" tabindex="-1">
    <div class="broken">
      <p class="id">${page.id ?? nothing}</p>
      <h1 dir="auto">${page.title ?? 'This can’t be shown as a form'}</h1>
      <div class="message" role="status">
        ${icon('error')}<span dir="auto">${page.why}</span><span class="spring"></span>
        ${first === undefined ? nothing : fixes(host, first)}
        <button
          class="toggle"
          @click=${() => {
            host.openInFile();
          }}
        >
          Open in File
        </button>
      </div>
      <ul class="findings">
        ${page.findings.map((finding) =>
          finding === first
            ? nothing
            : html`<li class=${`finding ${finding.severity}`}>
                ${icon('warning')}<span class="words" dir="auto">${finding.message}</span
                >${fixes(host, finding)}
              </li>`,
        )}
      </ul>
      <pre class="raw" dir="auto" tabindex="0" aria-label="As it stands in the file">${page.raw}</pre>
    </div>
  </div>`;
}

function fixes(host: BrokenHost, finding: PageFinding): readonly TemplateResult[] {
  return finding.fixes.map(
    ({ title }) =>
      html`<button
        class="primary"
        @click=${() => {
          host.fix(finding, title);
        }}
      >
        ${title}
      </button>`,
  );
}
