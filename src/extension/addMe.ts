/** The person at the screen, as git knows them, as somebody of the backlog. */
import * as vscode from 'vscode';
import { type GitPerson, gitPersonRequest } from '../protocol/commits.ts';
import type { Operation } from '../protocol/lsp.ts';
import type { Backlog } from '../views/snapshots.ts';
import type { App } from './app.ts';

const KEY = 'refinery.me';

/** The id of the person, where it was told and the backlog knows it. */
export function meIn({ context }: App, { people }: Backlog): string | undefined {
  const me = context.globalState.get<unknown>(KEY);
  return typeof me === 'string' && people.has(me) ? me : undefined;
}

export async function rememberMe({ context }: App, id: string): Promise<void> {
  await context.globalState.update(KEY, id);
}

/** Undefined where git may not be asked, knows no name, or the backlog has this person already. */
export async function newPerson(app: App, { uri, people }: Backlog): Promise<GitPerson | undefined> {
  const known = await app.link.request(gitPersonRequest, { uri }).catch(() => null);
  if (known === null || known.name === undefined || known.person !== undefined) return undefined;
  return [...people.values()].includes(known.name) ? undefined : known;
}

/** Of the commands: `Add me (Ana Lima, ana@fieldnotes.example)`. */
export function addMeLabel({ name = '', email }: GitPerson): string {
  return vscode.l10n.t('Add me ({who})', { who: email === undefined ? name : `${name}, ${email}` });
}

type Create = Extract<Operation, { readonly type: 'create' }>;

/** @param use who names the person from then on */
export function addPerson({ name = '', email }: GitPerson, use?: Create['use']): Create {
  return {
    type: 'create',
    list: 'people',
    name,
    ...(email === undefined ? {} : { fields: { email } }),
    ...(use === undefined ? {} : { use }),
  };
}
