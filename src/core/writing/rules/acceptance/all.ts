import type { WritingRule } from '../../rule.ts';

export const CRITERIA_RULES: readonly WritingRule[] = [];
