/**
 * What every view of a whole backlog is: it follows the backlog as the host tells of it, asks anew where it missed a
 * change, keeps how the person looks at it over a restart, and measures how high its rows are. A view of its own says
 * what it makes of all this.
 */
import type { CSSResult, TemplateResult } from 'lit';
import type { BacklogEvent, NoBacklog } from '../../protocol/panels/backlogEvents.ts';
import type { Contract, Params } from '../../protocol/panels/contract.ts';
import { applyEvent, type BacklogState } from './backlogState.ts';
import { memberOf } from './guards.ts';
import { missingBacklog, type WayOut } from './ui/missingBacklog.ts';
import { View } from './view.ts';
import { type FoldableSettings, ViewSettings } from './viewSettings.ts';

export interface BacklogContract<S> extends Contract {
  readonly calls: Contract['calls'] & {
    readonly saveSettings: { readonly params: S; readonly result: null };
  };
  readonly events: Contract['events'] & {
    readonly backlog: BacklogEvent;
    readonly missing: { readonly why: NoBacklog };
    /** `today` as `YYYY-MM-DD`. */
    readonly settings: { readonly settings: S; readonly today: string };
  };
}

export abstract class BacklogView<C extends BacklogContract<S>, S extends FoldableSettings> extends View<C> {
  readonly settings: ViewSettings<S> = new ViewSettings<S>(
    (settings) => {
      // The contract of the view says the same of both; what can't be sent is not saved.
      const params = settings as Params<C, 'saveSettings'>;
      this.connection.call('saveSettings', params).catch(() => undefined);
    },
    () => {
      this.relayout();
    },
  );
  /** Counts up with everything that has rows drawn again. */
  protected version = 0;
  today = '';
  #backlog: BacklogState | undefined;
  #missing: NoBacklog = 'starting';
  #rowHeight: number;
  #restored = false;

  /** @param rowHeight in pixels, until it is measured */
  constructor(styles: CSSResult, rowHeight: number) {
    super(styles);
    this.#rowHeight = rowHeight;
    this.#listen();
  }

  /** Works out what is shown from the backlog and the settings, and draws it. */
  abstract relayout(): void;
  /** Whether what was saved before a restart of the window has the form of today's settings. */
  protected abstract isSettings(value: unknown): value is S;
  /** The height of a row at the person's own size of text, in pixels. */
  protected abstract measureRow(): number;
  /** What else was saved, see `stateToSave`. */
  protected abstract restore(saved: unknown): void;
  /** What a restart of the window brings back beside the settings. */
  protected abstract stateToSave(): object;
  /** A way out of having no backlog was chosen. */
  protected abstract wayOut(name: WayOut): void;

  /** A newer backlog is here, or there is none any more. */
  protected backlogChanged(): void {
    this.relayout();
  }

  /** The backlog as the file has it. */
  get backlog(): BacklogState | undefined {
    return this.#backlog;
  }

  /** Why there is no backlog, while there is none. */
  protected get missing(): NoBacklog {
    return this.#missing;
  }

  /** The height of a row, in pixels. */
  get rowHeight(): number {
    return this.#rowHeight;
  }

  /** Rows are drawn again. */
  redraw(): void {
    this.version++;
    this.requestUpdate();
  }

  /** Before the backlog is read, what was saved is not written over. */
  saveState(): void {
    if (this.#backlog === undefined || this.settings.now === undefined) return;
    const { uri } = this.#backlog;
    this.connection.saveState({ uri, settings: this.settings.now, ...this.stateToSave() });
  }

  /** @param title the heading of the view, where it is to be read out */
  protected missingNotice(title: string, why = this.#missing): TemplateResult {
    return missingBacklog(title, why, (name) => {
      this.wayOut(name);
    });
  }

  protected override firstUpdated(): void {
    new ResizeObserver(() => {
      const height = this.measureRow();
      if (height === this.#rowHeight) return;
      this.#rowHeight = height;
      this.redraw();
    }).observe(this);
  }

  #listen(): void {
    this.connection.on('backlog', (event) => {
      const next = applyEvent(this.#backlog, event);
      // Where a change was missed, the whole is asked for as by a view that is shown anew.
      if (next === undefined) {
        this.connection.ready();
        return;
      }
      this.#backlog = next;
      this.backlogChanged();
    });
    this.connection.on('missing', ({ why }) => {
      [this.#backlog, this.#missing] = [undefined, why];
      this.backlogChanged();
    });
    this.connection.on('settings', (told) => {
      this.settingsTold(told);
      this.relayout();
    });
    this.connection.ready();
  }

  /** The host says how the person looked at it last, and which day it is. What the view itself saved is newer. */
  protected settingsTold({ settings, today }: C['events']['settings']): void {
    const { savedState } = this.connection;
    const saved = memberOf(savedState, 'settings');
    this.settings.told(this.isSettings(saved) ? saved : settings);
    this.today = today;
    if (!this.#restored) this.restore(savedState);
    this.#restored = true;
  }
}
