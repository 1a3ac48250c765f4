/** The page of a story or an epic: what it shows, what a draft is told, and the edits of what is done there. */
import type { Backlog } from '../../core/backlog/backlog.ts';
import type { Item } from '../../core/backlog/item.ts';
import { findItems } from '../../core/features/find.ts';
import { pageChoices } from '../../core/features/page/choices.ts';
import { completeDraft } from '../../core/features/page/completeDraft.ts';
import { itemPage } from '../../core/features/page/itemPage.ts';
import { judgeDraft } from '../../core/features/page/judgeDraft.ts';
import { pagePlace } from '../../core/features/page/pagePlace.ts';
import { planPageChange } from '../../core/features/page/pagePlan.ts';
import { refOf } from '../../core/features/page/refs.ts';
import type { ItemAddress } from '../../core/operations/operation.ts';
import type { KnownFile } from '../../core/workspace/knownFile.ts';
import type { ItemParams } from '../../protocol/lsp.ts';
import {
  completeDraftRequest,
  findRefsRequest,
  judgeDraftRequest,
  pagePlaceRequest,
  planPageRequest,
  type PlanPageParams,
  type PlanPageResult,
  storyPageChoicesRequest,
  storyPageRequest,
} from '../../protocol/storyPage.ts';
import { rangeOf } from '../convert.ts';
import { onRequest } from '../listen.ts';
import { backlogFor, failedPlan, planned } from '../planFor.ts';
import type { Session } from '../session.ts';

export function handleStoryPage(session: Session): void {
  onRequest(session, storyPageRequest, null, async (params) => {
    const found = await itemOf(session, params);
    const page = found && itemPage(found.backlog, found.item);
    return found && page ? { revision: found.file.revision, page } : null;
  });
  onRequest(session, storyPageChoicesRequest, null, async ({ uri }) => {
    const backlog = (await session.file(uri))?.backlog;
    return backlog ? pageChoices(backlog) : null;
  });
  onRequest(session, planPageRequest, failedPlan, async (params) =>
    planPage(await session.file(params.uri), params),
  );
  onRequest(session, judgeDraftRequest, { findings: [] }, async (params) => {
    const found = await itemOf(session, params);
    return found ? judgeDraft(found.backlog, found.item, params.path, params.text) : { findings: [] };
  });
  onRequest(session, completeDraftRequest, null, async (params) => {
    const found = await itemOf(session, params);
    return found && completeDraft(found.backlog, found.item, params.path, params.text, params.offset);
  });
  onRequest(session, findRefsRequest, [], async ({ uri, query, limit }) => {
    const backlog = (await session.file(uri))?.backlog;
    if (!backlog) return [];
    const items = findItems(backlog, query, limit * SHARE).filter(
      ({ list, id }) => (list === 'stories' || list === 'epics') && id !== undefined,
    );
    return items.slice(0, limit).map((item) => refOf(backlog, item));
  });
  onRequest(session, pagePlaceRequest, null, async (params) => {
    const found = await itemOf(session, params);
    const span = found && pagePlace(found.backlog, found.item, params.path);
    return found && span ? rangeOf(found.backlog.source, span) : null;
  });
}

/** A search finds items of other lists as well; this many times as many are looked at. */
const SHARE = 4;

interface Found {
  readonly file: KnownFile;
  readonly backlog: Backlog;
  readonly item: Item;
}

async function itemOf(session: Session, { uri, item }: ItemParams): Promise<Found | null> {
  const file = await session.file(uri);
  const found = file?.backlog && meant(file.backlog, item);
  return file?.backlog && found ? { file, backlog: file.backlog, item: found } : null;
}

/** The item of an address, also by an id that it bore before. */
function meant(backlog: Backlog, address: ItemAddress): Item | undefined {
  const found = backlog.find(address);
  if (found.ok) return found.item;
  return 'id' in address && backlog.byId(address.id).length === 0
    ? backlog.target('item', address.id)
    : undefined;
}

function planPage(file: KnownFile | undefined, { version, item, change }: PlanPageParams): PlanPageResult {
  const backlog = backlogFor(file, version);
  if ('refusal' in backlog) return backlog;
  const found = meant(backlog, item);
  if (found === undefined)
    return { ok: false, refusal: { code: 'unknown-item', message: 'This item is no longer in the file.' } };
  const plan = planPageChange(backlog, found, change);
  return plan.ok ? { ...planned(file, backlog, plan), mark: plan.mark } : plan;
}
