/** Names stories in the commit message that is being written, as trailers at its end. */
import type * as vscode from 'vscode';
import { l10n } from 'vscode';
import { linkMessageRequest, messageReferencesRequest } from '../../../protocol/commits.ts';
import { gitOf, say, type Scm, tell } from '../context.ts';
import { openMessage } from '../messages.ts';
import { pickStories, storyItems } from '../pickStories.ts';

/** @param given ids with commas between them, where a script calls */
export async function link(scm: Scm, root: vscode.Uri | undefined, given: string | undefined): Promise<void> {
  if (gitOf(scm) === undefined) return;
  const { app, git } = scm;
  const clicked = root && git.repositories.find(({ rootUri }) => rootUri.toString() === root.toString());
  const message = openMessage(git, clicked);
  if (message === undefined) {
    tell(l10n.t('There is no commit message to write into.'));
    return;
  }
  const repository = message.repository.rootUri.toString();
  const params = { repository, text: message.text };
  const ids = given === undefined ? await ask(scm, message) : given.split(',').map((id) => id.trim());
  if (ids.length === 0) return;
  const { text } = await app.link.request(linkMessageRequest, { ...params, ids });
  if (text === message.text) {
    say(l10n.t('The commit message names {ids} already.', { ids: ids.join(', ') }));
  } else if (!(await message.write(text))) {
    tell(l10n.t('The commit message has changed meanwhile; please try again.'));
  } else {
    say(l10n.t('The commit message names {ids} now.', { ids: ids.join(', ') }));
  }
}

async function ask(
  scm: Scm,
  { repository, text }: NonNullable<ReturnType<typeof openMessage>>,
): Promise<readonly string[]> {
  const uri = repository.rootUri.toString();
  const active = (await scm.active.of(repository))?.story;
  const [items, named] = await Promise.all([
    storyItems(scm, uri, active),
    scm.app.link.request(messageReferencesRequest, { repository: uri, text }),
  ]);
  const there = new Set(named.filter(({ strength }) => strength === 'trailer').map(({ item }) => item.id));
  // What is named already stays named: a trailer is taken out by deleting its line.
  const open = items.filter(({ story }) => !there.has(story.id));
  const title = l10n.t('Link the commit to which stories?');
  const picked = await pickStories(open, title, ({ id }) => id === active?.id);
  return picked.map(({ id }) => id);
}
