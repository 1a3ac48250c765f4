/** How well a backlog is written: numbers for the quality view, and the items behind each. */
import type { Backlog } from '../../core/backlog/backlog.ts';
import { qualityOf, readinessOf } from '../../core/quality/stats.ts';
import type { Span } from '../../core/text/span.ts';
import {
  type QualityItem,
  type QualityItemsParams,
  qualityItemsRequest,
  type QualityItemsResult,
  qualityRequest,
} from '../../protocol/quality.ts';
import { rangeOf } from '../convert.ts';
import { onRequest } from '../listen.ts';
import type { Session } from '../session.ts';

const NOTHING: QualityItemsResult = { items: [], count: 0 };

export function handleQuality(session: Session): void {
  onRequest(session, qualityRequest, null, async ({ uri }) => {
    const backlog = (await session.file(uri))?.backlog;
    return backlog ? { stats: qualityOf(backlog), pending: backlog.pending } : null;
  });
  onRequest(session, qualityItemsRequest, NOTHING, async ({ uri, of, limit }) => {
    const backlog = (await session.file(uri))?.backlog;
    if (!backlog) return NOTHING;
    return 'rule' in of
      ? itemsOfRule(backlog, of.rule, limit)
      : itemsOfReadiness(backlog, of.readiness, limit);
  });
}

function itemsOfRule(backlog: Backlog, rule: string, limit: number): QualityItemsResult {
  const found = backlog.problems().filter(({ problem }) => problem.rule === rule);
  const items = found.slice(0, limit).map(({ start, problem, item }) => ({
    id: item?.id ?? null,
    title: item?.title ?? '',
    says: problem.message,
    range: rangeOf(backlog.source, moved(problem, start)),
  }));
  return { items, count: found.length };
}

type Readiness = Extract<QualityItemsParams['of'], { readonly readiness: unknown }>['readiness'];

function itemsOfReadiness(backlog: Backlog, readiness: Readiness, limit: number): QualityItemsResult {
  const items: QualityItem[] = [];
  let count = 0;
  for (const story of backlog.list('stories')) {
    const { is, missing } = readinessOf(backlog, story);
    if (is !== readiness) continue;
    count++;
    if (items.length >= limit) continue;
    const start = backlog.startOf(story.slice);
    items.push({
      id: story.id ?? null,
      title: story.title ?? '',
      says: missing.length === 0 ? '' : `lacks ${missing.join(', ')}`,
      range: rangeOf(backlog.source, moved(story.titleSpan ?? story.span, start)),
    });
  }
  return { items, count };
}

function moved({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}
