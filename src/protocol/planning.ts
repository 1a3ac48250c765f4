/** What the planning view's host asks of the server, beyond snapshots and plans of operations. */
import type { ItemAddress } from '../core/operations/operation.ts';
import { message } from './lsp.ts';
import type { PlanningFacts, SimilarEstimates, StoryFacts } from './panels/planning.ts';

export interface PlanningParams {
  readonly uri: string;
}
export interface PlanningResult {
  /** Of the snapshot that these facts go with. */
  readonly revision: number;
  readonly facts: PlanningFacts;
}
/** Sprints, people and settings that planning needs; null without a backlog. */
export const planningRequest = message<PlanningParams, PlanningResult | null>()('refinery/planning');

export interface StoryFactsParams {
  readonly uri: string;
  readonly items: readonly ItemAddress[];
}
/** Of the stories, in the order of the question; null for one that is not there. */
export const storyFactsRequest = message<StoryFactsParams, readonly (StoryFacts | null)[]>()(
  'refinery/storyFacts',
);

export interface SimilarParams {
  readonly uri: string;
  readonly item: ItemAddress;
}
export const similarRequest = message<SimilarParams, SimilarEstimates | null>()('refinery/similar');
