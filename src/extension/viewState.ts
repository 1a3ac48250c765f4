/**
 * How a person looks at the backlog: grouping, filter and which backlog, kept for each workspace. Not part of the
 * backlog, so never written to the file. Knows no editor.
 */
import type { Grouping } from '../protocol/settings.ts';
import { Emitter } from './emitter.ts';

export interface View {
  readonly grouping: Grouping;
  /** As typed; empty when everything is shown. */
  readonly filter: string;
  /** Leaves out what is finished or dropped. */
  readonly hideDone: boolean;
  /** The only backlog that is shown; `undefined` for all. */
  readonly only: string | undefined;
}

/** Where it is kept: the workspace state of the editor. */
export interface Memory {
  get(key: string): unknown;
  update(key: string, value: unknown): PromiseLike<void>;
}

const KEY = 'refinery.view';
const GROUPINGS: readonly string[] = [
  'none',
  'epic',
  'sprint',
  'status',
  'assignee',
] satisfies readonly Grouping[];

export function isGrouping(value: unknown): value is Grouping {
  return typeof value === 'string' && GROUPINGS.includes(value);
}

export class ViewStore {
  readonly #memory: Memory;
  readonly #changes = new Emitter<View>();
  #view: View;

  readonly onDidChange = this.#changes.event;

  /** `initial` is the grouping for a workspace that was never grouped before. */
  constructor(memory: Memory, initial: Grouping) {
    this.#memory = memory;
    this.#view = read(memory.get(KEY), initial);
  }

  get view(): View {
    return this.#view;
  }

  update(change: Partial<View>): void {
    const next = { ...this.#view, ...change };
    if (JSON.stringify(next) === JSON.stringify(this.#view)) return;
    this.#view = next;
    // Forgetting a view state is no loss worth telling.
    this.#memory.update(KEY, next).then(undefined, () => undefined);
    this.#changes.fire(next);
  }
}

/** What was kept may come from an older or a newer version of the extension. */
function read(kept: unknown, initial: Grouping): View {
  const record: Readonly<Record<string, unknown>> =
    typeof kept === 'object' && kept !== null ? { ...kept } : {};
  const { grouping, filter, hideDone, only } = record;
  return {
    grouping: isGrouping(grouping) ? grouping : initial,
    filter: typeof filter === 'string' ? filter : '',
    hideDone: hideDone === true,
    only: typeof only === 'string' ? only : undefined,
  };
}
