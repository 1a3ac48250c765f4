/**
 * An index as bytes and back. A file that is cut off, of another version or of another machine's byte order is not
 * read at all: everything in it can be had from git again.
 */
import { CommitIndex, type IndexArrays, type IndexTables } from './commitIndex.ts';

/** What the index was made from. */
export interface IndexState {
  /** Ids that branches and tags pointed at, sorted. */
  readonly tips: readonly string[];
  /** Where reading broke off: how many commits of `tips` were read. Absent where all of them were. */
  readonly read?: number;
  /** The commits where a shallow clone ends, as git keeps them; empty otherwise. */
  readonly shallow: string;
}

export interface StoredIndex {
  readonly state: IndexState;
  readonly index: CommitIndex;
}

const MAGIC = 0x52464349;
const VERSION = 3;
const HEAD = 4;

const NAMES = [
  'ids',
  'slots',
  'times',
  'authorOf',
  'subjectStarts',
  'subjectBytes',
  'parentStarts',
  'parents',
  'mentionStarts',
  'mentionKinds',
  'mentionNumbers',
] as const satisfies readonly (keyof IndexArrays)[];

interface Header {
  readonly state: IndexState;
  readonly tables: IndexTables;
  readonly lengths: readonly number[];
}

/** The pieces of the file, one behind the other. They show the arrays of the index and are valid until it changes. */
export function indexBytes({ state, index }: StoredIndex): readonly Uint8Array[] {
  const arrays = index.trim();
  const header: Header = {
    state,
    tables: index.tables(),
    lengths: NAMES.map((name) => arrays[name].byteLength),
  };
  const text = JSON.stringify(header).replace(/[^\x20-\x7e]/g, escaped);
  const padded = text + ' '.repeat(padding(text.length));
  const body = Uint8Array.from(padded, (char) => char.charCodeAt(0));
  const head = new Uint32Array([MAGIC, VERSION, body.length, 0]);
  const pieces = [bytesOf(head), body];
  for (const name of NAMES) {
    const bytes = bytesOf(arrays[name]);
    pieces.push(bytes, new Uint8Array(padding(bytes.length)));
  }
  return pieces;
}

/** The index of a file; undefined where it can't be used. */
export function readIndex(file: Uint8Array): StoredIndex | undefined {
  const bytes = file.byteOffset % 4 === 0 ? file : file.slice();
  if (bytes.length < HEAD * 4) return undefined;
  const [magic, version, length = 0] = new Uint32Array(bytes.buffer, bytes.byteOffset, HEAD);
  if (magic !== MAGIC || version !== VERSION || length > bytes.length) return undefined;
  const header = headerOf(bytes.subarray(HEAD * 4, HEAD * 4 + length));
  if (header?.lengths.length !== NAMES.length) return undefined;
  let at = bytes.byteOffset + HEAD * 4 + length;
  const end = bytes.byteOffset + bytes.length;
  const parts = new Map<string, { readonly at: number; readonly length: number }>();
  for (const [nth, name] of NAMES.entries()) {
    const size = header.lengths[nth] ?? 0;
    parts.set(name, { at, length: size });
    at += size + padding(size);
  }
  if (at !== end) return undefined;
  const raw = (name: keyof IndexArrays): { readonly at: number; readonly length: number } =>
    parts.get(name) ?? { at: 0, length: 0 };
  const words = (name: keyof IndexArrays): Uint32Array =>
    new Uint32Array(bytes.buffer, raw(name).at, raw(name).length / 4);
  const octets = (name: keyof IndexArrays): Uint8Array =>
    new Uint8Array(bytes.buffer, raw(name).at, raw(name).length);
  const arrays: IndexArrays = {
    ids: octets('ids'),
    slots: new Int32Array(bytes.buffer, raw('slots').at, raw('slots').length / 4),
    times: words('times'),
    authorOf: words('authorOf'),
    subjectStarts: words('subjectStarts'),
    subjectBytes: octets('subjectBytes'),
    parentStarts: words('parentStarts'),
    parents: new Int32Array(bytes.buffer, raw('parents').at, raw('parents').length / 4),
    mentionStarts: words('mentionStarts'),
    mentionKinds: words('mentionKinds'),
    mentionNumbers: words('mentionNumbers'),
  };
  if (!fits(arrays, header.tables)) return undefined;
  return { state: header.state, index: new CommitIndex(header.tables, arrays) };
}

function headerOf(bytes: Uint8Array): Header | undefined {
  let text = '';
  for (let at = 0; at < bytes.length; at += 4096)
    text += String.fromCharCode(...bytes.subarray(at, at + 4096));
  try {
    // Written by this file; what does not fit is found by the lengths below.
    return JSON.parse(text) as Header;
  } catch {
    return undefined;
  }
}

/** True where the arrays belong to one number of commits, and no number leads out of them. */
function fits(arrays: IndexArrays, { width, authors }: IndexTables): boolean {
  const size = arrays.times.length;
  if (width !== 20 && width !== 32) return false;
  if (arrays.ids.length !== size * width) return false;
  const lists = [arrays.authorOf, arrays.subjectStarts, arrays.parentStarts, arrays.mentionStarts];
  if (lists.some((list) => list.length !== size)) return false;
  if (arrays.mentionKinds.length !== arrays.mentionNumbers.length) return false;
  return (
    within(arrays.slots, 0, size) &&
    within(arrays.parents, -1, size - 1) &&
    within(arrays.authorOf, 0, authors.length - 1) &&
    within(arrays.parentStarts, 0, arrays.parents.length) &&
    within(arrays.mentionStarts, 0, arrays.mentionNumbers.length) &&
    within(arrays.subjectStarts, 0, 2 * arrays.subjectBytes.length + 1)
  );
}

function within(numbers: Int32Array | Uint32Array, least: number, most: number): boolean {
  const { length } = numbers;
  for (let i = 0; i < length; i++) {
    const number = numbers[i] ?? 0;
    if (number < least || number > most) return false;
  }
  return true;
}

function bytesOf({ buffer, byteOffset, byteLength }: Uint8Array | Uint32Array | Int32Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

function padding(length: number): number {
  return (4 - (length % 4)) % 4;
}

function escaped(char: string): string {
  return `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
