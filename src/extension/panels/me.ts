/** Who sits before the screen: one of the backlog's people, asked for once and kept on this machine. */
import * as vscode from 'vscode';
import type { GitPerson } from '../../protocol/commits.ts';
import type { Backlog } from '../../views/snapshots.ts';
import { addMeLabel, addPerson, meIn, newPerson, rememberMe } from '../addMe.ts';
import type { App } from '../app.ts';
import { apply } from '../commands/apply.ts';
import { pickOrCreate, type Pickable } from '../commands/pickOrCreate.ts';

/** The id of the person; undefined where they did not say. */
export async function askWhoAmI(app: App, backlog: Backlog): Promise<string | undefined> {
  const known = meIn(app, backlog);
  if (known !== undefined) return known;
  const me = await newPerson(app, backlog);
  const items: readonly Pickable<string | GitPerson>[] = [
    ...(me === undefined ? [] : [{ label: `$(person-add) ${addMeLabel(me)}`, value: me }]),
    ...[...backlog.people].map(([id, name]) => ({
      label: name === '' ? id : name,
      description: id,
      value: id,
      names: [id, name],
    })),
  ];
  const title = vscode.l10n.t('Who are you?');
  const placeholder = vscode.l10n.t('Choose yourself, or type your name');
  const picked = await pickOrCreate({ title, placeholder, items });
  if (picked === undefined) return undefined;
  const { value } = picked.kind === 'value' ? picked : { value: { name: picked.name } };
  if (typeof value !== 'string') return created(app, backlog, value);
  await rememberMe(app, value);
  return value;
}

async function created(app: App, { uri }: Backlog, person: GitPerson): Promise<string | undefined> {
  const label = vscode.l10n.t('Add {name}', { name: person.name ?? '' });
  const [item] = (await apply(app, uri, [addPerson(person)], label)) ?? [];
  if (item === undefined || !('id' in item)) return undefined;
  await rememberMe(app, item.id);
  return item.id;
}
