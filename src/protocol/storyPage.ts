/** What the host of the story page asks of the server, beyond snapshots. Paths and marks are those of the page's data. */
import type { PageChange } from '../core/features/page/pageChange.ts';
import type {
  Judgement,
  Page,
  PageChoices,
  PageCompletion,
  PageRef,
} from '../core/features/page/pageData.ts';
import { type ItemParams, message, type PlanResult, type Range } from './lsp.ts';

export interface StoryPageResult {
  /** Of the text that the page is made from; the snapshot's. */
  readonly revision: number;
  readonly page: Page;
}
/** Everything that the page of an item shows; `null` where there is no such item. */
export const storyPageRequest = message<ItemParams, StoryPageResult | null>()('refinery/storyPage');

/** What its pickers offer, for the whole backlog. */
export const storyPageChoicesRequest = message<{ readonly uri: string }, PageChoices | null>()(
  'refinery/storyPage/choices',
);

export interface PlanPageParams extends ItemParams {
  /** As with `planRequest`. */
  readonly version?: number;
  readonly change: PageChange;
}
export type PlanPageResult =
  | (Extract<PlanResult, { readonly ok: true }> & {
      /** What the file says afterwards at the place that was changed. */
      readonly mark: string;
    })
  | Extract<PlanResult, { readonly ok: false }>;
/** Turns a change made on the page into edits. */
export const planPageRequest = message<PlanPageParams, PlanPageResult>()('refinery/storyPage/plan');

export interface DraftParams extends ItemParams {
  readonly path: string;
  /** What the person has typed so far; it is not in the file. */
  readonly text: string;
}
/** Judges a text as if it stood in the file. */
export const judgeDraftRequest = message<DraftParams, Judgement>()('refinery/storyPage/judge');

/** What may be typed at an offset of such a text. */
export const completeDraftRequest = message<
  DraftParams & { readonly offset: number },
  PageCompletion | null
>()('refinery/storyPage/complete');

/** Stories and epics by id or words, best first. */
export const findRefsRequest = message<
  { readonly uri: string; readonly query: string; readonly limit: number },
  readonly PageRef[]
>()('refinery/storyPage/find');

/** Where the value at a path stands in the file. */
export const pagePlaceRequest = message<ItemParams & { readonly path: string }, Range | null>()(
  'refinery/storyPage/place',
);

/** Every request of the page: the server loads what answers them when the first one comes. */
export const STORY_PAGE_REQUESTS: readonly { readonly method: string }[] = [
  storyPageRequest,
  storyPageChoicesRequest,
  planPageRequest,
  judgeDraftRequest,
  completeDraftRequest,
  findRefsRequest,
  pagePlaceRequest,
];
