/**
 * The page of a story or an epic: holds what the host told last and what is being typed. Drawing is done by its parts;
 * every change is a call to the host.
 */
import { html, type TemplateResult } from 'lit';
import type {
  ItemCommits,
  ItemPage,
  PageChange,
  PageChoices,
  PageEvent,
  RichNode,
  StoryPageContract,
} from '../../protocol/panels/storyPage.ts';
import { missingBacklog, type WayOut } from '../shared/ui/missingBacklog.ts';
import { View } from '../shared/view.ts';
import { brokenPage } from './broken.ts';
import { Calls } from './calls.ts';
import { Done } from './done.ts';
import { Drafts, type Place } from './drafts.ts';
import { EntryDrag, type EntryDragHost, type EntryPlace } from './entryDrag.ts';
import { EntryKeys } from './entryKeys.ts';
import { pressAnywhere, pressInText } from './fieldKeys.ts';
import { Focusing } from './focusing.ts';
import { pageBody } from './body.ts';
import { Judging } from './judging.ts';
import { moveEntry } from './entries.ts';
import { type ListKey } from './pageHost.ts';
import { NO_CHOICES, PageParts, type PartsView } from './pageParts.ts';
import { isCell, listsOf, marksOf, placesOf } from './places.ts';
import { storyPageStyles } from './styles.ts';
import type { TextEvents } from './textField.ts';
import { TypedWords, UnsavedInput } from './unsavedInput.ts';

/** Milliseconds that the page is waited for after a write. */
const CATCH_UP = 1500;

export class StoryPageView extends View<StoryPageContract> implements PartsView, EntryDragHost {
  event: PageEvent | undefined;
  choices: PageChoices = NO_CHOICES;
  commits: ItemCommits | null | undefined;
  preview: readonly RichNode[] | undefined;
  dropAt: EntryPlace | undefined;
  readonly typing = new TypedWords();
  readonly keys = new EntryKeys();
  #places: ReadonlyMap<string, Place> = new Map();
  #missing: StoryPageContract['events']['missing'] = { why: 'starting', name: '' };
  #pinned = false;
  #turn: number | undefined;
  /** What goes on with the page that has the newest write. */
  #waiting: (() => void)[] = [];

