/** What the quality view asks: how well a backlog is written, and which items stand behind a number. */
import type { QualityStats, Readiness } from '../core/quality/stats.ts';
import type { QualityTrend } from '../core/quality/trend.ts';
import type { Message, Range } from './lsp.ts';

export type { QualityStats, Readiness, RuleCount } from '../core/quality/stats.ts';
export type { QualityTrend } from '../core/quality/trend.ts';

export interface QualityParams {
  readonly uri: string;
  /** A revision of git to compare with. */
  readonly since?: string;
}
export interface QualityResult {
  readonly stats: QualityStats;
  /** True while the server still judges: the numbers may grow. */
  readonly pending: boolean;
  readonly trend?: QualityTrend;
  /** Why there is no trend, in one sentence. */
  readonly noTrend?: string;
}
export const qualityRequest: Message<'refinery/quality', QualityParams, QualityResult | null> = {
  method: 'refinery/quality',
};

/** What stands behind one number of the view. */
export interface QualityItemsParams {
  readonly uri: string;
  readonly of: { readonly rule: string } | { readonly readiness: Readiness };
  readonly limit: number;
}
export interface QualityItem {
  readonly id: string | null;
  readonly title: string;
  /** What is found, or what is lacking; plain text. */
  readonly says: string;
  readonly range: Range;
}
export interface QualityItemsResult {
  readonly items: readonly QualityItem[];
  /** How many there are in all. */
  readonly count: number;
}
export const qualityItemsRequest: Message<'refinery/qualityItems', QualityItemsParams, QualityItemsResult> = {
  method: 'refinery/qualityItems',
};
