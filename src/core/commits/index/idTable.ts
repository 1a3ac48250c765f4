/** Ids of commits (SHA-1 or SHA-256) in one array of bytes, each found by its id in one step. */

export class IdTable {
  private bytes: Uint8Array;
  /** Open addressing: the position of an id, plus one; 0 where a place is free. */
  private slots: Int32Array;
  private count: number;
  /** The id that is looked for. */
  private readonly asked: Uint8Array;

  /** `width` is the length of an id in bytes: 20 or 32. */
  constructor(
    readonly width: number,
    bytes: Uint8Array = new Uint8Array(0),
    slots?: Int32Array,
  ) {
    this.bytes = bytes;
    this.asked = new Uint8Array(width);
    this.count = bytes.length / width;
    const size = slotsFor(this.count);
    this.slots = slots?.length === size ? slots : new Int32Array(size);
    if (this.slots !== slots) this.fill();
  }

  get size(): number {
    return this.count;
  }

  /** All ids, one behind the other. Valid until something is added. */
  get raw(): Uint8Array {
    return this.bytes;
  }

  /** Adds an id that stands somewhere as hexadecimal digits; gives its position, -1 where it is there or is no id. */
  add(digits: Uint8Array, start: number, end: number): number {
    if (end - start !== 2 * this.width || !readHex(digits, start, this.asked, 0, this.width)) return -1;
    return this.addRaw(this.asked, 0);
  }

  /** Adds an id of bytes. */
  addRaw(source: Uint8Array, from: number): number {
    const free = this.freeSlot(source, from);
    if (free < 0) return -1;
    const { width } = this;
    const at = this.count * width;
    if (at + width > this.bytes.length) {
      const bigger = new Uint8Array(Math.max(64, 2 * this.count) * width);
      bigger.set(this.bytes);
      this.bytes = bigger;
    }
    const { bytes } = this;
    for (let i = 0; i < width; i++) bytes[at + i] = source[from + i] ?? 0;
    const position = this.count++;
    if (2 * this.count > this.slots.length) {
      this.slots = new Int32Array(slotsFor(this.count));
      this.fill();
    } else this.slots[free] = position + 1;
    return position;
  }

  /** The position of an id; -1 where it is not there. */
  find(hex: string): number {
    const id = this.asked;
    if (hex.length !== 2 * this.width || !writeHex(hex, id)) return -1;
    return this.findRaw(id, 0);
  }

  findRaw(source: Uint8Array, from: number): number {
    const mask = this.slots.length - 1;
    for (let slot = wordAt(source, from) & mask; ; slot = (slot + 1) & mask) {
      const entry = this.slots[slot] ?? 0;
      if (entry === 0) return -1;
      if (sameBytes(this.bytes, (entry - 1) * this.width, source, from, this.width)) return entry - 1;
    }
  }

  hex(position: number): string {
    return hexOf(this.bytes, position * this.width, this.width);
  }

  /** The ids, one behind the other, and where each is found: both are taken again by the constructor. */
  trim(): { readonly ids: Uint8Array; readonly slots: Int32Array } {
    if (this.bytes.length !== this.count * this.width)
      this.bytes = this.bytes.slice(0, this.count * this.width);
    const size = slotsFor(this.count);
    if (this.slots.length !== size) {
      this.slots = new Int32Array(size);
      this.fill();
    }
    return { ids: this.bytes, slots: this.slots };
  }

  /** Where a new id goes; -1 where it is there already. */
  private freeSlot(source: Uint8Array, from: number): number {
    const { slots, bytes, width } = this;
    const mask = slots.length - 1;
    for (let slot = wordAt(source, from) & mask; ; slot = (slot + 1) & mask) {
      const entry = slots[slot] ?? 0;
      if (entry === 0) return slot;
      if (sameBytes(bytes, (entry - 1) * width, source, from, width)) return -1;
    }
  }

  private fill(): void {
    const mask = this.slots.length - 1;
    for (let position = 0; position < this.count; position++) {
      let slot = wordAt(this.bytes, position * this.width) & mask;
      while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
      this.slots[slot] = position + 1;
    }
  }
}

/** A power of two, at most half full. */
function slotsFor(count: number): number {
  let size = 64;
  while (size < 2 * count + 2) size *= 2;
  return size;
}

/** Ids are hashes: any of their bytes are as good as a hash of them. */
function wordAt(bytes: Uint8Array, at: number): number {
  return (
    (bytes[at] ?? 0) |
    ((bytes[at + 1] ?? 0) << 8) |
    ((bytes[at + 2] ?? 0) << 16) |
    ((bytes[at + 3] ?? 0) << 24)
  );
}

export function sameBytes(
  one: Uint8Array,
  oneAt: number,
  two: Uint8Array,
  twoAt: number,
  count: number,
): boolean {
  for (let i = 0; i < count; i++) if (one[oneAt + i] !== two[twoAt + i]) return false;
  return true;
}

const HEX = Array.from({ length: 256 }, (_, value) => value.toString(16).padStart(2, '0'));
/** What a character is worth as a hexadecimal digit; 255 where it is none. */
const DIGITS = Uint8Array.from({ length: 256 }, (_, code) => {
  const value = '0123456789abcdef'.indexOf(String.fromCharCode(code));
  return value < 0 ? 255 : value;
});

export function hexOf(bytes: Uint8Array, start: number, width: number): string {
  let text = '';
  for (let i = start; i < start + width; i++) text += HEX[bytes[i] ?? 0] ?? '';
  return text;
}

/** Reads hexadecimal digits as bytes. False where something else stands among them. */
export function readHex(
  digits: Uint8Array,
  start: number,
  into: Uint8Array,
  at: number,
  width: number,
): boolean {
  for (let i = 0; i < width; i++) {
    const high = DIGITS[digits[start + 2 * i] ?? 0] ?? 255;
    const low = DIGITS[digits[start + 2 * i + 1] ?? 0] ?? 255;
    if ((high | low) > 15) return false;
    into[at + i] = (high << 4) | low;
  }
  return true;
}

/** The same for a text, from its start. */
export function writeHex(text: string, into: Uint8Array): boolean {
  for (let i = 0; i < into.length; i++) {
    const high = DIGITS[text.charCodeAt(2 * i)] ?? 255;
    const low = DIGITS[text.charCodeAt(2 * i + 1)] ?? 255;
    if ((high | low) > 15) return false;
    into[i] = (high << 4) | low;
  }
  return true;
}
