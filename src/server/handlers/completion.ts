/**
 * Completion, and reading on: an answer looks at some stories for the words that a backlog has in common; the others are
 * read behind it, in slices so short that a keystroke in between is not felt.
 */
import type { Backlog } from '../../core/backlog/backlog.ts';
import { completionAt } from '../../core/features/completion/completion.ts';
import { readVocabulary } from '../../core/features/completion/vocabulary.ts';
import { completionListOf } from '../completionList.ts';
import { describe } from '../guard.ts';
import { onRequest } from '../listen.ts';
import * as messages from '../messages.ts';
import type { Session } from '../session.ts';

/** How long a slice takes, in milliseconds. */
const SLICE = 4;

/** `CompletionTriggerKind.TriggerCharacter`. */
const BY_CHARACTER = 2;

export function handleCompletion(session: Session): void {
  const reading = new WeakSet<Backlog>();
  onRequest(session, messages.completion, null, ({ textDocument, position, context }) => {
    const backlog = session.workspace.file(textDocument.uri)?.backlog;
    if (backlog === undefined) return null;
    const { client, host } = session;
    const item = client.capabilities.textDocument?.completion?.completionItem;
    const support = { snippets: item?.snippetSupport === true, retrigger: client.isRefinery };
    const quiet = context?.triggerKind === BY_CHARACTER;
    const offset = backlog.source.offsetAt(position);
    const list = completionListOf(
      backlog.source,
      completionAt(backlog, offset, host.today(), quiet),
      support,
    );
    readOn(session, backlog, reading);
    return list;
  });
}

function readOn(
  { host, log }: Pick<Session, 'host' | 'log'>,
  backlog: Backlog,
  reading: WeakSet<Backlog>,
): void {
  if (reading.has(backlog)) return;
  reading.add(backlog);
  let heard = host.pending.arrivals;
  const turn = (): void => {
    // What has arrived meanwhile is answered first.
    if (heard !== host.pending.arrivals) {
      heard = host.pending.arrivals;
      host.schedule(turn);
      return;
    }
    const started = performance.now();
    try {
      if (readVocabulary(backlog, () => performance.now() - started >= SLICE)) host.schedule(turn);
      else reading.delete(backlog);
    } catch (error) {
      // Not read again: the next answer has what was read so far.
      log.error(`reading the words of a backlog: ${describe(error)}`);
    }
  };
  host.schedule(turn);
}
