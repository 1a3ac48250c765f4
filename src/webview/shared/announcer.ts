/** Says to a screen reader what happened, without moving the focus. */
export class Announcer {
  readonly #region: HTMLElement;

  constructor() {
    this.#region = document.createElement('div');
    this.#region.setAttribute('role', 'status');
    this.#region.setAttribute('aria-live', 'assertive');
    this.#region.style.cssText =
      'position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap';
    document.body.append(this.#region);
  }

  announce(text: string): void {
    // The same words twice are said twice only where something changes.
    this.#region.textContent = this.#region.textContent === text ? `${text}\u00a0` : text;
  }
}
