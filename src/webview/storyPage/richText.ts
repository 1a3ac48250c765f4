/** Markdown that came as data, drawn with elements of our own: nothing of the file becomes markup. */
import { html, nothing, type TemplateResult } from 'lit';
import { html as staticHtml, literal, type StaticValue } from 'lit/static-html.js';
import type { RichNode, RichTag } from '../../protocol/panels/storyPage.ts';

/** Headings of a text stand below those of the page. */
const TAGS: Readonly<Record<RichTag, StaticValue>> = {
  p: literal`p`,
  h1: literal`h3`,
  h2: literal`h4`,
  h3: literal`h5`,
  h4: literal`h6`,
  h5: literal`h6`,
  h6: literal`h6`,
  ul: literal`ul`,
  ol: literal`ol`,
  li: literal`li`,
  blockquote: literal`blockquote`,
  strong: literal`strong`,
  em: literal`em`,
  del: literal`del`,
  table: literal`table`,
  thead: literal`thead`,
  tbody: literal`tbody`,
  tr: literal`tr`,
  th: literal`th`,
  td: literal`td`,
};

export function richText(
  nodes: readonly RichNode[],
  openLink: (target: string) => void,
): readonly (TemplateResult | string)[] {
  return nodes.map((node) => drawn(node, openLink));
}

function drawn(node: RichNode, openLink: (target: string) => void): TemplateResult | string {
  switch (node.kind) {
    case 'text':
      return node.text;
    case 'element': {
      const tag = TAGS[node.tag];
      const inside = richText(node.children, openLink);
      return node.tag === 'p' || node.tag === 'li' || node.tag.startsWith('h')
        ? staticHtml`<${tag} dir="auto">${inside}</${tag}>`
        : staticHtml`<${tag}>${inside}</${tag}>`;
    }
    case 'code':
      return html`<code>${node.text}</code>`;
    case 'codeBlock':
      return html`<pre tabindex="0"><code>${node.text}</code></pre>`;
    case 'break':
      return html`<br />`;
    case 'rule':
      return html`<hr />`;
    case 'link': {
      const { target, title, children } = node;
      if (target === undefined) return html`<span>${richText(children, openLink)}</span>`;
      return html`<button
        class="link inline"
        role="link"
        title=${title ?? target}
        @click=${() => {
          openLink(target);
        }}
      >
        ${richText(children, openLink)}
      </button>`;
    }
    case 'picture':
      return node.src === undefined
        ? html`<span class="no-picture">${node.alt}</span>`
        : html`<img
            src=${node.src}
            alt=${node.alt || 'picture'}
            loading="lazy"
            title=${node.alt || nothing}
          />`;
  }
}
