/** How the board looks, beyond what all views share. */
import { css } from 'lit';

export const boardStyles = css`
  .toolbar vscode-single-select {
    width: 190px;
  }
  .toolbar vscode-single-select.narrow {
    width: 110px;
  }
  .toolbar vscode-textfield {
    width: 250px;
  }
  .quick {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
  }
  .notice {
    display: flex;
    flex-wrap: wrap;
    gap: 6px 10px;
    align-items: center;
    padding: 6px 12px;
    color: var(--vscode-descriptionForeground);
  }
  .card:focus-visible {
    outline: 1px solid var(--vscode-focusBorder);
    outline-offset: 1px;
  }
  .scroller {
    position: relative;
    display: flex;
    flex: 1;
    flex-direction: column;
    overflow: auto;
  }
  .columns {
    position: sticky;
    top: 0;
    z-index: 2;
    display: grid;
    gap: 10px;
    padding: 8px 12px 4px;
    background: var(--vscode-editor-background);
  }
  .column-head {
    display: flex;
    gap: 5px;
    align-items: center;
    min-width: 0;
  }
  .column-head h2 {
    flex: 0 1 auto;
    min-width: 2em;
    margin: 0;
    overflow: hidden;
    font-size: 1em;
    font-weight: 600;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .column-head .counts {
    flex: none;
  }
  .column-head .count {
    flex: none;
    color: var(--vscode-descriptionForeground);
    white-space: nowrap;
  }
  /* Where there is no room for it, it falls into a second line, which is not seen. */
  .column-head .sum {
    display: flex;
    flex: 1 1 0;
    flex-wrap: wrap;
    height: 1.35em;
    overflow: hidden;
    line-height: 1.35em;
    color: var(--vscode-descriptionForeground);
    white-space: nowrap;
  }
  .column-head .sum::before {
    width: 1px;
    height: 1.35em;
    content: '';
  }
  .column-head .plain {
    flex: none;
  }
  .column-head .count.over {
    font-weight: 600;
    color: var(--error);
  }
  .lane-head {
    padding: 8px 12px 2px;
    margin: 0;
    font-size: 1em;
    font-weight: 600;
  }
  .lane-head .count {
    font-weight: normal;
    color: var(--vscode-descriptionForeground);
  }
  /* A map is wider than the screen: what a lane is stays to be seen. */
  .map .lane-head {
    position: sticky;
    inset-inline-start: 0;
    width: max-content;
    max-width: calc(100vw - 48px);
  }
  .map .column-head {
    align-items: start;
  }
  .map .column-head h2 {
    display: -webkit-box;
    white-space: normal;
    overflow-wrap: anywhere;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }
  .lane.alone {
    flex: 1 0 auto;
  }
  .lane {
    display: grid;
    /* One that is not drawn keeps its height. */
    box-sizing: border-box;
    flex: none;
    gap: 10px;
    padding: 4px 12px 10px;
  }
  .cell {
    position: relative;
    min-height: calc(var(--card-height) + 8px);
    border-radius: 4px;
    background: var(--vscode-sideBar-background);
    outline: 1px solid var(--vscode-contrastBorder, transparent);
  }
  .cell[data-target] {
    background: var(--vscode-list-dropBackground, var(--vscode-list-hoverBackground));
    /* Not dashed: a column may be thousands of cards long, and each dash is drawn while a card is dragged. */
    outline: 2px solid var(--vscode-focusBorder);
    outline-offset: -2px;
  }
  .cell.passed {
    outline: 2px solid var(--error);
    outline-offset: -2px;
  }
  .cell.folded {
    min-width: 0;
    opacity: 0.7;
  }
  card-stack {
    position: relative;
    display: block;
  }
  .card {
    position: absolute;
    inset-inline: 4px;
    top: 4px;
    box-sizing: border-box;
    display: grid;
    grid-template:
      'head marks' auto
      'title title' 1fr
      'foot foot' auto / 1fr auto;
    gap: 3px 6px;
    height: var(--card-height);
    padding: 6px 8px;
    overflow: hidden;
    /* What is in a card moves nothing around it. */
    contain: strict;
    cursor: grab;
    background: var(--vscode-editorWidget-background);
    border: 1px solid
      var(--vscode-contrastBorder, var(--vscode-widget-border, var(--vscode-panel-border, transparent)));
    border-radius: 4px;
  }
  .card:hover {
    background: var(--vscode-list-hoverBackground);
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
  .head {
    grid-area: head;
  }
  .marks {
    grid-area: marks;
  }
  .foot {
    grid-area: foot;
  }
  .head,
  .marks,
  .foot {
    display: flex;
    gap: 5px;
    align-items: center;
    min-width: 0;
    font-size: 0.92em;
    white-space: nowrap;
  }
  .title {
    grid-area: title;
    display: -webkit-box;
    align-self: start;
    overflow: hidden;
    line-height: 1.3;
    overflow-wrap: anywhere;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }
  .points {
    min-width: 1.2em;
    padding: 0 5px;
    text-align: center;
    color: var(--vscode-badge-foreground);
    background: var(--vscode-badge-background);
    border: 1px solid var(--vscode-contrastBorder, transparent);
    border-radius: 8px;
  }
  .labels {
    display: flex;
    flex: 1 1 0;
    flex-wrap: wrap;
    gap: 4px;
    /* What does not fit falls into a second line, which is not seen. */
    height: calc(1.3em + 4px);
    min-width: 0;
    overflow: hidden;
  }
  .label {
    box-sizing: border-box;
    max-width: 100%;
    padding: 0 5px;
    overflow: hidden;
    line-height: calc(1.3em + 2px);
    text-overflow: ellipsis;
    border: 1px solid var(--vscode-contrastBorder, var(--vscode-widget-border, var(--vscode-panel-border)));
    border-radius: 3px;
  }
  .status {
    flex: none;
    max-width: 50%;
    overflow: hidden;
    color: var(--vscode-descriptionForeground);
    text-overflow: ellipsis;
  }
  .tasks {
    display: inline-flex;
    flex: none;
    gap: 2px;
    align-items: center;
  }
  .person {
    flex: none;
    padding: 0 4px;
    font-size: 0.9em;
    line-height: 1.5em;
    background: var(--vscode-toolbar-hoverBackground, transparent);
    border: 1px solid var(--vscode-contrastBorder, transparent);
    border-radius: 1em;
  }
  .blocked {
    display: inline-flex;
    flex: 0 1 auto;
    gap: 3px;
    align-items: center;
    min-width: 0;
  }
  .why {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .problems {
    display: inline-flex;
    gap: 2px;
    align-items: center;
  }
  .blocked .icon,
  .problems.error .icon {
    color: var(--error);
  }
  .problems .icon {
    color: var(--vscode-list-warningForeground);
  }
  .card[aria-selected='true'] .icon {
    color: inherit;
  }
  .drop-line {
    position: absolute;
    inset-inline: 2px;
    top: 0;
    height: 2px;
    background: var(--vscode-focusBorder);
  }
  .rename {
    position: absolute;
    z-index: 3;
    box-sizing: border-box;
    width: 100%;
  }
  .add-row {
    padding: 4px;
  }
  @media (prefers-reduced-motion: no-preference) {
    .card {
      transition: background 80ms;
    }
  }
`;
