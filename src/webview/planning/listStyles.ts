/** How the two lists of stories look. */
import { css } from 'lit';

export const listStyles = css`
  story-list {
    display: block;
    flex: 1;
    min-height: 0;
    overflow: auto;
    /* Not drawn anew while it is scrolled: nothing shines through. */
    background: var(--vscode-editor-background);
  }
  story-list.is-empty {
    display: none;
  }
  .rows {
    position: relative;
  }
  .row {
    position: absolute;
    inset-inline: 0;
    top: 0;
    box-sizing: border-box;
    display: flex;
    gap: 4px;
    align-items: center;
    height: var(--row-height);
    padding: 4px 8px 4px 9px;
    cursor: grab;
    border-inline-start: 3px solid transparent;
  }
  .row:hover {
    background: var(--vscode-list-hoverBackground);
  }
  .row:focus-visible {
    outline: 1px solid var(--vscode-focusBorder);
    outline-offset: -1px;
  }
  .row[aria-selected='true'] {
    color: var(--vscode-list-activeSelectionForeground);
    background: var(--vscode-list-activeSelectionBackground);
    outline: 1px dotted var(--vscode-contrastActiveBorder, transparent);
    outline-offset: -1px;
  }
  .row[aria-selected='true'] :is(.meta, .id, .icon, .chip, .bad, .ready, .lacks) {
    color: inherit;
  }
  .row.is-drafted {
    border-inline-start: 3px dashed var(--vscode-focusBorder);
  }
  .row.is-over .title {
    text-decoration: line-through;
    text-decoration-thickness: 1px;
  }
  .cell-story {
    flex: 1;
    min-width: 0;
  }
  .row .line {
    flex-wrap: nowrap;
    gap: 6px;
    overflow: hidden;
    line-height: 1.5;
    white-space: nowrap;
  }
  .row .icon {
    flex: none;
  }
  .row .id {
    flex: none;
    max-width: 8em;
    overflow: hidden;
    color: var(--vscode-descriptionForeground);
    text-overflow: ellipsis;
  }
  .row .title {
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .row .meta {
    gap: 8px;
    padding-inline-start: 1.6em;
    font-size: 0.92em;
    color: var(--vscode-descriptionForeground);
  }
  .row .meta > span {
    display: inline-flex;
    flex: 0 1 auto;
    gap: 3px;
    align-items: center;
    min-width: 1.4em;
    overflow: hidden;
  }
  .row .meta > .tag,
  .row .meta > .tasks,
  .row .meta > .problems,
  .row .meta > .ready {
    flex: none;
  }
  .row .meta > span > span {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .bad {
    display: flex;
    gap: 4px;
    align-items: center;
    min-width: 0;
    color: var(--vscode-foreground);
  }
  .problems {
    display: flex;
    gap: 2px;
    align-items: center;
  }
  .bad .icon,
  .problems.error .icon {
    color: var(--vscode-errorForeground);
  }
  .problems:not(.error) .icon,
  .lacks .icon {
    color: var(--vscode-list-warningForeground);
  }
  .cell-estimate,
  .cell-person,
  .cell-move {
    flex: none;
  }
  .cell-estimate {
    width: 3.2em;
    text-align: center;
  }
  .cell-person {
    width: 5.2em;
    text-align: center;
  }
  .cell-move {
    width: 1.8em;
  }
  .chip {
    box-sizing: border-box;
    min-width: 2.4em;
    max-width: 100%;
    padding: 1px 7px;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    background: transparent;
    border: 1px solid var(--vscode-contrastBorder, var(--vscode-widget-border, var(--vscode-panel-border)));
    border-radius: 9px;
  }
  .chip:hover {
    background: var(--vscode-toolbar-hoverBackground);
  }
  .chip.none {
    color: var(--vscode-descriptionForeground);
    border-style: dotted;
  }
  .chip.drafted {
    font-weight: 600;
    border: 1px dashed var(--vscode-focusBorder);
  }
  .cell-estimate .chip:not(.none, .drafted) {
    color: var(--vscode-badge-foreground);
    background: var(--vscode-badge-background);
  }
  .cell-person .chip {
    min-width: 3.4em;
  }
  @media (max-width: 520px) {
    .cell-person {
      width: 4.2em;
    }
    .chip {
      padding: 1px 4px;
    }
  }
  @media (prefers-reduced-motion: no-preference) {
    .row,
    .meter span {
      transition:
        background 80ms,
        width 120ms;
    }
  }
`;
