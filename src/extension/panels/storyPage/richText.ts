/**
 * Markdown as data that a view draws with elements of its own. Read by marked; of what it finds only what is named here
 * comes out, so that HTML, addresses and pictures from elsewhere are words and nothing else.
 */
import { lexer, type MarkedToken, type Token, type Tokens } from 'marked';
import type { RichNode, RichTag } from '../../../protocol/panels/storyPage.ts';

export interface RichTextHost {
  /** Whether a link may be opened. */
  opens(target: string): boolean;
  /** The address by which the page may load a picture; undefined where it may not. */
  picture(target: string): string | undefined;
}

/** Deeper than anybody writes; what is deeper is shown as it is written. */
const DEEPEST = 20;

/** Never throws: what nests too deep to be read is shown as it is written. */
export function richText(markdown: string, host: RichTextHost): readonly RichNode[] {
  try {
    return nodesOf(lexer(markdown, { gfm: true }), host, 0);
  } catch (error) {
    if (error instanceof RangeError) return [element('p', [plain(markdown)])];
    throw error;
  }
}

function nodesOf(
  tokens: readonly Token[] | undefined,
  host: RichTextHost,
  depth: number,
): readonly RichNode[] {
  return (tokens ?? []).flatMap((token) =>
    depth > DEEPEST ? [plain(token.raw)] : nodeOf(token as MarkedToken, host, depth + 1),
  );
}

function plain(text: string): RichNode {
  return { kind: 'text', text };
}

function element(tag: RichTag, children: readonly RichNode[]): RichNode {
  return { kind: 'element', tag, children };
}

const HEADINGS: readonly RichTag[] = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'];

function nodeOf(token: MarkedToken, host: RichTextHost, depth: number): readonly RichNode[] {
  const inside = (tokens: readonly Token[] | undefined) => nodesOf(tokens, host, depth);
  switch (token.type) {
    case 'space':
    case 'def':
    case 'checkbox':
      return [];
    case 'heading':
      return [element(HEADINGS[token.depth - 1] ?? 'h6', inside(token.tokens))];
    case 'paragraph':
      return [element('p', inside(token.tokens))];
    case 'blockquote':
      return [element('blockquote', inside(token.tokens))];
    case 'strong':
    case 'em':
    case 'del':
      return [element(token.type, inside(token.tokens))];
    case 'list':
      return [
        element(
          token.ordered ? 'ol' : 'ul',
          token.items.map((item) => listItem(item, inside)),
        ),
      ];
    case 'table':
      return [tableOf(token, inside)];
    case 'code':
      return [{ kind: 'codeBlock', text: token.text, language: token.lang ?? '' }];
    case 'codespan':
      return [{ kind: 'code', text: token.text }];
    case 'br':
      return [{ kind: 'break' }];
    case 'hr':
      return [{ kind: 'rule' }];
    case 'link':
      return [linkOf(token, inside(token.tokens), host)];
    case 'image':
      return [pictureOf(token, host)];
    case 'text':
      return 'tokens' in token ? inside(token.tokens) : [plain(token.text)];
    case 'escape':
      return [plain(token.text)];
    case 'html':
      return [plain(token.raw)];
    default:
      return [plain(token.raw)];
  }
}

type Inside = (tokens: readonly Token[] | undefined) => readonly RichNode[];

function listItem(item: Tokens.ListItem, inside: Inside): RichNode {
  const box = item.task ? [plain(item.checked === true ? '☑ ' : '☐ ')] : [];
  return element('li', [...box, ...inside(item.tokens)]);
}

function tableOf(token: Tokens.Table, inside: Inside): RichNode {
  const row = (tag: 'th' | 'td', cells: readonly Tokens.TableCell[]) =>
    element(
      'tr',
      cells.map((cell) => element(tag, inside(cell.tokens))),
    );
  return element('table', [
    element('thead', [row('th', token.header)]),
    element(
      'tbody',
      token.rows.map((cells) => row('td', cells)),
    ),
  ]);
}

function linkOf(token: Tokens.Link, children: readonly RichNode[], host: RichTextHost): RichNode {
  const { href, title } = token;
  return {
    kind: 'link',
    ...(host.opens(href) ? { target: href } : {}),
    ...(title ? { title } : {}),
    children,
  };
}

function pictureOf({ href, text }: Tokens.Image, host: RichTextHost): RichNode {
  const src = host.picture(href);
  return { kind: 'picture', ...(src === undefined ? {} : { src }), alt: text };
}
