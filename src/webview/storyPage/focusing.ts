/** Where the focus goes: to a field by its id, or to the place that a path names, once it is drawn. */

/** How long something that was just added is waited for, in milliseconds. */
const WAIT = 3000;

export interface FocusingHost {
  readonly root: HTMLElement;
  /** The id of the field at a path, or at the nearest place around it. */
  idOf(path: string): string | undefined;
}

export class Focusing {
  readonly #host: FocusingHost;
  #wanted: { readonly field: string; readonly until: number } | undefined;
  /** The field that had the focus last, and the list it stood in. */
  #last: string | undefined;

  constructor(host: FocusingHost) {
    this.#host = host;
  }

  on(field: string): void {
    this.#wanted = { field, until: performance.now() + WAIT };
  }

  entered(field: string): void {
    this.#last = field;
  }

  forget(): void {
    this.#wanted = undefined;
    this.#last = undefined;
  }

  /** The page is drawn. True where the focus went where it was wanted. */
  settle(): boolean {
    const wanted = this.#wanted;
    if (wanted !== undefined) {
      const element = this.#find(wanted.field);
      if (element !== undefined) {
        this.#wanted = undefined;
        this.#go(element);
        return true;
      }
      if (performance.now() > wanted.until) this.#wanted = undefined;
    }
    this.#keep();
    return false;
  }

  /** Where what had the focus is gone from the page, it goes to what stands nearest. */
  #keep(): void {
    const last = this.#last;
    if (last === undefined || document.activeElement !== document.body) return;
    if (this.#find(last) !== undefined) return;
    const list = last.split(':')[0] ?? last;
    const element = this.#find(`add.${list}`) ?? this.#find('title');
    this.#last = undefined;
    element?.focus({ preventScroll: true });
  }

  #find(field: string): HTMLElement | undefined {
    const exact = this.#named(field);
    if (exact !== undefined) return exact;
    const id = this.#host.idOf(field);
    const byPath = id === undefined ? undefined : this.#named(id);
    if (byPath !== undefined) return byPath;
    // What is added cannot be named before it is there: it is waited for, and nothing around it is taken instead.
    if (/\.\d+(?:\.|$)/.test(field) && id === undefined) return undefined;
    const head = field.split(/[.:]/)[0] ?? field;
    const part = this.#host.root.querySelector<HTMLElement>(`[data-part="${CSS.escape(partOf(head))}"]`);
    return (
      this.#named(`add.${head}`) ?? part?.querySelector<HTMLElement>('textarea, input, button') ?? undefined
    );
  }

  #named(field: string): HTMLElement | undefined {
    return this.#host.root.querySelector<HTMLElement>(`[data-field="${CSS.escape(field)}"]`) ?? undefined;
  }

  #go(element: HTMLElement): void {
    element.focus();
    element.scrollIntoView({ block: 'nearest' });
  }
}

function partOf(head: string): string {
  return head === 'depends_on' ? 'dependencies' : head;
}
