/** Stands in for the planning's host: keeps the draft as the real one does, and says what it was asked to write. */
import { packRows } from '../../../src/extension/panels/packRows.ts';
import type {
  Action,
  Draft,
  DraftState,
  PlanningContract,
  PlanningFacts,
  PlanningSettings,
  SprintFacts,
  StoryFacts,
} from '../../../src/protocol/panels/planning.ts';
import type { Row } from '../../../src/protocol/snapshot.ts';
import { changed, EMPTY_DRAFT } from '../../../src/views/planning/draft.ts';
import { EVIL, TODAY, WORKFLOW } from './rows.ts';
import type { StandIn, Tell } from './viewPage.ts';

const SPRINTS: readonly SprintFacts[] = [
  {
    id: 's23',
    key: 's23',
    away: {},
    start: '2026-11-02',
    end: '2026-11-13',
    started: '2026-11-02',
    closed: '2026-11-13',
    result: { committed: 20, added: 0, done: 18, carried: 2 },
  },
  {
    id: 's24',
    key: 's24',
    goal: EVIL,
    start: '2026-11-30',
    end: '2026-12-11',
    capacity: { ana: 4, ben: 4 },
    away: { ben: 2 },
  },
];

const PEOPLE = [
  { id: 'ana', name: 'Ana Lima' },
  { id: 'ben', name: 'بن عقبة' },
];

const NO_DRAFT: DraftState = { draft: EMPTY_DRAFT, canUndo: false, canRedo: false, notes: [] };

export class PlanningHost implements StandIn<PlanningContract> {
  readonly written: Action[] = [];
  /** Why nothing can be written; undefined where it can. */
  refusal: string | undefined;
  state: DraftState = NO_DRAFT;
  readonly #rows: readonly Row[];
  readonly #facts: PlanningFacts;
  readonly #look: PlanningSettings;
  readonly #undo: Draft[] = [];
  readonly #redo: Draft[] = [];

  constructor(rows: readonly Row[], sprints = SPRINTS, look: Partial<PlanningSettings> = {}) {
    this.#rows = rows;
    this.#facts = {
      sprints,
      teams: [],
      people: PEOPLE,
      holidays: ['2026-12-08'],
      points: { '1': 1, '2': 2, '3': 3, '5': 5, '8': 8 },
      ready: { story: ['acceptance', 'estimate'] },
    };
    this.#look = { sprint: null, filter: '', readyOnly: false, folded: [], ...look };
  }

  readonly ready = async (tell: Tell<PlanningContract>): Promise<void> => {
    const backlog = {
      kind: 'whole' as const,
      uri: 'file:///backlog.yaml',
      revision: 1,
      name: 'Fieldnotes',
      workflow: WORKFLOW,
      rows: packRows(this.#rows),
    };
    await tell('backlog', backlog);
    await tell('facts', this.#facts);
    await tell('draft', this.state);
    await tell('settings', { settings: this.#look, today: TODAY });
  };

  readonly calls: StandIn<PlanningContract>['calls'] = {
    facts: ({ keys }) => keys.map((key) => this.#factsOf(key)),
    similar: () => ({
      estimated: 9,
      similar: 3,
      counts: [
        { estimate: '3', count: 2 },
        { estimate: '5', count: 1 },
      ],
      nearest: [{ key: 'FN-7', id: 'FN-7', title: EVIL, estimate: '3', done: true, why: 'same epic' }],
    }),
    change: ({ changes }) =>
      this.#step(
        changes.reduce(
          (draft, change) => changed(draft, change, { rows: this.#rows, facts: this.#facts }),
          this.state.draft,
        ),
      ),
    undoDraft: () => this.#back(this.#undo, this.#redo),
    redoDraft: () => this.#back(this.#redo, this.#undo),
    discard: () => this.#step(EMPTY_DRAFT),
    dismiss: () => (this.state = { ...this.state, notes: [] }),
    preview: () => ({
      ok: true,
      preview: {
        groups: [{ title: 'Into s24', changes: [{ key: 'FN-1', what: `FN-1 ${EVIL}`, from: '3', to: '5' }] }],
        warnings: ['s24 has 9 points in it, and room for 7.'],
      },
    }),
    run: (action) => {
      if (this.refusal !== undefined) return { ok: false, message: this.refusal };
      this.written.push(action);
      return { ok: true };
    },
    saveSettings: () => null,
    open: () => null,
    command: () => null,
  };

  #factsOf(key: string): StoryFacts {
    const lacks = key.endsWith('3') ? ['acceptance', 'estimate'] : [];
    return { key, lacks, ...(key.endsWith('5') ? { blocked: EVIL, tasks: { done: 1, all: 4 } } : {}) };
  }

  #step(draft: Draft): DraftState {
    this.#undo.push(this.state.draft);
    this.#redo.length = 0;
    return this.#now(draft);
  }

  #back(from: Draft[], to: Draft[]): DraftState {
    const draft = from.pop();
    if (draft === undefined) return this.state;
    to.push(this.state.draft);
    return this.#now(draft);
  }

  #now(draft: Draft): DraftState {
    this.state = { draft, canUndo: this.#undo.length > 0, canRedo: this.#redo.length > 0, notes: [] };
    return this.state;
  }
}
