import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { isPlainSafe, renderScalar, type ScalarContext } from '../../../src/core/yaml/write.ts';
import { renderBlock, renderFlow, type Plain } from '../../../src/core/yaml/writeBlock.ts';

const TRAPS = [
  'no', 'Yes', 'on', 'OFF', 'y', 'N', 'true', 'False', 'null', '~', '', ' ', '=', '<<',
  '0', '12', '-1', '+5', '0o17', '017', '0x1F', '0b11', '1_000', '1,000', '1.0', '.5', '1e3', '1.5E-3', '.inf', '-.Inf', '.nan',
  '12:30', '190:20:30', '1:30.5', '2027.1', '2026-11-25', '2001-12-14t21:59:43.10-05:00', '2001-12-14 21:59:43.10 -5',
  'a: b', 'a:', ':a', 'a #b', '#a', 'a#b', '- a', '-', '---', '...', '? a', '?', '[a', 'a]', '{a', 'a}', 'a, b', ',a',
  '&a', '*a', '!a', '|', '>', "'a'", '"a"', "it's", '%a', '@a', '`a`', 'a\\b', ' a', 'a ', '\ta', 'a\tb', 'a\t',
  'a\nb', 'a\n', '\na', 'a\r\nb', 'a\u0085b', 'a\u2028b', '\ufeffa', 'a\u0000', 'a\u007f', '🚀', 'ünï', '日本', '\u00a0a',
  '--- a', '... a', '%YAML', 'a:b', 'http://x/y#z', '::', 'a::b', '0.', '1e', '0x', '08', '0b2', '1__0', '+.inf', '- ', '-a',
]; // prettier-ignore

const CONTEXTS: readonly ScalarContext[] = [
  {},
  { style: 'single' },
  { style: 'double' },
  { style: 'plain' },
  { flow: true },
  { commentBehind: true },
  { flow: true, style: 'single' },
];

function expectSame(text: string, context: ScalarContext): void {
  const written = renderScalar(text, context);
  const around =
    context.flow === true
      ? `k: [x, ${written}, {a: ${written}}] # c\n`
      : `k: ${written}${context.commentBehind === true ? ' # c' : ''}\nl: 1\n`;
  for (const version of ['1.1', '1.2'] as const) {
    const read = parse(around, { version, logLevel: 'silent' }) as { k: unknown };
    expect({ written, version, read: read.k }).toEqual({
      written,
      version,
      read: context.flow === true ? ['x', text, { a: text }] : text,
    });
  }
}

describe('a text that is written', () => {
  it('is the same text for readers of YAML 1.2 and 1.1, whatever it looks like', () => {
    for (const text of TRAPS) for (const context of CONTEXTS) expectSame(text, context);
  });

  it('is the same text for any characters', () => {
    const piece = fc.oneof(fc.constantFrom(...TRAPS), fc.string({ unit: 'binary', maxLength: 6 }));
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 4 }), fc.constantFrom(...CONTEXTS), (pieces, context) => {
        expectSame(pieces.join('').replaceAll(/[\ud800-\udfff]/gu, ''), context);
      }),
      { numRuns: 2000 },
    );
  });

  it('is bare where nothing speaks against it', () => {
    for (const text of ['Sync when back online', 'FN-12', "it's fine", 'a, b', 'url http://x/y#z', '🚀 go']) {
      expect(renderScalar(text)).toBe(text);
    }
    expect(isPlainSafe('a, b', { flow: true })).toBe(false);
  });

  it('keeps the quotes that were there', () => {
    expect(renderScalar('new', { style: 'single' })).toBe("'new'");
    expect(renderScalar("it's", { style: 'single' })).toBe("'it''s'");
    expect(renderScalar('new', { style: 'double' })).toBe('"new"');
  });

  it('is quoted once where it holds quotes itself', () => {
    expect(renderScalar('a: "b"')).toBe(`'a: "b"'`);
    expect(renderScalar('no')).toBe('"no"');
  });
});

describe('numbers, booleans and dates', () => {
  it('are bare where the field holds them', () => {
    expect(renderScalar(5)).toBe('5');
    expect(renderScalar(0.8, { flow: true })).toBe('0.8');
    expect(renderScalar(true)).toBe('true');
    expect(renderScalar('2026-11-25', { bare: true })).toBe('2026-11-25');
    expect(renderScalar('2026-11-25')).toBe('"2026-11-25"');
  });
});

describe('a list or mapping that is written', () => {
  const leaf: fc.Arbitrary<Plain> = fc.oneof(
    fc.constantFrom(...TRAPS),
    fc.integer(),
    fc.boolean(),
    fc.constant('a\nb'),
  );
  const value = fc.letrec<{ any: Plain }>((tie) => ({
    any: fc.oneof(
      { depthSize: 'small' },
      leaf,
      fc.array(tie('any'), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom('why', 'on', 'a b', 'x-1', 'no', '12'), tie('any'), { maxKeys: 3 }),
    ),
  })).any;

  it('is read back as it was, in flow and in block style', () => {
    fc.assert(
      fc.property(value, (data) => {
        expect(parse(`k: ${renderFlow(data)}\n`)).toEqual({ k: data });
        const { head, lines } = renderBlock(data, { indent: 0 });
        expect(parse(['k:' + (head === '' ? '' : ` ${head}`), ...lines, 'l: 1', ''].join('\n'))).toEqual({
          k: data,
          l: 1,
        });
      }),
      { numRuns: 1000 },
    );
  });
});
