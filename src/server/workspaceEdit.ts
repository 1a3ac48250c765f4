/** Edits of one file in the form that a client can take: tied to a version, and to be confirmed where it can ask. */
import type { AnnotatedTextEdit, ClientCapabilities, WorkspaceEdit } from 'vscode-languageserver-protocol';
import type { TextEdit } from '../core/text/span.ts';
import type { SlicedText } from '../core/yaml/slicedText.ts';
import { rangeEdits } from './convert.ts';

export interface EditedDocument {
  readonly uri: string;
  /** `null` for a file that is not open. */
  readonly version: number | null;
}

const ANNOTATION = 'refinery';

/**
 * @param confirm what is done, where the person should see it before it is: one line. Clients that can't show a preview
 *   apply it at once.
 */
export function workspaceEditOf(
  { workspace }: ClientCapabilities,
  { uri, version }: EditedDocument,
  source: SlicedText,
  edits: readonly TextEdit[],
  confirm?: string,
): WorkspaceEdit {
  const ranged = rangeEdits(source, edits);
  const support = workspace?.workspaceEdit;
  if (support?.documentChanges !== true) return { changes: { [uri]: ranged } };
  const textDocument = { uri, version };
  if (confirm === undefined || support.changeAnnotationSupport === undefined)
    return { documentChanges: [{ textDocument, edits: ranged }] };
  const annotated: AnnotatedTextEdit[] = ranged.map((edit) => ({ ...edit, annotationId: ANNOTATION }));
  return {
    documentChanges: [{ textDocument, edits: annotated }],
    changeAnnotations: { [ANNOTATION]: { label: confirm, needsConfirmation: true } },
  };
}

/** How many items and sections edits touch. */
export function countTouched(source: SlicedText, edits: readonly TextEdit[]): number {
  const touched = new Set<number>();
  for (const { start, end } of edits) {
    const last = source.indexAt(Math.max(start, end - 1));
    for (let index = source.indexAt(start); index <= last; index++) touched.add(index);
  }
  return touched.size;
}
