/** What the mouse points at: the card of an event, the place of a drop, and what the menu of a card is about. */
import type { Lanes, MoveCards } from '../../protocol/panels/board.ts';
import type { Row } from '../../protocol/snapshot.ts';
import type { BacklogState } from '../shared/backlogState.ts';
import type { Board } from './model.ts';
import type { CardStack } from './stack.ts';
import { moveTo, type Place } from './gridNavigation.ts';

/** The card that an event comes from. */
export function keyOf(event: Event): string | undefined {
  for (const target of event.composedPath())
    if (target instanceof HTMLElement && target.dataset['key'] !== undefined) return target.dataset['key'];
  return undefined;
}

/** The place in a cell that is under the mouse; undefined in a column that nothing can be put into. */
export function placeIn(board: Board | undefined, cell: HTMLElement, clientY: number): Place | undefined {
  const stack = cell.querySelector<CardStack>('card-stack');
  const column = stack === null ? undefined : board?.columns[stack.column];
  if (stack === null || column?.to === undefined) return undefined;
  return { lane: stack.lane, column: stack.column, index: stack.indexAt(clientY) };
}

/** The lane that stands right below the heads of the columns: what is added up there is meant for it. */
export function laneSeen(root: ParentNode): number {
  const top = root.querySelector('.columns')?.getBoundingClientRect().bottom ?? 0;
  const lanes = [...root.querySelectorAll('.lane')];
  return Math.max(
    lanes.findIndex((lane) => lane.getBoundingClientRect().bottom > top + 40),
    0,
  );
}

/** The move of cards that are dropped; the place counts them as well where they lie above it in the same cell. */
export function droppedMove(
  board: Board,
  keys: readonly string[],
  place: Place,
  lanes: Lanes,
): MoveCards | undefined {
  const cell = board.lanes[place.lane]?.cells[place.column] ?? [];
  const above = cell.slice(0, place.index).filter(({ key }) => keys.includes(key)).length;
  return moveTo(board, keys, { ...place, index: place.index - above }, lanes);
}

/**
 * Listens to the call for the editor's own menu, and has the card say what it is about before the editor looks there.
 * @param about what that is, by the key of the card
 */
export function tellingMenu(
  about: (key: string) => string | undefined,
): EventListenerObject & { capture: true } {
  return {
    capture: true,
    handleEvent: ({ target }: Event): void => {
      const card = target instanceof Element ? target.closest<HTMLElement>('.card') : null;
      const context = card === null ? undefined : about(card.dataset['key'] ?? '');
      if (context !== undefined) card?.setAttribute('data-vscode-context', context);
    },
  };
}

/** What the editor's own menu of a card is called with: the chosen cards, if it is one of them. */
export function menuContext(row: Row, picked: readonly string[], backlog: BacklogState | undefined): string {
  const keys = new Set(picked);
  const rows = backlog?.rows ?? [];
  const ids = keys.size === 1 ? [row.id] : rows.flatMap(({ key, id }) => (keys.has(key) ? [id] : []));
  return JSON.stringify({
    webviewSection: 'card',
    preventDefaultContextMenuItems: true,
    uri: backlog?.uri,
    ...(row.id === undefined ? { key: row.key } : { items: ids.filter((id) => id !== undefined) }),
  });
}
