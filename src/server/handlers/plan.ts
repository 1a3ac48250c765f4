/** Plans of operations: what the extension's commands and views are to write into the file. */
import { planRequest, type PlanResult } from '../../protocol/lsp.ts';
import { onRequest } from '../listen.ts';
import { planFor } from '../planFor.ts';
import type { Session } from '../session.ts';

export function handlePlan(session: Session): void {
  onRequest(session, planRequest, failed, async ({ uri, version, operation }) =>
    planFor(await session.file(uri), version, operation),
  );
}

const failed: PlanResult = {
  ok: false,
  refusal: {
    code: 'unreadable',
    message: 'This change failed because of a mistake in Refinery; its log says more.',
  },
};
