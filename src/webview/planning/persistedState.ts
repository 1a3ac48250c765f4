/** What the view itself saved before the window was loaded anew: perhaps the words of another version. */
import type { PlanningSettings } from '../../protocol/panels/planning.ts';
import {
  type Guard,
  hasForm,
  isEither,
  isFlag,
  isListOf,
  isNull,
  isText,
  memberOf,
} from '../shared/guards.ts';

export const isPlanningSettings: Guard<PlanningSettings> = hasForm<PlanningSettings>({
  sprint: isEither(isText, isNull),
  filter: isText,
  readyOnly: isFlag,
  folded: isListOf(isText),
});

export interface SavedSelection {
  /** The story that had the focus last, and those that were selected. */
  readonly current: string | undefined;
  readonly selected: readonly string[];
  readonly editing: boolean;
}

const areTexts = isListOf(isText);

export function savedSelection(saved: unknown): SavedSelection {
  const [current, selected] = [memberOf(saved, 'current'), memberOf(saved, 'selected')];
  return {
    current: isText(current) ? current : undefined,
    selected: areTexts(selected) ? selected : [],
    editing: memberOf(saved, 'editing') === true,
  };
}
