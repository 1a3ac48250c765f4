/** Markdown of a backlog is hostile until it is data: what comes out can be drawn as it is. */
import { describe, expect, it } from 'vitest';
import { richText } from '../../../src/extension/panels/storyPage/richText.ts';
import type { RichNode } from '../../../src/protocol/panels/storyPage.ts';

const host = {
  opens: (target: string) => /^https:\/\//.test(target) || target === 'research/sync.md',
  picture: (target: string) => (target === 'media/a.png' ? 'vscode-resource:/media/a.png' : undefined),
};

/** As tags, so that a test can be read: `<p>a <strong>b</strong></p>`. */
function shown(nodes: readonly RichNode[]): string {
  return nodes
    .map((node) => {
      switch (node.kind) {
        case 'text':
          return node.text;
        case 'element':
          return `<${node.tag}>${shown(node.children)}</${node.tag}>`;
        case 'code':
          return `\`${node.text}\``;
        case 'codeBlock':
          return `[${node.language}|${node.text}]`;
        case 'link':
          return `{${shown(node.children)}→${node.target ?? 'nowhere'}}`;
        case 'picture':
          return `(${node.alt}→${node.src ?? 'nowhere'})`;
        default:
          return `<${node.kind}>`;
      }
    })
    .join('');
}

const render = (text: string): string => shown(richText(text, host));

describe('a description', () => {
  it.each([
    ['a *b* **c** ~~d~~ `e`', '<p>a <em>b</em> <strong>c</strong> <del>d</del> `e`</p>'],
    ['# One\n\ntwo', '<h1>One</h1><p>two</p>'],
    ['- a\n- b', '<ul><li>a</li><li>b</li></ul>'],
    ['1. a\n   - b', '<ol><li>a<ul><li>b</li></ul></li></ol>'],
    ['- [x] done\n- [ ] open', '<ul><li>☑ done</li><li>☐ open</li></ul>'],
    ['```js\nlet a;\n```', '[js|let a;]'],
    ['> said', '<blockquote><p>said</p></blockquote>'],
    [
      '| a | b |\n|---|---|\n| 1 | 2 |',
      '<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>',
    ],
    ['[paper](research/sync.md)', '<p>{paper→research/sync.md}</p>'],
    ['![sketch](media/a.png)', '<p>(sketch→vscode-resource:/media/a.png)</p>'],
    ['a\r\nb', '<p>a\nb</p>'],
    ['', ''],
  ])('%j', (text, expected) => {
    expect(render(text)).toBe(expected);
  });
});

describe('what nobody should be able to do with a description', () => {
  it.each([
    ['HTML is words', '<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
    ['also in a sentence', 'a <b onclick=x()>b</b>', '<p>a <b onclick=x()>b</b></p>'],
    ['a command is no link', '[run](command:workbench.action.quit)', '<p>{run→nowhere}</p>'],
    ['a script is no link', '[run](javascript:alert(1))', '<p>{run→nowhere}</p>'],
    ['a picture from elsewhere is not loaded', '![x](https://evil.example/x.png)', '<p>(x→nowhere)</p>'],
  ])('%s', (_, text, expected) => {
    expect(render(text)).toBe(expected);
  });

  it('quotes in quotes without end are shown as they are written', () => {
    expect(render('> '.repeat(2000) + 'x')).toContain('> > > ');
    expect(render('> '.repeat(100) + 'x')).toContain('> x');
    expect(render('*a **b '.repeat(2000))).toContain('b');
  });
});
