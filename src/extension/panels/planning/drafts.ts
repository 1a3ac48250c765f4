/**
 * The drafts of plannings, one for each backlog, kept for the workspace: a window that is loaded anew has them again.
 * Their own undo lasts as long as the window. Knows no editor.
 */
import type { Draft, DraftState } from '../../../protocol/panels/planning.ts';
import { EMPTY_DRAFT, isEmptyDraft, sameValue } from '../../../views/planning/draft.ts';

/** What keeps them: the workspace's memory. */
export interface Memory {
  get(key: string): unknown;
  update(key: string, value: unknown): Thenable<void>;
}

type Note = DraftState['notes'][number];

/** What outlives the window. */
export interface Kept {
  readonly draft: Draft;
  readonly notes: readonly Note[];
}

interface Entry extends Kept {
  readonly before: readonly Draft[];
  readonly after: readonly Draft[];
}

const KEY = 'refinery.planning.draft ';
/** Steps that can be undone. */
const MOST_STEPS = 100;

export class Drafts {
  readonly #entries = new Map<string, Entry>();

  /** @param read what was kept, by an older version perhaps; undefined where it is no draft */
  constructor(
    private readonly memory: Memory,
    private readonly read: (kept: unknown) => Kept | undefined,
  ) {}

  of(uri: string): DraftState {
    const { draft, notes, before, after } = this.#entry(uri);
    return { draft, notes, canUndo: before.length > 0, canRedo: after.length > 0 };
  }

  /** One step: what comes of the draft. Nothing happens where that is the same. */
  change(uri: string, next: (draft: Draft) => Draft): DraftState {
    const entry = this.#entry(uri);
    const draft = next(entry.draft);
    if (sameValue(draft, entry.draft)) return this.of(uri);
    const before = [...entry.before, entry.draft].slice(-MOST_STEPS);
    return this.#keep(uri, { ...entry, draft, before, after: [] });
  }

  undo(uri: string, fit: (draft: Draft) => Draft): DraftState {
    const entry = this.#entry(uri);
    const draft = entry.before.at(-1);
    if (draft === undefined) return this.of(uri);
    const [before, after] = [entry.before.slice(0, -1), [...entry.after, entry.draft]];
    return this.#keep(uri, { ...entry, draft: fit(draft), before, after });
  }

  redo(uri: string, fit: (draft: Draft) => Draft): DraftState {
    const entry = this.#entry(uri);
    const draft = entry.after.at(-1);
    if (draft === undefined) return this.of(uri);
    const [before, after] = [[...entry.before, entry.draft], entry.after.slice(0, -1)];
    return this.#keep(uri, { ...entry, draft: fit(draft), before, after });
  }

  /** The file changed: the draft as it fits now, and what there is to say about that. No step of undo. */
  follow(uri: string, draft: Draft, notes: readonly Note[]): DraftState {
    const entry = this.#entry(uri);
    if (draft === entry.draft && notes.length === 0) return this.of(uri);
    const older = entry.notes.filter((note) => !notes.some((other) => other.key === note.key));
    return this.#keep(uri, { ...entry, draft, notes: [...older, ...notes] });
  }

  dismiss(uri: string): DraftState {
    return this.#keep(uri, { ...this.#entry(uri), notes: [] });
  }

  /** It was written: there is nothing to go back to, and nothing more to say. What the file has by then, `follow` takes out. */
  written(uri: string): DraftState {
    return this.#keep(uri, { ...this.#entry(uri), notes: [], before: [], after: [] });
  }

  #entry(uri: string): Entry {
    let entry = this.#entries.get(uri);
    if (entry === undefined) {
      const kept = this.read(this.memory.get(KEY + uri)) ?? { draft: EMPTY_DRAFT, notes: [] };
      entry = { ...kept, before: [], after: [] };
      this.#entries.set(uri, entry);
    }
    return entry;
  }

  #keep(uri: string, entry: Entry): DraftState {
    const { draft, notes } = entry;
    this.#entries.set(uri, entry);
    const kept: Kept | undefined = isEmptyDraft(draft) && notes.length === 0 ? undefined : { draft, notes };
    void this.memory.update(KEY + uri, kept);
    return this.of(uri);
  }
}
