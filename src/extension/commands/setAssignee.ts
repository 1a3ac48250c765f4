/** Who works on an item: one person, several, or nobody. */
import * as vscode from 'vscode';
import type { GitPerson } from '../../protocol/commits.ts';
import type { Operation } from '../../protocol/lsp.ts';
import type { Row } from '../../protocol/snapshot.ts';
import { addMeLabel, addPerson, newPerson } from '../addMe.ts';
import type { App } from '../app.ts';
import { labelOf } from '../labels.ts';
import type { Backlog } from '../../views/snapshots.ts';
import { setAssignees } from '../tree/moves.ts';
import { apply } from './apply.ts';
import { readArguments } from './arguments.ts';
import type { Handler } from './handler.ts';
import { pickOrCreate, type Pickable } from './pickOrCreate.ts';
import { isPlanned, targetsOf } from './targets.ts';

/** The value of a call with arguments: ids with commas between them; empty for nobody. */
export const setAssignee: Handler = async (app, args) => {
  const wanted = { fits: isPlanned, question: vscode.l10n.t('Set the assignee of which item?') };
  const given = readArguments(args).value;
  for (const { backlog, rows } of await targetsOf(app, args, wanted)) {
    const title = vscode.l10n.t('Assignee of {items}', { items: labelOf(rows) });
    const operations =
      given === undefined
        ? await pickPeople(app, { title, backlog, rows })
        : assignTo(rows, given.split(','));
    if (operations === undefined) return;
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

function assignTo(rows: readonly Row[], ids: readonly string[]): readonly Operation[] {
  const people = ids.map((id) => id.trim()).filter((id) => id !== '');
  return rows.map((row) => setAssignees(row.address, people));
}

interface Asked {
  readonly title: string;
  readonly backlog: Backlog;
  readonly rows: readonly Row[];
}

/** Undefined where the person changed their mind. */
async function pickPeople(app: App, asked: Asked): Promise<readonly Operation[] | undefined> {
  const { title, backlog, rows } = asked;
  const people = peopleItems(backlog);
  const me = await newPerson(app, backlog);
  const items: readonly Pickable<PersonItem['ids'] | GitPerson>[] = [
    ...people.map(({ ids, ...item }) => ({
      ...item,
      value: ids,
      names: [item.label, item.description ?? ''],
    })),
    ...(me === undefined ? [] : [{ label: `$(person-add) ${addMeLabel(me)}`, value: me }]),
    ...(people.length === 0 ? [] : [{ label: vscode.l10n.t('Unassigned'), value: [] }]),
    ...(people.length < 2 ? [] : [{ label: vscode.l10n.t('Several people…'), value: 'several' as const }]),
  ];
  const placeholder = vscode.l10n.t('Choose a person, or type the name of a new one');
  const picked = await pickOrCreate({ title, placeholder, items });
  if (picked === undefined) return undefined;
  const use = rows.map(({ address }) => ({ item: address, field: 'assignee', how: 'set' as const }));
  if (picked.kind === 'create') return [addPerson({ name: picked.name }, use)];
  const { value } = picked;
  if (value === 'several') return pickSeveral(asked, people);
  return isList(value) ? assignTo(rows, value) : [addPerson(value, use)];
}

function isList(value: readonly string[] | GitPerson): value is readonly string[] {
  return Array.isArray(value);
}

async function pickSeveral(
  { title, rows }: Asked,
  people: readonly PersonItem[],
): Promise<readonly Operation[] | undefined> {
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
  return (
    chosen &&
    assignTo(
      rows,
      chosen.flatMap(({ ids }) => (ids === 'several' ? [] : ids)),
    )
  );
}
