/** Blocking items with the reason, and letting them go on. */
import * as vscode from 'vscode';
import type { Operation } from '../../protocol/lsp.ts';
import type { App } from '../app.ts';
import { labelOf } from '../labels.ts';
import { apply } from './apply.ts';
import { readArguments } from './arguments.ts';
import type { Handler } from './handler.ts';
import { isPlanned, targetsOf, type Target } from './targets.ts';

/** The value of a call with arguments is the reason; an empty one lets the items go on. */
export const block: Handler = async (app, args) => {
  const wanted = { fits: isPlanned, question: vscode.l10n.t('Block or unblock which item?') };
  const given = readArguments(args).value;
  for (const target of await targetsOf(app, args, wanted)) {
    const goOn = given === undefined ? target.rows.every(({ blocked }) => blocked === true) : given === '';
    if (!(await (goOn ? unblockAll(app, target) : blockOthers(app, target, given)))) return;
  }
};

async function unblockAll(app: App, { backlog, rows }: Target): Promise<boolean> {
  const label = vscode.l10n.t('Unblock {items}', { items: labelOf(rows) });
  const operations = rows.map((row): Operation => ({ type: 'remove', item: row.address, field: 'blocked' }));
  return (await apply(app, backlog.uri, operations, label)) !== undefined;
}

/** Those that are blocked already keep what is written of it: who can help, and until when. */
async function blockOthers(app: App, { backlog, rows }: Target, given: string | undefined): Promise<boolean> {
  const free = rows.filter(({ blocked }) => blocked !== true);
  const label = vscode.l10n.t('Block {items}', { items: labelOf(free) });
  const why = given ?? (await askWhy(label));
  if (why === undefined) return false;
  const operations = free.map((row): Operation => ({
    type: 'set',
    item: row.address,
    field: 'blocked',
    value: why.trim(),
  }));
  return (await apply(app, backlog.uri, operations, label)) !== undefined;
}

function askWhy(title: string): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    title,
    prompt: vscode.l10n.t('What is it waiting for?'),
    validateInput: (text) =>
      text.trim() === '' ? vscode.l10n.t('Say in a few words what blocks it.') : undefined,
  });
}
