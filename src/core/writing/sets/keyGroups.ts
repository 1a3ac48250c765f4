/**
 * Who shares a key with whom, for hundreds of thousands of keys of which nearly all are alone: a hash table in typed
 * arrays, twelve bytes a place, with a set only for keys that several members share. A key is two numbers of 32 bits,
 * so that two different texts with the same key are not to be expected in any file.
 */
const EMPTY = 0;
/** A place that was given up: what stood behind it is still found. */
const LEFT = 0x7fffffff;

export interface Key {
  readonly a: number;
  readonly b: number;
}

export class KeyGroups {
  private keys = new Int32Array(2 * 1024);
  /** `EMPTY`, `LEFT`, a member counted from 1, or the negative of a group counted from 1. */
  private values = new Int32Array(1024);
  private used = 0;
  private live = 0;
  private readonly groups: (Set<number> | undefined)[] = [];
  private readonly free: number[] = [];

  /** The members that share the key; undefined where there is at most one. */
  get(key: Key): ReadonlySet<number> | undefined {
    const value = this.values[this.find(key)] ?? EMPTY;
    return value < 0 ? this.groups[-value - 1] : undefined;
  }

  /** @returns the group, where there is one now */
  add(key: Key, member: number): ReadonlySet<number> | undefined {
    if (this.used * 4 >= this.values.length * 3) this.rebuild();
    const at = this.find(key);
    const value = this.values[at] ?? EMPTY;
    if (value === EMPTY) {
      this.keys[2 * at] = key.a;
      this.keys[2 * at + 1] = key.b;
      this.values[at] = member + 1;
      this.used++;
      this.live++;
      return undefined;
    }
    if (value < 0) return this.groups[-value - 1]?.add(member);
    if (value === member + 1) return undefined;
    const index = this.free.pop() ?? this.groups.length;
    const group = new Set([value - 1, member]);
    this.groups[index] = group;
    this.values[at] = -index - 1;
    return group;
  }

  /** @returns the members that are left, where there is one */
  remove(key: Key, member: number): ReadonlySet<number> | undefined {
    const at = this.find(key);
    const value = this.values[at] ?? EMPTY;
    if (value === member + 1) {
      this.values[at] = LEFT;
      this.live--;
      return undefined;
    }
    const group = value < 0 ? this.groups[-value - 1] : undefined;
    if (group?.delete(member) !== true) return undefined;
    const [last] = group;
    if (group.size === 1 && last !== undefined) {
      this.values[at] = last + 1;
      this.groups[-value - 1] = undefined;
      this.free.push(-value - 1);
    }
    return group;
  }

  /** Where the key stands, or the empty place where it would. */
  private find({ a, b }: Key): number {
    const mask = this.values.length - 1;
    for (let at = a & mask; ; at = (at + 1) & mask) {
      const value = this.values[at];
      if (value === EMPTY) return at;
      if (value !== LEFT && this.keys[2 * at] === a && this.keys[2 * at + 1] === b) return at;
    }
  }

  /** Room for half as many more as there are, without the places that were given up. */
  private rebuild(): void {
    const { keys, values } = this;
    let size = 1024;
    while (size * 2 < this.live * 3) size *= 2;
    this.keys = new Int32Array(2 * size);
    this.values = new Int32Array(size);
    this.used = this.live;
    for (let at = 0; at < values.length; at++) {
      const value = values[at];
      if (value === undefined || value === EMPTY || value === LEFT) continue;
      const key = { a: keys[2 * at] ?? 0, b: keys[2 * at + 1] ?? 0 };
      const to = this.find(key);
      this.keys[2 * to] = key.a;
      this.keys[2 * to + 1] = key.b;
      this.values[to] = value;
    }
  }
}
