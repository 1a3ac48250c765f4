/** How the dialogs of the planning view look. */
import { css } from 'lit';

export const popupStyles = css`
  .popup {
    box-sizing: border-box;
    width: max-content;
    min-width: min(280px, calc(100vw - 16px));
    max-width: min(620px, calc(100vw - 16px));
    max-height: calc(100vh - 16px);
    padding: 0;
    overflow: auto;
    color: var(--vscode-editorWidget-foreground, var(--vscode-foreground));
    background: var(--vscode-editorWidget-background);
    border: 1px solid var(--vscode-contrastBorder, var(--vscode-widget-border, var(--vscode-focusBorder)));
    border-radius: 6px;
    box-shadow: 0 4px 16px var(--vscode-widget-shadow);
  }
  .popup::backdrop {
    background: transparent;
  }
  .popup-form {
    display: flex;
    flex-direction: column;
    gap: 8px;
    padding: 12px 14px;
  }
  .popup-form.wide {
    width: 560px;
    max-width: 100%;
    box-sizing: border-box;
    max-height: calc(100vh - 18px);
  }
  estimate-popup .popup,
  assignee-popup .popup {
    max-width: min(400px, calc(100vw - 16px));
  }
  .popup-scroll {
    display: flex;
    flex-direction: column;
    gap: 8px;
    min-height: 3em;
    overflow: auto;
  }
  .popup h2 {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
  }
  .popup p {
    margin: 0;
  }
  .popup-label {
    display: flex;
    flex-direction: column;
    gap: 3px;
    align-items: start;
  }
  .popup-label input.field:not([type='date']) {
    width: 100%;
  }
  .popup input.field[type='date'] {
    width: auto;
  }
  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: 5px;
  }
  .choice {
    min-width: 2.6em;
    padding: 4px 8px;
  }
  .popup-form > .line {
    align-items: end;
  }
  .wrong {
    padding-inline-start: 6px;
    border-inline-start: 3px solid var(--vscode-errorForeground);
  }
  .wrong:empty {
    display: none;
  }
  .nearest li {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0 8px;
    padding: 3px 0;
    overflow-wrap: anywhere;
  }
  .nearest .quiet {
    grid-column: 2;
    font-size: 0.92em;
  }
  .nearest .points {
    min-width: 1.4em;
    height: max-content;
    padding: 0 5px;
    text-align: center;
    color: var(--vscode-badge-foreground);
    background: var(--vscode-badge-background);
    border: 1px solid var(--vscode-contrastBorder, transparent);
    border-radius: 8px;
  }
  .people-choice {
    max-height: 50vh;
    overflow: auto;
  }
  .people-choice li {
    padding: 4px 0;
  }
  .people-choice label {
    display: flex;
    gap: 6px;
    align-items: center;
  }
  .people-choice .quiet {
    margin-inline-start: auto;
  }
  .told li {
    display: flex;
    gap: 8px;
    align-items: baseline;
    padding: 3px 0;
    overflow-wrap: anywhere;
  }
  .from-to {
    max-width: 50%;
  }
  .from-to del {
    color: var(--vscode-descriptionForeground);
  }
  .from-to ins {
    font-weight: 600;
    text-decoration: none;
  }
  .warnings li {
    display: flex;
    gap: 6px;
    padding: 2px 0;
  }
  .warnings .icon {
    flex: none;
    color: var(--vscode-list-warningForeground);
  }
`;
