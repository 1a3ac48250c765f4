import type { WritingRule } from '../../rule.ts';

export const STORY_RULES: readonly WritingRule[] = [];
