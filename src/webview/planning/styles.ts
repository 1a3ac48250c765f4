/** How the planning view looks, beyond what all views share. */
import { css } from 'lit';
import { figureStyles } from './figureStyles.ts';
import { listStyles } from './listStyles.ts';
import { popupStyles } from './popupStyles.ts';

const line = css`var(--vscode-panel-border, var(--vscode-contrastBorder, transparent))`;

export const planningStyles = css`
  ${listStyles}
  ${popupStyles}
  ${figureStyles}
  .vscode-dark,
  .vscode-high-contrast:not(.vscode-high-contrast-light) {
    color-scheme: dark;
  }
  .line {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 8px;
    align-items: center;
    min-width: 0;
  }
  .line.centred {
    justify-content: center;
  }
  .quiet {
    color: var(--vscode-descriptionForeground);
  }
  .grow {
    flex: 1;
    min-width: 0;
  }
  h2 {
    margin: 0;
    overflow-wrap: anywhere;
    font-size: 1.1em;
    font-weight: 600;
  }
  h3 {
    margin: 0;
    font-size: 1em;
    font-weight: 600;
  }
  .toggle {
    flex: none;
    border-radius: 3px;
  }
  .toggle:hover {
    background: var(--vscode-toolbar-hoverBackground);
  }
  .toggle.primary {
    color: var(--vscode-button-foreground);
    background: var(--vscode-button-background);
    border-color: var(--vscode-contrastBorder, var(--vscode-button-border, transparent));
  }
  .toggle.primary:hover {
    background: var(--vscode-button-hoverBackground);
  }
  [aria-disabled='true'],
  .toggle.primary[aria-disabled='true'] {
    cursor: default;
    color: var(--vscode-disabledForeground);
    background: transparent;
    border-color: ${line};
  }
  .plain[aria-disabled='true'] {
    border-color: transparent;
  }
  .tag {
    flex: none;
    max-width: 14em;
    padding: 0 6px;
    overflow: hidden;
    font-size: 0.92em;
    text-overflow: ellipsis;
    white-space: nowrap;
    border: 1px solid var(--vscode-widget-border, var(--vscode-contrastBorder, var(--vscode-panel-border)));
    border-radius: 8px;
  }
  .tag.drafted {
    border-style: dashed;
    border-color: var(--vscode-focusBorder);
  }
  select.field,
  input.field {
    box-sizing: border-box;
    padding: 3px 6px;
    font: inherit;
    color: var(--vscode-input-foreground);
    background: var(--vscode-input-background);
    border: 1px solid var(--vscode-input-border, var(--vscode-contrastBorder, var(--vscode-panel-border)));
    border-radius: 2px;
  }
  select.field {
    color: var(--vscode-dropdown-foreground);
    background: var(--vscode-dropdown-background);
    border-color: var(--vscode-dropdown-border, var(--vscode-contrastBorder));
  }
  select.field:focus-visible,
  .popup-scroll:focus-visible {
    outline: 1px solid var(--vscode-focusBorder);
  }
  ::placeholder {
    color: var(--vscode-input-placeholderForeground);
  }
  .sprint-choice {
    max-width: 26em;
    text-overflow: ellipsis;
  }
  .new-sprint {
    display: inline-flex;
    gap: 4px;
    align-items: center;
  }
  .draft-bar {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 8px;
    align-items: center;
    padding: 5px 12px;
    border-bottom: 1px solid ${line};
  }
  .draft-bar .draft-words {
    color: var(--vscode-descriptionForeground);
  }
  .draft-bar.has-changes {
    border-inline-start: 3px dashed var(--vscode-focusBorder);
  }
  .draft-bar.has-changes .draft-words {
    font-weight: 600;
    color: var(--vscode-foreground);
  }
  .notes {
    padding-inline-start: 18px;
    margin: 0;
  }
  .panes {
    display: grid;
    flex: 1;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr) 264px;
    min-height: 0;
  }
  /* Without a sprint there is nothing beside it. */
  .sprint-pane:last-child {
    grid-column: 2 / -1;
  }
  .pane,
  .side {
    display: flex;
    flex-direction: column;
    min-width: 0;
    min-height: 0;
    border-inline-start: 1px solid ${line};
  }
  .backlog-pane {
    border-inline-start: none;
  }
  .pane > .empty {
    margin: auto;
    max-width: 34em;
  }
  .pane.target story-list,
  .pane.target .empty {
    background: var(--vscode-list-dropBackground, var(--vscode-list-hoverBackground));
    outline: 2px dashed var(--vscode-focusBorder);
    outline-offset: -2px;
  }
  .list-head,
  .sprint-head,
  .capacity {
    display: flex;
    flex: none;
    flex-direction: column;
    gap: 6px;
    padding: 8px 12px;
  }
  .capacity {
    gap: 4px;
    padding-top: 2px;
    border-bottom: 1px solid ${line};
  }
  .list-head {
    border-bottom: 1px solid ${line};
  }
  input.field.goal {
    font-size: 1.05em;
    background: transparent;
    border-color: transparent;
  }
  input.field.goal:hover,
  input.field.goal:focus {
    background: var(--vscode-input-background);
    border-color: var(--vscode-input-border, var(--vscode-focusBorder));
  }
  input.field.goal:placeholder-shown {
    border: 1px dashed var(--vscode-input-border, var(--vscode-panel-border));
  }
  .field.drafted,
  input.field.goal.drafted {
    border: 1px dashed var(--vscode-focusBorder);
  }
  .edit {
    gap: 4px;
    align-items: center;
    color: var(--vscode-textLink-foreground);
  }
  .result {
    margin: 0;
  }
  .sprint-fields {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 12px;
    align-items: end;
    max-height: 40vh;
    overflow: auto;
  }
  .sprint-fields label {
    display: flex;
    flex-direction: column;
    gap: 2px;
    font-size: 0.92em;
  }
  .sprint-fields label.check {
    flex-direction: row;
    align-items: center;
    padding-bottom: 5px;
  }
  .sprint-fields .field {
    width: auto;
    min-width: 7em;
    font-size: 1rem;
  }
  .sprint-fields input[type='number'] {
    width: 7em;
    min-width: 0;
    font-size: 1em;
  }
  .sprint-fields .field[type='date'],
  .sprint-fields select.field {
    font-size: 1em;
  }
  .sprint-fields table {
    border-collapse: collapse;
  }
  .sprint-fields th {
    padding: 2px 12px 2px 0;
    font-weight: normal;
    text-align: start;
    color: var(--vscode-descriptionForeground);
  }
  .sprint-fields td {
    padding: 1px 8px 1px 0;
  }
  @media (max-width: 1100px) {
    .panes {
      grid-template-rows: minmax(0, 1fr) auto;
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    }
    .side {
      display: grid;
      grid-template-columns: repeat(3, minmax(0, 1fr));
      grid-column: 1 / -1;
      max-height: 32vh;
      border-top: 1px solid ${line};
      border-inline-start: none;
    }
  }
  @media (max-width: 700px), (max-height: 420px) {
    refinery-planning.view {
      height: auto;
      min-height: 100vh;
    }
    body {
      overflow: auto !important;
    }
    .panes {
      display: block;
    }
    .pane,
    .side {
      border-inline-start: none;
      border-bottom: 1px solid ${line};
    }
    .side {
      display: block;
      max-height: none;
    }
    story-list {
      flex: none;
      height: min(60vh, 420px);
      min-height: 180px;
    }
  }
`;
