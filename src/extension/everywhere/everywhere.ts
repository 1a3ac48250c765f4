/**
 * Ids of items in every file: resting on `FN-12` shows the item and leads to its page, F12 opens it, and a TODO comment
 * becomes a story. Loaded after activation. Looks at the line at hand only, and sends nothing but ids to the server.
 */
import * as vscode from 'vscode';
import type { CommandId } from '../../protocol/commands.ts';
import { describeRequest, type ItemDescription } from '../../protocol/everywhere.ts';
import { FILE_PATTERNS, LANGUAGE_ID } from '../../protocol/views.ts';
import type { App } from '../app.ts';
import { type FoundId, idAt } from './ids.ts';
import { KnownIds, rangeOf } from './knownIds.ts';
import { underlineIds } from './links.ts';
import { storyActions } from './storyActions.ts';

/** Documents that the language server reads itself. */
export const BACKLOGS: vscode.DocumentSelector = [
  { language: LANGUAGE_ID },
  ...FILE_PATTERNS.map((name) => ({ pattern: `**/${name}` })),
];

export function startEverywhere(app: App): vscode.Disposable {
  const known = new KnownIds(app);
  return vscode.Disposable.from(
    known,
    vscode.languages.registerHoverProvider('*', hoverProvider(app, known)),
    vscode.languages.registerDefinitionProvider('*', definitionProvider(known)),
    vscode.languages.registerCodeActionsProvider('*', storyActions(app, isBacklog), {
      providedCodeActionKinds: [vscode.CodeActionKind.QuickFix],
    }),
    underlineIds(known, isBacklog),
  );
}

function isBacklog(document: vscode.TextDocument): boolean {
  return vscode.languages.match(BACKLOGS, document) > 0;
}

function isOn(): boolean {
  return vscode.workspace.getConfiguration('refinery').get<unknown>('hover.everywhere') !== false;
}

interface Place {
  readonly found: FoundId;
  readonly range: vscode.Range;
}

/** The id at a place of a document. What one means in a backlog, the language server says. */
async function placeOf(
  known: KnownIds,
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<Place | undefined> {
  if (!known.some) return undefined;
  const { line, character } = position;
  const { text } = document.lineAt(line);
  const pattern = await known.pattern();
  const found = pattern && idAt(text, character, pattern);
  return found && { found, range: new vscode.Range(line, found.start, line, found.end) };
}

function hoverProvider({ link }: App, known: KnownIds): vscode.HoverProvider {
  return {
    async provideHover(document, position, token) {
      const inBacklog = isBacklog(document);
      if (!inBacklog && !isOn()) return undefined;
      const place = await placeOf(known, document, position);
      if (place === undefined || token.isCancellationRequested) return undefined;
      const items = await known.asked(link.request(describeRequest, { id: place.found.id }), []);
      if (items.length === 0) return undefined;
      return new vscode.Hover(
        items.map((item) => withPage(item, inBacklog ? '' : item.markdown)),
        place.range,
      );
    },
  };
}

const PAGE: CommandId = 'refinery.openPage';

/** Texts of the file are escaped, so that the only link with a command is this one. */
function withPage({ id, uri }: ItemDescription, markdown: string): vscode.MarkdownString {
  const question = encodeURIComponent(JSON.stringify([{ uri, items: [id] }]));
  const text = new vscode.MarkdownString(
    `${markdown}\n\n[${vscode.l10n.t('Open page')}](command:${PAGE}?${question})`,
  );
  text.isTrusted = { enabledCommands: [PAGE] };
  return text;
}

function definitionProvider(known: KnownIds): vscode.DefinitionProvider {
  return {
    async provideDefinition(document, position, token) {
      if (!isOn() || isBacklog(document)) return undefined;
      const place = await placeOf(known, document, position);
      if (place === undefined || token.isCancellationRequested) return undefined;
      const items = await known.locate([place.found.id]);
      return items.map(({ uri, range, selection }): vscode.LocationLink => ({
        originSelectionRange: place.range,
        targetUri: vscode.Uri.parse(uri, true),
        targetRange: rangeOf(range),
        targetSelectionRange: rangeOf(selection),
      }));
    },
  };
}
