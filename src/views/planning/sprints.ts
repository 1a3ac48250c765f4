/** Which sprints there are to plan, and which one is chosen where the person did not choose. Pure. */
import { inTime } from '../../core/planning/figures/dependencies.ts';
import type { Draft, PlanningFacts, SprintDraft, SprintFacts } from '../../protocol/panels/planning.ts';

/** A sprint as the draft would leave it. */
export interface PlannedSprint extends SprintFacts {
  /** It is not in the file yet. */
  readonly isNew: boolean;
  /** Fields that the draft gives another value. */
  readonly drafted: readonly (keyof SprintDraft)[];
}

/** `closed`: it is over. `running`: it was started. `next`: neither. */
export type SprintState = 'closed' | 'running' | 'next';

export function stateOf({ started, closed }: SprintFacts): SprintState {
  if (closed !== undefined) return 'closed';
  return started === undefined ? 'next' : 'running';
}

/** All sprints in the order in which they come, the draft's own among them. */
export function plannedSprints({ sprints }: PlanningFacts, draft: Draft): readonly PlannedSprint[] {
  const drafts = new Map(draft.sprints.map((one) => [one.id, one]));
  const known = sprints.map((sprint) => draftedSprint(sprint, drafts.get(sprint.id)));
  const added = draft.added
    .filter(({ id }) => !sprints.some((sprint) => sprint.id === id))
    .map((sprint) => ({ away: {}, ...sprint, key: sprint.id, isNew: true, drafted: [] }));
  return inTime([...known, ...added]);
}

function draftedSprint(sprint: SprintFacts, draft: SprintDraft | undefined): PlannedSprint {
  if (draft === undefined) return { ...sprint, isNew: false, drafted: [] };
  const { id: _id, ...changes } = draft;
  const fields: Record<string, unknown> = { ...sprint };
  for (const [field, change] of Object.entries(changes)) {
    if (change.to === null) Reflect.deleteProperty(fields, field);
    else fields[field] = change.to;
  }
  // The entries of a draft are the fields of a sprint with values of their kind.
  return {
    ...(fields as unknown as SprintFacts),
    isNew: false,
    drafted: Object.keys(changes) as (keyof SprintDraft)[],
  };
}

/**
 * The sprint to show: the one that was chosen last, while it is there; else the one that is being planned: the first
 * that was not started yet; else the one that runs, else the last.
 */
export function chosenSprint(
  sprints: readonly PlannedSprint[],
  chosen: string | null,
): PlannedSprint | undefined {
  return (
    sprints.find(({ id }) => id === chosen) ??
    sprints.find((sprint) => stateOf(sprint) === 'next') ??
    sprints.filter((sprint) => stateOf(sprint) === 'running').at(-1) ??
    sprints.at(-1)
  );
}

/** Where unfinished stories of a sprint may go: the sprints that are not closed, the next one first. */
export function sprintsAfter(sprints: readonly PlannedSprint[], id: string): readonly PlannedSprint[] {
  const at = sprints.findIndex((sprint) => sprint.id === id);
  const open = (sprint: PlannedSprint): boolean => sprint.id !== id && stateOf(sprint) !== 'closed';
  return [...sprints.slice(at + 1).filter(open), ...sprints.slice(0, Math.max(at, 0)).filter(open)];
}

/** True where a new sprint can't be called that: it is taken, or nothing. */
export function isTaken(sprints: readonly { readonly id: string }[], id: string): boolean {
  return id.trim() === '' || sprints.some((sprint) => sprint.id === id.trim());
}
