/** Who sits before the screen: one of the backlog's people, asked for once and kept on this machine. */
import * as vscode from 'vscode';
import type { Backlog } from '../../views/snapshots.ts';
import type { App } from '../app.ts';

const KEY = 'refinery.me';

/** The id of the person, where it was told and the backlog knows it. */
export function meIn({ context }: App, { people }: Backlog): string | undefined {
  const me = context.globalState.get<unknown>(KEY);
  return typeof me === 'string' && people.has(me) ? me : undefined;
}

export async function askWhoAmI(app: App, backlog: Backlog): Promise<string | undefined> {
  const known = meIn(app, backlog);
  if (known !== undefined) return known;
  const items = [...backlog.people].map(([id, name]) => ({
    label: name === '' ? id : name,
    description: id,
    id,
  }));
  if (items.length === 0) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('The backlog names no people yet: add them under “people”.'),
    );
    return undefined;
  }
  const title = vscode.l10n.t('Who are you?');
  const picked = await vscode.window.showQuickPick(items, { title });
  if (picked !== undefined) await app.context.globalState.update(KEY, picked.id);
  return picked?.id;
}
