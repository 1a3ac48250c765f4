/** Gives the selected item another id, or any name that is picked from all another one, wherever it is named. */
import * as vscode from 'vscode';
import type { ListName, Operation } from '../../protocol/lsp.ts';
import { type NameEntry, namesRequest, type RenameKind } from '../../protocol/refactor.ts';
import type { Row } from '../../protocol/snapshot.ts';
import type { App } from '../app.ts';
import { readArguments } from '../commands/arguments.ts';
import { apply } from '../commands/apply.ts';
import type { Handler } from '../commands/handler.ts';
import { rowOf, targetsOf } from '../commands/targets.ts';
import { Element } from '../tree/model.ts';
import { askText, chooseOne } from './questions.ts';

/** What the id of an item of a list is the name of. */
const KINDS: Readonly<Record<ListName, RenameKind>> = {
  people: 'person',
  teams: 'team',
  personas: 'persona',
  objectives: 'objective',
  metrics: 'metric',
  insights: 'insight',
  decisions: 'decision',
  releases: 'release',
  epics: 'epic',
  sprints: 'sprint',
  stories: 'story',
};

interface Named {
  readonly uri: string;
  readonly what: RenameKind;
  readonly name: string;
}

/** Called with `fields` (`what`, `from`, `to`), nothing is asked. */
export const changeId: Handler = async (app, args) => {
  const { fields, uri, items, key } = readArguments(args);
  const given = fields && fromFields(app, fields, uri);
  const isMeant = items !== undefined || key !== undefined;
  const named = given ?? fromRow(args) ?? (await (isMeant ? fromItem(app, args) : fromNames(app, uri)));
  if (named === undefined) return;
  const to = given?.to ?? (await askName(named.name));
  if (to !== undefined) await renameTo(app, named, to);
};

async function renameTo(app: App, { uri, what, name }: Named, to: string): Promise<void> {
  if (to === name) return;
  const operation: Operation = { type: 'rename', what, from: name, to };
  await apply(app, uri, [operation], vscode.l10n.t('Rename {name}', { name }));
}

async function fromItem(app: App, args: readonly unknown[]): Promise<Named | undefined> {
  const wanted = { fits: () => true, question: vscode.l10n.t('Change the id of which item?') };
  const [target] = await targetsOf(app, args, wanted);
  const [row] = target?.rows ?? [];
  return target === undefined || row === undefined ? undefined : ofRow(target.backlog.uri, row);
}

function fromFields(
  app: App,
  fields: Readonly<Record<string, string | number>>,
  uri: string | undefined,
): (Named & { readonly to: string }) | undefined {
  const backlog = app.store.backlogs.find((one) => uri === undefined || one.uri === uri);
  const kinds: readonly string[] = [...Object.values(KINDS), 'role', 'status', 'type', 'severity', 'label'];
  const { what, from, to } = fields;
  if (backlog === undefined || from === undefined || to === undefined || !kinds.includes(String(what)))
    return undefined;
  // It is one of the kinds: that was looked up just now.
  return { uri: backlog.uri, what: String(what) as RenameKind, name: String(from), to: String(to) };
}

/** The row or group that the command was called on. */
export function fromRow([clicked]: readonly unknown[]): Named | undefined {
  if (!(clicked instanceof Element)) return undefined;
  const { node } = clicked;
  const row = rowOf(node);
  if (row !== undefined) return ofRow(node.uri, row);
  if (node.kind !== 'group' || node.group.key === undefined) return undefined;
  const { grouping, key } = node.group;
  const what = grouping === 'assignee' ? 'person' : grouping;
  return { uri: node.uri, what, name: key };
}

function ofRow(uri: string, { list, id }: Row): Named | undefined {
  return id === undefined ? undefined : { uri, what: KINDS[list], name: id };
}

async function fromNames(app: App, wanted: string | undefined): Promise<Named | undefined> {
  const backlogs = app.store.backlogs.filter(({ uri }) => wanted === undefined || uri === wanted);
  const all = await Promise.all(
    backlogs.map(async ({ uri }) => {
      const names = await app.link.request(namesRequest, { uri });
      return names.map((entry): NameEntry & Named => ({ ...entry, uri }));
    }),
  );
  const names = all.flat();
  const options = names.map(({ name, title, what }) => ({
    label: name,
    description: title === '' ? kindName(what) : `${kindName(what)} · ${title}`,
  }));
  const answer = await chooseOne(vscode.l10n.t('Rename what?'), options, { step: 1, totalSteps: 1 });
  return answer?.kind === 'value' ? names[answer.value] : undefined;
}

function kindName(what: RenameKind): string {
  const names: Readonly<Record<RenameKind, string>> = {
    story: vscode.l10n.t('story'),
    epic: vscode.l10n.t('epic'),
    sprint: vscode.l10n.t('sprint'),
    release: vscode.l10n.t('release'),
    objective: vscode.l10n.t('objective'),
    metric: vscode.l10n.t('metric'),
    insight: vscode.l10n.t('insight'),
    decision: vscode.l10n.t('decision'),
    person: vscode.l10n.t('person'),
    team: vscode.l10n.t('team'),
    persona: vscode.l10n.t('persona'),
    role: vscode.l10n.t('persona'),
    status: vscode.l10n.t('status'),
    type: vscode.l10n.t('type'),
    severity: vscode.l10n.t('severity'),
    label: vscode.l10n.t('label'),
  };
  return names[what];
}

async function askName(name: string): Promise<string | undefined> {
  return askNewName({
    title: vscode.l10n.t('Rename {name}', { name }),
    prompt: vscode.l10n.t('The new name. It is changed wherever the backlog names it.'),
    value: name,
  });
}

export async function askNewName(question: {
  readonly title: string;
  readonly prompt: string;
  readonly value: string;
}): Promise<string | undefined> {
  const refuse = (text: string) => (text === '' ? vscode.l10n.t('A name needs some characters.') : undefined);
  const answer = await askText({ ...question, refuse }, { step: 1, totalSteps: 1 });
  return answer?.kind === 'value' ? answer.value : undefined;
}
