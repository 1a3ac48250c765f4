/**
 * How a card looks. Hundreds are laid out while a board is scrolled: all is in lines and beside each other, and icons are
 * the outlines of boxes. Grids, rows of boxes and pictures in each card take more than twice the time.
 */
import { css, unsafeCSS } from 'lit';
import { type IconName, iconShape } from '../shared/icons.ts';

/** By what has the icon before its text. */
const ICONS: Readonly<Record<string, IconName>> = {
  '.type-bookmark': 'bookmark',
  '.type-bug': 'bug',
  '.type-tasks': 'tasks',
  '.type-beaker': 'beaker',
  '.type-circle': 'circle',
  '.problems.error': 'error',
  '.problems.warning': 'warning',
  '.tasks': 'tasks',
  '.blocked': 'stop',
};

const shapes = Object.entries(ICONS).map(
  ([place, icon]) => `.card ${place}::before { clip-path: ${iconShape(icon)}; }`,
);

export const cardStyles = css`
  .card {
    position: absolute;
    inset-inline: 4px;
    top: 4px;
    box-sizing: border-box;
    height: var(--card-height);
    padding: 6px 8px;
    /* What is in a card moves nothing around it, and what does not fit is not seen. */
    contain: size layout paint;
    cursor: grab;
    background: var(--vscode-editorWidget-background);
    border: 1px solid
      var(--vscode-contrastBorder, var(--vscode-widget-border, var(--vscode-panel-border, transparent)));
    border-radius: 4px;
  }
  .card:hover {
    background: var(--vscode-list-hoverBackground);
  }
  .card:focus-visible {
    outline: 1px solid var(--vscode-focusBorder);
    outline-offset: 1px;
  }
  .card[aria-selected='true'] {
    color: var(--vscode-list-activeSelectionForeground);
    background: var(--vscode-list-activeSelectionBackground);
    border-color: var(--vscode-contrastActiveBorder, var(--vscode-focusBorder));
  }
  .card.lifted {
    z-index: 1;
    outline: 2px dashed var(--vscode-focusBorder);
    box-shadow: 0 3px 10px var(--vscode-widget-shadow);
  }
  .card.is-blocked {
    border-inline-start: 3px solid var(--error);
  }
  .card :is(.id, .problems, .tasks, .blocked)::before {
    display: inline-block;
    width: 16px;
    height: 16px;
    margin-inline-end: 3px;
    vertical-align: text-bottom;
    content: '';
    background: currentColor;
  }
  .card .id {
    overflow: hidden;
    font-size: 0.92em;
    line-height: 1.35;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .card .title {
    display: -webkit-box;
    margin-top: 3px;
    overflow: hidden;
    line-height: 1.3;
    overflow-wrap: anywhere;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }
  .card .foot {
    position: absolute;
    inset-inline: 8px;
    bottom: 6px;
    height: calc(1.3em + 4px);
    overflow: hidden;
    font-size: 0.92em;
    line-height: calc(1.3em + 4px);
    white-space: nowrap;
  }
  .card :is(.points, .problems) {
    float: inline-end;
    margin-inline-start: 5px;
    font-size: 0.92em;
    line-height: 1.35;
  }
  .card .points {
    min-width: 1.2em;
    padding: 0 5px;
    line-height: 1.2;
    text-align: center;
    color: var(--vscode-badge-foreground);
    background: var(--vscode-badge-background);
    border: 1px solid var(--vscode-contrastBorder, transparent);
    border-radius: 8px;
  }
  .card .labels {
    height: calc(1.3em + 4px);
    /* What does not fit falls into a second line, which is not seen. */
    overflow: hidden;
    white-space: normal;
  }
  .card .label {
    display: inline-block;
    box-sizing: border-box;
    max-width: 100%;
    padding: 0 5px;
    margin-inline-end: 4px;
    overflow: hidden;
    line-height: calc(1.3em + 2px);
    text-overflow: ellipsis;
    vertical-align: top;
    white-space: nowrap;
    border: 1px solid var(--vscode-contrastBorder, var(--vscode-widget-border, var(--vscode-panel-border)));
    border-radius: 3px;
  }
  .card .status {
    float: inline-start;
    max-width: 50%;
    margin-inline-end: 5px;
    overflow: hidden;
    color: var(--vscode-descriptionForeground);
    text-overflow: ellipsis;
  }
  .card :is(.tasks, .person) {
    float: inline-end;
    margin-inline-start: 5px;
  }
  .card .person {
    padding: 0 4px;
    font-size: 0.9em;
    line-height: 1.5em;
    background: var(--vscode-toolbar-hoverBackground, transparent);
    border: 1px solid var(--vscode-contrastBorder, transparent);
    border-radius: 1em;
  }
  .card .blocked {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .card .blocked::before,
  .card .problems.error::before {
    background: var(--error);
  }
  .card .problems.warning::before {
    /* High contrast has no colour for it. */
    background: var(--vscode-list-warningForeground, currentColor);
  }
  .card[aria-selected='true'] :is(.problems, .blocked)::before {
    background: currentColor;
  }
  ${unsafeCSS(shapes.join('\n'))}
  @media (prefers-reduced-motion: no-preference) {
    .card {
      transition: background 80ms;
    }
  }
  /* Where the system has colours of its own, it would take those of boxes away. */
  @media (forced-colors: active) {
    .card :is(.id, .problems, .tasks, .blocked)::before {
      forced-color-adjust: none;
      background: CanvasText;
    }
  }
`;
