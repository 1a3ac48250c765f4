/** Answers about ids that a person reads in other files. No text of such a file ever comes here. */
import type { Backlog } from '../../core/backlog/backlog.ts';
import { itemDetails } from '../../core/features/itemDetails.ts';
import { type CalledItem, itemsCalled, keysOf } from '../../core/features/reading/called.ts';
import {
  describeRequest,
  type ItemDescription,
  keysRequest,
  locateRequest,
} from '../../protocol/everywhere.ts';
import { rangeOf } from '../convert.ts';
import { onRequest } from '../listen.ts';
import type { Session } from '../session.ts';

/** How many ids are looked at for one question. */
const MOST_IDS = 500;

export function handleEverywhere(session: Session): void {
  onRequest(session, keysRequest, [], async () => {
    const files = await openBacklogs(session);
    return [...new Set([...files.keys()].flatMap(keysOf))];
  });
  onRequest(session, describeRequest, [], async ({ id }) => {
    const files = await openBacklogs(session);
    return itemsCalled([...files.keys()], id).map((called) => describe(called, files));
  });
  onRequest(session, locateRequest, [], async ({ ids }) => {
    const files = await openBacklogs(session);
    const backlogs = [...files.keys()];
    return ids.slice(0, MOST_IDS).flatMap((id) =>
      itemsCalled(backlogs, id).map((called) => {
        const { uri, range, selection } = describe(called, files);
        return { id, uri, range, selection };
      }),
    );
  });
}

/** Each backlog with its URI, in the order of their paths. */
async function openBacklogs({ ready, workspace }: Session): Promise<ReadonlyMap<Backlog, string>> {
  await ready;
  return new Map(
    workspace.files().flatMap(({ uri, backlog }) => (backlog === undefined ? [] : [[backlog, uri] as const])),
  );
}

function describe({ backlog, item }: CalledItem, files: ReadonlyMap<Backlog, string>): ItemDescription {
  const { span, selection, markdown } = itemDetails(backlog, item);
  const { source } = backlog;
  return {
    id: item.id ?? '',
    uri: files.get(backlog) ?? '',
    range: rangeOf(source, span),
    selection: rangeOf(source, selection),
    markdown,
  };
}
