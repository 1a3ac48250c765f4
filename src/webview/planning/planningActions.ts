/** What a person does in a planning: moves stories, estimates and assigns them, makes, starts and closes sprints. */
import type { Action, Day, PlanningContract } from '../../protocol/panels/planning.ts';
import type { Params, Result } from '../../protocol/panels/contract.ts';
import type { Row } from '../../protocol/snapshot.ts';
import { proposeSprint } from '../../views/planning/newSprint.ts';
import type { PersonPlan } from '../../views/planning/plan.ts';
import { sprintsAfter } from '../../views/planning/sprints.ts';
import { CallFailed } from '../shared/connection.ts';
import type { BacklogState } from '../shared/backlogState.ts';
import type { Selection } from '../shared/list/selection.ts';
import type { Drafting } from './drafting.ts';
import { isOpen, nextBehind, type Planning } from './model.ts';
import type { OpenPopup } from './popups.ts';
import type { Side } from './row.ts';
import { plural, sprintWords, storyName } from './words.ts';
import type { Writing } from './writing.ts';

export interface PlanningActionsHost {
  readonly planning: Planning | undefined;
  readonly backlog: BacklogState | undefined;
  readonly drafting: Drafting;
  readonly lists: { readonly selection: Selection; focusOn(key: string | undefined): void };
  readonly today: Day;
  rowsOf(side: Side): readonly Row[];
  announce(text: string): void;
  show(popup: OpenPopup): void;
  querySelectorAll(selector: '.row'): NodeListOf<HTMLElement>;
  change(settings: { readonly sprint: string | null }): void;
  readonly writing: Writing;
  call<N extends 'similar' | 'preview' | 'showDiff'>(
    name: N,
    params: Params<PlanningContract, N>,
  ): Promise<Result<PlanningContract, N>>;
  showError(message: string | undefined): void;
}

export class PlanningActions {
  readonly #host: PlanningActionsHost;

  constructor(host: PlanningActionsHost) {
    this.#host = host;
  }

