/**
 * Reads what `git log` prints with `LOG_FORMAT`, as it comes: pieces of bytes that may break off anywhere. Bytes are
 * looked at once, and become texts only where somebody asks: most of a long history never does.
 */
import type { Decode } from '../../workspace/gitHost.ts';

/** Six fields, each ended by a NUL, which no field can hold. */
export const LOG_FORMAT = 'tformat:%H%x00%P%x00%at%x00%aN%x00%aE%x00%B';
const ROOM = 1 << 17;
const NEWLINE = 10;
const SPACE = 32;
const HASH = 35;
const HYPHEN = 45;
const ZERO = 48;
const NINE = 57;

/** A commit as git prints it: where its fields lie. Valid until the next one is read. */
export class LoggedCommit {
  bytes = new Uint8Array(ROOM);
  /** Hexadecimal digits. */
  id = 0;
  idEnd = 0;
  /** Ids divided by spaces. */
  parents = 0;
  parentsEnd = 0;
  /** Seconds since 1970, when it was written. */
  time = 0;
  /** Name and address, with a NUL between them. */
  author = 0;
  authorEnd = 0;
  message = 0;
  messageEnd = 0;
  /** The message is all ASCII. */
  plain = true;
  /** False where the message can't name anything: no `-` or `#` in it has a digit behind it. */
  mayMention = false;

  constructor(private readonly decode: Decode) {}

  text(start: number, end: number): string {
    return this.decode(this.bytes, start, end, false);
  }

  messageText(): string {
    return this.decode(this.bytes, this.message, this.messageEnd, this.plain);
  }
}

export class LogReader {
  private readonly commit: LoggedCommit;
  /** How many bytes are held; where the commit that is being read begins. */
  private length = 0;
  private from = 0;
  /** How far its message was looked at; -1 where it has not begun. */
  private at = -1;
  /** How many digits ids have here; 0 before the first one was read. */
  private digits = 0;

  constructor(
    decode: Decode,
    private readonly found: (commit: LoggedCommit) => void,
  ) {
    this.commit = new LoggedCommit(decode);
  }

  push(piece: Uint8Array): void {
    this.hold(piece);
    while (this.head() && this.message()) {
      this.found(this.commit);
      this.from = this.commit.messageEnd + 1;
      this.at = -1;
    }
  }

  /** Puts a piece behind what is left of those before it. */
  private hold(piece: Uint8Array): void {
    const { commit, from } = this;
    const { bytes } = commit;
    const left = this.length - from;
    const needed = left + piece.length;
    if (needed > bytes.length) {
      commit.bytes = new Uint8Array(Math.max(2 * bytes.length, needed));
      commit.bytes.set(bytes.subarray(from, this.length));
    } else if (from > 0) bytes.copyWithin(0, from, this.length);
    commit.bytes.set(piece, left);
    this.length = needed;
    this.from = 0;
    if (this.at >= 0) {
      this.at -= from;
      this.shift(from);
    }
  }

  /** What was read of a commit moves with its bytes. */
  private shift(by: number): void {
    const { commit } = this;
    commit.id -= by;
    commit.idEnd -= by;
    commit.parents -= by;
    commit.parentsEnd -= by;
    commit.author -= by;
    commit.authorEnd -= by;
    commit.message -= by;
  }

  /** Reads the fields before the message. False where they are not all there. */
  private head(): boolean {
    if (this.at >= 0) return true;
    const { commit } = this;
    const idEnd = this.idsEnd(this.from);
    const parentsEnd = this.idsEnd(idEnd + 1);
    const timeEnd = this.fieldEnd(parentsEnd + 1);
    const nameEnd = this.fieldEnd(timeEnd + 1);
    const emailEnd = this.fieldEnd(nameEnd + 1);
    if (emailEnd >= this.length) return false;
    commit.id = this.from;
    commit.idEnd = idEnd;
    commit.parents = idEnd + 1;
    commit.parentsEnd = parentsEnd;
    commit.time = numberIn(commit.bytes, parentsEnd + 1, timeEnd);
    commit.author = timeEnd + 1;
    commit.authorEnd = emailEnd;
    commit.message = emailEnd + 1;
    commit.plain = true;
    commit.mayMention = false;
    this.at = commit.message;
    return true;
  }

  /** Reads the message. False where it does not end yet. */
  private message(): boolean {
    const { commit, length } = this;
    const { bytes } = commit;
    let all = 0;
    let before = this.at > commit.message ? (bytes[this.at - 1] ?? 0) : NEWLINE;
    let { mayMention } = commit;
    let at = this.at;
    for (; at < length; at++) {
      const byte = bytes[at] ?? 0;
      if (byte === 0) break;
      all |= byte;
      if ((before === HYPHEN || before === HASH) && byte >= ZERO && byte <= NINE) mayMention = true;
      before = byte;
    }
    commit.plain &&= all < 0x80;
    commit.mayMention = mayMention;
    commit.messageEnd = at;
    this.at = at;
    return at < length;
  }

  /** The same as `fieldEnd` for a field of ids, over which it steps without a look at their digits. */
  private idsEnd(start: number): number {
    const { length, digits } = this;
    const { bytes } = this.commit;
    let at = start;
    while (at + digits < length && bytes[at] !== 0 && bytes[at + digits] === SPACE) at += digits + 1;
    if (at + digits < length && bytes[at] !== 0 && bytes[at + digits] === 0) return at + digits;
    const end = this.fieldEnd(at);
    if (start === this.from && end < length) this.digits = end - start;
    return end;
  }

  /** Where the NUL behind a field stands; the end of what is held where there is none. */
  private fieldEnd(start: number): number {
    const { length } = this;
    const { bytes } = this.commit;
    let at = start;
    while (at < length && bytes[at] !== 0) at++;
    return at;
  }
}

/** Digits, perhaps with a minus; 0 where something else stands there. */
function numberIn(bytes: Uint8Array, start: number, end: number): number {
  const isNegative = bytes[start] === HYPHEN;
  let value = 0;
  for (let at = isNegative ? start + 1 : start; at < end; at++) {
    const digit = (bytes[at] ?? 0) - ZERO;
    if (digit < 0 || digit > 9) return 0;
    value = 10 * value + digit;
  }
  return isNegative ? -value : value;
}
