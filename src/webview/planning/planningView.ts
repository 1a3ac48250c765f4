/**
 * The planning view: holds the backlog as it is, the draft over it, and how the person looks at both. Drawing is done
 * by its parts; every change goes into the draft, and only an action writes.
 */
import { html, nothing, type TemplateResult } from 'lit';
import './storyList.ts';
import type { NoBacklog } from '../../protocol/panels/backlogEvents.ts';
import type {
  Action,
  Day,
  PlanningContract,
  PlanningFacts,
  PlanningLook,
  StoryFacts,
} from '../../protocol/panels/planning.ts';
import type { Row } from '../../protocol/snapshot.ts';
import { countChanges, type Filed, isEmptyDraft } from '../../views/planning/draft.ts';
import type { Plan } from '../../views/planning/plan.ts';
import { Facts } from '../shared/facts.ts';
import { follow, type Followed } from '../shared/followed.ts';
import { Picked } from '../shared/picked.ts';
import { View } from '../shared/view.ts';
import { whyNot } from '../shared/whyNot.ts';
import { askFacts } from './asking.ts';
import { Cursor } from './cursor.ts';
import { draftBar } from './draftBar.ts';
import { Drafting, type DraftingHost } from './drafting.ts';
import { Dragging } from './dragging.ts';
import { keptIn } from './kept.ts';
import { Keyboard, type KeyboardHost } from './keyboard.ts';
import { ListFocus } from './listFocus.ts';
import { Meeting, type MeetingHost } from './meeting.ts';
import { missing } from './missing.ts';
import { beforeOf, isOpen, lacksOf, type Planning, planningOf } from './model.ts';
import { panes } from './panes.ts';
import { Pointing } from './pointing.ts';
import { type OpenPopup, popup } from './popups.ts';
import type { RowEvents, RowLook, Side } from './row.ts';
import type { ListHost } from './storyList.ts';
import { planningStyles } from './styles.ts';
import { toolbar } from './heads.ts';
import { plural } from './words.ts';

/** Milliseconds before what is typed is kept for the workspace. */
const KEEP_AFTER = 400;

