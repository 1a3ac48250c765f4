/** The rules that judge the words of one item. A new one is added here. */
import type { WritingRule } from '../rule.ts';
import { CRITERIA_RULES } from './acceptance/all.ts';
import { STORY_RULES } from './story/all.ts';

export const ITEM_RULES: readonly WritingRule[] = [...STORY_RULES, ...CRITERIA_RULES];
