/** Plans an operation on the text that counts, for those who apply the edits: versions are compared here, not later. */
import type { Operation, Plan, RefusalCode } from '../core/operations/operation.ts';
import { planOperation } from '../core/operations/planOperation.ts';
import type { KnownFile } from '../core/workspace/knownFile.ts';
import type { PlanResult } from '../protocol/lsp.ts';
import { rangeEdits } from './convert.ts';

/** @param version the open document's version that the edits are for; undefined for a file that is not open. */
export function planFor(
  file: KnownFile | undefined,
  version: number | undefined,
  operation: Operation,
): PlanResult {
  if (file?.source === undefined)
    return refuse('unreadable', 'This backlog is not known, or can not be read.');
  if (version !== undefined && version !== file.version)
    return refuse('stale-version', 'The file changed in the meantime: ask again on its newest version.');
  const { backlog } = file;
  if (backlog === undefined) return refuse('unreadable', 'This backlog could not be read.');
  const plan: Plan = planOperation(backlog, operation);
  if (!plan.ok) return plan;
  const { inverse, items, edits } = plan;
  return {
    ok: true,
    version: file.version ?? null,
    edits: rangeEdits(backlog.source, edits),
    inverse,
    items,
  };
}

function refuse(code: RefusalCode, message: string): PlanResult {
  return { ok: false, refusal: { code, message } };
}
