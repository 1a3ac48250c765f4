/**
 * A draft on a file that changed under it: entries are found again by id, those that the file has already are done,
 * those that no longer apply are given up, and each that a person has to know of is told. Pure.
 */
import type { Change, Draft, NewSprint, SprintDraft, StoryDraft } from '../../protocol/panels/planning.ts';
import type { Row, Workflow } from '../../protocol/snapshot.ts';
import { phaseOf } from '../phase.ts';
import { type Filed, filedSprintValue, filedValue, sameValue } from './draft.ts';

export interface RebaseNote {
  /** A row's key. */
  readonly key: string;
  /** For words: the title of a story, the id of a sprint. */
  readonly title: string;
  readonly kept: boolean;
  /**
   * `gone`: it is no longer in the file. `finished`: done or dropped meanwhile, so it goes into no sprint. `elsewhere`:
   * it was to go back to the backlog, and somebody put it into another sprint. `noSprint`, `closed`: the sprint that it
   * is about is gone or over. `taken`: a new sprint's id is in the file now. `changed`: the file says something else
   * than when the draft was made.
   */
  readonly reason: 'gone' | 'finished' | 'elsewhere' | 'noSprint' | 'closed' | 'taken' | 'changed';
  readonly field?: string;
  /** What the file says now, and what the draft says. */
  readonly now?: unknown;
  readonly to?: unknown;
  /** The sprint that a reason is about. */
  readonly sprint?: string;
}

export interface Rebased {
  /** The same object where nothing is different. */
  readonly draft: Draft;
  readonly notes: readonly RebaseNote[];
}

export function rebased(draft: Draft, filed: Filed, workflow: Workflow): Rebased {
  const rebase = new Rebase(draft, filed, workflow);
  return rebase.all();
}

class Rebase {
  readonly #notes: RebaseNote[] = [];
  /** By id: true where it is over. */
  readonly #sprints: ReadonlyMap<string, boolean>;
  readonly #added: ReadonlySet<string>;

  constructor(
    private readonly draft: Draft,
    private readonly filed: Filed,
    private readonly workflow: Workflow,
  ) {
    this.#sprints = new Map(filed.facts.sprints.map(({ id, closed }) => [id, closed !== undefined]));
    this.#added = new Set(draft.added.map(({ id }) => id));
  }

  all(): Rebased {
    const { draft } = this;
    const added = draft.added.filter((sprint) => this.#isNew(sprint));
    const rows = rowsOf(draft.stories, this.filed.rows);
    const stories = draft.stories.flatMap((story) => this.#story(story, rows.get(story.key)));
    const sprints = draft.sprints.flatMap((sprint) => this.#sprint(sprint));
    const next = { stories, sprints, added };
    return { draft: sameValue(next, draft) ? draft : next, notes: this.#notes };
  }

  #isNew(sprint: NewSprint): boolean {
    const { id } = sprint;
    const there = this.filed.facts.sprints.find((one) => one.id === id);
    if (there === undefined) return true;
    const { key: _key, ...filed } = there;
    const same = Object.entries({ away: {}, ...sprint }).every(([field, value]) =>
      sameValue(value, filed[field as keyof typeof filed]),
    );
    if (!same) this.#note({ key: there.key, title: id, kept: false, reason: 'taken' });
    return false;
  }

  #note(note: RebaseNote): void {
    this.#notes.push(note);
  }

  #story(story: StoryDraft, row: Row | undefined): readonly StoryDraft[] {
    const { key, title } = story;
    if (row === undefined) {
      this.#note({ key, title, kept: false, reason: 'gone' });
      return [];
    }
    const entry: StoryDraft = {
      key: row.key,
      title: row.title,
      ...this.#move(story.sprint, row),
      ...this.#field('estimate', story.estimate, filedValue(row, 'estimate'), row),
      ...this.#field('assignee', story.assignee, filedValue(row, 'assignee'), row),
    };
    return Object.keys(entry).length > 2 ? [entry] : [];
  }

  #move(change: StoryDraft['sprint'], row: Row): Pick<StoryDraft, 'sprint'> {
    if (change === undefined) return {};
    const now = row.sprint ?? null;
    const { from, to } = change;
    if (now === to) return {};
    const told = { key: row.key, title: row.title, kept: false };
    if (to === null) {
      if (now === from) return { sprint: change };
      this.#note({ ...told, reason: 'elsewhere', sprint: now ?? '' });
      return {};
    }
    const over = this.#sprints.get(to);
    const phase = phaseOf(row, this.workflow);
    if (over === undefined && !this.#added.has(to)) this.#note({ ...told, reason: 'noSprint', sprint: to });
    else if (over === true) this.#note({ ...told, reason: 'closed', sprint: to });
    else if (phase === 'done' || phase === 'dropped') this.#note({ ...told, reason: 'finished', sprint: to });
    else return this.#field('sprint', change, now, row);
    return {};
  }

  /** A field that stands, perhaps on another value of the file than before. */
  #field<F extends string, T>(
    field: F,
    change: Change<T> | undefined,
    now: unknown,
    { key, title }: { readonly key: string; readonly title: string },
  ): { readonly [K in F]?: Change<T> } {
    if (change === undefined || sameValue(now, change.to)) return {};
    if (!sameValue(now, change.from))
      this.#note({ key, title, kept: true, reason: 'changed', field, now, to: change.to });
    // What the file has in a field is of the kind that the draft has of it.
    return { [field]: { from: now as T, to: change.to } } as { readonly [K in F]?: Change<T> };
  }

  #sprint(draft: SprintDraft): readonly SprintDraft[] {
    const { id, ...changes } = draft;
    const sprint = this.filed.facts.sprints.find((one) => one.id === id);
    if (sprint === undefined || sprint.closed !== undefined) {
      const reason = sprint === undefined ? 'noSprint' : 'closed';
      this.#note({ key: sprint?.key ?? id, title: id, kept: false, reason, sprint: id });
      return [];
    }
    let entry: SprintDraft = { id };
    for (const [field, change] of Object.entries(changes)) {
      const now = filedSprintValue(sprint, field as Exclude<keyof SprintDraft, 'id'>);
      entry = {
        ...entry,
        ...this.#field<string, unknown>(field, change, now, { key: sprint.key, title: id }),
      };
    }
    return Object.keys(entry).length > 1 ? [entry] : [];
  }
}

/** Where each entry's story is now: by id, and by title where it has none. */
function rowsOf(drafts: readonly StoryDraft[], rows: readonly Row[]): ReadonlyMap<string, Row> {
  const found = new Map<string, Row>();
  if (drafts.length === 0) return found;
  const wanted = new Map(drafts.map((draft) => [draft.key, draft]));
  const titles = new Map<string, Row | undefined>();
  for (const row of rows) {
    if (row.list !== 'stories') continue;
    if (row.id !== undefined && wanted.has(row.key)) found.set(row.key, row);
    // Of two with the same title nobody can tell which one is meant.
    titles.set(row.title, titles.has(row.title) ? undefined : row);
  }
  for (const { key, title } of drafts) {
    const row = PLACE.test(key) && !found.has(key) ? titles.get(title) : undefined;
    if (row !== undefined) found.set(key, row);
  }
  return found;
}

/** The key of a story without an id. */
const PLACE = /^stories\[\d+\]$/;
