/** Who works on an item: one person, several, or nobody. */
import * as vscode from 'vscode';
import type { Row } from '../../protocol/snapshot.ts';
import { labelOf } from '../labels.ts';
import type { Backlog } from '../../views/snapshots.ts';
import { setAssignees } from '../tree/moves.ts';
import { apply } from './apply.ts';
import { readArguments } from './arguments.ts';
import type { Handler } from './handler.ts';
import { isPlanned, targetsOf } from './targets.ts';

/** The value of a call with arguments: ids with commas between them; empty for nobody. */
export const setAssignee: Handler = async (app, args) => {
  const wanted = { fits: isPlanned, question: vscode.l10n.t('Set the assignee of which item?') };
  const given = readArguments(args).value;
  for (const { backlog, rows } of await targetsOf(app, args, wanted)) {
    const title = vscode.l10n.t('Assignee of {items}', { items: labelOf(rows) });
    const ids = given === undefined ? await pickPeople(title, backlog, rows) : given.split(',');
    if (ids === undefined) return;
    const people = ids.map((id) => id.trim()).filter((id) => id !== '');
    const operations = rows.map((row) => setAssignees(row.address, people));
    if ((await apply(app, backlog.uri, operations, title)) === undefined) return;
  }
};

export interface PersonItem extends vscode.QuickPickItem {
  readonly ids: readonly string[] | 'several';
}

/** Everybody the file names: as a person, or as somebody's assignee. */
export function peopleItems({ people, rows }: Backlog): readonly PersonItem[] {
  const ids = new Set([...people.keys(), ...rows.flatMap(({ assignees = [] }) => assignees)]);
  return [...ids].map((id) => {
    const name = people.get(id);
    return name === undefined || name === ''
      ? { label: id, ids: [id] }
      : { label: name, description: id, ids: [id] };
  });
}

async function pickPeople(
  title: string,
  backlog: Backlog,
  rows: readonly Row[],
): Promise<readonly string[] | undefined> {
  const people = peopleItems(backlog);
  if (people.length === 0) return typePerson(title);
  const items: readonly PersonItem[] = [
    ...people,
    { label: vscode.l10n.t('Nobody'), ids: [] },
    { label: vscode.l10n.t('Several people…'), ids: 'several' },
  ];
  const picked = await vscode.window.showQuickPick(items, { title, matchOnDescription: true });
  if (picked?.ids !== 'several') return picked?.ids;
  const current = new Set(rows.flatMap(({ assignees = [] }) => assignees));
  const several = people.map((item) => ({
    ...item,
    picked: item.ids !== 'several' && item.ids.some((id) => current.has(id)),
  }));
  const chosen = await vscode.window.showQuickPick(several, {
    title,
    canPickMany: true,
    matchOnDescription: true,
  });
  return chosen?.flatMap(({ ids }) => (ids === 'several' ? [] : ids));
}

async function typePerson(title: string): Promise<readonly string[] | undefined> {
  const prompt = vscode.l10n.t(
    'The file names no people yet. An id is enough, such as “ana”; nothing means nobody.',
  );
  const typed = await vscode.window.showInputBox({ title, prompt });
  return typed === undefined ? undefined : [typed];
}
