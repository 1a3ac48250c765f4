/** Plans of operations: what the extension's commands and views are to write into the file. */
import { planRequest } from '../../protocol/lsp.ts';
import { onRequest } from '../listen.ts';
import { failedPlan, planFor } from '../planFor.ts';
import type { Session } from '../session.ts';

export function handlePlan(session: Session): void {
  onRequest(session, planRequest, failedPlan, async ({ uri, version, operation }) =>
    planFor(await session.file(uri), version, operation),
  );
}
