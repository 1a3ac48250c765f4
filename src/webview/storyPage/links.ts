/** Links of the item; pictures among them are shown small. */
import { html, nothing, type TemplateResult } from 'lit';
import type { PageLink } from '../../protocol/panels/storyPage.ts';
import { icon } from '../shared/icons.ts';
import { entryList } from './entries.ts';
import type { PageHost } from './pageHost.ts';
import { adder, personName, section } from './parts.ts';

export function linksSection(host: PageHost): TemplateResult {
  const { links } = host.page;
  const take = async (files: readonly File[]): Promise<void> => {
    for (const file of files) await host.picture(file, true);
  };
  return section(
    'links',
    'Links and pictures',
    html`<div
      class="drop-zone"
      @dragover=${(event: DragEvent) => {
        if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
      }}
      @drop=${(event: DragEvent) => {
        const files = picturesIn(event.dataTransfer);
        if (files.length === 0) return;
        event.preventDefault();
        void take(files);
      }}
      @paste=${(event: ClipboardEvent) => {
        const files = picturesIn(event.clipboardData);
        if (files.length === 0) return;
        event.preventDefault();
        void take(files);
      }}
    >
      ${
        links.entries.length === 0
          ? nothing
          : entryList(host, {
              list: 'links',
              noun: 'Link',
              entries: links.entries,
              content: (entry, id) =>
                html`${link(host, entry)}${host.findingList(host.findingsAt(entry.path), id)}`,
            })
      }
      ${
        host.locked(links) === undefined
          ? adder(host, {
              id: 'add.links',
              label: 'Add a link; pictures can be pasted or dropped',
              placeholder: 'Add a link, or paste a picture',
              add: async (value) => host.change({ kind: 'add', path: 'links', value }),
            })
          : nothing
      }
    </div>`,
  );
}

function picturesIn(data: DataTransfer | null): readonly File[] {
  return [...(data?.files ?? [])].filter(({ type }) => type.startsWith('image/'));
}

function link(host: PageHost, { url, kind, opens, path, picture, review }: PageLink): TemplateResult {
  const src = picture ? host.event.pictures[path] : undefined;
  const open = (): void => {
    host.openLink(url);
  };
  const words = html`<span class="url" dir="auto">${url}</span>`;
  return html`<div class="link-entry">
    ${
      src === undefined
        ? icon(picture ? 'picture' : 'link')
        : html`<button class="thumb" aria-label=${`Open ${url}`} @click=${open}>
            <img src=${src} alt="" loading="lazy" />
          </button>`
    }
    ${
      opens === 'none'
        ? html`<span title="This kind of link is not opened.">${words}</span>`
        : html`<button class="link" role="link" title=${url} @click=${open}>${words}</button>`
    }
    ${kind === undefined ? nothing : html`<span class="detail" dir="auto">${kind}</span>`}
    ${review.length === 0 ? nothing : html`<span class="detail" dir="auto">for ${review.map((id) => personName(host, id)).join(', ')} to review</span>`}
  </div>`;
}
