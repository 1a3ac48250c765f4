/** Arrays of numbers that grow: a list of 100,000 numbers without an object for each. */

type Numbers = Int32Array | Uint8Array | Uint32Array;

/** Numbers one behind the other; room is doubled when it is used up, and given back by `trim`. */
export class Growing<A extends Numbers> {
  length: number;

  constructor(
    private array: A,
    private readonly make: (length: number) => A,
    length = array.length,
  ) {
    this.length = length;
  }

  /** The numbers; those behind `length` say nothing. Valid until something is added. */
  get raw(): A {
    return this.array;
  }

  push(value: number): void {
    if (this.length === this.array.length) this.reserve(1);
    this.array[this.length++] = value;
  }

  at(index: number): number {
    return this.array[index] ?? 0;
  }

  set(index: number, value: number): void {
    this.array[index] = value;
  }

  /** Makes room for more numbers. */
  reserve(more: number): void {
    const needed = this.length + more;
    if (needed <= this.array.length) return;
    const bigger = this.make(Math.max(needed, this.array.length * 2, 64));
    bigger.set(this.array.subarray(0, this.length));
    this.array = bigger;
  }

  /** Gives back room that is not used. */
  trim(): A {
    if (this.array.length !== this.length) {
      const exact = this.make(this.length);
      exact.set(this.array.subarray(0, this.length));
      this.array = exact;
    }
    return this.array;
  }
}

export const growingInts = (array: Int32Array = new Int32Array(0)): Growing<Int32Array> =>
  new Growing(array, (length) => new Int32Array(length));
export const growingCounts = (array: Uint32Array = new Uint32Array(0)): Growing<Uint32Array> =>
  new Growing(array, (length) => new Uint32Array(length));
export const growingBytes = (array: Uint8Array = new Uint8Array(0)): Growing<Uint8Array> =>
  new Growing(array, (length) => new Uint8Array(length));
