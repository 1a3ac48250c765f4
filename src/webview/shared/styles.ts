/** How all views look: colours and fonts are the editor's, in every theme. A view's own element has the class `view`. */
import { css, type CSSResult } from 'lit';

/** Puts styles into the page itself, where views are drawn. */
export function useStyles(...styles: readonly CSSResult[]): void {
  const sheets = styles.flatMap(({ styleSheet }) => styleSheet ?? []);
  document.adoptedStyleSheets.push(...sheets);
}

export const baseStyles = css`
  .view {
    /* Dark enough for text: the light theme's own errorForeground is not. */
    --error: var(--vscode-list-errorForeground, var(--vscode-errorForeground));

    display: flex;
    flex-direction: column;
    height: 100vh;
    color: var(--vscode-foreground);
    font-family: var(--vscode-font-family);
    font-size: var(--vscode-font-size);
    background: var(--vscode-editor-background);
  }
  .icon {
    display: inline-flex;
    flex: none;
    width: 1.1em;
    height: 1.1em;
    vertical-align: text-bottom;
  }
  .icon svg {
    width: 100%;
    height: 100%;
    fill: currentColor;
  }
  .spring {
    flex: 1;
  }
  .toolbar {
    display: flex;
    flex-wrap: wrap;
    gap: 6px 10px;
    align-items: center;
    padding: 8px 12px;
    border-bottom: 1px solid var(--vscode-panel-border, var(--vscode-contrastBorder, transparent));
  }
  .toolbar h1 {
    margin: 0;
    font-size: 1.15em;
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  .toolbar label {
    display: inline-flex;
    gap: 5px;
    align-items: center;
  }
  .summary {
    color: var(--vscode-descriptionForeground);
  }
  button {
    font: inherit;
    color: inherit;
    cursor: pointer;
  }
  .toggle {
    padding: 2px 9px;
    border: 1px solid var(--vscode-contrastBorder, var(--vscode-widget-border, var(--vscode-panel-border)));
    border-radius: 10px;
    background: transparent;
  }
  .toggle[aria-pressed='true'] {
    color: var(--vscode-inputOption-activeForeground);
    background: var(--vscode-inputOption-activeBackground);
    border-color: var(--vscode-inputOption-activeBorder);
  }
  :is(.vscode-high-contrast, .vscode-high-contrast-light) .toggle[aria-pressed='true'] {
    color: var(--vscode-editor-background);
    background: var(--vscode-foreground);
  }
  .message {
    display: flex;
    gap: 10px;
    align-items: center;
    padding: 6px 12px;
    color: var(--vscode-inputValidation-warningForeground, var(--vscode-foreground));
    background: var(--vscode-inputValidation-warningBackground);
    border: 1px solid var(--vscode-inputValidation-warningBorder);
  }
  .plain {
    display: inline-flex;
    padding: 2px;
    border: 1px solid transparent;
    border-radius: 4px;
    background: none;
  }
  .plain:hover {
    background: var(--vscode-toolbar-hoverBackground);
    outline: 1px dashed var(--vscode-contrastActiveBorder, transparent);
  }
  .spoken {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .empty {
    padding: 24px;
    text-align: center;
  }
  input.field {
    box-sizing: border-box;
    width: 100%;
    padding: 4px 6px;
    font: inherit;
    color: var(--vscode-input-foreground);
    background: var(--vscode-input-background);
    border: 1px solid var(--vscode-input-border, var(--vscode-focusBorder));
    border-radius: 2px;
  }
  input.field:focus {
    outline: 1px solid var(--vscode-focusBorder);
  }
  button:focus-visible {
    outline: 1px solid var(--vscode-focusBorder);
    outline-offset: 1px;
  }
`;
