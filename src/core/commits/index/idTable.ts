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

  /** Adds an id as hexadecimal digits and gives its position; -1 where it is there already or is no id. */
  add(hex: string): number {
    if (hex.length !== 2 * this.width) return -1;
    if ((this.count + 1) * this.width > this.bytes.length) {
      const bigger = new Uint8Array(Math.max(64, 2 * this.count) * this.width);
      bigger.set(this.bytes);
      this.bytes = bigger;
    }
    // Written behind the last id: only where it is new does it stay.
    if (!writeHex(hex, 0, this.bytes, this.count * this.width, this.width)) return -1;
    if (this.slotOf(this.bytes, this.count * this.width) >= 0) return -1;
    const position = this.count++;
    if (2 * this.count > this.slots.length) {
      this.slots = new Int32Array(slotsFor(this.count));
      this.fill();
    } else this.place(position);
    return position;
  }

  /** The position of an id; -1 where it is not there. */
  find(hex: string): number {
    const id = this.asked;
    if (hex.length !== 2 * this.width || !writeHex(hex, 0, id, 0, this.width)) return -1;
    const slot = this.slotOf(id, 0);
    return slot < 0 ? -1 : (this.slots[slot] ?? 0) - 1;
  }

  hex(position: number): string {
    let text = '';
    const start = position * this.width;
    for (let i = start; i < start + this.width; i++) text += HEX[this.bytes[i] ?? 0] ?? '';
    return text;
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

  /** The slot that holds this id; -1 where none does. */
  private slotOf(source: Uint8Array, from: number): number {
    const mask = this.slots.length - 1;
    for (let slot = wordAt(source, from) & mask; ; slot = (slot + 1) & mask) {
      const entry = this.slots[slot] ?? 0;
      if (entry === 0) return -1;
      if (this.same((entry - 1) * this.width, source, from)) return slot;
    }
  }

  private same(own: number, source: Uint8Array, from: number): boolean {
    for (let i = 0; i < this.width; i++) if (this.bytes[own + i] !== source[from + i]) return false;
    return true;
  }

  private place(position: number): void {
    const mask = this.slots.length - 1;
    let slot = wordAt(this.bytes, position * this.width) & mask;
    while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
    this.slots[slot] = position + 1;
  }

  private fill(): void {
    for (let position = 0; position < this.count; position++) this.place(position);
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

const HEX = Array.from({ length: 256 }, (_, value) => value.toString(16).padStart(2, '0'));

/** Writes hexadecimal digits as bytes. False where something else stands among them. */
export function writeHex(text: string, from: number, into: Uint8Array, at: number, width: number): boolean {
  for (let i = 0; i < width; i++) {
    const high = digit(text.charCodeAt(from + 2 * i));
    const low = digit(text.charCodeAt(from + 2 * i + 1));
    if (high < 0 || low < 0) return false;
    into[at + i] = (high << 4) | low;
  }
  return true;
}

function digit(code: number): number {
  if (code >= 48 && code <= 57) return code - 48;
  return code >= 97 && code <= 102 ? code - 87 : -1;
}
