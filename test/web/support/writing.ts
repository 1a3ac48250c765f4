/**
 * How a person writes in the file: a story by completion, fixes from the light bulb, a split, a new name. Each goes on to
 * its end, or stops where a picture is wanted.
 */
import type { Locator } from 'playwright-core';
import { eventually } from '../../editor/support/eventually.ts';
import type { Workbench } from './workbench.ts';

/** A file with three things to mend, written as people write in a hurry. */
export const DRAFTS = {
  name: 'drafts.backlog.yaml',
  text: `product: {name: Drafts, key: DR}
personas:
  - {id: biologist, name: field biologist}
stories:
  - id: DR-1
    title: Export the season
    story: As a field biologist, I want to export my notes if possible, so that the museum can read them.
    acceptance:
      - Given notes of one season, when I export them, then the file opens in a spreadsheet
    status: ready
    estimate: 3
  - id: DR-2
    title: Share one note
    story: As a field biologist, I want to share one note (as a link), so that a friend sees it.
    acceptance:
      - Given a note, then the friend can open it, when I share it
    status: ready
    estimate: 2
`,
};

/** The rows that completion offers, once there are any. */
function offered({ page }: Workbench): Locator {
  return page.locator('.suggest-widget.visible .monaco-list-row');
}

/** Takes an entry of completion by its label. */
async function choose(workbench: Workbench, label: string): Promise<void> {
  const row = workbench.page
    .locator(`.suggest-widget.visible .monaco-list-row[aria-label^=${JSON.stringify(label)}]`)
    .first();
  await row.waitFor();
  await row.click();
}

async function complete(workbench: Workbench): Promise<void> {
  await workbench.press('Control+Space');
  await offered(workbench).first().waitFor();
}

/** Waits until a text stands in the editor. */
async function shows({ page }: Workbench, text: string): Promise<void> {
  // The editor writes no-break spaces.
  const lines = page.locator('.editor-group-container.active .view-lines').first();
  await eventually(`"${text}" in the editor`, async () =>
    (await lines.innerText()).replaceAll('\u00a0', ' ').includes(text),
  );
}

/** Writes a story at the end of the sample; only its own words are typed, the rest is chosen. */
export async function writeStory(workbench: Workbench, until?: 'persona' | 'step'): Promise<void> {
  await workbench.openFile();
  await workbench.judged();
  await workbench.press('Control+End');
  await workbench.type('  ');
  await complete(workbench);
  await choose(workbench, 'new story');
  await shows(workbench, 'title: <title>');
  await workbench.type('Warn before the phone is full');
  await workbench.press('Tab');
  await complete(workbench);
  if (until === 'persona') return;
  await choose(workbench, 'field biologist');
  await shows(workbench, 'As a field biologist, I want <means>');
  await workbench.press('Tab');
  await workbench.type('to be warned before my phone is full');
  await workbench.press('Tab');
  await workbench.type('no observation of the day is lost');
  await workbench.press('Tab');
  await complete(workbench);
  if (until === 'step') return;
  await choose(workbench, 'no network');
  await shows(workbench, 'Given no network, when <action>');
  await workbench.press('Tab');
  await complete(workbench);
  await choose(workbench, 'I write a note');
  await shows(workbench, 'when I write a note, then <outcome>');
  await workbench.press('Tab');
  await workbench.type('I see how many more will fit');
  await workbench.press('Tab');
  await complete(workbench);
  await choose(workbench, '2');
  await shows(workbench, 'estimate: 2');
  await workbench.press('Enter');
  await complete(workbench);
  await choose(workbench, 'status');
  await choose(workbench, 'ready');
  await shows(workbench, 'status: ready');
  await workbench.press('Enter');
  await complete(workbench);
  await choose(workbench, 'epic');
  await choose(workbench, 'FN-1');
  await shows(workbench, 'epic: FN-1');
  await workbench.press('Escape');
  await workbench.save();
}

/** Puts the cursor into a text of the drafts and opens the light bulb. */
async function lightBulb(workbench: Workbench, text: string): Promise<Locator> {
  await workbench.goToText(text, DRAFTS.name);
  await workbench.press('ArrowRight');
  const menu = workbench.page.locator('.action-widget .monaco-list-row');
  // Right after a change the finding may not be there again yet: then there is nothing to offer, and one asks again.
  for (let attempt = 0; attempt < 5 && (await menu.count()) === 0; attempt++) {
    await workbench.press('Control+.');
    await menu
      .first()
      .waitFor({ timeout: 5000 })
      .catch(() => undefined);
  }
  await menu.first().waitFor();
  return menu;
}

/** What is wrong in the drafts, with the way to mend it. */
const FIXES = [
  ['if possible', 'Delete the phrase'],
  ['(as a link', 'Move it to the notes'],
  ['when I share', 'Put the steps in order'],
] as const;

/** Mends three findings from the light bulb; stops at the second one's menu where that is wanted. */
export async function fixThree(workbench: Workbench, until?: 'menu'): Promise<void> {
  await workbench.openFile(DRAFTS.name);
  await eventually('three findings', async () => (await workbench.squiggles('warning').count()) === 3);
  for (const [at, fix] of FIXES) {
    const menu = await lightBulb(workbench, at);
    if (until === 'menu' && at === FIXES[1][0]) return;
    const before = await workbench.squiggles('warning').count();
    await menu.filter({ hasText: fix }).first().click();
    await eventually(`${fix}: the finding is gone`, async () => {
      return (await workbench.squiggles('warning').count()) < before;
    });
    await workbench.save();
  }
}

/** Splits the first story of the sample in two, by questions, with a preview at the end. */
export async function splitStory(workbench: Workbench, until?: 'criteria' | 'preview'): Promise<void> {
  const { page } = workbench;
  await workbench.openFile();
  await workbench.judged();
  await workbench.goToText('title: Sync when back online');
  await workbench.run('Refinery: Split Story…');
  const box = page.locator('.quick-input-widget');
  const step = (number: number): Promise<void> => box.getByText(`(${number}/4)`).waitFor();
  await step(1);
  await workbench.answer('Photos follow over Wi-Fi');
  await step(2);
  await page.keyboard.press('Enter');
  await step(3);
  await workbench.answer(
    'As a field biologist, I want photos to wait for Wi-Fi, so that they cost me nothing.',
  );
  await step(4);
  const criterion = page.locator('.quick-input-list .monaco-list-row').filter({ hasText: '20 seconds' });
  await criterion.first().click();
  await box.getByText('1 Selected').waitFor();
  if (until === 'criteria') return;
  await page.keyboard.press('Enter');
  await page.locator('.quick-input-list .monaco-list-row').filter({ hasText: 'Apply' }).first().waitFor();
  if (until === 'preview') return;
  await page.keyboard.press('Enter');
  await box.waitFor({ state: 'hidden' });
}

/** Gives the persona of a story another name, everywhere. */
export async function renamePersona(workbench: Workbench): Promise<void> {
  const { page } = workbench;
  await workbench.openFile();
  await workbench.judged();
  await workbench.goToText('field biologist, I want');
  await workbench.press('F2');
  const name = page.locator('.rename-box input');
  await name.waitFor();
  // What is written before the box has the old name is lost.
  await eventually('the old name', async () => (await name.inputValue()) === 'field biologist');
  await name.fill('wildlife biologist');
  await name.press('Enter');
  await shows(workbench, 'As a wildlife biologist');
  await workbench.save();
}
