/** The light bulb on a line with TODO or FIXME: a story of what the comment says. */
import * as vscode from 'vscode';
import type { CommandId } from '../../protocol/commands.ts';
import type { App } from '../app.ts';
import { isProse } from './prose.ts';
import { todoIn } from './todo.ts';

const COMMAND: CommandId = 'refinery.createStoryFromComment';

export function storyActions(
  { store }: App,
  isBacklog: (document: vscode.TextDocument) => boolean,
): vscode.CodeActionProvider {
  return {
    provideCodeActions(document, { start, end }, { only }) {
      if (store.backlogs.length === 0 || start.line !== end.line || isBacklog(document)) return [];
      if (only !== undefined && !only.contains(vscode.CodeActionKind.QuickFix)) return [];
      const todo = todoIn(document.lineAt(start.line).text, isProse(document.languageId));
      if (todo === undefined) return [];
      const action = new vscode.CodeAction(
        vscode.l10n.t('Create story from this comment'),
        vscode.CodeActionKind.QuickFix,
      );
      const place = { uri: document.uri.toString(), line: start.line };
      action.command = { title: action.title, command: COMMAND, arguments: [place] };
      return [action];
    },
  };
}
