import { describe, expect, it } from 'vitest';
import { parseText } from '../../../src/core/yaml/parse.ts';
import {
  commentsOf,
  endsWithKeptLines,
  eolOf,
  itemExtent,
  lineEnd,
  lineStart,
} from '../../../src/core/yaml/trivia.ts';

function comments(text: string): string[] {
  return commentsOf(parseText(text).root, text).map(({ start, end }) => text.slice(start, end));
}

describe('comments of a slice', () => {
  it('are found wherever YAML has them, and nowhere else', () => {
    const text = [
      '# above',
      '- id: a # behind',
      '  url: http://x/y#z',
      '  said: "no # comment" # but here',
      "  too: 'it''s # none'",
      '  list: [a, # in flow',
      '    b] # after',
      '  text: | # header',
      '    # text',
      '    more',
      '  # below',
      '\t# behind a tab',
    ];
    expect(comments(text.join('\r\n'))).toEqual([
      '# above',
      '# behind',
      '# but here',
      '# in flow',
      '# after',
      '# header',
      '# below',
      '# behind a tab',
    ]);
  });
});

describe('the lines of an item', () => {
  it('reach from the comments above its dash to its deepest comment', () => {
    const item = '  # about it\n  - id: a\n    title: b\n    # deeper\n';
    const text = `${item}\n  # section\n\n`;
    expect(itemExtent(text, 2, false)).toEqual({ dash: 13, end: item.length, foreign: false });
  });

  it('hold a deeper comment behind a blank line, and leave one at the column of the dash', () => {
    const text = '- id: a\n\n  # still its own\n# not its own\n';
    expect(text.slice(0, itemExtent(text, 0, false).end)).toBe('- id: a\n\n  # still its own\n');
  });

  it('hold blank lines only where they are text', () => {
    const text = '- a: |+\n    x\n\n\n# end\n';
    expect(endsWithKeptLines(parseText(text).root, text)).toBe(true);
    expect(itemExtent(text, 0, true).end).toBe(text.indexOf('# end'));
    expect(itemExtent(text, 0, false).end).toBe('- a: |+\n    x\n'.length);
  });

  it('are not told apart where a line stands too far left', () => {
    expect(itemExtent('  - id: a\n<<<<<<< HEAD\n', 2, false).foreign).toBe(true);
  });
});

describe('lines', () => {
  it('end before their line break, whichever it is', () => {
    const text = 'ab\r\ncd\nef';
    expect([lineEnd(text, 0), lineEnd(text, 4), lineEnd(text, 7)]).toEqual([2, 6, 9]);
    expect([lineStart(text, 1), lineStart(text, 5), lineStart(text, 9)]).toEqual([0, 4, 7]);
    expect([eolOf(text), eolOf('a\nb\r\n'), eolOf('a')]).toEqual(['\r\n', '\n', '\n']);
  });
});
