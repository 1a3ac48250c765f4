import type { Operation, Planned } from '../core/operations/operation.ts';
import { planOperation } from '../core/operations/planOperation.ts';
import { applied } from '../core/text/applied.ts';
import { ChangedMeanwhile } from '../node/hostError.ts';
import { writeBacklogFile } from '../node/readBacklogFile.ts';
import type { OpenBacklog } from './openBacklog.ts';
import { UsageError } from './usageError.ts';

/**
 * Makes a change in the file, or throws with the reason why not and leaves the file alone.
 * The answer's `edits` are empty where there was nothing to change; then nothing was written.
 */
export function applyOperation({ backlog, file }: OpenBacklog, operation: Operation): Planned {
  const plan = planOperation(backlog, operation);
  if (!plan.ok) throw new UsageError(plan.refusal.message);
  if (plan.edits.length > 0) writeBacklogFile(file, applied(file.text, plan.edits));
  return plan;
}

/** How often a change is planned at most. Each time it is not made, another writer made theirs. */
const ATTEMPTS = 200;

/**
 * Opens, plans and applies what a person means to change. Where somebody else wrote in between, all of it is done again
 * on what they wrote: an intent is refused only where it no longer fits the file.
 */
export function onNewestText<T>(change: () => T): T {
  for (let attempt = 1; ; attempt++) {
    try {
      return change();
    } catch (error) {
      if (!(error instanceof ChangedMeanwhile) || attempt >= ATTEMPTS) throw error;
    }
  }
}
