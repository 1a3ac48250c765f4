/** Whether a change was made, as a view asks for it. */
import type { Outcome } from '../../protocol/panels/contract.ts';
import { CallFailed } from './connection.ts';

/** Why a change was not made, as one sentence for the person; undefined where it was. */
export async function failureMessage(change: Promise<Outcome>): Promise<string | undefined> {
  try {
    const outcome = await change;
    return outcome.ok ? undefined : outcome.message;
  } catch (error) {
    if (error instanceof CallFailed) return error.message;
    throw error;
  }
}
