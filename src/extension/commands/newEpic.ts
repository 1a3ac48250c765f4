/** A new epic: its title is enough, the rest is written on its page. */
import * as vscode from 'vscode';
import { apply } from './apply.ts';
import { readArguments } from './arguments.ts';
import type { Handler } from './handler.ts';
import { chooseBacklog } from './newStory.ts';

export const newEpic: Handler = async (app, args) => {
  const { uri, fields } = readArguments(args);
  const backlog = await chooseBacklog(app, uri);
  if (backlog === undefined) return undefined;
  const title =
    fields?.['title']?.toString() ??
    (await vscode.window.showInputBox({
      title: vscode.l10n.t('New Epic'),
      prompt: vscode.l10n.t('What do several stories make possible together?'),
      ignoreFocusOut: true,
      validateInput: (text) => (text.trim() === '' ? vscode.l10n.t('An epic needs a title.') : undefined),
    }));
  if (title === undefined) return undefined;
  const operation = { type: 'add', list: 'epics', fields: { title: title.trim() } } as const;
  const items = await apply(app, backlog.uri, [operation], vscode.l10n.t('New epic “{title}”', { title }));
  return items?.[0];
};
