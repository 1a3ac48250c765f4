/** How common each form of a slot is in the file, and which of them is the custom. */
import type { Form } from './forms.ts';

/** Fewer stories have no custom. */
const LEAST = 5;
/** A majority is more than half, and this many times as much as the next. */
const CLEAR = 1.5;

/** The last number of a form. */
export const MOST_FORMS = 63;

/** Forms of one slot by number; 0 is for a story that has no such part. */
export class Counted {
  readonly names: string[] = [''];
  readonly counts: number[] = [0];
  private readonly numbers = new Map<string, number>();
  /** How often each spelling of a form is written. */
  private readonly spellings: Map<string, number>[] = [];
  private total = 0;

  add({ name, written }: Form): number {
    let number = this.numbers.get(name);
    if (number === undefined) {
      // Forms beyond the last number share it: none of them is common.
      number = Math.min(this.names.length, MOST_FORMS);
      this.numbers.set(name, number);
      this.names[number] ??= name;
      this.counts[number] ??= 0;
      this.spellings[number] ??= new Map();
    }
    const spellings = this.spellings[number];
    spellings?.set(written, (spellings.get(written) ?? 0) + 1);
    this.change(number, 1);
    return number;
  }

  remove(number: number, written: string | undefined): void {
    const spellings = this.spellings[number];
    const left = (spellings?.get(written ?? '') ?? 0) - 1;
    if (left > 0) spellings?.set(written ?? '', left);
    else spellings?.delete(written ?? '');
    this.change(number, -1);
  }

  /** The form of the majority; 0 where there is none. */
  get majority(): number {
    let best = 0;
    let next = 0;
    for (let number = 1; number < this.counts.length; number++) {
      const count = this.counts[number] ?? 0;
      if (best === 0 || count > (this.counts[best] ?? 0)) {
        next = best === 0 ? 0 : (this.counts[best] ?? 0);
        best = number;
      } else next = Math.max(next, count);
    }
    const count = this.counts[best] ?? 0;
    return best !== 0 && this.total >= LEAST && count * 2 > this.total && count >= next * CLEAR ? best : 0;
  }

  /** How the form is written most often; of several the first in the alphabet. */
  spelling(number: number): string {
    let best = '';
    let most = 0;
    for (const [written, count] of this.spellings[number] ?? [])
      if (count > most || (count === most && written < best)) [best, most] = [written, count];
    return best;
  }

  private change(number: number, by: number): void {
    this.counts[number] = (this.counts[number] ?? 0) + by;
    this.total += by;
  }
}
