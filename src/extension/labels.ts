/** Names items in sentences. */
import * as vscode from 'vscode';
import type { Row } from '../protocol/snapshot.ts';

/** `FN-12`, or `3 items`. */
export function labelOf(rows: readonly Row[]): string {
  const [first] = rows;
  if (first === undefined || rows.length > 1) return vscode.l10n.t('{count} items', { count: rows.length });
  return first.id ?? `“${first.title}”`;
}
