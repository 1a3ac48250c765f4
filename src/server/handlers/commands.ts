/** Operations for editors that know nothing of Refinery: one command, whose edits go through `workspace/applyEdit`. */
import type {
  ApplyWorkspaceEditParams,
  ApplyWorkspaceEditResult,
  ShowMessageParams,
} from 'vscode-languageserver-protocol';
import type { Operation } from '../../core/operations/operation.ts';
import { onRequest } from '../listen.ts';
import * as messages from '../messages.ts';
import { planFor } from '../planFor.ts';
import { APPLY_COMMAND, type PlanResult } from '../../protocol/lsp.ts';
import type { Session } from '../session.ts';

/** How often an operation is planned again because the document moved on. */
const ATTEMPTS = 3;

interface ApplyArgument {
  readonly uri: string;
  readonly operation: Operation;
}

export function handleCommands(session: Session): void {
  onRequest(session, messages.executeCommand, null, ({ command, arguments: given }) => {
    const argument: unknown = given?.[0];
    return command === APPLY_COMMAND && isApplyArgument(argument) ? apply(session, argument) : null;
  });
}

async function apply(session: Session, { uri, operation }: ApplyArgument): Promise<PlanResult> {
  const { connection, client } = session;
  const versioned = client.capabilities.workspace?.workspaceEdit?.documentChanges === true;
  for (let attempt = 1; ; attempt++) {
    const file = await session.file(uri);
    const plan = planFor(file, undefined, operation);
    if (!plan.ok) {
      const { message } = plan.refusal;
      const warning: ShowMessageParams = { type: 2, message };
      await connection.sendNotification('window/showMessage', warning);
      return plan;
    }
    if (plan.edits.length === 0) return plan;
    const edits = [...plan.edits];
    const params: ApplyWorkspaceEditParams = {
      label: 'Refinery',
      edit: versioned
        ? { documentChanges: [{ textDocument: { uri, version: plan.version }, edits }] }
        : { changes: { [uri]: edits } },
    };
    const { applied } = await connection.sendRequest<ApplyWorkspaceEditResult>('workspace/applyEdit', params);
    if (applied) return plan;
    if (attempt === ATTEMPTS) {
      const message = 'The editor did not take the change: the file may have changed meanwhile.';
      return { ok: false, refusal: { code: 'stale-version', message } };
    }
  }
}

function isApplyArgument(value: unknown): value is ApplyArgument {
  return (
    typeof value === 'object' &&
    value !== null &&
    'uri' in value &&
    typeof value.uri === 'string' &&
    'operation' in value &&
    typeof value.operation === 'object' &&
    value.operation !== null &&
    'type' in value.operation
  );
}
