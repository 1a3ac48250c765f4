/** Pictures of reading: titles behind ids, progress over epics, the story behind an id in code, a TODO. */
import type { Workbench } from './support/workbench.ts';

/** A file of a program whose comments name stories. */
export const SOURCE_FILE = {
  name: 'sync.py',
  text: `from notes import Note, keep_both


def sync(notes: list[Note]) -> None:
    """Sends what was written offline. Of two versions both are kept, see FN-14."""
    for note in notes:
        if note.conflicts:
            keep_both(note)
        # TODO: wait longer after each failure
        send(note)


def send(note: Note) -> None:
    # Only over Wi-Fi, unless somebody allowed more: FN-13.
    session.post("/notes", data=note.text)
`,
};

/** Epics with how far they are, and titles behind ids. */
export async function epics(workbench: Workbench): Promise<void> {
  await workbench.openFile();
  await workbench.judged();
  await workbench.goToText('  - id: FN-2\n');
  await workbench.page.locator('.codelens-decoration').filter({ visible: true }).first().waitFor();
  await workbench.page.locator('.view-lines').getByText('Notes that survive the field').first().waitFor();
  await workbench.pointAway();
}

/** Rests on a text of the editor until something is said about it. */
export async function restOn(workbench: Workbench, text: string): Promise<void> {
  const { page } = workbench;
  const word = page
    .locator('.editor-group-container.active .view-line span')
    .getByText(text, { exact: false })
    .last();
  const box = await word.boundingBox();
  if (box === null) throw new Error(`${text} is not on the screen`);
  await page.mouse.move(box.x + box.width - 6, box.y + box.height / 2, { steps: 4 });
  await page.locator('.monaco-hover:not(.hidden) .hover-contents').first().waitFor();
}

export async function hoverInCode(workbench: Workbench): Promise<void> {
  await workbench.openFile();
  await workbench.judged();
  await workbench.openFile(SOURCE_FILE.name);
  await workbench.goToText('FN-14', SOURCE_FILE.name);
  // By the keyboard: the mouse may not know yet that the text is there.
  await workbench.run('Show or Focus Hover');
  await workbench.page.locator('.monaco-hover').getByText('Two phones edited one note').first().waitFor();
}

export async function todo(workbench: Workbench): Promise<void> {
  await workbench.openFile();
  await workbench.judged();
  await workbench.openFile(SOURCE_FILE.name);
  await workbench.goToText('wait longer', SOURCE_FILE.name);
  await workbench.press('Control+.');
  await workbench.page.locator('.action-widget').getByText('Create story from this comment').waitFor();
}
