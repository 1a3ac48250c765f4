/** How the board looks, beyond what all views share. */
import { css } from 'lit';
import { cardStyles } from './cardStyles.ts';

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
  .scroller {
    position: relative;
    display: flex;
    flex: 1;
    flex-direction: column;
    overflow: auto;
    /* The browser moves what it has drawn; over something that shines through it would draw all anew in each frame. */
    background: var(--vscode-editor-background);
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
    white-space: normal;
    overflow-wrap: anywhere;
  }
  .map .column-head .name {
    display: -webkit-box;
    padding: 0;
    overflow: hidden;
    font: inherit;
    color: inherit;
    text-align: start;
    cursor: pointer;
    background: none;
    border: none;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }
  .map .column-head .name:hover {
    text-decoration: underline;
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
  ${cardStyles}
`;
