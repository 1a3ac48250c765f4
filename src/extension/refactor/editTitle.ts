/** F2 on a row: writes another title, or the name of what has a name. What only has an id, a sprint or a status, gets that. */
import * as vscode from 'vscode';
import type { ListName, Operation } from '../../protocol/lsp.ts';
import type { Row } from '../../protocol/snapshot.ts';
import type { App } from '../app.ts';
import { apply } from '../commands/apply.ts';
import { readArguments } from '../commands/arguments.ts';
import type { Handler } from '../commands/handler.ts';
import { rowOf, targetsOf } from '../commands/targets.ts';
import { Element } from '../tree/model.ts';
import type { Backlog } from '../../views/snapshots.ts';
import { askNewName, changeId } from './rename.ts';

/** Where the words are that a row shows. */
const FIELDS: Readonly<Partial<Record<ListName, string>>> = {
  stories: 'title',
  epics: 'title',
  objectives: 'title',
  releases: 'title',
  people: 'name',
  teams: 'name',
  metrics: 'name',
  insights: 'text',
  decisions: 'text',
};

interface Meant {
  readonly backlog: Backlog;
  readonly row: Row;
}

/** Called with `value`, nothing is asked; with `fields`, it is `Change Id`. */
export const rename: Handler = async (app, args) => {
  const { fields, value } = readArguments(args);
  const meant = fields === undefined ? await meantBy(app, args) : undefined;
  if (meant === undefined) {
    if (fields !== undefined || args[0] instanceof Element) await changeId(app, args);
    return;
  }
  const { backlog, row } = meant;
  const title =
    value ??
    (await askNewName({
      title: vscode.l10n.t('Rename {item}', { item: row.id ?? row.title }),
      prompt: row.list === 'people' ? vscode.l10n.t('The new name') : vscode.l10n.t('The new title'),
      value: row.title,
    }));
  if (title === undefined || title.trim() === row.title) return;
  const label = vscode.l10n.t('Rename {name}', { name: row.id ?? row.title });
  await apply(app, backlog.uri, [operationFor(row, title.trim())], label);
};

/** Sentences of stories say the name of a persona: it is changed there too. */
function operationFor({ list, address, title }: Row, to: string): Operation {
  if (list === 'personas') return { type: 'rename', what: 'role', from: title, to };
  return { type: 'set', item: address, field: FIELDS[list] ?? 'title', value: to };
}

/** One item: the one that was clicked, also where several are selected. */
async function meantBy(app: App, args: readonly unknown[]): Promise<Meant | undefined> {
  const [clicked] = args;
  if (!(clicked instanceof Element)) {
    const wanted = { fits: hasTitle, question: vscode.l10n.t('Rename which item?') };
    const [target] = await targetsOf(app, args, wanted);
    const [row] = target?.rows ?? [];
    return target === undefined || row === undefined ? undefined : { backlog: target.backlog, row };
  }
  const { node } = clicked;
  const backlog = app.store.backlog(node.uri);
  const row = rowOf(node) ?? personOf(node, backlog);
  return backlog === undefined || row === undefined || !hasTitle(row) ? undefined : { backlog, row };
}

function hasTitle({ list }: Row): boolean {
  return list === 'personas' || FIELDS[list] !== undefined;
}

/** The group of an assignee stands for the person. */
function personOf(node: Element['node'], backlog: Backlog | undefined): Row | undefined {
  if (node.kind !== 'group' || node.group.grouping !== 'assignee') return undefined;
  return backlog?.rows.find(({ list, id }) => list === 'people' && id === node.group.key);
}