export class PlanningView
  extends View<PlanningContract>
  implements ListHost, KeyboardHost, DraftingHost, MeetingHost
{
  readonly picked = new Picked();
  readonly drafting = new Drafting(this.connection, this);
  readonly lists = new ListFocus(() => this);
  readonly meeting = new Meeting(this);
  readonly #pointing = new Pointing(this, new Keyboard(this));
  readonly #cursor = new Cursor(this.picked, (side) => this.rowsOf(side));
  readonly #facts = new Facts<StoryFacts>(
    (keys) => askFacts(this.connection, keys),
    () => this.#wanted(),
    () => {
      this.deal();
    },
  );
  readonly #dragging = new Dragging({
    dragged: (key) => this.picked.with(key),
    sideOf: (key) => this.sideOf(key),
    over: (side) => {
      this.#over = side;
      this.requestUpdate();
    },
    dropped: (keys, from) => {
      this.move(keys, from);
    },
  });

  pitch = 52;
  followed: Followed | undefined;
  planning: Planning | undefined;
  today: Day = '';
  #planningFacts: PlanningFacts | undefined;
  #before: Plan | undefined;
  #missing: NoBacklog = 'starting';
  #look: PlanningLook | undefined;
  #popup: OpenPopup | undefined;
  #over: Side | undefined;
  #editing = false;
  #busy = false;
  #written: string | undefined;
  #version = 0;
  #keepTimer = 0;

  constructor() {
    super(planningStyles);
    this.#restore();
    this.#listen();
  }

  get filed(): Filed | undefined {
    const [followed, facts] = [this.followed, this.#planningFacts];
    return followed && facts && { rows: followed.rows, facts };
  }

  readonly events: RowEvents = {
    move: (key) => {
      this.move(this.picked.with(key), this.sideOf(key) ?? 'backlog');
    },
    estimate: (key) => {
      this.estimate(this.picked.with(key));
    },
    assign: (key) => {
      this.assign(this.picked.with(key));
    },
  };

  #restore(): void {
    const kept = keptIn(this.connection.kept);
    if (kept === undefined) return;
    this.#look = kept.look;
    this.#editing = kept.editing;
    for (const key of kept.picked) this.picked.toggle(key);
    this.picked.current = kept.current;
    this.lists.on(kept.current);
  }

  #listen(): void {
    this.connection.on('backlog', (event) => {
      const next = follow(this.followed, event);
      // Where a change was missed, the whole is asked for as by a view that is shown anew.
      if (next === undefined) {
        this.connection.ready();
        return;
      }
      this.followed = next;
      this.#before = undefined;
      this.#facts.refresh();
      this.deal();
    });
    this.connection.on('missing', ({ why }) => {
      this.followed = undefined;
      this.#missing = why;
      this.deal();
    });
    this.connection.on('facts', (facts) => {
      this.#planningFacts = facts;
      this.#before = undefined;
      this.deal();
    });
    this.connection.on('draft', (state) => {
      this.drafting.told(state);
    });
    this.connection.on('look', ({ look, today }) => {
      this.#look ??= look;
      this.today = today;
      this.deal();
    });
    this.connection.ready();
  }

  deal(): void {
    this.lists.hold();
    const [followed, facts, look] = [this.followed, this.#planningFacts, this.#look];
    if (followed === undefined || facts === undefined || look === undefined || !this.drafting.isKnown)
      this.planning = undefined;
    else {
      this.#before ??= beforeOf({ followed, facts });
      const { draft } = this.drafting;
      const source = { followed, facts, draft, look, factsOf: (key: string) => this.#facts.of(key) };
      this.planning = planningOf(source, this.#before);
      if (!isEmptyDraft(draft)) this.#written = undefined;
      this.#keep();
    }
    this.redraw();
  }

  /** What a restart of the window brings back. */
  #keep(): void {
    const { current, all: picked } = this.picked;
    this.connection.keep({ look: this.#look, current, picked, editing: this.#editing });
  }

  redraw(): void {
    this.#version++;
    this.requestUpdate();
  }

  /** Stories of which more is to be known: those that are seen, those of the sprint, and all where only ready ones are. */
  #wanted(): ReadonlySet<string> {
    const all = this.#look?.readyOnly === true ? (this.followed?.rows ?? []) : [];
    const sprint = this.planning?.chosen?.stories ?? [];
    return new Set([...this.lists.drawn, ...[...sprint, ...all].map(({ key }) => key)]);
  }

  lookOf(row: Row, side: Side): RowLook {
    const { planning, followed } = this;
    const facts = this.#facts.of(row.key);
    const over = followed !== undefined && !isOpen(row, followed);
    const movable = !over && planning?.chosen !== undefined && planning.state !== 'closed';
    const id = planning?.chosen?.sprint.id ?? '';
    return {
      facts,
      lacks:
        planning &&
        lacksOf(row, { facts: planning.facts, factsOf: (key) => this.#facts.of(key) }, planning.plan),
      broken: side === 'sprint' ? (planning?.broken.get(row.key) ?? []) : [],
      drafted: planning?.plan.drafted.get(row.key),
      people: planning?.people ?? new Map(),
      over,
      goesTo: movable ? (side === 'backlog' ? `Into ${id}` : 'Back to the backlog') : undefined,
    };
  }

  isSelected(key: string): boolean {
    return this.picked.has(key);
  }

  rowsOf(side: Side): readonly Row[] {
    return (side === 'backlog' ? this.planning?.backlog : this.planning?.chosen?.stories) ?? [];
  }

  sideOf(key: string): Side | undefined {
    return this.#cursor.sideOf(key);
  }

  currentOf(side: Side): string | undefined {
    return this.#cursor.of(side);
  }

  drawn(element: HTMLElement, key: string): void {
    this.#dragging.row(element, key);
  }

  focusOn(key: string | undefined): void {
    this.lists.on(key);
  }

  /** What a filter keeps back, or is in the other list, is not moved with what is seen to move. */
  move(keys: readonly string[], from: Side): void {
    this.meeting.move(
      keys.filter((key) => this.sideOf(key) === from),
      from,
    );
  }

  estimate(keys: readonly string[], typed?: string): void {
    this.meeting.estimate(this.#shown(keys), typed);
  }

  assign(keys: readonly string[]): void {
    this.meeting.assign(this.#shown(keys));
  }

  #shown(keys: readonly string[]): readonly string[] {
    return keys.filter((key) => this.sideOf(key) !== undefined);
  }

  open(key: string, inFile: boolean): void {
    void this.connection.call('open', { key, inFile });
  }

  undo(): void {
    if (this.drafting.state.canUndo) void this.drafting.step('undoDraft');
    else if (this.#written !== undefined) this.#command('undo');
  }

  redo(): void {
    if (this.drafting.state.canRedo) void this.drafting.step('redoDraft');
  }

  show(open: OpenPopup | undefined): void {
    this.#popup = open;
    this.requestUpdate();
  }

  call: MeetingHost['call'] = (name, params) => this.connection.call(name, params);

  change(change: Partial<PlanningLook>): void {
    if (this.#look === undefined) return;
    const look = { ...this.#look, ...change };
    this.#look = look;
    this.deal();
    window.clearTimeout(this.#keepTimer);
    this.#keepTimer = window.setTimeout(() => void this.connection.call('keep', look), KEEP_AFTER);
  }

  /** Writes; what came of it is said. */
  async run(action: Action, done: string): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    this.redraw();
    const why = await whyNot(this.connection.call('run', action));
    this.#busy = false;
    this.#written = why === undefined ? done : undefined;
    this.tell(why);
    this.say(why ?? done);
    this.redraw();
  }

  #command(name: PlanningContract['calls']['command']['params']['name']): void {
    void this.connection.call('command', { name });
  }

  protected override render(): TemplateResult {
    const { planning, followed } = this;
    const look = this.#look;
    if (planning === undefined || followed === undefined || look === undefined)
      return missing(this.followed === undefined ? this.#missing : 'starting', (name) => {
        this.#command(name);
      });
    const count = countChanges(this.drafting.draft);
    return html`
      ${toolbar({
        name: followed.name,
        sprints: planning.plan.sprints,
        chosen: planning.chosen?.sprint.id,
        choose: (id) => {
          this.change({ sprint: id });
        },
        create: () => {
          this.meeting.createSprint();
        },
      })}
      ${draftBar({
        count,
        state: this.drafting.state,
        busy: this.#busy,
        written: this.#written,
        undo: () => {
          this.undo();
        },
        redo: () => {
          this.redo();
        },
        show: () => {
          this.meeting.act('accept');
        },
        discard: () => void this.drafting.step('discard'),
        accept: () =>
          void this.run({ kind: 'accept' }, `${plural(count, 'change is', 'changes are')} in the file now.`),
        undoWritten: () => {
          this.#written = undefined;
          this.#command('undo');
          this.redraw();
        },
        dismiss: () => void this.drafting.step('dismiss'),
      })}
      ${this.messageBar()}
      ${panes({
        view: this,
        planning,
        look,
        version: this.#version,
        over: this.#over,
        editing: this.#editing,
        edit: () => {
          this.#editing = !this.#editing;
          this.deal();
        },
        newStory: () => {
          this.#command('newStory');
        },
        on: this.#pointing,
      })}
      ${this.#popup === undefined ? nothing : popup(this.#popup, this.#closed)}
    `;
  }

  /** The browser says it only after the next key was pressed, which may have opened another one. */
  readonly #closed = (closed: OpenPopup): void => {
    if (this.#popup !== closed) return;
    this.#popup = undefined;
    this.requestUpdate();
  };

  protected override firstUpdated(): void {
    this.#dragging.start();
    new ResizeObserver(() => {
      this.#measure();
    }).observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#dragging.stop();
  }

  protected override updated(): void {
    for (const pane of this.querySelectorAll<HTMLElement>('.pane'))
      this.#dragging.pane(pane, pane.dataset['side'] === 'sprint' ? 'sprint' : 'backlog');
    if (this.#popup === undefined) void this.lists.settle();
  }

  /** A row holds two lines of text at the person's own size. */
  #measure(): void {
    const size = Number.parseFloat(getComputedStyle(this).fontSize) || 13;
    const height = Math.round(size * 3.1 + 14);
    if (height === this.pitch) return;
    this.pitch = height;
    this.redraw();
  }
}
