/** Plans an operation on the text that counts, for those who apply the edits: versions are compared here, not later. */
import type { Backlog } from '../core/backlog/backlog.ts';
import type { Operation, Planned, RefusalCode } from '../core/operations/operation.ts';
import { planOperation } from '../core/operations/planOperation.ts';
import type { Refused } from '../core/operations/refusal.ts';
import type { KnownFile } from '../core/workspace/knownFile.ts';
import type { PlanResult } from '../protocol/lsp.ts';
import { rangeEdits } from './convert.ts';

/** What is answered where planning fails by a mistake of ours. */
export const failedPlan: Refused = refuse(
  'unreadable',
  'Something went wrong in Refinery, and nothing was changed. See the log for details.',
);

/** @param version the open document's version that the edits are for; undefined for a file that is not open. */
export function planFor(
  file: KnownFile | undefined,
  version: number | undefined,
  operation: Operation,
): PlanResult {
  const backlog = backlogFor(file, version);
  if ('refusal' in backlog) return backlog;
  const plan = planOperation(backlog, operation);
  return plan.ok ? planned(file, backlog, plan) : plan;
}

/** The model on which edits for this version of the document can be planned, or why there is none. */
export function backlogFor(file: KnownFile | undefined, version: number | undefined): Backlog | Refused {
  if (file?.source === undefined)
    return refuse('unreadable', 'This backlog is not known, or can not be read.');
  if (version !== undefined && version !== file.version)
    return refuse('stale-version', 'The file changed in the meantime: ask again on its newest version.');
  return file.backlog ?? refuse('unreadable', 'This backlog could not be read.');
}

/** A plan as it is sent. */
export function planned(
  file: KnownFile | undefined,
  { source }: Backlog,
  { inverse, items, edits }: Planned,
): Extract<PlanResult, { readonly ok: true }> {
  return { ok: true, version: file?.version ?? null, edits: rangeEdits(source, edits), inverse, items };
}

function refuse(code: RefusalCode, message: string): Refused {
  return { ok: false, refusal: { code, message } };
}
