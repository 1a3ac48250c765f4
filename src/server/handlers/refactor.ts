/** What changes a backlog because somebody chose it from a menu: quick fixes, refactorings, new names. */
import { ResponseError } from 'vscode-jsonrpc';
import type {
  CodeAction,
  CodeActionContext,
  Diagnostic,
  WorkspaceEdit,
} from 'vscode-languageserver-protocol';
import type { Backlog } from '../../core/backlog/backlog.ts';
import { fixesOfAll, type QuickFix, quickFixesAt } from '../../core/features/codeActions.ts';
import { itemParts } from '../../core/features/itemParts.ts';
import { namesOf } from '../../core/features/names.ts';
import { type Asked, type Refactoring, refactoringsAt } from '../../core/features/refactorings.ts';
import { nameAt, renameOperation } from '../../core/features/rename.ts';
import { planOperation } from '../../core/operations/planOperation.ts';
import type { Span } from '../../core/text/span.ts';
import type { KnownFile } from '../../core/workspace/knownFile.ts';
import { itemPartsRequest, namesRequest } from '../../protocol/refactor.ts';
import { FIX_ALL } from '../codeActionKinds.ts';
import { rangeOf, sameRange, SOURCE, spanOf } from '../convert.ts';
import { onRequest } from '../listen.ts';
import * as messages from '../messages.ts';
import type { Session } from '../session.ts';
import { workspaceEditOf } from '../workspaceEdit.ts';

/** `CodeActionTriggerKind.Automatic`: the editor asks by itself as the cursor moves. */
const AUTOMATIC = 2;
/** LSP's code of a request that is understood and can't be done. */
const REQUEST_FAILED = -32803;

/** The commands of our own extension that ask in steps. */
const COMMANDS: Readonly<Record<Asked, string>> = {
  split: 'refinery.splitStory',
  merge: 'refinery.mergeStories',
  extractEpic: 'refinery.extractEpic',
  moveCriterion: 'refinery.moveCriterion',
};

/** An open file or one on disk, with its backlog. */
interface Opened {
  readonly session: Session;
  readonly file: KnownFile;
  readonly backlog: Backlog;
}

export function handleRefactor(session: Session): void {
  onRequest(session, messages.codeAction, null, ({ textDocument: { uri }, range, context }) => {
    const opened = open(session, uri);
    if (opened === undefined) return null;
    const span = spanOf(opened.backlog.source, range);
    return [
      ...(isWanted('quickfix', context) ? quickFixes(opened, span, context.diagnostics) : []),
      ...refactorings(opened, span, context),
      ...(isWanted(FIX_ALL, context) ? fixAll(opened) : []),
    ];
  });
  onRequest(session, messages.prepareRename, null, ({ textDocument: { uri }, position }) => {
    const opened = open(session, uri);
    if (opened === undefined) return null;
    const { source } = opened.backlog;
    const named = nameAt(opened.backlog, source.offsetAt(position));
    return named === undefined ? null : { range: rangeOf(source, named.span), placeholder: named.name };
  });
  onRequest(session, messages.rename, null, ({ textDocument: { uri }, position, newName }) => {
    const opened = open(session, uri);
    if (opened === undefined) return null;
    const named = nameAt(opened.backlog, opened.backlog.source.offsetAt(position));
    if (named === undefined) return null;
    const plan = planOperation(opened.backlog, renameOperation(named, newName));
    if (!plan.ok) return new ResponseError(REQUEST_FAILED, plan.refusal.message);
    return editOf(opened, plan.edits);
  });
  handleSteps(session);
}

/** What the steps of our own commands ask. */
function handleSteps(session: Session): void {
  onRequest(session, itemPartsRequest, [], async ({ uri, items }) => {
    const backlog = (await session.file(uri))?.backlog;
    return items.map((address) => {
      const found = backlog?.find(address);
      return backlog && found?.ok === true ? itemParts(backlog, found.item) : null;
    });
  });
  onRequest(session, namesRequest, [], async ({ uri }) => {
    const backlog = (await session.file(uri))?.backlog;
    return backlog ? namesOf(backlog) : [];
  });
}

function open(session: Session, uri: string): Opened | undefined {
  const file = session.workspace.file(uri);
  const backlog = file?.backlog;
  return file && backlog && { session, file, backlog };
}

/** Changes of the whole file (`source.…`) are made only for who asks for them by name. */
function isWanted(kind: string, { only }: CodeActionContext): boolean {
  if (only === undefined) return !kind.startsWith('source');
  return only.some(
    (asked) => kind === asked || kind.startsWith(`${asked}.`) || (asked === '' && !kind.startsWith('source')),
  );
}

function editOf({ session, file, backlog }: Opened, edits: QuickFix['edits']): WorkspaceEdit {
  const { source } = backlog;
  const { uri, version = null } = file;
  return workspaceEditOf(session.client.capabilities, { uri, version }, source, edits);
}

function quickFixes(opened: Opened, span: Span, asked: readonly Diagnostic[]): CodeAction[] {
  return quickFixesAt(opened.backlog, span).map((fix) => {
    const range = rangeOf(opened.backlog.source, fix.span);
    const diagnostics = asked.filter(
      (each) => each.source === SOURCE && each.code === fix.problem.rule && sameRange(each.range, range),
    );
    return {
      title: fix.title,
      kind: 'quickfix',
      edit: editOf(opened, fix.edits),
      ...(diagnostics.length === 0 ? {} : { diagnostics }),
      ...(fix.preferred ? { isPreferred: true } : {}),
    };
  });
}

/** Those that can be done as things are: each is planned, so none is offered in vain. */
function refactorings(opened: Opened, span: Span, context: CodeActionContext): CodeAction[] {
  // A light bulb at every place where the cursor rests would say nothing.
  if (context.triggerKind === AUTOMATIC && span.start === span.end && context.only === undefined) return [];
  return refactoringsAt(opened.backlog, span).flatMap((one) =>
    isWanted(one.kind, context) ? (actionOf(opened, one) ?? []) : [],
  );
}

function actionOf(opened: Opened, { title, kind, operation, ask }: Refactoring): CodeAction | undefined {
  const { session, file, backlog } = opened;
  if (ask !== undefined && session.client.isRefinery) {
    const keys = session.snapshots.keysOf(file, ask.items);
    const argument = { uri: file.uri, keys, criteria: ask.criteria };
    const named = title.endsWith('…') ? title : `${title}…`;
    return {
      title: named,
      kind,
      command: { title: named, command: COMMANDS[ask.what], arguments: [argument] },
    };
  }
  const plan = operation && planOperation(backlog, operation);
  if (plan?.ok !== true || plan.edits.length === 0) return undefined;
  return { title, kind, edit: editOf(opened, plan.edits) };
}

function fixAll(opened: Opened): CodeAction[] {
  const edits = fixesOfAll(opened.backlog);
  return edits.length === 0
    ? []
    : [{ title: 'Fix what has one obvious fix', kind: FIX_ALL, edit: editOf(opened, edits) }];
}
