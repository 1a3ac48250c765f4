/** How forms look. */
import { css } from 'lit';

export const formStyles = css`
  .vscode-dark,
  .vscode-high-contrast:not(.vscode-high-contrast-light) {
    color-scheme: dark;
  }
  .form {
    flex: 1;
    min-height: 0;
    padding: 4px 24px 40px;
    overflow: auto;
  }
  .form > * {
    max-width: 60em;
  }
  .form h2 {
    margin: 26px 0 4px;
    font-size: 1.1em;
    font-weight: 600;
  }
  .form-about,
  .form-hint {
    margin: 0 0 8px;
    color: var(--vscode-descriptionForeground);
  }
  .form-field {
    display: grid;
    gap: 3px;
    margin: 8px 0;
  }
  .form-label {
    font-weight: 600;
  }
  .form-entries {
    padding: 0;
    margin: 4px 0;
    list-style: none;
  }
  .form-entry,
  .form-add {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    align-items: center;
    margin: 4px 0;
  }
  .form-entry > input.field:first-child,
  .form-add > input.field:first-child {
    flex: 1 1 12em;
    width: auto;
    min-width: 8em;
  }
  .form input.narrow,
  .form select.field {
    flex: none;
    width: 9em;
    padding: 4px 6px;
    font: inherit;
  }
  .form select.field {
    color: var(--vscode-dropdown-foreground);
    background: var(--vscode-dropdown-background);
    border: 1px solid var(--vscode-dropdown-border, var(--vscode-contrastBorder, transparent));
    border-radius: 2px;
  }
  .form select.field:focus-visible {
    outline: 1px solid var(--vscode-focusBorder);
  }
  .form ::placeholder {
    color: var(--vscode-input-placeholderForeground);
  }
  .form-acts {
    display: inline-flex;
    gap: 2px;
  }
  .form-acts [aria-disabled='true'] {
    color: var(--vscode-disabledForeground);
    cursor: default;
  }
  .form-checks {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 14px;
    padding: 0;
    margin: 8px 0;
    border: 0;
  }
  .form-checks legend {
    padding: 0;
    font-weight: 600;
  }
`;
