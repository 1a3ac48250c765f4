/** What makes a backlog easier to read: titles behind ids, progress over epics, colours, highlights, links. */
import type {
  CodeLens,
  DocumentHighlightKind,
  InlayHint,
  SelectionRange,
} from 'vscode-languageserver-protocol';
import type { Backlog } from '../../core/backlog/backlog.ts';
import {
  type CodeLens as Lens,
  progressLenses,
  readinessAt,
  readinessLenses,
} from '../../core/features/reading/codeLenses.ts';
import { documentLinks } from '../../core/features/reading/documentLinks.ts';
import { type Highlight, highlightsAt } from '../../core/features/reading/highlights.ts';
import { inlayHints, type InlayHint as Hint } from '../../core/features/reading/inlayHints.ts';
import { everywhere } from '../../core/features/reading/itemsWithin.ts';
import { selectionRangesAt } from '../../core/features/reading/selectionRanges.ts';
import { semanticTokens } from '../../core/features/reading/semanticTokens.ts';
import type { Span } from '../../core/text/span.ts';
import type { SlicedText } from '../../core/yaml/slicedText.ts';
import { rangeOf, spanOf } from '../convert.ts';
import { encodeTokens } from '../encodeTokens.ts';
import { linkTarget } from '../linkTargets.ts';
import { onNotification, onRequest } from '../listen.ts';
import * as messages from '../messages.ts';
import type { Session } from '../session.ts';
import { ServerSettings } from '../settings.ts';

export function handleReading(session: Session): void {
  handleSettings(session);
  handleLines(session);
  handleTokens(session);
  handlePlaces(session);
}

function handleSettings(session: Session): void {
  onNotification(session, messages.didChangeConfiguration, async ({ settings }) => {
    session.settings = new ServerSettings(settings);
    const { connection, client, publisher, workspace } = session;
    for (const { uri } of workspace.judgeBy(session.settings.levels)) publisher.publish(uri);
    const { inlayHint, codeLens } = client.capabilities.workspace ?? {};
    if (inlayHint?.refreshSupport === true) await connection.sendRequest('workspace/inlayHint/refresh');
    if (codeLens?.refreshSupport === true) await connection.sendRequest('workspace/codeLens/refresh');
  });
}

/** What stands beside and above what is written. */
function handleLines(session: Session): void {
  onRequest(session, messages.inlayHint, null, ({ textDocument: { uri }, range }) => {
    const backlog = backlogOf(session, uri);
    if (backlog === undefined || !session.settings.get('refinery.inlayHints.titles')) return null;
    const { source } = backlog;
    return inlayHints(backlog, spanOf(source, range)).map((hint) => inlayHintOf(source, uri, hint));
  });
  onRequest(session, messages.codeLens, null, async ({ textDocument: { uri } }) => {
    const backlog = backlogOf(session, uri);
    if (backlog === undefined) return null;
    const { settings } = session;
    const lenses = [
      ...(settings.get('refinery.codeLens.progress') ? progressLenses(backlog) : []),
      ...(settings.get('refinery.codeLens.readiness') ? readinessLenses(backlog) : []),
    ];
    const found = lenses.map((lens) => codeLensOf(session, backlog.source, uri, lens));
    return [...found, ...(await commitLenses(session, uri))];
  });
  onRequest(session, messages.codeLensResolve, null, (lens) => {
    const uri: unknown = lens.data;
    const backlog = typeof uri === 'string' ? backlogOf(session, uri) : undefined;
    const title = backlog && readinessAt(backlog, backlog.source.offsetAt(lens.range.start));
    return { range: lens.range, command: { title: title ?? '', command: '' } };
  });
}

