/** Keeps the focus on a story while the lists change, and brings it into view where the keyboard leads to it. */
import type { StoryList } from './storyList.ts';

export class ListFocus {
  readonly #root: () => ParentNode;
  #next: string | undefined;

  /** @param root where the lists are drawn */
  constructor(root: () => ParentNode) {
    this.#root = root;
  }

  get lists(): readonly StoryList[] {
    return [...this.#root().querySelectorAll<StoryList>('story-list')];
  }

  /** The keys of the rows that are drawn now. */
  get drawn(): readonly string[] {
    return this.#rows.map(({ dataset }) => dataset['key'] ?? '');
  }

  /** The story whose row, or a button in it, has the focus. */
  get current(): string | undefined {
    return document.activeElement?.closest<HTMLElement>('.row')?.dataset['key'];
  }

  /** The focus goes to this story's row once it is drawn. */
  on(key: string | undefined): void {
    this.#next = key;
  }

  /** The row that has the focus now keeps it, unless it is to go elsewhere. */
  hold(): void {
    this.#next ??= this.current;
  }

  /** Puts the focus where it is to be; called when everything is drawn. */
  async settle(): Promise<void> {
    const key = this.#next;
    if (key === undefined) return;
    this.#next = undefined;
    for (const list of this.lists) {
      await list.updateComplete;
      if (this.#row(list, key) === undefined) {
        if (!list.reveal(key)) continue;
        await new Promise((resolve) => requestAnimationFrame(resolve));
        list.requestUpdate();
        await list.updateComplete;
      }
      const row = this.#row(list, key);
      if (row === undefined) continue;
      if (this.current !== key) row.focus({ preventScroll: true });
      row.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      return;
    }
  }

  get #rows(): readonly HTMLElement[] {
    return [...this.#root().querySelectorAll<HTMLElement>('.row')];
  }

  #row(list: StoryList, key: string): HTMLElement | undefined {
    return [...list.querySelectorAll<HTMLElement>('.row')].find(({ dataset }) => dataset['key'] === key);
  }
}
