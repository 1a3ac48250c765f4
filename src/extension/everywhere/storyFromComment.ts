/**
 * Makes a story of a comment: asks for the title, adds the story with a link to the line, and offers to write its id
 * into the comment. That is the only place where the extension changes another file than a backlog, and only when asked.
 */
import * as vscode from 'vscode';
import type { ItemAddress, Operation, Value } from '../../protocol/lsp.ts';
import type { Backlog } from '../../views/snapshots.ts';
import type { App } from '../app.ts';
import { apply, revealItem } from '../commands/apply.ts';
import { isProse } from './prose.ts';
import { relativePath } from './relativePath.ts';
import { type Todo, todoIn } from './todo.ts';

interface Comment {
  readonly document: vscode.TextDocument;
  readonly line: number;
  /** The line as it was when the story was asked for. */
  readonly text: string;
  readonly todo: Todo | undefined;
}

/** The new story, as it is called; undefined when none was made. */
export async function createStoryFromComment(
  app: App,
  args: readonly unknown[],
): Promise<ItemAddress | undefined> {
  const comment = await commentOf(args);
  if (comment === undefined) {
    const message = vscode.l10n.t('Put the cursor on the line of a comment first.');
    void vscode.window.showWarningMessage(message);
    return undefined;
  }
  const backlog = await chooseBacklog(app, comment.document);
  const title = backlog && (given(args)['title'] ?? (await askTitle(comment)));
  if (backlog === undefined || typeof title !== 'string' || title.trim() === '') return undefined;
  const fields = fieldsOf(backlog, comment, title.trim());
  const operation: Operation = { type: 'add', list: 'stories', fields };
  const label = vscode.l10n.t('New story “{title}”', { title: title.trim() });
  const [item] = (await apply(app, backlog.uri, [operation], label)) ?? [];
  // Not awaited: the command is done, what follows is an offer.
  if (item !== undefined) void offer(app, backlog.uri, item, comment);
  return item;
}

function given(args: readonly unknown[]): Readonly<Record<string, unknown>> {
  const [first] = args;
  return typeof first === 'object' && first !== null ? { ...first } : {};
}

/** The line that the light bulb was on, else that of the cursor. */
async function commentOf(args: readonly unknown[]): Promise<Comment | undefined> {
  const { uri, line: wanted } = given(args);
  const editor = vscode.window.activeTextEditor;
  const document =
    typeof uri === 'string'
      ? await vscode.workspace.openTextDocument(vscode.Uri.parse(uri, true))
      : editor?.document;
  const line = typeof wanted === 'number' ? wanted : editor?.selection.active.line;
  if (document === undefined || line === undefined || line < 0 || line >= document.lineCount)
    return undefined;
  const { text } = document.lineAt(line);
  return { document, line, text, todo: todoIn(text, isProse(document.languageId)) };
}

async function askTitle({ todo }: Comment): Promise<string | undefined> {
  return vscode.window.showInputBox({
    title: vscode.l10n.t('New story: title'),
    prompt: vscode.l10n.t('What should change, and for whom?'),
    value: todo?.title ?? '',
    ignoreFocusOut: true,
    validateInput: (value) => (value.trim() === '' ? vscode.l10n.t('A story needs a title.') : undefined),
  });
}

function fieldsOf(
  { uri, rows, workflow }: Backlog,
  { document, line }: Comment,
  title: string,
): Record<string, Value> {
  const [first] = workflow.statuses;
  // Where stories have a status, a new one has the first; a backlog of bare titles stays one.
  const staged = rows.some(({ list, status }) => list === 'stories' && status !== undefined);
  const path = relativePath(vscode.Uri.parse(uri, true), document.uri);
  return {
    title,
    ...(staged && first !== undefined ? { status: first } : {}),
    ...(path === undefined ? {} : { links: [`${path}#L${line + 1}`] }),
  };
}

/** The nearest backlog above the file; where there is none, the only one, or the one that the person picks. */
async function chooseBacklog({ store }: App, { uri }: vscode.TextDocument): Promise<Backlog | undefined> {
  const folder = (backlog: Backlog): string => backlog.uri.slice(0, backlog.uri.lastIndexOf('/') + 1);
  const above = store.backlogs.filter((backlog) => uri.toString().startsWith(folder(backlog)));
  const depth = Math.max(0, ...above.map((backlog) => folder(backlog).length));
  const nearest = above.filter((backlog) => folder(backlog).length === depth);
  const choices = nearest.length > 0 ? nearest : store.backlogs;
  if (choices.length <= 1) return choices[0];
  const items = choices.map((backlog) => ({
    label: backlog.name,
    description: vscode.workspace.asRelativePath(vscode.Uri.parse(backlog.uri)),
    backlog,
  }));
  const title = vscode.l10n.t('New story in which backlog?');
  return (await vscode.window.showQuickPick(items, { title }))?.backlog;
}

async function offer(app: App, uri: string, item: ItemAddress, comment: Comment): Promise<void> {
  const id = 'id' in item ? item.id : undefined;
  const { todo } = comment;
  const show = vscode.l10n.t('Show Story');
  const write =
    id === undefined || todo === undefined
      ? undefined
      : vscode.l10n.t('Write {id} behind {word}', { id, word: todo.word });
  const message =
    id === undefined ? vscode.l10n.t('Created the story.') : vscode.l10n.t('Created {id}.', { id });
  const answers = write === undefined ? [show] : [write, show];
  const answer = await vscode.window.showInformationMessage(message, ...answers);
  if (answer === show) await revealItem(app, uri, item);
  if (answer !== undefined && answer === write && id !== undefined) await writeId(comment, id);
}

/** Does nothing where the line is another one by now. */
async function writeId({ document, line, text, todo }: Comment, id: string): Promise<void> {
  const now = !document.isClosed && line < document.lineCount ? document.lineAt(line).text : undefined;
  if (todo === undefined || now !== text) {
    const message = vscode.l10n.t('The comment has changed since: write {id} there yourself.', { id });
    void vscode.window.showWarningMessage(message);
    return;
  }
  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, new vscode.Position(line, todo.at), todo.written(id));
  await vscode.workspace.applyEdit(edit);
}
