import { isAscii, isUtf8 } from 'node:buffer';

/** The text of a file as an editor shows it, and what writing it back needs to know. */
export interface DecodedFile {
  /** Without a byte order mark, so that offsets and columns are those that an editor shows. */
  readonly text: string;
  readonly bom: boolean;
  /** UTF-16 offset in `text` of the first byte that is not UTF-8; `undefined` for a file that can be written back. */
  readonly invalidAt: number | undefined;
}

const BOM = [0xef, 0xbb, 0xbf];

/** Decodes UTF-8. Bytes that are not UTF-8 become U+FFFD, one for each broken sequence. */
export function decodeFile(bytes: Buffer): DecodedFile {
  const bom = BOM.every((byte, index) => bytes[index] === byte);
  const body = bom ? bytes.subarray(BOM.length) : bytes;
  // Plain ASCII, the usual case, is decoded several times faster as Latin-1.
  if (isAscii(body)) return { text: body.toString('latin1'), bom, invalidAt: undefined };
  const text = body.toString('utf8');
  return { text, bom, invalidAt: isUtf8(body) ? undefined : firstLoss(text, body) };
}

/** The bytes of a text, with the byte order mark that the file had. */
export function encodeFile(text: string, bom: boolean): Buffer {
  const body = Buffer.from(text, 'utf8');
  return bom ? Buffer.concat([Buffer.from(BOM), body]) : body;
}

/** Where the decoder had to put U+FFFD, as opposed to a U+FFFD that the person wrote. */
function firstLoss(text: string, bytes: Buffer): number {
  let seenText = 0;
  let seenBytes = 0;
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) {
    seenBytes += Buffer.byteLength(text.slice(seenText, at));
    seenText = at;
    const written =
      bytes[seenBytes] === 0xef && bytes[seenBytes + 1] === 0xbf && bytes[seenBytes + 2] === 0xbd;
    if (!written) return at;
    seenBytes += 3;
    seenText += 1;
  }
  return text.length;
}
