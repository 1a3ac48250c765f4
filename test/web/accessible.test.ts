import * as assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Frame } from 'playwright-core';
import { eventually } from '../editor/support/eventually.ts';
import { assertAccessible } from '../webview/support/accessible.ts';
import { BacklogView } from './support/backlogView.ts';
import { BoardView } from './support/boardView.ts';
import { PlanningView } from './support/planningView.ts';
import { StoryPage } from './support/storyPage.ts';
import { THEMES, Workbench } from './support/workbench.ts';

/** The classes that the editor gives to a view. */
const KINDS: Readonly<Record<keyof typeof THEMES, string>> = {
  dark: 'vscode-dark',
  light: 'vscode-light',
  highContrast: 'vscode-high-contrast',
  highContrastLight: 'vscode-high-contrast-light',
};
const NAMES = Object.keys(THEMES) as (keyof typeof THEMES)[];

suite('axe finds nothing in the views as the editor shows them', () => {
  let workbench: Workbench;

  suiteSetup(async () => {
    workbench = await Workbench.open({
      workspace: 'examples/fieldnotes',
      viewport: { width: 1400, height: 900 },
      prepare: (folder) => {
        mkdirSync(path.join(folder, '.vscode'), { recursive: true });
      },
    });
    await BacklogView.show(workbench);
  });
  suiteTeardown(async () => {
    await workbench.close();
  });

  /** The document of the view in front. */
  async function frame(): Promise<Frame> {
    const view = workbench.page.frameLocator('iframe.webview.ready').locator('iframe#active-frame');
    const found = await (await view.elementHandle()).contentFrame();
    if (found === null) throw new Error('no view is shown');
    return found;
  }

  async function wear(theme: keyof typeof THEMES): Promise<void> {
    workbench.writeFile(JSON.stringify({ 'workbench.colorTheme': THEMES[theme] }), '.vscode/settings.json');
    const view = await frame();
    await eventually('the theme', async () =>
      view.evaluate((kind) => document.body.classList.contains(kind), KINDS[theme]),
    );
    await eventually('colours that no longer fade into those of the theme', async () =>
      view.evaluate(() => {
        const shadows = [...document.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? []);
        return [document, ...shadows].every((root) =>
          root.getAnimations().every((animation) => !(animation instanceof CSSTransition)),
        );
      }),
    );
  }

  async function inAllThemes(): Promise<void> {
    const colours = new Set<string>();
    for (const theme of NAMES) {
      await wear(theme);
      const view = await frame();
      colours.add(await view.evaluate(() => getComputedStyle(document.body).color));
      await assertAccessible(view);
    }
    assert.equal(colours.size > 2, true, `the themes hardly differ: ${[...colours].join(', ')}`);
  }

  test('the board', async () => {
    await workbench.openFile();
    await BoardView.show(workbench);
    await inAllThemes();
    await workbench.run('View: Close Editor');
  });

  test('planning', async () => {
    await PlanningView.show(workbench);
    await inAllThemes();
    await workbench.run('View: Close Editor');
  });

  test('the page of a story', async () => {
    await workbench.openFile();
    await workbench.goToText('id: FN-12');
    await StoryPage.show(workbench);
    await inAllThemes();
  });
});
