/** Up, down, to the top and to the bottom: among what stands beside the items in view, else in their whole list. */
import * as vscode from 'vscode';
import type { Operation } from '../../protocol/lsp.ts';
import type { Row } from '../../protocol/snapshot.ts';
import { labelOf } from '../labels.ts';
import { moveOperation, type Direction } from '../tree/moves.ts';
import { apply } from './apply.ts';
import type { Handler } from './handler.ts';
import { siblingsOf } from '../tree/model.ts';
import { isPlanned, targetsOf, type Target } from './targets.ts';

export function moveRows(direction: Direction): Handler {
  return async (app, args) => {
    const wanted = { fits: isPlanned, question: vscode.l10n.t('Move which item?') };
    for (const target of await targetsOf(app, args, wanted)) {
      const { backlog, rows } = target;
      const operations = blocksOf(target).flatMap(([siblings, block]): readonly Operation[] => {
        const operation = moveOperation(block, siblings, direction);
        return operation === undefined ? [] : [operation];
      });
      const label = vscode.l10n.t('Move {items}', { items: labelOf(rows) });
      if ((await apply(app, backlog.uri, operations, label)) === undefined) return;
    }
  };
}

/** Rows that stand beside each other move as one block; each group of the tree is moved in for itself. */
function blocksOf({
  backlog,
  rows,
  elements,
}: Target): readonly (readonly [readonly Row[], readonly Row[]])[] {
  const placed = new Map<string, readonly Row[]>();
  for (const element of elements) {
    const { node } = element;
    if (node.kind === 'row' && !placed.has(node.row.key)) placed.set(node.row.key, siblingsOf(element));
  }
  const lists = new Map<string, readonly Row[]>();
  const blocks = new Map<readonly Row[], Row[]>();
  for (const row of rows) {
    const list = lists.get(row.list) ?? backlog.rows.filter((other) => other.list === row.list);
    lists.set(row.list, list);
    const siblings = placed.get(row.key) ?? list;
    const block = blocks.get(siblings);
    if (block === undefined) blocks.set(siblings, [row]);
    else block.push(row);
  }
  return [...blocks];
}
