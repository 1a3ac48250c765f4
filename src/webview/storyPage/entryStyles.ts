/** How lists look: criteria, tasks, notes, links, commits; and Markdown as it is read. */
import { css } from 'lit';

export const entryStyles = css`
  .entries {
    padding: 0;
    margin: 0;
    list-style: none;
  }
  .entry {
    position: relative;
    display: flex;
    gap: 2px;
    align-items: flex-start;
    padding: 1px 0;
    margin-inline-start: -20px;
    border-radius: var(--round);
  }
  .entry .content {
    flex: 1;
    min-width: 0;
  }
  .grip {
    flex: none;
    width: 18px;
    padding-top: 5px;
    cursor: grab;
    opacity: 0;
  }
  .entry:hover > .grip,
  .entry:focus-within > .grip {
    opacity: 0.6;
  }
  .acts {
    display: flex;
    flex: none;
    gap: 1px;
    align-items: center;
    padding-top: 2px;
    opacity: 0;
  }
  .entry:hover > .acts,
  .entry:focus-within > .acts {
    opacity: 1;
  }
  .acceptance > .entry > .acts,
  .side .entry > .acts {
    position: absolute;
    inset-inline-end: 0;
    top: -20px;
    z-index: 5;
    padding: 1px 3px;
    pointer-events: none;
    background: var(--vscode-editorWidget-background);
    border: 1px solid var(--vscode-widget-border, var(--line));
    border-radius: 5px;
  }
  .acceptance > .entry:hover > .acts,
  .acceptance > .entry:focus-within > .acts,
  .side .entry:hover > .acts,
  .side .entry:focus-within > .acts {
    pointer-events: auto;
  }
  .acceptance > .entry:hover,
  .acceptance > .entry:focus-within {
    z-index: 4;
  }
  .acceptance > .entry:focus-within > .acts {
    z-index: 6;
  }
  .entry.drop-above::before,
  .entry.drop-below::after {
    position: absolute;
    inset-inline: 18px 0;
    height: 2px;
    content: '';
    background: var(--vscode-focusBorder);
  }
  .entry.drop-above::before {
    top: -1px;
  }
  .entry.drop-below::after {
    bottom: -1px;
  }
  .criterion {
    display: flex;
    gap: 6px;
    align-items: flex-start;
  }
  .criterion > .body,
  .step > .body {
    flex: 1;
    min-width: 0;
  }
  .tick.none {
    display: flex;
    justify-content: center;
  }
  .tick.none::before {
    width: 5px;
    height: 5px;
    margin-top: 5px;
    content: '';
    background: var(--quiet);
    border-radius: 50%;
  }
  .entry.done .text textarea {
    color: var(--quiet);
    text-decoration: line-through;
  }
  .scenario {
    padding-inline-start: 2px;
    margin-bottom: 6px;
  }
  .step {
    display: flex;
    gap: 4px;
    align-items: flex-start;
  }
  .step-word {
    flex: none;
    width: 3.6em;
    padding: 4px 0 0 6px;
    font-size: 0.95em;
    color: var(--vscode-symbolIcon-keywordForeground, var(--quiet));
  }
  .step > .plain {
    opacity: 0;
  }
  .step:hover > .plain,
  .step:focus-within > .plain {
    opacity: 1;
  }
  input.field.adder {
    flex: 1;
    min-width: 0;
    padding: 3px 7px;
    background: transparent;
    border-color: transparent;
  }
  input.field.adder:hover {
    border-color: var(--vscode-input-border, var(--line));
  }
  input.field.adder:focus {
    background: var(--vscode-input-background);
  }
  .vscode-high-contrast input.field.adder {
    border-color: var(--vscode-contrastBorder);
  }
  .step input.field.adder {
    padding: 2px 7px;
  }
  .adders {
    display: flex;
    gap: 8px;
    align-items: center;
    margin-top: 2px;
  }
  .of-acceptance > .adders,
  .of-tasks > input.adder {
    padding-inline-start: 22px;
  }
  .of-tasks > input.adder {
    width: calc(100% - 22px);
    padding-inline-start: 7px;
    margin-inline-start: 22px;
  }
  .adders .toggle {
    flex: none;
    font-size: 0.92em;
    color: var(--quiet);
    border-color: transparent;
  }
  .vscode-high-contrast .adders .toggle {
    border-color: var(--vscode-contrastBorder);
  }
  .raw {
    max-height: 14em;
    padding: 6px 10px;
    margin: 2px 0;
    overflow: auto;
    white-space: pre-wrap;
    background: var(--vscode-textCodeBlock-background);
    border: 1px solid var(--vscode-contrastBorder, transparent);
    border-radius: var(--round);
    overflow-wrap: anywhere;
  }
  .raw:focus-visible {
    outline: 1px solid var(--vscode-focusBorder);
  }
  .table-box {
    margin: 6px 0 2px 3.6em;
    overflow-x: auto;
  }
  .examples {
    border-collapse: collapse;
  }
  .examples caption {
    font-size: 0.92em;
    color: var(--quiet);
    text-align: start;
  }
  .examples th {
    font-weight: 600;
    text-align: start;
  }
  .examples th,
  .examples td {
    padding: 0;
    vertical-align: top;
  }
  .examples th,
  .examples td:has(page-text) {
    border: 1px solid var(--vscode-contrastBorder, var(--vscode-panel-border, var(--line)));
  }
  .examples .text {
    min-width: 7em;
    border-radius: 0;
  }
  .examples .trouble {
    max-width: 16em;
    font-weight: normal;
  }
  .note {
    padding: 5px 0 6px 10px;
    margin: 4px 0;
    border-inline-start: 2px solid var(--vscode-textBlockQuote-border, var(--line));
  }
  .note.asked {
    border-inline-start-color: var(--vscode-charts-blue, var(--vscode-focusBorder));
  }
  .note-head {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 7px;
    align-items: center;
  }
  .note .text {
    margin-inline-start: -8px;
  }
  .note-head .toggle {
    padding: 0 9px;
    font-size: 0.92em;
  }
  .new-note {
    margin-top: 6px;
  }
  .link-entry {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 8px;
    align-items: center;
    padding: 3px 0;
  }
  .link-entry .url {
    overflow-wrap: anywhere;
  }
  .thumb {
    padding: 0;
    background: none;
    border: 1px solid var(--line);
    border-radius: var(--round);
  }
  .thumb img {
    display: block;
    max-width: 140px;
    max-height: 90px;
    border-radius: 3px;
  }
  .of-links input.adder,
  .of-links .entries {
    width: 100%;
  }
  .insight {
    display: flex;
    flex-direction: column;
    padding: 3px 0;
    overflow-wrap: anywhere;
  }
  .side .entry {
    margin-inline-start: -18px;
  }
  .branches li,
  .commits li {
    padding: 2px 0;
  }
  .branches li {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 8px;
    align-items: center;
  }
  .branch-name {
    overflow-wrap: anywhere;
    font-family: var(--vscode-editor-font-family);
    font-size: 0.95em;
  }
  .commits li {
    display: flex;
    flex-wrap: wrap;
    gap: 0 12px;
    align-items: baseline;
    justify-content: space-between;
  }
  .commit {
    display: flex;
    flex: 1 1 240px;
    gap: 6px;
    align-items: baseline;
    min-width: 0;
    padding: 0;
    text-align: start;
    background: none;
    border: none;
    border-radius: 2px;
    overflow-wrap: anywhere;
  }
  .commit:hover .subject {
    text-decoration: underline;
  }
  .added {
    color: var(--vscode-gitDecoration-addedResourceForeground, inherit);
  }
  .removed {
    color: var(--vscode-gitDecoration-deletedResourceForeground, inherit);
  }
  .score-result {
    margin: 0 0 4px;
  }
  .score-result strong {
    font-size: 1.4em;
  }
  .score-result .formula {
    display: block;
    font-size: 0.92em;
    color: var(--quiet);
    overflow-wrap: anywhere;
  }
  .numbers {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(118px, 1fr));
    gap: 2px 12px;
  }
  .number {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 56px;
    gap: 6px;
    align-items: start;
  }
  .rich {
    padding: 4px 11px;
    overflow-wrap: anywhere;
    border: 1px solid var(--line);
    border-radius: var(--round);
  }
  .rich > :first-child {
    margin-top: 4px;
  }
  .rich img {
    max-width: min(100%, 480px);
    max-height: 360px;
  }
  .rich pre {
    padding: 8px 10px;
    overflow: auto;
    background: var(--vscode-textCodeBlock-background);
    border-radius: var(--round);
  }
  .rich table {
    border-collapse: collapse;
  }
  .rich th,
  .rich td {
    padding: 2px 9px;
    text-align: start;
    border: 1px solid var(--line);
  }
  .rich blockquote {
    padding: 0 12px;
    margin: 8px 0;
    background: var(--vscode-textBlockQuote-background);
    border-inline-start: 3px solid var(--vscode-textBlockQuote-border, var(--line));
  }
  .of-others dt {
    font-weight: 600;
  }
  .of-others dd {
    margin: 0 0 6px;
  }
  @media (prefers-reduced-motion: no-preference) {
    .acts,
    .grip {
      transition: opacity 100ms;
    }
  }
`;
