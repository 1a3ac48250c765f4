/**
 * The planning view: the backlog as it is, the draft over it, and how the person looks at both. Drawing is done by its
 * parts; every change goes into the draft, and only an action writes.
 */
import { html, nothing, type TemplateResult } from 'lit';
import './storyList.ts';
import type {
  PlanningContract,
  PlanningFacts,
  PlanningSettings,
  StoryFacts,
} from '../../protocol/panels/planning.ts';
import type { Row } from '../../protocol/snapshot.ts';
import { type Filed, isEmptyDraft } from '../../views/planning/draft.ts';
import type { Plan } from '../../views/planning/plan.ts';
import { BacklogView } from '../shared/backlogView.ts';
import { Facts } from '../shared/facts.ts';
import type { WayOut } from '../shared/ui/missingBacklog.ts';
import { askFacts } from './asking.ts';
import { draftBar } from './draftBar.ts';
import { Drafting, type DraftingHost } from './drafting.ts';
import { toolbar } from './heads.ts';
import { Lists, type ListsHost } from './lists.ts';
import { beforeOf, type Planning, planningOf } from './model.ts';
import { panes } from './panes.ts';
import { isPlanningSettings, savedSelection } from './persistedState.ts';
import { PlanningActions, type PlanningActionsHost } from './planningActions.ts';
import { type OpenPopup, popup } from './popups.ts';
import type { RowLook, Side } from './row.ts';
import { rowLookOf } from './rowLook.ts';
import type { ListHost } from './storyList.ts';
import { planningStyles } from './styles.ts';
import { Writing } from './writing.ts';

/** Pixels of a row before it is measured. */
const ROW = 52;

export class PlanningView
  extends BacklogView<PlanningContract, PlanningSettings>
  implements ListHost, ListsHost, DraftingHost, PlanningActionsHost
{
  readonly drafting = new Drafting(this.connection, this);
  readonly writing = new Writing(this.connection, this);
  readonly actions: PlanningActions = new PlanningActions(this);
  readonly lists: Lists = new Lists(this);
  readonly #facts = new Facts<StoryFacts>(
    (keys) => askFacts(this.connection, keys),
    () => this.#wanted(),
    () => {
      this.relayout();
    },
  );

  planning: Planning | undefined;
  #planningFacts: PlanningFacts | undefined;
  #before: Plan | undefined;
  #popup: OpenPopup | undefined;
  #editing = false;

  constructor() {
    super(planningStyles, ROW);
    this.connection.on('facts', (facts) => {
      this.#planningFacts = facts;
      this.#before = undefined;
      this.relayout();
    });
    this.connection.on('draft', (state) => {
      this.drafting.told(state);
    });
  }

  get filed(): Filed | undefined {
    const [backlog, facts] = [this.backlog, this.#planningFacts];
    return backlog && facts && { rows: backlog.rows, facts };
  }

  protected override isSettings(value: unknown): value is PlanningSettings {
    return isPlanningSettings(value);
  }

  protected override restore(saved: unknown): void {
    const { current, selected, editing } = savedSelection(saved);
    this.#editing = editing;
    this.lists.selection.add(selected, current);
    this.lists.focus.on(current);
  }

  protected override stateToSave(): object {
    const { current, all: selected } = this.lists.selection;
    return { current, selected, editing: this.#editing };
  }

  protected override backlogChanged(): void {
    this.#before = undefined;
    if (this.backlog !== undefined) this.#facts.refresh();
    this.relayout();
  }

  protected override wayOut(name: WayOut): void {
    this.#command(name);
  }

  override relayout(): void {
    this.lists.focus.hold();
    const [backlog, facts, settings] = [this.backlog, this.#planningFacts, this.settings.now];
    if (backlog === undefined || facts === undefined || settings === undefined || !this.drafting.isKnown)
      this.planning = undefined;
    else {
      this.#before ??= beforeOf({ backlog, facts });
      const { draft } = this.drafting;
      const source = { backlog, facts, draft, settings, factsOf: (key: string) => this.#facts.of(key) };
      this.planning = planningOf(source, this.#before);
      if (!isEmptyDraft(draft)) this.writing.forget();
      this.saveState();
    }
    this.redraw();
  }

  /** Stories of which more is to be known: those that are seen, those of the sprint, and all where only ready ones are. */
  #wanted(): ReadonlySet<string> {
    const all = this.settings.now?.readyOnly === true ? (this.backlog?.rows ?? []) : [];
    const sprint = this.planning?.chosen?.stories ?? [];
    return new Set([...this.lists.focus.drawn, ...[...sprint, ...all].map(({ key }) => key)]);
  }

  lookOf(row: Row, side: Side): RowLook {
    const { planning, backlog } = this;
    return rowLookOf(row, side, { planning, backlog, factsOf: (key) => this.#facts.of(key) });
  }

  rowsOf(side: Side): readonly Row[] {
    return (side === 'backlog' ? this.planning?.backlog : this.planning?.chosen?.stories) ?? [];
  }

  open(key: string, inFile: boolean): void {
    void this.connection.call('open', { key, inFile });
  }

  undo(): void {
    this.writing.undo();
  }

  redo(): void {
    this.writing.redo();
  }

  show(open: OpenPopup | undefined): void {
    this.#popup = open;
    this.requestUpdate();
  }

  call: PlanningActionsHost['call'] = (name, params) => this.connection.call(name, params);

  change(change: Partial<PlanningSettings>): void {
    this.settings.change(change);
  }

  #command(name: PlanningContract['calls']['command']['params']['name']): void {
    void this.connection.call('command', { name });
  }

  protected override render(): TemplateResult {
    const { planning, backlog, drafting, writing, actions } = this;
    const settings = this.settings.now;
    if (planning === undefined || backlog === undefined || settings === undefined)
      return this.missingNotice('Plan a sprint', backlog === undefined ? this.missing : 'starting');
    return html`
      ${toolbar({
        name: backlog.name,
        sprints: planning.plan.sprints,
        chosen: planning.chosen?.sprint.id,
        choose: (sprint) => {
          this.change({ sprint });
        },
        create: () => {
          actions.createSprint();
        },
      })}
      ${draftBar({ drafting, writing, actions })} ${this.messageBar()}
      ${panes({
        view: this,
        planning,
        now: settings,
        version: this.version,
        over: this.lists.over,
        editing: this.#editing,
        edit: () => {
          this.#editing = !this.#editing;
          this.relayout();
        },
        newStory: () => {
          this.#command('newStory');
        },
        on: this.lists.pointer,
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

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.lists.stop();
  }

  protected override updated(): void {
    this.lists.start();
    if (this.#popup === undefined) void this.lists.focus.settle();
  }

  /** A row holds two lines of text. */
  protected override measureRow(): number {
    const size = Number.parseFloat(getComputedStyle(this).fontSize) || 13;
    return Math.round(size * 3.1 + 14);
  }
}
