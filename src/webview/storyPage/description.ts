/** The description: Markdown as it is written, or as it is read. */
import { html, nothing, type TemplateResult } from 'lit';
import type { PageHost } from './pageHost.ts';
import { section } from './parts.ts';
import { richText } from './richText.ts';

export function descriptionSection(host: PageHost): TemplateResult {
  const { description } = host.page;
  const preview = host.preview();
  const text = host.drafts.textOf('description') ?? description.text;
  const toggle = html`<button
    class="toggle"
    aria-pressed=${preview === undefined ? 'false' : 'true'}
    @click=${() => {
      host.togglePreview();
    }}
  >
    Preview
  </button>`;
  return section(
    'description',
    'Description',
    preview === undefined
      ? host.field({
          id: 'description',
          at: description,
          text: description.text,
          label: 'Description, Markdown',
          placeholder: 'What else should one know? Markdown; pictures can be pasted or dropped here.',
          completes: true,
          look: 'markdown',
        })
      : html`<div class="rich" data-preview>
          ${richText(preview, (target) => {
            host.openLink(target);
          })}
        </div>`,
    text === '' && preview === undefined ? nothing : toggle,
  );
}
