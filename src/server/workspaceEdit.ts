/**
 * Edits of one file in the form that a client can take: tied to a version. They are applied at once: it is one file, and one
 * undo takes them back. A preview is for what goes into several.
 */
import type { ClientCapabilities, WorkspaceEdit } from 'vscode-languageserver-protocol';
import type { TextEdit } from '../core/text/span.ts';
import type { SlicedText } from '../core/yaml/slicedText.ts';
import { rangeEdits } from './convert.ts';

export interface EditedDocument {
  readonly uri: string;
  /** `null` for a file that is not open. */
  readonly version: number | null;
}

export function workspaceEditOf(
  { workspace }: ClientCapabilities,
  { uri, version }: EditedDocument,
  source: SlicedText,
  edits: readonly TextEdit[],
): WorkspaceEdit {
  const ranged = rangeEdits(source, edits);
  if (workspace?.workspaceEdit?.documentChanges !== true) return { changes: { [uri]: ranged } };
  return { documentChanges: [{ textDocument: { uri, version }, edits: ranged }] };
}
