/** How bars, figures and what stands beside the lists look. */
import { css } from 'lit';

export const figureStyles = css`
  .figure {
    font-size: 1.25em;
    font-weight: 600;
  }
  .left {
    display: inline-flex;
    gap: 3px;
    align-items: center;
  }
  .left.over {
    font-weight: 600;
  }
  .left.over .icon {
    color: var(--vscode-errorForeground);
  }
  .worth {
    display: flex;
    gap: 5px;
  }
  .worth .icon {
    flex: none;
    color: var(--vscode-list-warningForeground);
  }
  .meter {
    display: flex;
    height: 8px;
    overflow: hidden;
    background: var(--vscode-editorWidget-background);
    border: 1px solid var(--vscode-contrastBorder, var(--vscode-widget-border, var(--vscode-panel-border)));
    border-radius: 4px;
  }
  .capacity .meter {
    height: 12px;
    border-radius: 6px;
  }
  .meter .fill {
    background: var(--vscode-progressBar-background);
  }
  .meter .beyond {
    background: repeating-linear-gradient(
      -45deg,
      var(--vscode-errorForeground) 0 4px,
      var(--vscode-editor-background) 4px 7px
    );
    border-inline-start: 2px solid var(--vscode-foreground);
  }
  .side {
    overflow: auto;
  }
  .side-part {
    border-bottom: 1px solid var(--vscode-panel-border, var(--vscode-contrastBorder, transparent));
  }
  .fold {
    display: flex;
    gap: 4px;
    align-items: center;
    width: 100%;
    padding: 5px 8px;
    font-weight: 600;
    text-align: start;
    border-radius: 0;
  }
  .fold .left {
    margin-inline-start: auto;
  }
  .side-content {
    padding: 2px 12px 12px;
  }
  .side p {
    margin: 2px 0 8px;
  }
  .people,
  .broken,
  .bars,
  .told,
  .warnings,
  .nearest,
  .people-choice {
    padding: 0;
    margin: 0;
    list-style: none;
  }
  .person-row {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 8px;
    justify-content: space-between;
    padding: 4px 0;
  }
  .person-row .meter {
    flex: 1 0 100%;
  }
  .name {
    min-width: 0;
    max-width: 100%;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .broken li {
    display: flex;
    flex-direction: column;
    gap: 3px;
    padding: 6px 0;
    overflow-wrap: anywhere;
    border-bottom: 1px solid var(--vscode-panel-border, var(--vscode-contrastBorder, transparent));
  }
  .broken li:last-child {
    border-bottom: none;
  }
  .bars li {
    display: grid;
    grid-template-columns: minmax(2em, max-content) minmax(40px, 1fr) max-content;
    gap: 8px;
    align-items: center;
    padding: 2px 0;
  }
  .bar-name {
    max-width: 8em;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .bar > span {
    display: block;
    height: 8px;
    background: var(--vscode-progressBar-background);
    border: 1px solid var(--vscode-contrastBorder, transparent);
    border-radius: 2px;
  }
  .bar-words {
    color: var(--vscode-descriptionForeground);
  }
`;
