/** The page of an item that can be read: a column to write in, and one for its fields. */
import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../shared/icons.ts';
import { commitsSection } from './commits.ts';
import { criteriaSection } from './criteria.ts';
import { descriptionSection } from './description.ts';
import { fieldsSection } from './fields.ts';
import { pageHead } from './head.ts';
import { linksSection } from './links.ts';
import { notesSection } from './notes.ts';
import type { PageHost } from './pageHost.ts';
import { section } from './parts.ts';
import { dependenciesSection, insightsSection, storiesSection } from './relations.ts';
import { scoreSection } from './score.ts';
import { sentenceSection } from './sentence.ts';
import { standingSection } from './statusSection.ts';
import { tasksSection } from './tasks.ts';

export function pageBody(host: PageHost, bars: TemplateResult): TemplateResult {
  const { page } = host;
  return html`${pageHead(host)}${bars}${stateOfFile(host)}
    <div class="page-scroller">
      <div class="page-columns">
        <div class="writing">
          <h1 class="spoken">${page.title.text || 'No title yet'}</h1>
          <div class="part of-title" data-part="title">
            ${host.field({
              id: 'title',
              at: page.title,
              text: page.title.text,
              label: 'Title',
              placeholder: page.list === 'epics' ? 'Name of the epic' : 'What is it about, in a few words?',
              oneLine: true,
              look: 'title',
            })}
          </div>
          ${ofTheItem(host)}${sentenceSection(host)}${criteriaSection(host)}${descriptionSection(host)}
          ${storiesSection(host)}${tasksSection(host)}${notesSection(host)}${linksSection(host)}${commitsSection(host)}
          ${others(host)}
        </div>
        <aside class="side" aria-label="Facts">
          ${standingSection(host)}${fieldsSection(host)}${dependenciesSection(host)}${scoreSection(host)}${insightsSection(host)}
        </aside>
      </div>
    </div>`;
}

/** What stands in the way of writing. */
function stateOfFile({ event }: PageHost): TemplateResult | typeof nothing {
  const { readOnly, deleted, file } = event;
  if (readOnly === undefined && !deleted) return nothing;
  const words =
    readOnly ??
    `${file} was deleted. This is what the editor still has of it: save it there to have the file again.`;
  return html`<div class="message" role="status">${icon('info')}<span dir="auto">${words}</span></div>`;
}

/** What is found in the item as a whole, or in what the page shows as it is written. */
function ofTheItem(host: PageHost): TemplateResult {
  const shown = new Set(host.page.others.map(({ key }) => key));
  return host.findingList(
    host.page.findings.filter(({ field }) => field === '' || field === 'id' || shown.has(field)),
    'item',
  );
}

function others(host: PageHost): TemplateResult | typeof nothing {
  const { others: keys } = host.page;
  if (keys.length === 0) return nothing;
  return section(
    'others',
    'Also in the file',
    html`<dl>
      ${keys.map(
        ({ key, raw }) =>
          html`<dt dir="auto">${key}</dt>
            <dd><pre class="raw" dir="auto" tabindex="0">${raw}</pre></dd>`,
      )}
    </dl>`,
    html`<button
      class="plain words"
      @click=${() => {
        host.openInFile(keys[0]?.key);
      }}
    >
      Show in File
    </button>`,
  );
}
