/**
 * Markdown as data: what a view draws with elements of its own. There is no HTML in it, no address that a click follows
 * by itself and no picture from elsewhere, so that there is nothing to sanitise.
 */
export type RichTag =
  | 'p'
  | 'h1'
  | 'h2'
  | 'h3'
  | 'h4'
  | 'h5'
  | 'h6'
  | 'ul'
  | 'ol'
  | 'li'
  | 'blockquote'
  | 'strong'
  | 'em'
  | 'del'
  | 'table'
  | 'thead'
  | 'tbody'
  | 'tr'
  | 'th'
  | 'td';

export type RichNode =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'element'; readonly tag: RichTag; readonly children: readonly RichNode[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'codeBlock'; readonly text: string; readonly language: string }
  | { readonly kind: 'break' | 'rule' }
  /**
   * `target` goes to the call `openLink` as it is; it is no `href`. Without one the words are shown plain: it led nowhere
   * that may be opened.
   */
  | {
      readonly kind: 'link';
      readonly target?: string;
      readonly title?: string;
      readonly children: readonly RichNode[];
    }
  /** `src` is an address that the page may load; without one the words stand for it. */
  | { readonly kind: 'picture'; readonly src?: string; readonly alt: string };
