/** How lists to choose from look, and what is said below a field: findings, conflicts, what is missing. */
import { css } from 'lit';

export const messageStyles = css`
  .offer {
    position: absolute;
    inset-inline-start: 0;
    top: calc(100% + 2px);
    z-index: 30;
    box-sizing: border-box;
    width: max-content;
    min-width: 100%;
    max-width: min(340px, 92vw);
    max-height: 260px;
    padding: 4px;
    margin: 0;
    overflow-y: auto;
    color: var(--vscode-quickInput-foreground, var(--vscode-foreground));
    list-style: none;
    background: var(--vscode-quickInput-background, var(--vscode-editorWidget-background));
    border: 1px solid var(--vscode-widget-border, var(--line));
    border-radius: 5px;
    box-shadow: 0 2px 8px var(--vscode-widget-shadow);
  }
  .side .offer {
    inset-inline: auto 0;
  }
  .offer li {
    display: flex;
    gap: 12px;
    align-items: baseline;
    padding: 3px 8px;
    cursor: pointer;
    border: 1px solid transparent;
    border-radius: var(--round);
  }
  .offer li > span:first-child {
    flex: 1;
    overflow-wrap: anywhere;
  }
  .offer li.over > span:first-child {
    color: var(--quiet);
  }
  .offer li:hover {
    background: var(--vscode-list-hoverBackground);
  }
  .offer li[aria-selected='true'] {
    color: var(--vscode-quickInputList-focusForeground, var(--vscode-list-activeSelectionForeground));
    background: var(--vscode-quickInputList-focusBackground, var(--vscode-list-activeSelectionBackground));
    border-color: var(--vscode-contrastActiveBorder, transparent);
  }
  .offer li[aria-selected='true'] * {
    color: inherit;
  }
  .message.was-done {
    color: var(--vscode-inputValidation-infoForeground, var(--vscode-foreground));
    background: var(--vscode-inputValidation-infoBackground);
    border-color: var(--vscode-inputValidation-infoBorder);
  }
  .was-done .words {
    flex: 1;
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .findings {
    font-size: 0.92em;
  }
  .finding {
    display: flex;
    gap: 6px;
    padding: 3px 8px 2px;
  }
  .finding .icon {
    flex: none;
    margin-top: 3px;
    color: var(--vscode-problemsInfoIcon-foreground, var(--quiet));
  }
  .finding.hint {
    color: var(--quiet);
  }
  .finding .words {
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .rule {
    padding: 0;
    vertical-align: baseline;
    background: none;
    border: none;
    opacity: 0.7;
  }
  .rule .icon {
    margin: 0;
    color: inherit;
  }
  .fix {
    padding: 0 8px;
    margin: 1px 4px 1px 2px;
    background: transparent;
    border: 1px solid var(--vscode-button-border, var(--vscode-contrastBorder, var(--line)));
    border-radius: var(--round);
  }
  .fix:hover {
    background: var(--vscode-toolbar-hoverBackground);
  }
  .trouble {
    padding: 6px 10px;
    margin: 4px 0;
    background: var(--vscode-inputValidation-warningBackground);
    border: 1px solid var(--vscode-inputValidation-warningBorder, var(--line));
    border-radius: var(--round);
  }
  .trouble p {
    margin: 0;
  }
  .trouble blockquote {
    max-height: 12em;
    padding: 2px 10px;
    margin: 5px 0;
    overflow: auto;
    white-space: pre-wrap;
    border-inline-start: 3px solid var(--vscode-textBlockQuote-border, var(--line));
    overflow-wrap: anywhere;
  }
  .gaps {
    display: flex;
    flex-wrap: wrap;
    gap: 6px 12px;
    margin-top: 7px;
  }
  .gap {
    display: flex;
    flex: 1 1 160px;
    gap: 7px;
    align-items: center;
    min-width: 0;
  }
  .gap-words {
    flex: none;
    color: var(--quiet);
  }
  .template {
    margin-inline-start: 4px;
  }
`;
