/** Operations for editors that know nothing of Refinery: one command, whose edits go through `workspace/applyEdit`. */
import { MessageType, ShowMessageNotification } from 'vscode-languageserver';
import type { Operation } from '../../core/operations/operation.ts';
import { guardedRequest } from '../guard.ts';
import { planFor } from '../planFor.ts';
import type { PlanResult } from '../../protocol/lsp.ts';
import type { Session } from '../session.ts';

/** Takes one argument, `{uri, operation}`. */
export const APPLY_COMMAND = 'refinery.apply';

/** How often an operation is planned again because the document moved on. */
const ATTEMPTS = 3;

interface ApplyArgument {
  readonly uri: string;
  readonly operation: Operation;
}

export function handleCommands(session: Session): void {
  const { connection, log } = session;
  connection.onExecuteCommand(
    guardedRequest<{ command: string; arguments?: unknown[] }, unknown>(
      log,
      'execute command',
      null,
      ({ command, arguments: given }) => {
        const argument = given?.[0];
        if (command !== APPLY_COMMAND || !isApplyArgument(argument)) return null;
        return apply(session, argument);
      },
    ),
  );
}

async function apply(session: Session, { uri, operation }: ApplyArgument): Promise<PlanResult> {
  const { connection, client } = session;
  const versioned = client.capabilities.workspace?.workspaceEdit?.documentChanges === true;
  for (let attempt = 1; ; attempt++) {
    const file = await session.file(uri);
    const plan = planFor(file, undefined, operation);
    if (!plan.ok) {
      const { message } = plan.refusal;
      // The notification, not `window.showWarningMessage`: that asks, and a client may not know how to answer.
      await connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message });
      return plan;
    }
    if (plan.edits.length === 0) return plan;
    const edits = [...plan.edits];
    const { applied } = await connection.workspace.applyEdit({
      label: 'Refinery',
      edit: versioned
        ? { documentChanges: [{ textDocument: { uri, version: plan.version }, edits }] }
        : { changes: { [uri]: edits } },
    });
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
