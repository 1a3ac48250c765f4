/** How the story page looks: its columns, head and sections. */
import { css, type CSSResult } from 'lit';
import { entryStyles } from './entryStyles.ts';
import { fieldStyles } from './fieldStyles.ts';
import { messageStyles } from './messageStyles.ts';

const layoutStyles = css`
  refinery-story-page {
    --quiet: var(--vscode-descriptionForeground);
    --line: var(
      --vscode-contrastBorder,
      var(--vscode-widget-border, var(--vscode-panel-border, transparent))
    );
    --round: 4px;
    line-height: 1.5;
  }
  .vscode-dark,
  .vscode-high-contrast:not(.vscode-high-contrast-light) {
    color-scheme: dark;
  }
  .vscode-light,
  .vscode-high-contrast-light {
    color-scheme: light;
  }
  .page-head {
    display: flex;
    flex: none;
    flex-wrap: wrap;
    gap: 4px 12px;
    align-items: center;
    padding: 6px 12px 6px 24px;
    border-bottom: 1px solid var(--vscode-panel-border, var(--vscode-contrastBorder, transparent));
  }
  /* Together on one line, at the end of it. */
  .page-acts {
    display: inline-flex;
    gap: 8px;
    align-items: center;
    margin-inline-start: auto;
  }
  .page-head .what {
    display: inline-flex;
    gap: 6px;
    align-items: center;
  }
  .page-head .id {
    font-weight: 600;
  }
  .status-button {
    display: inline-flex;
    gap: 4px;
    align-items: center;
    max-width: 100%;
    padding: 0 9px;
    overflow-wrap: anywhere;
    background: none;
    border: 1px solid var(--line);
    border-radius: 10px;
  }
  .status-button:hover {
    background: var(--vscode-toolbar-hoverBackground);
  }
  .rank {
    display: inline-flex;
    gap: 2px;
    align-items: center;
  }
  .plain:disabled {
    cursor: default;
    opacity: 0.4;
  }
  .plain.words {
    gap: 4px;
    align-items: center;
    padding: 1px 7px;
    color: var(--quiet);
  }
  .plain.words:hover {
    color: inherit;
  }
  .found-count.error .icon,
  .finding.error .icon {
    color: var(--vscode-problemsErrorIcon-foreground, var(--vscode-errorForeground));
  }
  .found-count.warning .icon,
  .finding.warning .icon {
    color: var(--vscode-problemsWarningIcon-foreground, var(--vscode-list-warningForeground));
  }
  .menu {
    position: relative;
  }
  .menu-list {
    position: absolute;
    inset-inline-end: 0;
    top: calc(100% + 4px);
    z-index: 20;
    display: flex;
    flex-direction: column;
    min-width: 12em;
    padding: 4px;
    color: var(--vscode-menu-foreground);
    background: var(--vscode-menu-background);
    border: 1px solid var(--vscode-menu-border, var(--line));
    border-radius: 5px;
    box-shadow: 0 2px 8px var(--vscode-widget-shadow);
  }
  .menu-list button {
    padding: 3px 12px;
    text-align: start;
    background: none;
    border: 1px solid transparent;
    border-radius: var(--round);
  }
  .menu-list button:hover,
  .menu-list button:focus-visible {
    color: var(--vscode-menu-selectionForeground);
    background: var(--vscode-menu-selectionBackground);
    border-color: var(--vscode-menu-selectionBorder, transparent);
    outline: none;
  }
  .page-scroller {
    position: relative;
    flex: 1;
    min-height: 0;
    overflow: auto;
    container: page / inline-size;
    /* Not drawn anew while it is scrolled: nothing shines through. */
    background: var(--vscode-editor-background);
  }
  .page-columns {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(220px, 290px);
    gap: 8px 44px;
    box-sizing: border-box;
    max-width: 1180px;
    padding: 18px 24px 80px;
    margin: 0 auto;
  }
  .writing {
    min-width: 0;
  }
  .side {
    min-width: 0;
    padding-top: 6px;
  }
  .part {
    margin: 0 0 26px;
  }
  .of-title {
    margin-bottom: 14px;
  }
  .side .part {
    margin-bottom: 20px;
  }
  .part-head {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 10px;
    align-items: center;
    min-height: 26px;
    margin-bottom: 3px;
  }
  .part-head h2 {
    margin: 0;
    font-size: 1em;
    font-weight: 600;
  }
  .sub h3 {
    margin: 10px 0 2px;
    font-size: 0.92em;
    font-weight: 400;
    color: var(--quiet);
  }
  .part-head .toggle {
    padding: 1px 9px;
    font-size: 0.92em;
  }
  .part-head > .toggle:first-of-type,
  .part-head > .plain:first-of-type {
    margin-inline-start: auto;
  }
  .count,
  .detail,
  .hint,
  .summary,
  .otherwise,
  .locked-why {
    font-size: 0.92em;
    color: var(--quiet);
  }
  .hint,
  .summary,
  .otherwise,
  .locked-why {
    margin: 2px 0;
  }
  .id {
    font-variant-numeric: tabular-nums;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    align-items: center;
    margin-top: 6px;
  }
  .toggle:hover,
  .primary:hover {
    outline: 1px dashed var(--vscode-contrastActiveBorder, transparent);
  }
  .toggle:not([aria-pressed='true']):hover {
    background: var(--vscode-toolbar-hoverBackground);
  }
  .primary {
    padding: 3px 12px;
    color: var(--vscode-button-foreground);
    background: var(--vscode-button-background);
    border: 1px solid var(--vscode-button-border, var(--vscode-contrastBorder, transparent));
    border-radius: var(--round);
  }
  .primary:hover {
    background: var(--vscode-button-hoverBackground);
  }
  .primary:focus-visible {
    outline-offset: 2px;
  }
  .link {
    padding: 0;
    color: var(--vscode-textLink-foreground);
    text-align: start;
    background: none;
    border: none;
    border-radius: 2px;
    overflow-wrap: anywhere;
  }
  .link:hover {
    text-decoration: underline;
  }
  .link.inline {
    display: inline;
    text-decoration: underline;
  }
  .ref .id {
    color: var(--quiet);
  }
  .ref.over .name {
    text-decoration: line-through;
  }
  .line {
    display: flex;
    gap: 8px;
    align-items: baseline;
    min-width: 0;
    padding: 2px 0;
  }
  .line .ref {
    flex: 1;
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .status {
    display: inline-flex;
    flex: none;
    gap: 3px;
    padding: 0 7px;
    font-size: 0.88em;
    color: var(--quiet);
    border: 1px solid var(--line);
    border-radius: 9px;
  }
  .refs,
  .notes,
  .branches,
  .commits,
  .findings,
  .plain-list,
  .readiness ul {
    padding: 0;
    margin: 0;
    list-style: none;
  }
  .message .icon {
    flex: none;
  }
  .message textarea.lost {
    flex: 1 1 200px;
    font: inherit;
    color: inherit;
    background: transparent;
    border: 1px solid var(--line);
  }
  .readiness {
    padding: 8px 10px;
    margin: 10px 0;
    background: var(--vscode-textBlockQuote-background);
    border: 1px solid var(--vscode-contrastBorder, transparent);
    border-radius: var(--round);
  }
  .readiness p {
    display: flex;
    gap: 6px;
    align-items: center;
    margin: 0 0 3px;
    font-size: 0.92em;
    color: var(--quiet);
  }
  .readiness .link,
  .plain-list li {
    display: inline-flex;
    gap: 6px;
    align-items: center;
  }
  .readiness.complete .icon {
    color: var(--vscode-charts-green, currentColor);
  }
  .readiness .primary {
    margin-top: 5px;
  }
  .blocked-box {
    padding: 8px 10px;
    margin: 10px 0;
    border: 1px solid var(--vscode-inputValidation-errorBorder, var(--vscode-errorForeground));
    border-radius: var(--round);
  }
  .blocked-head {
    display: flex;
    gap: 6px;
    align-items: center;
    margin: 0 0 4px;
    font-weight: 600;
  }
  .blocked-head .icon {
    color: var(--vscode-errorForeground);
  }
  .late {
    padding: 0 7px;
    font-size: 0.88em;
    font-weight: 400;
    border: 1px solid var(--vscode-errorForeground);
    border-radius: 9px;
  }
  .pair {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(100px, 1fr));
    gap: 6px;
    margin: 6px 0;
  }
  .question {
    margin: 8px 0;
  }
  .broken {
    max-width: 860px;
    padding: 20px 24px 60px;
    margin: 0 auto;
  }
  .broken h1 {
    margin: 4px 0 14px;
    font-size: 1.6em;
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  .broken .raw {
    max-height: none;
    margin-top: 14px;
  }
  @container page (max-width: 760px) {
    .page-columns {
      grid-template-columns: minmax(0, 1fr);
      padding: 14px 16px 60px;
    }
  }
`;

export const storyPageStyles: CSSResult = css`
  ${layoutStyles}${fieldStyles}${messageStyles}${entryStyles}
`;