  /** Into the sprint, or out of it. The focus stays in the list, so that the next story can follow. */
  move(keys: readonly string[], from: Side): void {
    const { planning, backlog } = this.#host;
    const { selection } = this.#host.lists;
    const sprint = planning?.chosen?.sprint;
    if (planning === undefined || backlog === undefined) return;
    if (sprint === undefined || planning.state === 'closed') {
      this.#host.announce(sprint === undefined ? 'There is no sprint yet.' : `${sprint.id} is closed.`);
      return;
    }
    const rows = this.#host.rowsOf(from);
    const asked = this.#rows(keys);
    const moved = asked.filter((row) => isOpen(row, backlog)).map(({ key }) => key);
    const [first] = asked;
    if (moved.length === 0 || first === undefined) {
      this.#host.announce('Finished stories stay where they are.');
      return;
    }
    const next = nextBehind(rows, moved) ?? moved[0];
    const what = this.#what(moved);
    selection.clear();
    selection.current = next;
    this.#host.lists.focusOn(next);
    void this.#host.drafting.change({
      kind: 'sprint',
      keys: moved,
      to: from === 'backlog' ? sprint.id : null,
    });
    const now = this.#host.planning?.chosen;
    const where = from === 'backlog' ? `into ${sprint.id}` : 'back to the backlog';
    this.#host.announce(`${what} ${where}. ${now === undefined ? '' : sprintWords(now)}.`);
  }

  estimate(keys: readonly string[], typed?: string): void {
    const { backlog, drafting } = this.#host;
    const rows = this.#rows(keys);
    const [row] = rows;
    if (row === undefined || backlog === undefined) return;
    this.#host.show({
      kind: 'estimate',
      anchor: this.#anchor(keys, '.cell-estimate'),
      parts: {
        what: this.#what(keys),
        estimates: backlog.workflow.estimates,
        now: rows.every(({ estimate }) => estimate === row.estimate) ? row.estimate : undefined,
        typed,
        similar: rows.length === 1 ? this.#host.call('similar', { key: row.key }) : Promise.resolve(null),
        choose: (to) => {
          void drafting.change({ kind: 'estimate', keys, to });
          this.#said(`${this.#what(keys)}: ${to === null ? 'no estimate' : `estimate ${to}`}`);
        },
      },
    });
  }

  assign(keys: readonly string[]): void {
    const { planning, drafting } = this.#host;
    const rows = this.#rows(keys);
    const [row] = rows;
    if (row === undefined || planning === undefined) return;
    const people = peopleOf(planning);
    this.#host.show({
      kind: 'assignee',
      anchor: this.#anchor(keys, '.cell-person'),
      parts: {
        what: this.#what(keys),
        people,
        chosen: row.assignees ?? [],
        choose: (to) => {
          void drafting.change({ kind: 'assignee', keys, to });
          const names = to.map((id) => planning.people.get(id) ?? id).join(' and ');
          this.#said(`${this.#what(keys)}: ${names === '' ? 'nobody' : names}`);
        },
      },
    });
  }

  createSprint(): void {
    const { planning, drafting, today } = this.#host;
    if (planning === undefined) return;
    const { sprints } = planning.plan;
    this.#host.show({
      kind: 'sprint',
      parts: {
        proposal: proposeSprint(sprints, planning.facts, today),
        sprints,
        add: (sprint) => {
          void drafting.change({ kind: 'add', sprint });
          this.#host.change({ sprint: sprint.id });
          this.#host.announce(`${sprint.id} is in the draft.`);
        },
      },
    });
  }

  dropSprint(id: string): void {
    void this.#host.drafting.change({ kind: 'unadd', id });
    this.#host.change({ sprint: null });
    this.#host.announce(`${id} is no longer in the draft.`);
  }

  /** Shows what an action would write, and writes it when that is wanted. */
  act(kind: Action['kind']): void {
    const { planning, drafting, today, backlog } = this.#host;
    const chosen = planning?.chosen;
    if (planning === undefined || backlog === undefined) return;
    const id = chosen?.sprint.id ?? '';
    const sprints = sprintsAfter(planning.plan.sprints, id).map((sprint) => sprint.id);
    const action: Action =
      kind === 'accept'
        ? { kind }
        : kind === 'start'
          ? { kind, sprint: id, day: today }
          : { kind, sprint: id, day: today, unfinished: sprints[0] ?? null };
    const done = {
      accept: 'The changes are in the file now.',
      start: `${id} is started.`,
      close: `${id} is closed.`,
    }[kind];
    this.#host.show({
      kind: 'action',
      parts: {
        action,
        unfinished: (chosen?.stories ?? []).filter((row) => isOpen(row, backlog)),
        sprints,
        preview: (asked) =>
          this.#host.call('preview', asked).catch((error: unknown) => {
            if (error instanceof CallFailed) return { ok: false as const, message: error.message };
            throw error;
          }),
        showDiff: (asked) => void this.#showDiff(asked),
        run: (asked) => void this.#host.writing.run(asked, done),
        forget: async (key) => {
          const sprint = planning.plan.sprints.find((one) => one.key === key);
          if (sprint?.isNew === true) await drafting.change({ kind: 'unadd', id: sprint.id });
          else
            await drafting.change({
              kind: 'forget',
              keys: [key],
              ids: sprint === undefined ? [] : [sprint.id],
            });
        },
      },
    });
  }

  async #showDiff(action: Action): Promise<void> {
    const outcome = await this.#host.call('showDiff', action).catch((error: unknown) => {
      if (error instanceof CallFailed) return { ok: false as const, message: error.message };
      throw error;
    });
    this.#host.showError(outcome.ok ? undefined : outcome.message);
  }

  /** Stories in the order of the backlog, as the draft has them. */
  #rows(keys: readonly string[]): readonly Row[] {
    const wanted = new Set(keys);
    return (this.#host.planning?.plan.rows ?? []).filter(({ key }) => wanted.has(key));
  }

  #what(keys: readonly string[]): string {
    const [row, ...others] = this.#rows(keys);
    return others.length === 0 && row !== undefined
      ? storyName(row)
      : plural(keys.length, 'story', 'stories');
  }

  #said(text: string): void {
    const chosen = this.#host.planning?.chosen;
    this.#host.announce(chosen === undefined ? `${text}.` : `${text}. ${sprintWords(chosen)}.`);
  }

  #anchor(keys: readonly string[], cell: string): DOMRect | undefined {
    const { current } = this.#host.lists.selection;
    const key = current !== undefined && keys.includes(current) ? current : keys[0];
    const row = [...this.#host.querySelectorAll('.row')].find(({ dataset }) => dataset['key'] === key);
    return row?.querySelector(cell)?.getBoundingClientRect();
  }
}

/** Those who are in the sprint, then everybody else. */
function peopleOf({ chosen, facts }: Planning): readonly PersonPlan[] {
  const planned = chosen?.people ?? [];
  const known = new Set(planned.map(({ id }) => id));
  const others = facts.people.filter(({ id }) => !known.has(id));
  return [
    ...planned,
    ...others.map(({ id, name }) => ({ id, name, room: undefined, agreed: undefined, daysAway: 0, load: 0 })),
  ];
}
