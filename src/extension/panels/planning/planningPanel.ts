/**
 * The planning's host: it feeds the newest backlog and what planning needs beyond it to the view, keeps the draft while
 * the file changes under it, and writes an action as one operation.
 */
import * as vscode from 'vscode';
import { today } from '../../../node/clock.ts';
import { planRequest } from '../../../protocol/lsp.ts';
import type { Outcome } from '../../../protocol/panels/contract.ts';
import type {
  Action,
  Draft,
  DraftState,
  PlanningContract,
  PlanningSettings,
  PreviewResult,
  StoryFacts,
} from '../../../protocol/panels/planning.ts';
import { planningCalls, planningSettings } from '../../../protocol/panels/planningSchema.ts';
import {
  planningRequest,
  type PlanningResult,
  similarRequest,
  storyFactsRequest,
} from '../../../protocol/planning.ts';
import type { Row } from '../../../protocol/snapshot.ts';
import { changed, EMPTY_DRAFT } from '../../../views/planning/draft.ts';
import type { PlanSource } from '../../../views/planning/plan.ts';
import { rebased } from '../../../views/planning/rebase.ts';
import type { App } from '../../app.ts';
import { comparePlanned } from '../../plannedText.ts';
import { ServerGone } from '../../serverLink.ts';
import { BacklogFeed } from '../backlogFeed.ts';
import type { PanelState } from '../openPanel.ts';
import { gone, Panel } from '../panel.ts';
import type { Calls } from '../viewHost.ts';
import { draftsOf } from './kept.ts';
import { actionOperation } from './operations.ts';
import { namesIn, previewOf } from './preview.ts';
import { noteWords } from './words.ts';

const SETTINGS = 'refinery.planning.look';

const FIRST_LOOK: PlanningSettings = { sprint: null, filter: '', readyOnly: false, folded: [] };

/** What the view needs beyond rows, of one revision of one backlog. */
interface Known extends PlanningResult {
  readonly uri: string;
}

