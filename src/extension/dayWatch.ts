/** Tells when a new day begins, so that what is on the screen over midnight is about the day it is. */
import { Emitter } from './emitter.ts';

/** A machine that slept wakes up with timers that are late: it is looked at least this often. ms */
const LONGEST_WAIT = 60_000;

export interface DayClock {
  readonly now: () => Date;
  /** `YYYY-MM-DD`, where the person is. */
  readonly today: () => string;
}

export class DayWatch {
  readonly #changes = new Emitter<string>();
  readonly #clock: DayClock;
  #day: string;
  #timer: NodeJS.Timeout | undefined;

  /** Tells the new day, `YYYY-MM-DD`. */
  readonly onDidChange = this.#changes.event;

  constructor(clock: DayClock) {
    this.#clock = clock;
    this.#day = clock.today();
    this.#wait();
  }

  dispose(): void {
    clearTimeout(this.#timer);
  }

  #wait(): void {
    const now = this.#clock.now();
    const midnight = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1);
    this.#timer = setTimeout(
      () => {
        const day = this.#clock.today();
        if (day !== this.#day) {
          this.#day = day;
          this.#changes.fire(day);
        }
        this.#wait();
      },
      Math.min(LONGEST_WAIT, midnight.getTime() - now.getTime()),
    );
    // Nothing has to stay alive for it.
    this.#timer.unref();
  }
}
