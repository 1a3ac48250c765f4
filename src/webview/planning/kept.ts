/** What the view itself kept before the window was loaded anew: its own words, but perhaps those of another version. */
import type { PlanningLook } from '../../protocol/panels/planning.ts';

export interface Kept {
  readonly look: PlanningLook;
  /** The story that had the focus last, and those that were chosen. */
  readonly current: string | undefined;
  readonly picked: readonly string[];
  readonly editing: boolean;
}

/** Undefined where nothing of that form was kept. */
export function keptIn(value: unknown): Kept | undefined {
  const look = memberOf(value, 'look');
  const sprint = memberOf(look, 'sprint');
  const fits =
    (sprint === null || typeof sprint === 'string') &&
    typeof memberOf(look, 'filter') === 'string' &&
    typeof memberOf(look, 'readyOnly') === 'boolean' &&
    isTexts(memberOf(look, 'folded'));
  if (!fits) return undefined;
  const [current, picked] = [memberOf(value, 'current'), memberOf(value, 'picked')];
  return {
    // Its parts were looked at one by one.
    look: look as PlanningLook,
    current: typeof current === 'string' ? current : undefined,
    picked: isTexts(picked) ? picked : [],
    editing: memberOf(value, 'editing') === true,
  };
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}

function memberOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([name]) => name === key)?.[1]
    : undefined;
}