export class PlanningPanel extends Panel<PlanningContract> {
  readonly #feed = new BacklogFeed({
    backlog: (event) => {
      this.send('backlog', event);
    },
    missing: (why) => {
      this.send('missing', { why });
    },
  });
  #known: Known | undefined;
  /** What the view was told last. */
  #told: { readonly facts: string; readonly state: DraftState; readonly day: string } | undefined;
  /** The question for what is known is on its way; `again` where something is newer meanwhile. */
  #asking: { again: boolean } | undefined;

  constructor(app: App, panel: vscode.WebviewPanel, state: PanelState) {
    super({ app, panel, view: 'planning', state, schemas: planningCalls });
    // Another server counts its revisions anew.
    const states = app.link.onDidChangeState(() => {
      if (this.#known !== undefined) this.#known = { ...this.#known, revision: -1 };
    });
    this.disposables.push(states);
  }

  protected override show(anew: boolean): void {
    const { backlog } = this;
    if (anew) {
      this.#feed.restart();
      this.#told = undefined;
    }
    if (backlog !== undefined) this.panel.title = vscode.l10n.t('Planning: {name}', { name: backlog.name });
    this.#feed.show(backlog, this.missing);
    this.#follow().catch((error: unknown) => {
      // The next server says anew what there is.
      if (!(error instanceof ServerGone)) this.app.log.error(`planning: ${String(error)}`);
    });
  }

  /** Asks for what goes with the newest rows, and tells it with the draft on them. */
  async #follow(): Promise<void> {
    if (this.#asking !== undefined) {
      this.#asking.again = true;
      return;
    }
    const asking = { again: true };
    this.#asking = asking;
    try {
      while (asking.again) {
        asking.again = false;
        const { backlog } = this;
        if (backlog === undefined) return;
        const { uri, revision } = backlog;
        if (this.#known?.uri !== uri || this.#known.revision !== revision) {
          const answer = await this.app.link.request(planningRequest, { uri });
          if (answer === null) return;
          this.#known = { uri, ...answer };
        }
        this.#tell();
      }
    } finally {
      this.#asking = undefined;
    }
  }

  #tell(): void {
    const { backlog } = this;
    const known = this.#known;
    if (backlog === undefined || known?.uri !== backlog.uri) return;
    const facts = JSON.stringify(known.facts);
    if (facts !== this.#told?.facts) this.send('facts', known.facts);
    // Rows and facts of two revisions say nothing about a draft; those of one are on their way.
    const state = known.revision === backlog.revision ? this.#rebase(backlog.uri) : this.#state();
    if (this.#told === undefined || !sameState(state, this.#told.state)) this.send('draft', state);
    const day = today();
    if (day !== this.#told?.day) this.send('settings', { settings: this.#settings(), today: day });
    this.#told = { facts, state, day };
  }

  #rebase(uri: string): DraftState {
    const drafts = draftsOf(this.app);
    const source = this.#source();
    if (source === undefined) return drafts.of(uri);
    const { draft, notes } = rebased(source.draft, source, source.workflow);
    const person = namesIn(source);
    return drafts.follow(
      uri,
      draft,
      notes.map((note) => ({ key: note.key, kept: note.kept, text: noteWords(note, person) })),
    );
  }

  /** All that a plan is worked out from; undefined until it is known. */
  #source(): PlanSource | undefined {
    const { backlog } = this;
    if (backlog === undefined || this.#known?.uri !== backlog.uri) return undefined;
    const { rows, workflow, uri } = backlog;
    return { rows, workflow, facts: this.#known.facts, draft: draftsOf(this.app).of(uri).draft };
  }

  #state(): DraftState {
    const { uri } = this;
    if (uri !== undefined) return draftsOf(this.app).of(uri);
    return { draft: EMPTY_DRAFT, canUndo: false, canRedo: false, notes: [] };
  }

  /** An answer to the view; what it gets as an answer needs no event. */
  #answer(state: DraftState): DraftState {
    if (this.#told !== undefined) this.#told = { ...this.#told, state };
    return state;
  }

  #settings(): PlanningSettings {
    const kept = planningSettings.safeParse(this.app.context.workspaceState.get(SETTINGS));
    return kept.success ? kept.data : FIRST_LOOK;
  }

  protected override calls(): Calls<PlanningContract> {
    return {
      facts: ({ keys }) => this.#facts(this.rows(keys)),
      similar: async ({ key }) => {
        const [row] = this.rows([key]);
        const { backlog } = this;
        if (row === undefined || backlog === undefined) return null;
        return this.app.link.request(similarRequest, { uri: backlog.uri, item: row.address });
      },
      ...this.#draftCalls(),
      preview: (action) => this.#preview(action),
      showDiff: (action) => this.#showDiff(action),
      run: (action) => this.#write(action),
      open: async ({ key, inFile }) => {
        const command = inFile ? 'refinery.openItem' : 'refinery.openStory';
        await vscode.commands.executeCommand(command, { uri: this.uri, key });
        return null;
      },
      saveSettings: async (settings) => {
        await this.app.context.workspaceState.update(SETTINGS, settings);
        return null;
      },
      command: async ({ name }) => {
        await vscode.commands.executeCommand(`refinery.${name}`, { uri: this.uri });
        return null;
      },
    };
  }

  #draftCalls(): Pick<Calls<PlanningContract>, 'change' | 'undoDraft' | 'redoDraft' | 'discard' | 'dismiss'> {
    const drafts = draftsOf(this.app);
    const step = (act: (uri: string, source: PlanSource) => DraftState): DraftState => {
      const { uri } = this;
      const source = this.#source();
      return this.#answer(uri === undefined || source === undefined ? this.#state() : act(uri, source));
    };
    // What is brought back is of a file that may have changed since.
    const fit = (source: PlanSource) => (draft: Draft) => rebased(draft, source, source.workflow).draft;
    return {
      change: ({ changes }) =>
        step((uri, source) =>
          drafts.change(uri, (draft) =>
            changes.reduce((before, change) => changed(before, change, source), draft),
          ),
        ),
      undoDraft: () => step((uri, source) => drafts.undo(uri, fit(source))),
      redoDraft: () => step((uri, source) => drafts.redo(uri, fit(source))),
      discard: () => step((uri) => drafts.change(uri, () => EMPTY_DRAFT)),
      dismiss: () => step((uri) => drafts.dismiss(uri)),
    };
  }

  async #facts(rows: readonly Row[]): Promise<readonly StoryFacts[]> {
    const { backlog } = this;
    if (backlog === undefined || rows.length === 0) return [];
    const items = rows.map(({ address }) => address);
    const facts = await this.app.link.request(storyFactsRequest, { uri: backlog.uri, items });
    return facts.filter((one) => one !== null);
  }

  async #preview(action: Action): Promise<PreviewResult> {
    const source = this.#source();
    const { backlog } = this;
    if (source === undefined || backlog === undefined) return notKnownYet();
    const operation = actionOperation(source.rows, source.draft, action);
    if (operation === undefined) return { ok: true, preview: { groups: [], warnings: [] } };
    const plan = await this.app.link.request(planRequest, { uri: backlog.uri, operation });
    if (!plan.ok) return { ok: false, message: plan.refusal.message };
    const concerned =
      action.kind === 'start'
        ? source.rows.filter(
            ({ key, sprint }) => sprint === action.sprint || this.#goesInto(key, action.sprint),
          )
        : [];
    return { ok: true, preview: previewOf(source, action, await this.#facts(concerned)) };
  }

  #goesInto(key: string, sprint: string): boolean {
    return this.#state().draft.stories.some((story) => story.key === key && story.sprint?.to === sprint);
  }

  async #showDiff(action: Action): Promise<Outcome> {
    const source = this.#source();
    const { uri } = this;
    if (source === undefined || uri === undefined) return notKnownYet();
    const operation = actionOperation(source.rows, source.draft, action);
    if (operation === undefined) return nothingToWrite();
    return comparePlanned(this.app, uri, operation, labelOf(action));
  }

  async #write(action: Action): Promise<Outcome> {
    const source = this.#source();
    const { backlog } = this;
    if (backlog === undefined) return gone();
    if (source === undefined) return notKnownYet();
    const operation = actionOperation(source.rows, source.draft, action);
    if (operation === undefined) return nothingToWrite();
    const outcome = await this.run(operation, labelOf(action));
    // The draft itself gives way when the file is seen to have it all: until then the view shows the same as before.
    if (outcome.ok) {
      draftsOf(this.app).written(backlog.uri);
      this.#tell();
    }
    return outcome;
  }
}

/** What is done, for undo and for the comparison's title. */
function labelOf(action: Action): string {
  switch (action.kind) {
    case 'accept':
      return vscode.l10n.t('Save the sprint plan');
    case 'start':
      return vscode.l10n.t('Start {sprint}', { sprint: action.sprint });
    case 'close':
      return vscode.l10n.t('Close {sprint}', { sprint: action.sprint });
  }
}

function notKnownYet(): { readonly ok: false; readonly message: string } {
  return { ok: false, message: vscode.l10n.t('The backlog is still being read; please try again.') };
}

function nothingToWrite(): Outcome {
  return { ok: false, message: vscode.l10n.t('There is nothing to write: the draft is empty.') };
}

function sameState(a: DraftState, b: DraftState): boolean {
  return a.draft === b.draft && a.notes === b.notes && a.canUndo === b.canUndo && a.canRedo === b.canRedo;
}
