/**
 * A dialog over the view, which is the browser's own: it keeps the focus, Escape closes it, and the focus goes back to
 * where it was. Beside what it is about where it is given a place, else in the middle.
 */
import { html, LitElement, type TemplateResult } from 'lit';

/** Pixels from what a popup is about, and from the edge of the page. */
const [BESIDE, EDGE] = [4, 8];

export abstract class Popup extends LitElement {
  /** Where what it is about stands on the screen. */
  anchor: DOMRect | undefined;
  /** The popup was closed, whatever came of it. */
  closed: () => void = () => undefined;

  protected abstract readonly label: string;
  protected abstract content(): TemplateResult;

  /** Drawn into the view, so that one style holds for all. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected get dialog(): HTMLDialogElement | null {
    return this.querySelector('dialog');
  }

  protected override render(): TemplateResult {
    return html`<dialog
      class="popup"
      aria-label=${this.label}
      @close=${this.#onClose}
      @pointerdown=${this.#onPointer}
    >
      ${this.content()}
    </dialog>`;
  }

  protected override firstUpdated(): void {
    this.dialog?.showModal();
    this.querySelector<HTMLElement>('[data-first]')?.focus();
  }

  /** What it holds came later or changed its size: it stays on the screen. */
  protected override updated(): void {
    const { dialog, anchor } = this;
    if (dialog === null || anchor === undefined) return;
    const { width, height } = dialog.getBoundingClientRect();
    const below = anchor.bottom + BESIDE;
    const top = below + height + EDGE <= window.innerHeight ? below : anchor.top - BESIDE - height;
    const left = Math.min(anchor.right - width, window.innerWidth - width - EDGE);
    dialog.style.margin = '0';
    dialog.style.top = `${Math.max(EDGE, Math.min(top, window.innerHeight - height - EDGE))}px`;
    dialog.style.left = `${Math.max(EDGE, left)}px`;
  }

  protected close(): void {
    this.dialog?.close();
  }

  readonly #onClose = (): void => {
    this.closed();
  };

  /** A press beside the dialog closes it. */
  readonly #onPointer = (event: PointerEvent): void => {
    const { dialog } = this;
    if (event.target !== dialog || dialog === null) return;
    const { left, right, top, bottom } = dialog.getBoundingClientRect();
    const inside =
      event.clientX >= left && event.clientX <= right && event.clientY >= top && event.clientY <= bottom;
    if (!inside) this.close();
  };
}
