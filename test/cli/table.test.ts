import { describe, expect, it } from 'vitest';
import { painter } from '../../src/cli/style.ts';
import { table } from '../../src/cli/table.ts';
import { onManyLines, onOneLine, shortened, textWidth } from '../../src/cli/textWidth.ts';
import { wantsColors } from '../../src/cli/terminal.ts';

describe('the width of a text in a terminal', () => {
  it.each([
    ['', 0],
    ['plain', 5],
    ['é', 1],
    ['e\u0301', 1],
    ['日本', 4],
    ['한국', 4],
    ['ｗｉｄｅ', 8],
    ['🦊', 2],
    ['👩‍👩‍👧', 2],
    ['❤️', 2],
    ['🇵🇹', 2],
    ['–…', 2],
  ])('of %s is %i', (text, width) => {
    expect(textWidth(text)).toBe(width);
  });
});

describe('a table', () => {
  it('aligns what people see, leaves out empty columns and never fills up the last one', () => {
    const rows = [
      ['FN-1', '', '13', '日本 one'],
      ['FN-12', '', '5', 'two'],
      ['🦊', '', '', ''],
    ];
    expect(table(rows, [{}, {}, { align: 'right' }, {}], undefined)).toBe(
      ['FN-1   13  日本 one', 'FN-12   5  two', '🦊', ''].join('\n'),
    );
  });

  it('cuts the last column to the terminal, between characters as people see them', () => {
    const title = 'a 👩‍👩‍👧 family and 日本日本日本日本 words';
    const line = table([['FN-1', title]], [{}, {}], 30).trimEnd();
    expect(textWidth(line)).toBeLessThanOrEqual(30);
    expect(line).toMatch(/…$/);
    expect(shortened('日本日本', 4)).toBe('日…');
    expect(shortened('日本', 4)).toBe('日本');
  });

  it('is nothing for no rows', () => {
    expect(table([], [{}, {}], 80)).toBe('');
  });

  it('takes colours into no account', () => {
    const paint = painter(true);
    const rows = [
      ['a', 'x'],
      ['', 'y'],
    ];
    expect(table(rows, [{ paint: (cell) => paint('error', cell) }, {}], undefined)).toBe(
      '\u001b[31ma\u001b[39m  x\n   y\n',
    );
  });
});

describe('a text from anybody', () => {
  it('keeps to its line, and can’t act on the terminal', () => {
    expect(onOneLine('a\r\nb\tc\u001b[2Jd\u0085e\u202ef')).toBe('a b c\ufffd[2Jd\ufffde\ufffdf');
    expect(onManyLines('a\r\nb\tc\u0007\rd')).toBe('a\nb    c\ufffd\nd');
  });
});

describe('colours', () => {
  it.each([
    [true, {}, true],
    [false, {}, false],
    [true, { TERM: 'dumb' }, false],
    [true, { NO_COLOR: '1' }, false],
    [true, { NO_COLOR: '' }, true],
    [false, { FORCE_COLOR: '1' }, true],
    [true, { FORCE_COLOR: '0' }, false],
    [false, { FORCE_COLOR: '1', NO_COLOR: '1' }, false],
  ])('on a terminal: %s, with %j: %s', (terminal, env, wanted) => {
    expect(wantsColors(terminal, env)).toBe(wanted);
  });
});
