/**
 * Which items a command acts on: those that it was called on, else the row that has the focus in the tree with what is
 * selected with it, or the item at the cursor, whichever was used last, else one that the person picks.
 */
import * as vscode from 'vscode';
import { itemAtRequest } from '../../protocol/lsp.ts';
import type { Row } from '../../protocol/snapshot.ts';
import { LANGUAGE_ID } from '../../protocol/views.ts';
import type { App } from '../app.ts';
import type { Backlog } from '../../views/snapshots.ts';
import { Element } from '../tree/model.ts';
import { readArguments } from './arguments.ts';
import { pickRow } from './pickRow.ts';

/** Items of one backlog. */
export interface Target {
  readonly backlog: Backlog;
  /** In rank order. */
  readonly rows: readonly Row[];
  /** Where they stand in the tree, if they were meant there. */
  readonly elements: readonly Element[];
}

export interface Wanted {
  /** The items that the command can do something with. */
  readonly fits: (row: Row) => boolean;
  /** What to ask when nothing is selected: `Set the status of which item?` */
  readonly question: string;
}

export const isPlanned = ({ list }: Row): boolean => list === 'stories' || list === 'epics';
export const isStory = ({ list }: Row): boolean => list === 'stories';

/** Empty when the person picked nothing, or was told that nothing fits. */
export async function targetsOf(
  app: App,
  args: readonly unknown[],
  wanted: Wanted,
): Promise<readonly Target[]> {
  const given = fromArguments(app, args);
  if (given !== undefined) return fitting(given, wanted);
  const inFile = app.lastUsed.place === 'file';
  const used = inFile ? await fromCursor(app) : fromElements(app, await app.tree.meant());
  if (used.length > 0) return fitting(used, wanted);
  const other = inFile ? fromElements(app, await app.tree.meant()) : await fromCursor(app);
  if (other.length > 0) return fitting(other, wanted);
  const picked = await pickRow(app, wanted.question, wanted.fits);
  return picked === undefined ? [] : [{ ...picked, rows: [picked.row], elements: [] }];
}

function fromArguments(app: App, args: readonly unknown[]): readonly Target[] | undefined {
  const [clicked, selected] = args;
  if (clicked instanceof Element) {
    const all = Array.isArray(selected) ? selected.filter((one) => one instanceof Element) : [];
    return fromElements(app, all.length > 0 ? all : [clicked]);
  }
  const { uri, items, key, keys } = readArguments(args);
  if (items === undefined && key === undefined && keys === undefined) return undefined;
  const isMeant = (row: Row) =>
    row.key === key ||
    keys?.includes(row.key) === true ||
    (row.id !== undefined && items?.includes(row.id) === true);
  return app.store.backlogs.flatMap((backlog) => {
    if (uri !== undefined && backlog.uri !== uri) return [];
    const rows = backlog.rows.filter(isMeant);
    return rows.length === 0 ? [] : [{ backlog, rows, elements: [] }];
  });
}

function fromElements(app: App, elements: readonly Element[]): readonly Target[] {
  return app.store.backlogs.flatMap((backlog) => {
    const ours = elements.filter(({ node }) => node.uri === backlog.uri && rowOf(node) !== undefined);
    const keys = new Set(ours.map(({ node }) => rowOf(node)?.key));
    const rows = backlog.rows.filter(({ key }) => keys.has(key));
    return rows.length === 0 ? [] : [{ backlog, rows, elements: ours }];
  });
}

export function rowOf(node: Element['node']): Row | undefined {
  if (node.kind === 'row') return node.row;
  return node.kind === 'group' ? node.group.row : undefined;
}

async function fromCursor(app: App): Promise<readonly Target[]> {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined || editor.document.languageId !== LANGUAGE_ID) return [];
  const uri = editor.document.uri.toString();
  const backlog = app.store.backlog(uri);
  if (backlog === undefined) return [];
  const { line, character } = editor.selection.active;
  const key = await app.link.request(itemAtRequest, { uri, position: { line, character } });
  const rows = backlog.rows.filter((row) => row.key === key);
  return rows.length === 0 ? [] : [{ backlog, rows, elements: [] }];
}

function fitting(targets: readonly Target[], { fits }: Wanted): readonly Target[] {
  const left = targets.flatMap((target) => {
    const rows = target.rows.filter(fits);
    return rows.length === 0 ? [] : [{ ...target, rows }];
  });
  if (left.length === 0) {
    void vscode.window.showWarningMessage(vscode.l10n.t('This can’t be done with what is selected.'));
  }
  return left;
}
