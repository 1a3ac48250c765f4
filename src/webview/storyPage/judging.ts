/** What is found in texts while they are typed: asked for in pauses, and kept until the file has the text. */
import { JUDGE_PAUSE, type Judgement } from '../../protocol/panels/storyPage.ts';

export interface Judged {
  /** The text that it is about. */
  readonly text: string;
  readonly judgement: Judgement;
}

export class Judging {
  readonly #judge: (id: string, text: string) => Promise<Judgement | undefined>;
  readonly #changed: () => void;
  readonly #judged = new Map<string, Judged>();
  readonly #asked = new Map<string, number>();
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();

  constructor(judge: (id: string, text: string) => Promise<Judgement | undefined>, changed: () => void) {
    this.#judge = judge;
    this.#changed = changed;
  }

  of(id: string): Judged | undefined {
    return this.#judged.get(id);
  }

  /** A text was judged before it is typed. */
  set(id: string, judged: Judged): void {
    this.#judged.set(id, judged);
  }

  typed(id: string, text: string): void {
    clearTimeout(this.#timers.get(id));
    this.#timers.set(
      id,
      setTimeout(() => void this.#ask(id, text), JUDGE_PAUSE),
    );
  }

  /** A newer page is there: it says what is found in everything that is not being typed. */
  keepOnly(isTyped: (id: string) => boolean): void {
    for (const id of [...this.#judged.keys()]) if (!isTyped(id)) this.#judged.delete(id);
  }

  clear(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#judged.clear();
  }

  async #ask(id: string, text: string): Promise<void> {
    const asked = (this.#asked.get(id) ?? 0) + 1;
    this.#asked.set(id, asked);
    const judgement = await this.#judge(id, text);
    if (judgement === undefined || this.#asked.get(id) !== asked) return;
    this.#judged.set(id, { text, judgement });
    this.#changed();
  }
}
