/** How fields look: texts with what lies behind them, pickers, chips, and what is said below. */
import { css } from 'lit';

export const fieldStyles = css`
  .text {
    position: relative;
    border: 1px solid transparent;
    border-radius: var(--round);
  }
  .text .behind,
  .text textarea {
    box-sizing: border-box;
    width: 100%;
    padding: 3px 7px;
    margin: 0;
    font: inherit;
    line-height: inherit;
    text-align: start;
    white-space: pre-wrap;
    border: none;
    overflow-wrap: anywhere;
    unicode-bidi: plaintext;
  }
  .text .behind {
    min-height: calc(1.5em + 6px);
    color: transparent;
    pointer-events: none;
    visibility: visible;
  }
  .text textarea {
    position: absolute;
    inset: 0;
    height: 100%;
    overflow: hidden;
    color: var(--vscode-foreground);
    resize: none;
    background: transparent;
    border-radius: inherit;
    outline: none;
  }
  .text textarea::placeholder,
  input.field::placeholder {
    color: var(--vscode-input-placeholderForeground, var(--quiet));
    opacity: 1;
  }
  .text:not(.locked):hover {
    border-color: var(--vscode-contrastBorder, var(--vscode-input-border, var(--line)));
  }
  .text:focus-within {
    background: var(--vscode-input-background);
    border-color: var(--vscode-focusBorder) !important;
  }
  .text:focus-within textarea {
    color: var(--vscode-input-foreground);
  }
  /* Fields whose edge is seen, since nothing else says that one can write here. */
  .text.markdown,
  .text.sentence,
  .text.small,
  .new-note .text {
    background: var(--vscode-input-background);
    border-color: var(--vscode-input-border, var(--vscode-contrastBorder, var(--line)));
  }
  .text.title {
    font-size: 1.75em;
    font-weight: 600;
    line-height: 1.25;
  }
  .text.title .behind,
  .text.title textarea {
    padding: 2px 7px;
  }
  .of-title .text,
  .of-title .findings {
    margin-inline-start: -8px;
  }
  .text.sentence {
    font-size: 1.1em;
    line-height: 1.65;
  }
  .text.sentence .behind,
  .text.sentence textarea {
    padding: 7px 11px;
  }
  .text.markdown .behind {
    min-height: 5.5em;
  }
  .text.markdown .behind,
  .text.markdown textarea {
    padding: 7px 11px;
  }
  .text.code,
  .raw,
  .rich code {
    font-family: var(--vscode-editor-font-family);
    font-size: var(--vscode-editor-font-size, 0.95em);
  }
  .text.code {
    background: var(--vscode-textCodeBlock-background);
  }
  .text.name {
    font-weight: 600;
  }
  .text.small .behind,
  .text.small textarea {
    padding: 2px 6px;
  }
  .behind span {
    border-radius: 2px;
    -webkit-box-decoration-break: clone;
    box-decoration-break: clone;
  }
  .behind .part-role,
  .behind .part-situation {
    background: color-mix(in srgb, var(--vscode-charts-blue) 17%, transparent);
  }
  .behind .part-means {
    background: color-mix(in srgb, var(--vscode-charts-green) 17%, transparent);
  }
  .behind .part-end {
    background: color-mix(in srgb, var(--vscode-charts-purple) 19%, transparent);
  }
  .behind .keyword {
    background: color-mix(in srgb, var(--vscode-foreground) 9%, transparent);
  }
  .vscode-high-contrast .behind [class^='part-'] {
    background: none;
    box-shadow: inset 0 -1px 0 var(--vscode-foreground);
  }
  .vscode-high-contrast .behind .keyword {
    background: none;
  }
  .behind .found {
    text-decoration: underline wavy 1px;
    text-underline-offset: 3px;
    text-decoration-skip-ink: none;
  }
  .behind .found.error {
    text-decoration-color: var(--vscode-editorError-foreground, var(--vscode-errorForeground));
  }
  .behind .found.warning {
    text-decoration-color: var(--vscode-editorWarning-foreground, var(--vscode-list-warningForeground));
  }
  .behind .found.information,
  .behind .found.hint {
    text-decoration: underline dotted 1px;
    text-decoration-color: var(--vscode-editorInfo-foreground, var(--quiet));
  }
  input.field {
    border-color: var(--vscode-input-border, var(--vscode-contrastBorder, var(--line)));
    border-radius: var(--round);
  }
  input.field:focus {
    outline: 1px solid var(--vscode-focusBorder);
    outline-offset: -1px;
  }
  page-text,
  page-picker {
    position: relative;
    display: block;
    min-width: 0;
  }
  .picker {
    position: relative;
  }
  .picker input.field {
    padding: 3px 22px 3px 7px;
    text-overflow: ellipsis;
    cursor: pointer;
    background: transparent;
    border-color: transparent;
  }
  [dir='rtl'] .picker input.field {
    padding: 3px 7px 3px 22px;
  }
  .picker:hover input.field,
  .chips .picker:hover input.field {
    border-color: var(--vscode-input-border, var(--line));
  }
  .picker input.field:focus {
    cursor: text;
    background: var(--vscode-input-background);
  }
  .picker .arrow {
    position: absolute;
    inset-inline-end: 5px;
    top: 4px;
    pointer-events: none;
    opacity: 0.45;
  }
  .picker:hover .arrow,
  .picker:focus-within .arrow {
    opacity: 1;
  }
  .side .part > page-picker input.field,
  .entries + page-picker input.field,
  .blocked-box page-picker input.field {
    background: transparent;
    border-color: var(--vscode-input-border, var(--vscode-contrastBorder, var(--line)));
  }
  .form {
    display: grid;
    gap: 2px;
  }
  .form-row {
    display: grid;
    grid-template-columns: 84px minmax(0, 1fr);
    gap: 6px;
    align-items: start;
  }
  .form-row > .label,
  .number > .label {
    padding-top: 3px;
    overflow: hidden;
    color: var(--quiet);
    text-overflow: ellipsis;
  }
  .form-row .value {
    min-width: 0;
  }
  .form-row .text.small,
  .form-row input.field {
    background: transparent;
    border-color: transparent;
  }
  .form-row .text.small:hover,
  .form-row input.field:hover {
    border-color: var(--vscode-input-border, var(--vscode-contrastBorder, var(--line)));
  }
  .form-row .text.small:focus-within,
  .form-row input.field:focus {
    background: var(--vscode-input-background);
  }
  .vscode-high-contrast .form-row input.field,
  .vscode-high-contrast .form-row .text.small {
    border-color: var(--vscode-contrastBorder);
  }
  .form-row input.tick {
    margin: 5px 7px;
  }
  .form-row .follow,
  .otherwise {
    padding-inline-start: 7px;
    font-size: 0.92em;
  }
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
    align-items: center;
  }
  .chips page-picker {
    flex: 1 1 70px;
  }
  .chip {
    display: inline-flex;
    gap: 2px;
    align-items: center;
    max-width: 100%;
    padding: 0 3px 0 8px;
    overflow-wrap: anywhere;
    background: color-mix(in srgb, var(--vscode-foreground) 10%, transparent);
    border: 1px solid var(--vscode-contrastBorder, transparent);
    border-radius: 10px;
  }
  .criterion > .chip {
    flex: none;
    padding: 0 8px;
    font-size: 0.9em;
  }
  .chip.unknown {
    text-decoration: underline wavy var(--vscode-errorForeground);
  }
  .chip .plain {
    padding: 1px;
    border-radius: 50%;
  }
  .chip .plain .icon {
    width: 0.95em;
    height: 0.95em;
  }
  .tick {
    flex: none;
    box-sizing: border-box;
    width: 16px;
    height: 16px;
    margin: 6px 0 0;
    cursor: pointer;
    appearance: none;
    background: var(--vscode-checkbox-background);
    border: 1px solid var(--vscode-checkbox-border, var(--vscode-foreground));
    border-radius: 3px;
  }
  .tick:checked::before {
    display: block;
    width: 8px;
    height: 4px;
    margin: 2px 0 0 2px;
    content: '';
    border: solid var(--vscode-checkbox-foreground, var(--vscode-foreground));
    border-width: 0 0 2px 2px;
    transform: rotate(-45deg);
  }
  .tick:focus-visible {
    outline: 1px solid var(--vscode-focusBorder);
    outline-offset: 1px;
  }
  .tick:disabled {
    cursor: default;
    opacity: 0.5;
  }
  .tick.none {
    background: none;
    border: none;
  }
`;