  readonly drafts: Drafts = new Drafts({
    placeOf: (id) => this.#places.get(id),
    isAway: () => this.page === undefined,
    write: async (path, value, mark) => {
      if (value.trim() === '' && isEntry(path))
        return { ok: false, why: 'refused', message: 'Clear the text to remove this entry.' };
      // Blanks at an end are being typed on from: written, they would have to be quoted.
      const written = await this.calls.write({ kind: 'set', path, value: bare(value), mark });
      // Texts of one entry share its mark: the next one is written with that of the newest page.
      await this.#caughtUp();
      return written;
    },
    changed: () => {
      this.#unwritten.keep();
      this.requestUpdate();
    },
    lost: (_, text) => {
      this.#unwritten.lose(text);
    },
  });
  readonly #unwritten: UnsavedInput = new UnsavedInput(
    {
      drafts: this.drafts,
      typing: this.typing,
      keys: this.keys,
      placesNow: () => this.#places,
      keep: (state) => {
        this.connection.saveState(state);
      },
      restored: (message) => {
        if (message !== undefined) this.pin();
        this.showError(message);
      },
      redraw: () => {
        this.requestUpdate();
      },
    },
    this.connection.savedState,
  );
  readonly done: Done = new Done(this);
  readonly calls: Calls = new Calls(this.connection, this.drafts, this);
  readonly judging = new Judging(
    async (id, text) => {
      const place = this.#places.get(id);
      return place && this.calls.ask('judge', { path: place.path, text });
    },
    () => {
      this.requestUpdate();
    },
  );
  readonly focusing = new Focusing({
    root: this,
    idOf: (path) => this.#idOf(path),
  });
  readonly #drag = new EntryDrag(this);
  readonly parts: PageParts = new PageParts(this);
  #scroller: HTMLElement | undefined;

  readonly textEvents: TextEvents = {
    typed: (id, text) => {
      this.pin();
      this.drafts.type(id, text);
      this.judging.typed(id, text);
    },
    entered: (id) => {
      this.drafts.entered(id);
    },
    left: (id) => {
      void this.#left(id);
    },
    key: (id, event) => {
      const isLines = id === 'description' || id.startsWith('notes:') || this.#isGherkin(id);
      return pressInText(this.#keys, id, event, !isLines);
    },
    complete: async (id, text, offset) => {
      const path = this.#places.get(id)?.path ?? (id === 'add.notes' ? 'notes' : id);
      return (await this.calls.ask('complete', { path, text, offset })) ?? null;
    },
    pictures: async (_, files) => {
      const words: string[] = [];
      for (const file of files) words.push(await this.calls.picture(file, false));
      return words.join('\n');
    },
  };

  readonly #keys = {
    drafts: this.drafts,
    undo: () => void this.calls.ask('undo', null),
    redo: () => void this.calls.ask('redo', null),
    save: () => void this.calls.afterDrafts('save', null),
    enter: (id: string) => {
      void this.drafts.left(id);
      this.drafts.entered(id);
      const list = id.split(':')[0] ?? '';
      if (id.includes(':') && !id.includes('.')) this.focusing.on(`add.${list}`);
      else if (/\.(?:given|when|then)\.\d+$/.test(id)) {
        this.typing.set(`open ${id.replace(/\.\d+$/, '')}`, '');
        this.focusing.on(id.replace(/\d+$/, 'add'));
      } else if (id === 'title') this.focusing.on('story');
      this.requestUpdate();
    },
  };

  constructor() {
    super(storyPageStyles);
    this.addEventListener('keydown', this.#onKey);
    this.addEventListener('focusin', ({ target }) => {
      if (target instanceof HTMLElement && target.dataset['field'] !== undefined)
        this.focusing.entered(target.dataset['field']);
    });
    // What is typed when the page goes is not lost.
    window.addEventListener('pagehide', () => void this.drafts.flush());
    window.addEventListener('blur', () => void this.drafts.flush());
    this.typing.changed = () => {
      this.#unwritten.keep();
    };
    this.#listen();
  }

  get page(): ItemPage | undefined {
    return this.event?.page.readable ? this.event.page : undefined;
  }

  #listen(): void {
    this.connection.on('page', (event) => {
      this.#take(event);
    });
    this.connection.on('choices', (choices) => {
      this.choices = choices;
      this.requestUpdate();
    });
    this.connection.on('commits', ({ of: commits }) => {
      this.commits = commits;
      this.requestUpdate();
    });
    this.connection.on('missing', (missing) => {
      this.#missing = missing;
      // What is being typed waits: a file that is gone or broken may be back at any time.
      this.event = undefined;
      this.requestUpdate();
    });
    this.connection.on('focus', ({ path }) => {
      this.focusing.on(path);
      this.requestUpdate();
    });
    this.connection.ready();
  }

  #take(event: PageEvent): void {
    const before = this.event;
    if (before !== undefined && before.state.uri === event.state.uri && event.revision < before.revision)
      return;
    if (event.turn !== this.#turn) this.#begin(event);
    const couldWrite = this.page !== undefined && before?.deleted === false;
    this.event = event;
    if (event.page.readable) {
      this.#places = placesOf(event.page, this.keys, event.revision);
      this.#unwritten.restore();
      this.drafts.page();
      if (!couldWrite && !event.deleted) this.drafts.retry();
    }
    this.#unwritten.keep(event.state);
    this.judging.keepOnly((id) => this.drafts.isDirty(id));
    if (this.preview !== undefined) void this.showPreview();
    if (event.revision >= this.calls.written) for (const go of this.#waiting.splice(0)) go();
    this.requestUpdate();
  }

  /** Another item is shown: nothing of the one before is left. */
  #begin({ page, preview, state, turn }: PageEvent): void {
    this.#turn = turn;
    this.#unwritten.begin(state);
    this.judging.clear();
    this.keys.clear();
    this.typing.clear();
    this.focusing.forget();
    this.commits = undefined;
    this.preview = undefined;
    this.#pinned = !preview;
    this.showError(undefined);
    this.done.show(undefined);
    this.#scroller?.scrollTo(0, 0);
    if (page.readable && page.title.text === '') this.focusing.on('title');
  }

  /** A change behind what is being typed. */
  async change(change: PageChange): Promise<boolean> {
    const before = this.event;
    await this.drafts.flush();
    await this.#caughtUp();
    return this.calls.change(this.#withFreshMark(change, before));
  }

  /** Waits for the page that has what was written last. */
  async #caughtUp(): Promise<void> {
    if ((this.event?.revision ?? 0) >= this.calls.written) return;
    await new Promise<void>((resolve) => {
      this.#waiting.push(resolve);
      setTimeout(resolve, CATCH_UP);
    });
  }

  /**
   * The change with the mark of today, where nothing but the view's own words came between: a person who types and then
   * moves the same entry changes what it says and where it stands.
   */
  #withFreshMark(change: PageChange, before: PageEvent | undefined): PageChange {
    const { event } = this;
    if (!('mark' in change) || event === undefined || before === event) return change;
    if (event.revision !== this.calls.written) return change;
    if (!event.page.readable || before?.page.readable !== true) return change;
    if (marksOf(before.page).get(pathOf(change)) !== change.mark) return change;
    return { ...change, mark: marksOf(event.page).get(pathOf(change)) ?? change.mark };
  }

  async #left(id: string): Promise<void> {
    const place = this.#places.get(id);
    if (place !== undefined && isEntry(place.path) && this.drafts.textOf(id)?.trim() === '') {
      this.drafts.takeTheirs(id);
      await this.change({ kind: 'remove', path: place.path, mark: place.mark });
    } else await this.drafts.left(id);
    this.requestUpdate();
  }

  pin(): void {
    if (this.#pinned) return;
    this.#pinned = true;
    void this.calls.ask('pin', null);
  }

  async showPreview(): Promise<void> {
    const text = this.drafts.textOf('description') ?? this.page?.description.text ?? '';
    this.preview = (await this.calls.ask('preview', { text })) ?? [];
    this.requestUpdate();
  }

  #isGherkin(id: string): boolean {
    const index = this.keys.keysOf('acceptance').indexOf(id.replace('acceptance:', ''));
    return this.page?.acceptance?.entries[index]?.notation === 'gherkin';
  }

  /** The field at a path, or at the nearest place around it. */
  #idOf(path: string): string | undefined {
    let best: readonly [string, string] | undefined;
    for (const [id, place] of this.#places) {
      const fits = place.path === path || path.startsWith(`${place.path}.`);
      if (fits && (best === undefined || place.path.length > best[1].length)) best = [id, place.path];
    }
    return best?.[0];
  }

  dropped(list: ListKey, key: string, index: number): void {
    const { page } = this;
    const from = this.keys.keysOf(list).indexOf(key);
    if (page === undefined || from === -1) return;
    const entries = listsOf(page).find(([name]) => name === list)?.[1] ?? [];
    void moveEntry(this.parts, { list, noun: 'Entry', entries }, from, index > from ? index - 1 : index);
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    const { page } = this;
    const field = event.target instanceof HTMLElement ? event.target.dataset['field'] : undefined;
    const isOwnText = event.target instanceof HTMLInputElement && event.target.value !== '';
    const typed =
      (field !== undefined && this.drafts.isDirty(field)) || (isOwnText && this.typing.has(field ?? ''));
    let meant = pressAnywhere(this.#keys, event, typed);
    if (event.altKey && (event.key === 'PageUp' || event.key === 'PageDown') && page !== undefined) {
      const ref = event.key === 'PageUp' ? page.previous : page.next;
      if (ref !== undefined) this.parts.open(ref, false);
      meant = true;
    }
    if (!meant) return;
    event.preventDefault();
    event.stopPropagation();
  };

  protected override render(): TemplateResult {
    const { event } = this;
    if (event === undefined) {
      const { why, name } = this.#missing;
      if (why === 'item')
        return html`${this.#unwritten.bar(false)}
          <div class="empty" role="status"><p>${name} is no longer in this backlog.</p></div>`;
      const choose = (command: WayOut): void => void this.calls.ask('command', { name: command });
      return html`${this.#unwritten.bar(false)}${missingBacklog('Story', why, choose)}`;
    }
    const isPage = event.page.readable;
    const bars = html`${this.#unwritten.bar(isPage)}${this.messageBar()}${this.done.bar()}`;
    if (!event.page.readable)
      return html`${bars}${brokenPage(event.page, {
        openInFile: () => void this.calls.ask('openInFile', {}),
        fix: ({ id: finding }, title) => void this.calls.change({ kind: 'fix', finding, title }),
      })}`;
    return pageBody(this.parts, bars);
  }

  protected override updated(): void {
    const scroller = this.querySelector<HTMLElement>('.page-scroller') ?? undefined;
    this.#drag.start(scroller);
    this.#scroller = scroller;
    this.focusing.settle();
  }

  /** An entry is drawn. */
  drawn(element: Element | undefined, list: ListKey, key: string): void {
    // Its inside is drawn behind it.
    queueMicrotask(() => {
      this.#drag.entry(element, list, key);
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#drag.stop();
  }
}

function pathOf(change: PageChange): string {
  return 'path' in change ? change.path : 'blocked';
}

function bare(text: string): string {
  return text.includes('\n') ? text.trimEnd() : text.trim();
}

/** A text that is an entry of a list, or the name of a column: empty, it is none. */
function isEntry(path: string): boolean {
  return /\.\d+$/.test(path) && !isCell(path);
}
