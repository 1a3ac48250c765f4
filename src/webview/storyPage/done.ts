/** What was just done that cannot be seen on the page itself, as a sentence with a way back. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Calls } from './calls.ts';

export class Done {
  #sentence: string | undefined;

  constructor(
    private readonly view: {
      readonly calls: Calls;
      readonly parts: { focusOn(field: string): void };
      announce(text: string): void;
      requestUpdate(): void;
    },
  ) {}

  /** Shown until something else is done; undefined where that is so. */
  show(sentence: string | undefined): void {
    if (sentence === this.#sentence) return;
    this.#sentence = sentence;
    if (sentence !== undefined) this.view.announce(sentence);
    this.view.requestUpdate();
  }

  bar(): TemplateResult | typeof nothing {
    if (this.#sentence === undefined) return nothing;
    const close = (): void => {
      this.show(undefined);
      this.view.parts.focusOn('acceptance');
    };
    const undo = (): void => {
      void this.view.calls.ask('undo', null);
      close();
    };
    return html`<div class="message was-done" role="group" aria-label="What was done">
      <span class="words">${this.#sentence}</span>
      <button class="toggle" @click=${undo}>Undo</button>
      <button class="toggle" @click=${close}>OK</button>
    </div>`;
  }
}
