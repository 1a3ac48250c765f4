/** Open documents: their text is kept in slices and follows each change; judgement follows at once. */
import type { TextDocumentContentChangeEvent } from 'vscode-languageserver-protocol';
import type { TextEdit } from '../../core/text/span.ts';
import type { SlicedText } from '../../core/yaml/slicedText.ts';
import { spanOf } from '../convert.ts';
import { onNotification } from '../listen.ts';
import * as messages from '../messages.ts';
import type { Session } from '../session.ts';
import type { Files } from './files.ts';

export function handleDocuments(session: Session, files: Files): void {
  const { workspace, publisher, host } = session;
  onNotification(session, messages.didOpen, ({ textDocument: { uri, version, text } }) => {
    workspace.open(uri, version, text);
    publisher.publish(uri);
  });
  onNotification(session, messages.didChange, ({ textDocument: { uri, version }, contentChanges }) => {
    host.pending.handled(uri);
    applyChanges(session, uri, version, contentChanges);
    if (!host.pending.waits(uri)) publisher.publish(uri);
  });
  onNotification(session, messages.didSave, ({ textDocument: { uri } }) => {
    files.superseded(uri);
    if (workspace.save(uri) === 'changed') publisher.publish(uri);
  });
  onNotification(session, messages.didClose, ({ textDocument: { uri } }) => {
    workspace.close(uri);
    publisher.publish(uri);
  });
}

/**
 * LSP gives changes one after the other, each on the text that the one before left. Those that come from the end
 * of the file to its start, as editors with many cursors send them, are made in one go.
 */
function applyChanges(
  { workspace, log }: Session,
  uri: string,
  version: number,
  changes: readonly TextDocumentContentChangeEvent[],
): void {
  const file = workspace.file(uri);
  if (file?.isOpen !== true) {
    log.error(`didChange: ${uri} is not open`);
    return;
  }
  if (changes.length === 0) workspace.change(uri, version, []);
  let at = 0;
  while (at < changes.length) {
    const change = changes[at];
    const { source } = file;
    if (change === undefined || source === undefined) return;
    if (!('range' in change)) {
      workspace.replace(uri, version, change.text);
      at++;
      continue;
    }
    const edits = descendingRun(source, changes, at);
    workspace.change(uri, version, edits);
    at += edits.length;
  }
}

/** The changes from `at` on that each lie before the one before: they all count in the same text. Sorted. */
function descendingRun(
  source: SlicedText,
  changes: readonly TextDocumentContentChangeEvent[],
  at: number,
): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  let limit = Infinity;
  for (let i = at; i < changes.length; i++) {
    const change = changes[i];
    if (change === undefined || !('range' in change)) break;
    const span = spanOf(source, change.range);
    if (span.end > limit || (span.end === limit && span.start === span.end)) break;
    edits.push({ ...span, text: change.text });
    limit = span.start;
  }
  return edits.reverse();
}
