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
  readonly stage: (workbench: Workbench) => Promise<void>;
}

const WINDOW = { width: 1280, height: 800 };

/** A window without what is not part of the product. */
const SETTINGS = {
  'editor.cursorBlinking': 'solid',
  'editor.minimap.enabled': false,
  'window.commandCenter': false,
  'workbench.layoutControl.enabled': false,
};

async function treeAndFile(workbench: Workbench): Promise<void> {
  await workbench.openFile();
  const view = await BacklogView.show(workbench);
  await view.rows().nth(1).click();
  await workbench.page.mouse.move(900, 790);
}

export const SHOTS: readonly Shot[] = [
  { name: 'tree-and-file-dark', theme: 'dark', size: WINDOW, stage: treeAndFile },
  { name: 'tree-and-file-light', theme: 'light', size: WINDOW, stage: treeAndFile },
  { name: 'tree-and-file-high-contrast', theme: 'highContrast', size: WINDOW, stage: treeAndFile },
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
