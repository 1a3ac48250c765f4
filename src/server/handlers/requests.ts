/** What the views of Refinery ask for beyond LSP: snapshots, details, search. */
import { cardFacts } from '../../core/features/cardFacts.ts';
import { findItems } from '../../core/features/find.ts';
import { itemDetails } from '../../core/features/itemDetails.ts';
import {
  backlogsRequest,
  cardsRequest,
  findRequest,
  itemAtRequest,
  itemRequest,
  snapshotRequest,
  turnRequest,
} from '../../protocol/lsp.ts';
import { rangeOf } from '../convert.ts';
import { onRequest } from '../listen.ts';
import type { Session } from '../session.ts';

export function handleRequests(session: Session): void {
  const { workspace, snapshots } = session;
  onRequest(session, snapshotRequest, null, async ({ uri, since }) => {
    const file = await session.file(uri);
    return file ? snapshots.of(file, since) : null;
  });
  onRequest(session, itemRequest, null, async ({ uri, item }) => {
    const backlog = (await session.file(uri))?.backlog;
    const found = backlog?.find(item);
    if (!backlog || found?.ok !== true) return null;
    const { span, selection, markdown, spoken } = itemDetails(backlog, found.item);
    const { source } = backlog;
    return { range: rangeOf(source, span), selection: rangeOf(source, selection), markdown, spoken };
  });
  onRequest(session, cardsRequest, [], async ({ uri, items }) => {
    const backlog = (await session.file(uri))?.backlog;
    return items.map((address) => {
      const found = backlog?.find(address);
      return backlog && found?.ok === true ? cardFacts(backlog, found.item) : null;
    });
  });
  onRequest(session, turnRequest, false, async ({ uri, take }) => {
    const { locks } = session.host;
    if (take) return (await locks?.take(uri)) ?? false;
    await locks?.give(uri);
    return false;
  });
  onRequest(session, itemAtRequest, null, async ({ uri, position }) => {
    const file = await session.file(uri);
    const item = file?.backlog?.itemAt(file.backlog.source.offsetAt(position));
    return file && item ? (snapshots.keysOf(file, [item])[0] ?? null) : null;
  });
  onRequest(session, findRequest, [], async ({ uri, query, limit }) => {
    const file = await session.file(uri);
    return file?.backlog ? snapshots.keysOf(file, findItems(file.backlog, query, limit)) : [];
  });
  onRequest(session, backlogsRequest, { uris: [], unreadable: [] }, async () => {
    await session.ready;
    const files = workspace.files();
    return {
      uris: files.flatMap(({ uri, source }) => (source === undefined ? [] : [uri])),
      unreadable: files.flatMap(({ uri, source, unreadable: message }) =>
        source === undefined && message !== undefined ? [{ uri, message }] : [],
      ),
    };
  });
}
