/** What the board itself saved before the window was loaded anew: perhaps the words of another version. */
import type { BoardSettings, QuickFilter, Scope } from '../../protocol/panels/board.ts';
import {
  type Guard,
  hasForm,
  isEither,
  isListOf,
  isNumber,
  isOneOf,
  isText,
  memberOf,
} from '../shared/guards.ts';
import type { Editing } from './editing.ts';

const isScope: Guard<Scope> = isEither(
  hasForm<{ kind: 'all' | 'active' }>({ kind: isOneOf('all', 'active') }),
  hasForm<{ kind: 'sprint' | 'epic' | 'release'; id: string }>({
    kind: isOneOf('sprint', 'epic', 'release'),
    id: isText,
  }),
);

const isQuickFilter: Guard<QuickFilter> = isOneOf('mine', 'blocked', 'unestimated', 'problems');

export const isBoardSettings: Guard<BoardSettings> = hasForm<BoardSettings>({
  columns: isOneOf('status', 'epic'),
  scope: isScope,
  lanes: isOneOf('none', 'epic', 'release', 'assignee', 'priority'),
  filter: isText,
  quick: isListOf(isQuickFilter),
  folded: isListOf(isText),
});

const isEditing: Guard<Editing> = hasForm<Editing>({
  kind: isOneOf('rename', 'add'),
  key: isText,
  column: isNumber,
  lane: isNumber,
  was: isText,
  text: isText,
});

/** The title that was being written; undefined where none was saved. */
export function savedEditing(saved: unknown): Editing | undefined {
  const editing = memberOf(saved, 'editing');
  return isEditing(editing) ? editing : undefined;
}
