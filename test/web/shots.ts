/**
 * The pictures of the manual, one entry each. `npm run shots` takes them all and fails when one is missing, blank or of
 * the wrong size; so each is also a test that the product shows what the manual says.
 */
import { BacklogView } from './support/backlogView.ts';
import type { THEMES } from './support/workbench.ts';
import { Workbench } from './support/workbench.ts';

export interface Shot {
  /** File name, without `.png`. */
  readonly name: string;
  readonly theme: keyof typeof THEMES;
  readonly size: { readonly width: number; readonly height: number };
  /** Brings the window into the state of the picture. */
  readonly stage: (workbench: Workbench) => Promise<unknown>;
}

const WINDOW = { width: 1280, height: 800 };

/** A window without what is not part of the product. */
const SETTINGS = {
  'editor.cursorBlinking': 'solid',
  'editor.minimap.enabled': false,
  'window.commandCenter': false,
  'workbench.layoutControl.enabled': false,
};

const NARROW = { width: 1280, height: 560 };

async function treeAndFile(workbench: Workbench): Promise<BacklogView> {
  await workbench.openFile();
  const view = await BacklogView.show(workbench);
  await workbench.widenSideBar(110);
  await workbench.judged();
  await view.select('FN-14');
  await workbench.pointAway();
  return view;
}

async function byEpic(workbench: Workbench): Promise<void> {
  const view = await treeAndFile(workbench);
  await workbench.run('Refinery: Group By…');
  await workbench.answer('Epic');
  await view
    .rows()
    .filter({ hasText: /pts|points/ })
    .first()
    .waitFor();
  await workbench.pointAway();
}

async function quickFix(workbench: Workbench): Promise<void> {
  await treeAndFile(workbench);
  await workbench.goToText('status: doing');
  await workbench.press('End', 'Control+Shift+ArrowLeft');
  await workbench.type('dooing');
  await workbench.squiggles('error').first().waitFor();
  await workbench.press('Control+.');
  await workbench.page.locator('.action-widget .monaco-list-row').first().waitFor();
}

async function completion(workbench: Workbench): Promise<void> {
  await treeAndFile(workbench);
  await workbench.goToText('status: doing');
  await workbench.press('End', 'Control+Shift+ArrowLeft', 'Delete', 'Control+Space');
  await workbench.page.locator('.suggest-widget.visible .monaco-list-row').first().waitFor();
}

export const SHOTS: readonly Shot[] = [
  { name: 'tree-and-file-dark', theme: 'dark', size: WINDOW, stage: treeAndFile },
  { name: 'tree-and-file-light', theme: 'light', size: WINDOW, stage: treeAndFile },
  { name: 'tree-and-file-high-contrast', theme: 'highContrast', size: WINDOW, stage: treeAndFile },
  { name: 'tree-and-file-high-contrast-light', theme: 'highContrastLight', size: WINDOW, stage: treeAndFile },
  { name: 'tree-by-epic', theme: 'dark', size: NARROW, stage: byEpic },
  { name: 'quick-fix', theme: 'dark', size: NARROW, stage: quickFix },
  { name: 'completion', theme: 'dark', size: NARROW, stage: completion },
];

/** Takes one picture into a file. */
export async function take(shot: Shot, file: string): Promise<void> {
  const workbench = await Workbench.open({
    workspace: 'examples/fieldnotes',
    theme: shot.theme,
    settings: SETTINGS,
    viewport: shot.size,
  });
  try {
    await shot.stage(workbench);
    // Decorations and icons arrive a moment after the text.
    await workbench.page.waitForTimeout(1500);
    await workbench.picture(file);
  } finally {
    await workbench.close();
  }
}
