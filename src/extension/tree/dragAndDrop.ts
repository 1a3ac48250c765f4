/** Drag and drop in the tree: a row goes before the one it is dropped on, on a group to its end. */
import * as vscode from 'vscode';
import type { Edits } from '../edits.ts';
import { labelOf } from '../labels.ts';
import type { Grouping } from '../../protocol/settings.ts';
import type { Element } from './model.ts';
import { Element as TreeElement } from './model.ts';
import { dropOperation, type Dragged } from './moves.ts';
import type { RowNode } from './nodes.ts';

/** The editor wants the view's id in lower case here. */
const MIME = 'application/vnd.code.tree.refinery.backlog';

export class BacklogDragAndDrop implements vscode.TreeDragAndDropController<Element> {
  readonly dragMimeTypes = [MIME, 'text/plain'];
  readonly dropMimeTypes = [MIME];
  readonly #edits: Edits;
  readonly #grouping: () => Grouping;

  constructor(edits: Edits, grouping: () => Grouping) {
    this.#edits = edits;
    this.#grouping = grouping;
  }

  handleDrag(source: readonly Element[], data: vscode.DataTransfer): void {
    const rows = rowNodes(source);
    if (rows.length === 0) return;
    data.set(MIME, new vscode.DataTransferItem(source));
    // Into a text, such as a commit message, ids are dropped.
    data.set('text/plain', new vscode.DataTransferItem(rows.map(({ row }) => row.id ?? row.title).join(' ')));
  }

  async handleDrop(target: Element | undefined, data: vscode.DataTransfer): Promise<void> {
    const value: unknown = data.get(MIME)?.value;
    const nodes = rowNodes(Array.isArray(value) ? value : []);
    const uri = nodes[0]?.uri;
    if (uri === undefined) return;
    const elsewhere = target !== undefined && target.node.uri !== uri;
    if (elsewhere || nodes.some((node) => node.uri !== uri)) {
      void vscode.window.showWarningMessage(
        vscode.l10n.t('Items can’t be dragged from one backlog file to another yet.'),
      );
      return;
    }
    const dragged = nodes.map(({ row, group }): Dragged => ({ row, from: group?.key }));
    const operation = dropOperation(dragged, target?.node, this.#grouping());
    if (operation === undefined) return;
    const rows = nodes.map(({ row }) => row);
    const outcome = await this.#edits.run(
      uri,
      operation,
      vscode.l10n.t('Move {items}', { items: labelOf(rows) }),
    );
    if (!outcome.ok) void vscode.window.showWarningMessage(outcome.message);
  }
}

function rowNodes(elements: readonly unknown[]): readonly RowNode[] {
  return elements.flatMap((element) =>
    element instanceof TreeElement && element.node.kind === 'row' ? [element.node] : [],
  );
}
