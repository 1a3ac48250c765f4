/** What any editor asks for: each handler turns a position into an offset, asks one feature, and converts back. */
import type { Location, TextDocumentPositionParams } from 'vscode-languageserver-protocol';
import type { Backlog } from '../../core/backlog/backlog.ts';
import { foldingRanges } from '../../core/features/folding.ts';
import { hoverAt } from '../../core/features/hover.ts';
import { definitionAt, referencesAt } from '../../core/features/references.ts';
import { namedItems, outline } from '../../core/features/symbols.ts';
import type { Span } from '../../core/text/span.ts';
import { documentSymbolOf, rangeOf, symbolKindOf } from '../convert.ts';
import { onRequest } from '../listen.ts';
import * as messages from '../messages.ts';
import type { Session } from '../session.ts';

/** How many items a search over all backlogs gives. */
const MOST_SYMBOLS = 200;

export function handleLanguage(session: Session): void {
  handlePositions(session);
  handleDocument(session);
  const { workspace } = session;
  onRequest(session, messages.workspaceSymbol, [], ({ query }) => {
    const found = workspace.files().flatMap(({ uri, backlog }) => {
      if (backlog === undefined) return [];
      return namedItems(backlog, query, MOST_SYMBOLS).map((item) => ({ uri, backlog, ...item }));
    });
    // The sort is stable: equals stay in the order of their files.
    const best = found.sort((a, b) => a.rank - b.rank).slice(0, MOST_SYMBOLS);
    return best.map(({ uri, backlog, name, list, span }) => ({
      name,
      kind: symbolKindOf(list),
      location: { uri, range: rangeOf(backlog.source, span) },
      containerName: list,
    }));
  });
}

function handlePositions(session: Session): void {
  onRequest(session, messages.hover, null, (params) => {
    const at = placeOf(session, params);
    const hover = at && hoverAt(at.backlog, at.offset);
    if (!hover) return null;
    const contents = { kind: 'markdown' as const, value: hover.markdown };
    return { contents, range: rangeOf(at.backlog.source, hover.span) };
  });
  onRequest(session, messages.definition, null, (params) => {
    const at = placeOf(session, params);
    return at ? locations(params, at.backlog, definitionAt(at.backlog, at.offset)) : null;
  });
  onRequest(session, messages.references, null, (params) => {
    const at = placeOf(session, params);
    const withDefinition = params.context.includeDeclaration;
    return at ? locations(params, at.backlog, referencesAt(at.backlog, at.offset, { withDefinition })) : null;
  });
}

function handleDocument(session: Session): void {
  const { workspace } = session;
  onRequest(session, messages.documentSymbol, null, ({ textDocument: { uri } }) => {
    const backlog = workspace.file(uri)?.backlog;
    return backlog ? outline(backlog).map((entry) => documentSymbolOf(backlog.source, entry)) : null;
  });
  onRequest(session, messages.foldingRange, null, ({ textDocument: { uri } }) => {
    const backlog = workspace.file(uri)?.backlog;
    const limit = session.client.capabilities.textDocument?.foldingRange?.rangeLimit;
    return backlog ? [...foldingRanges(backlog, limit)] : null;
  });
}

function placeOf(
  { workspace }: Session,
  { textDocument, position }: TextDocumentPositionParams,
): { readonly backlog: Backlog; readonly offset: number } | undefined {
  const backlog = workspace.file(textDocument.uri)?.backlog;
  return backlog && { backlog, offset: backlog.source.offsetAt(position) };
}

function locations(
  { textDocument: { uri } }: TextDocumentPositionParams,
  { source }: Backlog,
  spans: readonly Span[],
): Location[] {
  return spans.map((span) => ({ uri, range: rangeOf(source, span) }));
}
