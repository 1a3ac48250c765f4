/** What all views are: one element that fills the page, connected with its host, and with a voice for screen readers. */
import { type CSSResult, LitElement, type nothing, type TemplateResult } from 'lit';
import type { Contract } from '../../protocol/panels/contract.ts';
import { Announcer } from './announcer.ts';
import { Connection } from './connection.ts';
import { messageBar } from './ui/messageBar.ts';
import { baseStyles, useStyles } from './styles.ts';

export abstract class View<C extends Contract> extends LitElement {
  protected readonly connection = new Connection<C>();
  readonly #announcer = new Announcer();
  #message: string | undefined;

  constructor(styles: CSSResult) {
    super();
    useStyles(baseStyles, styles);
  }

  /** In the page itself: a drag over a shadow root is told of its host alone, never of what is below the pointer. */
  protected override createRenderRoot(): HTMLElement {
    this.classList.add('view');
    this.role = 'main';
    return this;
  }

  /** Says what happened to those who listen; the focus stays where it is. */
  announce(text: string): void {
    this.#announcer.announce(text);
  }

  /** Shows why something did not happen; undefined where it did. */
  showError(message: string | undefined): void {
    this.#message = message;
    this.requestUpdate();
  }

  /** What `tell` was told, until it is closed. */
  protected messageBar(): TemplateResult | typeof nothing {
    return messageBar(this.#message, () => {
      this.showError(undefined);
    });
  }
}
