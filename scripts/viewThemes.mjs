// npm run themes: writes down what the editor gives to web views in each theme, into test/webview/themes, so that views
// can be tested in the editor's colours without the editor. Run it when the editor of the tests changes.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { root } from './lib/paths.mjs';
import { openWorkbench } from './lib/workbench.mjs';
import { copyWorkspace } from './lib/workspaces.mjs';

/** Colours that no theme of the editor has, as a person may choose them: warm paper, with a button of another colour. */
const PAPER = {
  'editor.background': '#fbf1dc',
  'editor.foreground': '#3b2a1a',
  foreground: '#3b2a1a',
  descriptionForeground: '#6b5236',
  errorForeground: '#a3180d',
  focusBorder: '#7a3e9d',
  'sideBar.background': '#f3e6c8',
  'editorWidget.background': '#fffaf0',
  'editorWidget.foreground': '#3b2a1a',
  'panel.border': '#d8c49c',
  'widget.border': '#cdb78a',
  'button.background': '#7a3e9d',
  'button.foreground': '#ffffff',
  'badge.background': '#7a3e9d',
  'badge.foreground': '#ffffff',
  'input.background': '#fffdf7',
  'input.foreground': '#3b2a1a',
  'input.border': '#b79f6d',
  'input.placeholderForeground': '#75603f',
  'list.activeSelectionBackground': '#e7d3f1',
  'list.activeSelectionForeground': '#2c1140',
  'list.hoverBackground': '#f5e9cf',
  'list.warningForeground': '#7c4d00',
  'settings.dropdownBackground': '#fffdf7',
  'settings.dropdownForeground': '#3b2a1a',
  'dropdown.background': '#fffdf7',
  'dropdown.foreground': '#3b2a1a',
};

const THEMES = {
  dark: { theme: 'Default Dark Modern' },
  light: { theme: 'Default Light Modern' },
  highContrast: { theme: 'Default High Contrast' },
  highContrastLight: { theme: 'Default High Contrast Light' },
  custom: { theme: 'Default Light Modern', colours: PAPER },
};

/** Variables that belong to parts of the editor which no view resembles; they are most of them. */
const OTHERS =
  /^--vscode-(activityBar|agent|ai|breadcrumb|chat|commandCenter|debug|diffEditor|editorBracket|editorGhost|editorGroup|editorHover|editorLightBulb|editorMarker|editorMinimap|editorOverview|editorRuler|editorStickyScroll|editorSuggest|editorUnicode|extension|git|inline|interactive|mcp|merge|minimap|multiDiff|notebook|notification|outputView|peekView|ports|profile|remote|sash|scm|search|sideBarActivity|sideBarStickyScroll|simpleFind|statusBar|symbolIcon|tab|terminal|testing|titleBar|tree|walkThrough|welcomePage|window)/;

/** The page of a view in the window: the board, which any window can show. */
async function viewFrame(page) {
  await page
    .locator('#status\\.problems')
    .filter({ hasNotText: /^\s*0\s*0\s*$/ })
    .waitFor();
  await page.keyboard.press('F1');
  await page.locator('.quick-input-widget input.input').fill('>Refinery: Show Board');
  await page.locator('.quick-input-list .monaco-list-row').filter({ hasText: 'Show Board' }).first().click();
  const element = page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
  await element.locator('.card').first().waitFor();
  return element.locator('html');
}

async function capture({ theme, colours = {} }, vsix) {
  const { folder, remove } = copyWorkspace({ workspace: 'examples/fieldnotes' });
  const settings = { 'workbench.colorTheme': theme, 'workbench.colorCustomizations': colours };
  const window = await openWorkbench({ folder, vsix: [vsix], trust: 'off', settings });
  try {
    const html = await viewFrame(window.page);
    return await html.evaluate((element) => ({
      kind: document.body.getAttribute('data-vscode-theme-kind') ?? '',
      variables: Object.fromEntries(
        [...element.style].map((name) => [name, element.style.getPropertyValue(name)]),
      ),
      defaults: document.querySelector('style#_defaultStyles')?.textContent ?? '',
    }));
  } finally {
    await window.stop();
    remove();
  }
}

const folder = path.join(root, 'test/webview/themes');
const { makePackage } = await import('./package.mjs');
const vsix = await makePackage();
for (const [name, theme] of Object.entries(THEMES)) {
  const { kind, variables, defaults } = await capture(theme, vsix);
  const kept = Object.fromEntries(Object.entries(variables).filter(([variable]) => !OTHERS.test(variable)));
  if (Object.keys(kept).length < 100) throw new Error(`${name}: the editor gave hardly any variables`);
  writeFileSync(
    path.join(folder, `${name}.json`),
    `${JSON.stringify({ kind, variables: kept }, undefined, 2)}\n`,
  );
  writeFileSync(path.join(folder, 'defaults.css'), `${defaults.trim()}\n`);
  console.log(`${name}: ${Object.keys(kept).length} variables, ${kind}`);
}
process.exit(readFileSync(path.join(folder, 'defaults.css')).length > 0 ? 0 : 1);
