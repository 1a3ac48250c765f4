/** Parents whose own commits were not read yet: git prints children first, and most parents right behind them. */
import { type Growing, growingBytes } from './growing.ts';
import { hexOf, sameBytes, writeHex } from './idTable.ts';

/** How many of those that came last are looked at when a commit comes. */
const NEAR = 3;

export class OpenParents {
  /** Where each stands in the list of parents. */
  private readonly places: number[] = [];
  private readonly ids: Growing<Uint8Array> = growingBytes();

  constructor(
    private readonly width: number,
    open: readonly (readonly [number, string])[],
  ) {
    const id = new Uint8Array(width);
    for (const [place, hex] of open) if (writeHex(hex, id)) this.add(place, id, 0);
  }

  get size(): number {
    return this.places.length;
  }

  /** Where each stands, and its id in hexadecimal digits. */
  all(): readonly (readonly [number, string])[] {
    return this.places.map((place, nth) => [place, hexOf(this.ids.raw, nth * this.width, this.width)]);
  }

  add(place: number, source: Uint8Array, from: number): void {
    const { ids, width } = this;
    this.places.push(place);
    ids.reserve(width);
    const { raw, length } = ids;
    for (let i = 0; i < width; i++) raw[length + i] = source[from + i] ?? 0;
    ids.length += width;
  }

  /** Takes out those among the last that wait for this commit, and gives the place of each. */
  close(source: Uint8Array, from: number, found: (place: number) => void): void {
    const { width } = this;
    const least = Math.max(0, this.places.length - NEAR);
    for (let nth = this.places.length - 1; nth >= least; nth--) {
      if (!sameBytes(this.ids.raw, nth * width, source, from, width)) continue;
      found(this.places[nth] ?? 0);
      // Mostly it is the last one, behind which nothing moves.
      if (nth < this.places.length - 1) {
        this.places.copyWithin(nth, nth + 1);
        this.ids.raw.copyWithin(nth * width, (nth + 1) * width, this.ids.length);
      }
      this.places.pop();
      this.ids.length -= width;
    }
  }

  /** Keeps those that `test`, which is given the place, and where the id begins in which bytes, is true of. */
  filter(test: (place: number, ids: Uint8Array, at: number) => boolean): void {
    const { places, ids, width } = this;
    let kept = 0;
    for (let nth = 0; nth < places.length; nth++) {
      const place = places[nth] ?? 0;
      if (!test(place, ids.raw, nth * width)) continue;
      places[kept] = place;
      ids.raw.copyWithin(kept * width, nth * width, (nth + 1) * width);
      kept++;
    }
    places.length = kept;
    ids.length = kept * width;
  }
}