function handleTokens(session: Session): void {
  const answer = (backlog: Backlog, span: Span): { data: number[] } => ({
    data: encodeTokens(backlog.source, semanticTokens(backlog, span)),
  });
  onRequest(session, messages.semanticTokensRange, null, ({ textDocument: { uri }, range }) => {
    const backlog = backlogOf(session, uri);
    return backlog ? answer(backlog, spanOf(backlog.source, range)) : null;
  });
  onRequest(session, messages.semanticTokensFull, null, ({ textDocument: { uri } }) => {
    const backlog = backlogOf(session, uri);
    return backlog ? answer(backlog, everywhere(backlog)) : null;
  });
}

function handlePlaces(session: Session): void {
  onRequest(session, messages.documentHighlight, null, ({ textDocument: { uri }, position }) => {
    const backlog = backlogOf(session, uri);
    const found = backlog && highlightsAt(backlog, backlog.source.offsetAt(position));
    if (backlog === undefined || found === undefined) return null;
    return found.map((each) => ({ range: rangeOf(backlog.source, each), kind: HIGHLIGHTS[each.kind] }));
  });
  onRequest(session, messages.selectionRange, null, ({ textDocument: { uri }, positions }) => {
    const backlog = backlogOf(session, uri);
    if (backlog === undefined) return null;
    const { source } = backlog;
    return positions.map((at) => selectionRangeOf(source, selectionRangesAt(backlog, source.offsetAt(at))));
  });
  onRequest(session, messages.documentLink, null, ({ textDocument: { uri } }) => {
    const backlog = backlogOf(session, uri);
    return (
      (backlog &&
        documentLinks(backlog).flatMap((link) => {
          const target = linkTarget(link.target, uri, session.client.folders);
          return target === undefined ? [] : [{ range: rangeOf(backlog.source, link), target }];
        })) ??
      null
    );
  });
}

function backlogOf({ workspace }: Session, uri: string): Backlog | undefined {
  return workspace.file(uri)?.backlog;
}

const HIGHLIGHTS: Readonly<Record<Highlight['kind'], DocumentHighlightKind>> = { read: 2, write: 3 };

function inlayHintOf(source: SlicedText, uri: string, { at, parts }: Hint): InlayHint {
  return {
    position: source.positionAt(at),
    paddingLeft: true,
    label: parts.map(({ text, target }) => ({
      value: text,
      ...(target === undefined ? {} : { location: { uri, range: rangeOf(source, target) } }),
    })),
  };
}

/** What git knows of the stories, where somebody wants it and git is set up. */
async function commitLenses(
  { commits, settings, client, workspace }: Session,
  uri: string,
): Promise<readonly CodeLens[]> {
  if (commits === undefined || !settings.get('refinery.codeLens.commits')) return [];
  const lenses = await commits.lenses(uri);
  const source = workspace.file(uri)?.backlog?.source;
  if (source === undefined) return [];
  return lenses.map(({ at, title, id }) => {
    const range = rangeOf(source, { start: at, end: at });
    return client.isRefinery
      ? {
          range,
          command: { title, command: 'refinery.commits.openChanges', arguments: [{ uri, items: [id] }] },
        }
      : { range, command: { title, command: '' } };
  });
}

/** A lens without a title is worked out when it comes into view; `data` then says of which file it is. */
function codeLensOf({ client }: Session, source: SlicedText, uri: string, lens: Lens): CodeLens {
  const { at, title, filter } = lens;
  const range = rangeOf(source, { start: at, end: at });
  if (title === undefined) return { range, data: uri };
  // Our own client has a view that can show just these stories. No other knows the command.
  const command =
    client.isRefinery && filter !== undefined
      ? { title, command: 'refinery.filter', arguments: [{ value: filter, show: true }] }
      : { title, command: '' };
  return { range, command };
}

function selectionRangeOf(source: SlicedText, spans: readonly Span[]): SelectionRange {
  let outer: SelectionRange | undefined;
  for (const span of [...spans].reverse()) {
    const range = rangeOf(source, span);
    outer = outer === undefined ? { range } : { range, parent: outer };
  }
  return outer ?? { range: rangeOf(source, { start: 0, end: 0 }) };
}
