/** Ids as underlined links, where a person wants that: those that lead to an item. Of a large file, what is on the screen. */
import * as vscode from 'vscode';
import { type FoundId, idsIn } from './ids.ts';
import type { KnownIds } from './knownIds.ts';

const SETTING = 'refinery.links.underline';

/** Larger documents are looked at where they are on the screen. */
const MOST_LINES = 5000;
const MOST_CHARACTERS = 500_000;
const MOST_LINKS = 500;

export function underlineIds(
  known: KnownIds,
  isBacklog: (document: vscode.TextDocument) => boolean,
): vscode.Disposable {
  let provider: vscode.Disposable | undefined;
  const follow = (): void => {
    const on = vscode.workspace.getConfiguration().get<unknown>(SETTING) === true;
    if (on === (provider !== undefined)) return;
    provider?.dispose();
    provider = on
      ? vscode.languages.registerDocumentLinkProvider('*', linkProvider(known, isBacklog))
      : undefined;
  };
  follow();
  const settings = vscode.workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration(SETTING)) follow();
  });
  return new vscode.Disposable(() => {
    settings.dispose();
    provider?.dispose();
  });
}

function linkProvider(
  known: KnownIds,
  isBacklog: (document: vscode.TextDocument) => boolean,
): vscode.DocumentLinkProvider {
  return {
    async provideDocumentLinks(document, token) {
      if (!known.some || isBacklog(document)) return [];
      const pattern = await known.pattern();
      if (pattern === undefined || token.isCancellationRequested) return [];
      const found = partsOf(document)
        .flatMap((part) => idsOf(document, part, pattern))
        .slice(0, MOST_LINKS);
      const places = await known.locate([...new Set(found.map(({ id }) => id))]);
      const targets = new Map(places.map(({ id, uri, selection }) => [id, targetOf(uri, selection.start)]));
      return found.flatMap(({ id, range }) => {
        const target = targets.get(id);
        return target === undefined ? [] : [linkTo(target, range)];
      });
    },
  };
}

function linkTo(target: vscode.Uri, range: vscode.Range): vscode.DocumentLink {
  const link = new vscode.DocumentLink(range, target);
  link.tooltip = vscode.l10n.t('Open in the backlog');
  return link;
}

/** The editor opens a file at the place that its fragment names. */
function targetOf(
  uri: string,
  { line, character }: { readonly line: number; readonly character: number },
): vscode.Uri {
  return vscode.Uri.parse(uri, true).with({ fragment: `L${line + 1},${character + 1}` });
}

function partsOf(document: vscode.TextDocument): readonly vscode.Range[] {
  const last = document.lineAt(document.lineCount - 1).range.end;
  if (document.lineCount <= MOST_LINES && document.offsetAt(last) <= MOST_CHARACTERS)
    return [new vscode.Range(0, 0, last.line, last.character)];
  return vscode.window.visibleTextEditors
    .filter((editor) => editor.document === document)
    .flatMap(({ visibleRanges }) => visibleRanges);
}

function idsOf(
  document: vscode.TextDocument,
  part: vscode.Range,
  pattern: RegExp,
): readonly (FoundId & { readonly range: vscode.Range })[] {
  const text = document.getText(part).slice(0, MOST_CHARACTERS);
  const base = document.offsetAt(part.start);
  return idsIn(text, pattern, MOST_LINKS).map((found) => ({
    ...found,
    range: new vscode.Range(document.positionAt(base + found.start), document.positionAt(base + found.end)),
  }));
}
