/** What is found in the item, below the field that it is about, with what mends it as buttons. */
import { html, nothing, type TemplateResult } from 'lit';
import type { PageFinding } from '../../protocol/panels/storyPage.ts';
import { icon, type IconName } from '../shared/icons.ts';
import { movedMarks, type TextMark } from './caret.ts';
import type { PageHost } from './pageHost.ts';

const ICONS: Readonly<Record<PageFinding['severity'], IconName>> = {
  error: 'error',
  warning: 'warning',
  information: 'info',
  hint: 'lightbulb',
};

export function findingList(host: PageHost, findings: readonly PageFinding[], id: string): TemplateResult {
  return html`<ul
    class="findings"
    id=${`findings-${id.replace(/\W/g, '-')}`}
    ?hidden=${findings.length === 0}
  >
    ${findings.map((finding) => oneFinding(host, finding))}
  </ul>`;
}

function oneFinding(host: PageHost, finding: PageFinding): TemplateResult {
  const { severity, message, rule, href, fixes, early } = finding;
  const quiet = early ? 'hint' : severity;
  return html`<li class=${`finding ${quiet}`} data-finding=${finding.id}>
    ${icon(ICONS[quiet])}<span class="words"
      ><span class="spoken">${early ? 'hint' : severity}: </span><span dir="auto">${message}</span>
      <button
        class="rule"
        aria-label=${`About the rule ${rule}`}
        title=${`About the rule ${rule}`}
        @click=${() => {
          host.openLink(href);
        }}
      >
        ${icon('question')}
      </button>
      ${
        host.event.readOnly === undefined
          ? fixes.map(
              ({ title, preferred }) =>
                html`<button
                  class=${preferred ? 'fix preferred' : 'fix'}
                  @click=${() => void host.change({ kind: 'fix', finding: finding.id, title })}
                >
                  ${title}
                </button>`,
            )
          : nothing
      }</span
    >
  </li>`;
}

/** Where findings stand in a text that may have been typed on since they were found. */
export function findingMarks(
  findings: readonly PageFinding[],
  judged: string,
  shown: string,
): readonly TextMark[] {
  const marks = findings.flatMap(({ span, severity, early }) =>
    span === undefined ? [] : [{ ...span, look: `found ${early ? 'hint' : severity}` }],
  );
  return movedMarks(marks, judged, shown);
}

/** How many findings there are in words; those that do not count yet are left out. */
export function findingCount(findings: readonly PageFinding[]): number {
  return findings.filter(({ early, severity }) => early !== true && severity !== 'hint').length;
}
