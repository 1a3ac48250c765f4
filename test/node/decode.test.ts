import { describe, expect, it } from 'vitest';
import { decodeFile, encodeFile } from '../../src/node/decode.ts';

describe('decoding a file', () => {
  it.each([
    ['ASCII', 'stories:\n  - title: Sync\n'],
    ['CRLF', 'a: 1\r\nb: 2\r\n'],
    ['umlauts, Chinese, emoji', 'title: Größe 尺寸 🦊\n'],
    ['NUL and other control characters', 'a: \u0000\u0007\u007f\n'],
    ['nothing', ''],
    ['a replacement character that the person wrote', 'title: \ufffd\n'],
  ])('gives back %s byte for byte, with and without a byte order mark', (_, text) => {
    for (const bom of [false, true]) {
      const bytes = Buffer.from((bom ? '\ufeff' : '') + text);
      const decoded = decodeFile(bytes);
      expect(decoded).toEqual({ text, bom, invalidAt: undefined });
      expect(encodeFile(decoded.text, decoded.bom).equals(bytes)).toBe(true);
    }
  });

  it('takes off one byte order mark only', () => {
    expect(decodeFile(Buffer.from('\ufeff\ufeffa')).text).toBe('\ufeffa');
  });

  it.each([
    ['Latin-1', Buffer.from('title: Größe\n', 'latin1'), 9],
    ['a sequence that is cut off', Buffer.concat([Buffer.from('é: '), Buffer.from([0xe2, 0x82])]), 3],
    ['a broken byte behind a real U+FFFD', Buffer.concat([Buffer.from('\ufffd a '), Buffer.from([0xff])]), 4],
    ['a broken byte behind an emoji', Buffer.concat([Buffer.from('🦊'), Buffer.from([0x80])]), 2],
    ['an encoded surrogate', Buffer.from([0x61, 0xed, 0xa0, 0x80]), 1],
  ])('says where the text is not UTF-8: %s', (_, bytes, at) => {
    const decoded = decodeFile(bytes);
    expect(decoded.invalidAt).toBe(at);
    expect(decoded.text[at]).toBe('\ufffd');
  });
});
