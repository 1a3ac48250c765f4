/**
 * The pictures of the manual, one entry each. `npm run shots` takes them all and fails when one is missing, blank or of
 * the wrong size; so each is also a test that the product shows what the manual says.
 */
import { epics, hoverInCode, SOURCE_FILE, todo } from './readingShots.ts';
import { BOARD_SHOTS } from './boardShots.ts';
import { PLANNING_SHOTS } from './planningShots.ts';
import { STORY_SHOTS } from './storyPageShots.ts';
import { makeTeamAtWork } from '../editor/support/team.mjs';
import { BacklogView } from './support/backlogView.ts';
import { SourceControl } from './support/sourceControl.ts';
import type { THEMES } from './support/workbench.ts';
import { Workbench } from './support/workbench.ts';
import { DRAFTS, fixThree, splitStory, writeStory } from './support/writing.ts';

export interface Shot {
  /** File name, without `.png`. */
  readonly name: string;
  readonly theme: keyof typeof THEMES;
  readonly size: { readonly width: number; readonly height: number };
  /** More files for the window's folder, by name. */
  readonly files?: Readonly<Record<string, string>>;
  /** Makes the folder that is opened; the sample without it. */
  readonly prepare?: (folder: string) => void;
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

const CODE = { [SOURCE_FILE.name]: SOURCE_FILE.text };

const WRITING = { [DRAFTS.name]: DRAFTS.text };

/** The same picture in a dark and in a light window. */
function inBoth(
  name: string,
  files: Readonly<Record<string, string>>,
  stage: Shot['stage'],
  size: Shot['size'] = NARROW,
): readonly Shot[] {
  return (['dark', 'light'] as const).map((theme) => ({
    name: `${name}-${theme}`,
    theme,
    size,
    files,
    stage,
  }));
}

async function treeAndFile(workbench: Workbench): Promise<BacklogView> {
  await workbench.openFile();
  const view = await BacklogView.show(workbench);
  await workbench.widenSideBar(110);
  await workbench.judged();
  await view.menu('FN-14 ', 'Open in File');
  await workbench.page.locator('.breadcrumbs-control').getByText('FN-14').first().waitFor();
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

/** A story with a branch and commits below it, in a team's folder of three repositories. */
async function commits(workbench: Workbench): Promise<void> {
  const view = await BacklogView.show(workbench);
  await workbench.widenSideBar(190);
  // There is something to open once git has been read.
  await view.expand('FN-12 ');
  await view.row('Commit Queue notes').first().waitFor();
  await workbench.openFile('send.py');
  await workbench.pointAway();
}

async function why(workbench: Workbench): Promise<void> {
  await BacklogView.show(workbench);
  await workbench.openFile('send.py');
  await workbench.goTo(3);
  await workbench.run('Refinery: Why Is This Here?');
  await workbench.page
    .locator('.quick-input-list .monaco-list-row')
    .filter({ hasText: 'FN-12' })
    .first()
    .waitFor();
}

async function commitBox(workbench: Workbench): Promise<void> {
  await BacklogView.show(workbench);
  await workbench.openFile('send.py');
  const box = await SourceControl.box(workbench, 'feature/FN-12-sync-when-back-online');
  await workbench.widenSideBar(110);
  await box.type('Send notes in order #');
  await workbench.page.locator('.suggest-widget.visible .monaco-list-row').first().waitFor();
}

export const SHOTS: readonly Shot[] = [
  { name: 'tree-and-file-dark', theme: 'dark', size: WINDOW, stage: treeAndFile },
  { name: 'tree-and-file-light', theme: 'light', size: WINDOW, stage: treeAndFile },
  { name: 'tree-and-file-high-contrast', theme: 'highContrast', size: WINDOW, stage: treeAndFile },
  { name: 'tree-and-file-high-contrast-light', theme: 'highContrastLight', size: WINDOW, stage: treeAndFile },
  { name: 'tree-by-epic', theme: 'dark', size: NARROW, stage: byEpic },
  { name: 'quick-fix', theme: 'dark', size: NARROW, stage: quickFix },
  { name: 'commits-dark', theme: 'dark', size: NARROW, prepare: makeTeamAtWork, stage: commits },
  { name: 'commits-light', theme: 'light', size: NARROW, prepare: makeTeamAtWork, stage: commits },
  { name: 'why-dark', theme: 'dark', size: NARROW, prepare: makeTeamAtWork, stage: why },
  { name: 'why-light', theme: 'light', size: NARROW, prepare: makeTeamAtWork, stage: why },
  { name: 'commit-box-dark', theme: 'dark', size: NARROW, prepare: makeTeamAtWork, stage: commitBox },
  { name: 'commit-box-light', theme: 'light', size: NARROW, prepare: makeTeamAtWork, stage: commitBox },
  { name: 'completion', theme: 'dark', size: NARROW, stage: completion },
  ...inBoth('write-persona', WRITING, (workbench) => writeStory(workbench, 'persona')),
  ...inBoth('write-step', WRITING, (workbench) => writeStory(workbench, 'step')),
  ...inBoth('fix', WRITING, (workbench) => fixThree(workbench, 'menu')),
  ...inBoth('split-criteria', WRITING, (workbench) => splitStory(workbench, 'criteria')),
  ...inBoth('split-preview', WRITING, (workbench) => splitStory(workbench, 'preview')),
  ...BOARD_SHOTS,
  ...inBoth('reading', {}, epics),
  ...inBoth('hover-in-code', CODE, hoverInCode),
  ...inBoth('todo', CODE, todo),
  ...PLANNING_SHOTS,
  ...STORY_SHOTS,
];

/** Takes one picture into a file. */
export async function take(shot: Shot, file: string): Promise<void> {
  const workbench = await Workbench.open({
    ...(shot.prepare === undefined ? { workspace: 'examples/fieldnotes' } : { prepare: shot.prepare }),
    files: shot.files ?? {},
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
