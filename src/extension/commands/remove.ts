/** Deleting items, and dropping them with a reason. */
import * as vscode from 'vscode';
import type { Operation } from '../../protocol/lsp.ts';
import type { Row } from '../../protocol/snapshot.ts';
import type { App } from '../app.ts';
import { labelOf } from '../labels.ts';
import { apply } from './apply.ts';
import { readArguments } from './arguments.ts';
import type { Handler } from './handler.ts';
import { isPlanned, targetsOf, type Target } from './targets.ts';

export const deleteItem: Handler = async (app, args) => {
  const wanted = { fits: () => true, question: vscode.l10n.t('Delete which item?') };
  for (const target of await targetsOf(app, args, wanted)) {
    if (!(await confirmed(target))) return;
    // From the end, so that items without an id keep the place that they are found by.
    const operations = [...target.rows]
      .reverse()
      .map((row): Operation => ({ type: 'delete', item: row.address }));
    const label = vscode.l10n.t('Delete {items}', { items: labelOf(target.rows) });
    if ((await apply(app, target.backlog.uri, operations, label)) === undefined) return;
  }
};

/** The value of a call with arguments is the reason. */
export const dropItem: Handler = async (app, args) => {
  const wanted = { fits: isPlanned, question: vscode.l10n.t('Drop which item?') };
  const given = readArguments(args).value;
  for (const target of await targetsOf(app, args, wanted)) {
    if (!(await drop(app, target, given))) return;
  }
};

async function drop(app: App, { backlog, rows }: Target, given: string | undefined): Promise<boolean> {
  const [status] = backlog.workflow.dropped;
  if (status === undefined) {
    const message = vscode.l10n.t('The workflow has no status for dropped items (`workflow.dropped`).');
    void vscode.window.showWarningMessage(message);
    return false;
  }
  const label = vscode.l10n.t('Drop {items}', { items: labelOf(rows) });
  const prompt = vscode.l10n.t('Why? It is kept with the item, so that nobody has to ask again.');
  const reason = given ?? (await vscode.window.showInputBox({ title: label, prompt }));
  if (reason === undefined) return false;
  const operations = rows.flatMap((row): readonly Operation[] => {
    const drop: Operation = { type: 'set', item: row.address, field: 'status', value: status };
    if (reason.trim() === '') return [drop];
    return [drop, { type: 'set', item: row.address, field: 'dropped_because', value: reason.trim() }];
  });
  return (await apply(app, backlog.uri, operations, label)) !== undefined;
}

async function confirmed({ backlog, rows }: Target): Promise<boolean> {
  const ask = vscode.workspace.getConfiguration('refinery').get<boolean>('confirmDelete', true);
  if (!ask) return true;
  const ids = new Set(rows.flatMap(({ id }) => id ?? []));
  const naming = backlog.rows.filter(
    ({ epic, sprint }) => (epic !== undefined && ids.has(epic)) || (sprint !== undefined && ids.has(sprint)),
  ).length;
  const several = vscode.l10n.t('{count} items', { count: rows.length });
  const [first] = rows.map(nameOf);
  const what = rows.length === 1 ? (first ?? '') : several;
  const detail = [
    rows.length === 1 ? '' : listOf(rows.map(nameOf)),
    naming === 0
      ? ''
      : vscode.l10n.t('{count} stories name it and would point to nothing.', { count: naming }),
  ].filter((line) => line !== '');
  // First what keeps it, so that Enter by itself destroys nothing.
  const no = { label: `$(close) ${vscode.l10n.t('Keep')}` };
  const yes = { label: `$(trash) ${vscode.l10n.t('Delete {items}', { items: labelOf(rows) })}` };
  const options: vscode.QuickPickOptions = {
    title: vscode.l10n.t('Delete {item}?', { item: what }),
    placeHolder: vscode.l10n.t('Removed from the file, with its comments. You can undo this.'),
  };
  const picked = await vscode.window.showQuickPick([no, { ...yes, detail: detail.join(' · ') }], options);
  return picked !== undefined && picked.label === yes.label;
}

function nameOf({ id = '', title }: Row): string {
  return `${id} ${title}`.trim();
}

/** Items that a question names one by one. */
const MOST_NAMED = 5;

function listOf(names: readonly string[]): string {
  const more = names.length - MOST_NAMED;
  const shown = names.slice(0, MOST_NAMED).join(', ');
  return more > 0 ? vscode.l10n.t('{names} and {count} more', { names: shown, count: more }) : shown;
}
