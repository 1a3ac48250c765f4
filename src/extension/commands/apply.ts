/** Runs an operation for a command and tells the person when it is refused. */
import * as vscode from 'vscode';
import type { ItemAddress, Operation } from '../../protocol/lsp.ts';
import type { Row } from '../../protocol/snapshot.ts';
import type { App } from '../app.ts';
import { together } from '../tree/moves.ts';

/** The items that were touched, as they are called afterwards; undefined where it was refused. */
export async function apply(
  app: App,
  uri: string,
  operations: readonly Operation[],
  label: string,
): Promise<readonly ItemAddress[] | undefined> {
  const operation = together(operations);
  if (operation === undefined) return [];
  const outcome = await app.edits.run(uri, operation, label);
  if (outcome.ok) return outcome.items;
  // Not awaited: a command is done when the person has been told.
  void vscode.window.showWarningMessage(outcome.message);
  return undefined;
}

/** Milliseconds that a new row is waited for. */
const PATIENCE = 2000;

/** Shows an item in the tree as soon as the snapshot that has it is there. */
export async function revealItem(app: App, uri: string, address: ItemAddress): Promise<void> {
  const row = await new Promise<Row | undefined>((resolve) => {
    const look = () => app.store.backlog(uri)?.rows.find((one) => isAt(one, address));
    const done = (found: Row | undefined) => {
      listener.dispose();
      clearTimeout(timer);
      resolve(found);
    };
    const timer = setTimeout(() => {
      done(undefined);
    }, PATIENCE);
    const listener = app.store.onDidChange(() => {
      const found = look();
      if (found !== undefined) done(found);
    });
    const there = look();
    if (there !== undefined) done(there);
  });
  if (row !== undefined) await app.tree.reveal(uri, row.key);
}

function isAt(row: Row, address: ItemAddress): boolean {
  return 'id' in address ? row.id === address.id : row.key === `${address.list}[${address.index}]`;
}
