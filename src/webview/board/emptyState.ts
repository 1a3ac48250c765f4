/** What is said on a board without cards: why there are none, and the way to some. */
import { html, nothing, type TemplateResult } from 'lit';
import type { BoardSettings } from '../../protocol/panels/board.ts';
import type { Row } from '../../protocol/snapshot.ts';
import type { Board } from './model.ts';

export function emptyState(
  { count, kept, scope, partial }: Board,
  rows: readonly Row[],
  change: (look: Partial<BoardSettings>) => void,
): TemplateResult | typeof nothing {
  if (partial || count > 0) return nothing;
  if (kept > 0)
    return notice(`No cards match the filter (${kept} hidden).`, 'Clear Filter', () => {
      change({ filter: '', quick: [] });
    });
  if (!rows.some(({ list }) => list === 'stories'))
    return notice('There are no stories yet. Press + beside the name of a column for the first one.');
  return notice(`Nothing is planned here: ${scope}.`, 'Show Everything', () => {
    change({ scope: { kind: 'all' } });
  });
}

function notice(words: string, label?: string, act?: () => void): TemplateResult {
  const pressed = ({ currentTarget }: Event): void => {
    // With its cause the notice goes; the focus stays at what decides on that.
    if (currentTarget instanceof HTMLElement)
      currentTarget
        .closest('.notice')
        ?.previousElementSibling?.querySelector<HTMLElement>('vscode-textfield')
        ?.focus();
    act?.();
  };
  return html`<div class="notice">
    <span dir="auto">${words}</span>
    ${label === undefined ? nothing : html`<button class="toggle" @click=${pressed}>${label}</button>`}
  </div>`;
}
