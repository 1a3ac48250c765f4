import * as assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { eventually } from '../editor/support/eventually.ts';
import { StoryPage } from './support/storyPage.ts';
import { Workbench } from './support/workbench.ts';

const fileOf = (title: string, last = 'The last one'): string =>
  [
    'product: {name: Fieldnotes, key: FN}',
    'people: [{id: ana, name: Ana Lima}]',
    'stories:',
    '  - id: FN-13   # kept',
    `    title: ${title}`,
    '    assignee: nobody',
    '  - id: FN-14',
    `    title: ${last}`,
    '  - title: Without an id',
    '',
  ].join('\n');

/** Longer than a page waits before it writes, at most. */
const PAUSE = 120;

suite('The file changes while somebody types on the page', () => {
  let workbench: Workbench;
  let page: StoryPage;

  function git(...args: readonly string[]): void {
    execFileSync('git', ['-c', 'user.name=Ana', '-c', 'user.email=ana@example.org', ...args], {
      cwd: workbench.folder,
      stdio: 'pipe',
    });
  }

  suiteSetup(async () => {
    workbench = await Workbench.open({
      files: { 'backlog.yaml': fileOf('Maps') },
      viewport: { width: 1500, height: 900 },
      settings: { 'editor.minimap.enabled': false },
    });
    git('init', '--quiet', '--initial-branch=main');
    git('add', '.');
    git('commit', '--quiet', '--message=Ours');
    git('checkout', '--quiet', '-b', 'theirs');
    workbench.writeFile(fileOf('Maps of theirs'));
    git('commit', '--quiet', '--all', '--message=Theirs');
    git('checkout', '--quiet', 'main');
    page = await StoryPage.start(workbench, 'Maps');
  });
  suiteTeardown(async () => {
    await workbench.close();
  });

  /** Types without a pause in which it would be written; `meanwhile` happens after the first letters. */
  async function typing(text: string, meanwhile: () => void): Promise<void> {
    await page.field('title').focus();
    await page.field('title').press('End');
    await workbench.type(text.slice(0, 2));
    meanwhile();
    await workbench.page.keyboard.type(text.slice(2), { delay: PAUSE });
  }

  /** Another program writes the file. One that was saved a moment ago is not looked at by the editor. */
  async function behind(text: string, title = 'Maps'): Promise<void> {
    await workbench.page.waitForTimeout(2500);
    workbench.writeFile(text);
    await eventually('the title', async () => (await page.text('title')) === title);
  }

  const troubled = () => page.frame.locator('.trouble');
  const words = async (): Promise<readonly string[]> =>
    page.frame
      .locator('textarea.lost')
      .evaluateAll((all) => all.map((field) => (field instanceof HTMLTextAreaElement ? field.value : '')));

  test('another version is checked out: what is typed stays, the page says so, and either can be taken', async () => {
    await typing(' on paper', () => {
      git('checkout', '--quiet', 'theirs');
    });
    await troubled().getByText('Maps of theirs', { exact: true }).waitFor();
    assert.equal(await page.text('title'), 'Maps on paper');
    await workbench.fileIs('the file', fileOf('Maps of theirs'));
    await page.button('Take Theirs').click();
    assert.equal(await page.text('title'), 'Maps of theirs');
    await troubled().waitFor({ state: 'detached' });
    await workbench.fileIs('the file', fileOf('Maps of theirs'));
  });

  test('what the file says follows it, also from the editor beside, until the person chooses their own', async () => {
    await typing(' and ours', () => {
      git('checkout', '--quiet', 'main');
    });
    await troubled().getByText('Maps', { exact: true }).waitFor();
    await workbench.page.locator('.tab[data-resource-name="backlog.yaml"]').click();
    await workbench.goToText('Maps');
    await workbench.type('Good ');
    await troubled().getByText('Good Maps', { exact: true }).waitFor();
    assert.equal(await page.text('title'), 'Maps of theirs and ours');
    await workbench.save();
    await workbench.fileIs('the file', fileOf('Good Maps'));
    assert.equal(await page.text('title'), 'Maps of theirs and ours');
    await page.button('Keep Mine').click();
    await troubled().waitFor({ state: 'detached' });
    await workbench.fileIs('the file', fileOf('Maps of theirs and ours'));
  });

  test('what could not be written is there after the window is loaded anew, and says so', async () => {
    await typing(', kept', () => {
      workbench.writeFile(fileOf('Maps'));
    });
    await troubled().getByText('Maps', { exact: true }).waitFor();
    await workbench.reload();
    await page.back();
    await eventually('the words', async () => (await page.text('title')) === 'Maps of theirs and ours, kept');
    await troubled()
      .getByText('You typed this earlier, and it is not in the file yet.')
      .or(troubled().getByText('The file changed here while you were typing.'))
      .first()
      .waitFor();
    await workbench.fileIs('the file', fileOf('Maps'));
    await page.frame
      .getByRole('button', { name: /Put in the File|Keep Mine/ })
      .first()
      .click();
    await troubled().waitFor({ state: 'detached' });
    await workbench.fileIs('the file', fileOf('Maps of theirs and ours, kept'));
    await behind(fileOf('Maps'));
  });

  test('the story is taken out of the file: its words are shown, and are written where it comes back', async () => {
    await typing(' in the woods', () => {
      workbench.writeFile(fileOf('Maps').replace(/ {2}- id: FN-13[\s\S]*(?= {2}- id: FN-14)/, ''));
    });
    await page.frame.getByText('FN-13 is no longer in this backlog.').waitFor();
    assert.equal((await words())[0]?.startsWith('Maps in'), true);
    workbench.writeFile(fileOf('Maps'));
    await page.field('title').waitFor();
    const typed = (await page.text('title')).trim();
    assert.match(typed, /^Maps in/);
    await workbench.fileIs('the file', fileOf(typed));
    await behind(fileOf('Maps'));
  });

  test('the story is broken in the file where nobody types: the page says where, and what is typed stays', async () => {
    const broken = fileOf('Maps').replace('assignee: nobody', 'assignee: [nobody');
    await typing(' in the woods', () => {
      workbench.writeFile(broken);
    });
    await page.frame.getByText('The bracket that starts here is never closed.').first().waitFor();
    assert.equal(await page.text('title'), 'Maps in the woods');
    await eventually('a word, or the words in the file', async () =>
      workbench.readFile() === broken
        ? (await troubled().count()) > 0
        : workbench.readFile() === broken.replace('Maps', 'Maps in the woods'),
    );
    await behind(workbench.readFile().replace('[nobody', 'nobody'), 'Maps in the woods');
    await page.field('title').press('End');
    await workbench.type(' now');
    await workbench.fileIs('the file', fileOf('Maps in the woods now'));
    await behind(fileOf('Maps'));
  });

  test('two lines of the story run into one: its words are shown, and put back with it', async () => {
    await typing(' in the woods', () => {
      workbench.writeFile(
        fileOf('Maps').replace('id: FN-13   # kept\n    title: Maps', 'id: FN-13 title: Maps'),
      );
    });
    await page.frame.getByText('FN-13 is no longer in this backlog.').waitFor();
    assert.match((await words())[0] ?? '', /^Maps in/);
    workbench.writeFile(fileOf('Maps'));
    await page.field('title').waitFor();
    assert.match(await page.text('title'), /^Maps in/);
    await workbench.fileIs('the file', fileOf((await page.text('title')).trim()));
  });

  test('another story is broken in the file: this one is written as ever', async () => {
    await behind(fileOf('Maps', '"The last one'));
    await page.field('title').fill('Maps all the same');
    await page.field('title').press('Enter');
    await workbench.fileIs('the file', fileOf('Maps all the same', '"The last one'));
  });

  test('a story without an id is followed where another is put before it, and where it gets one', async () => {
    const of = (lines: string): string => fileOf('Maps').replace('  - title: Without an id', lines);
    await behind(of('  - title: Without an id'));
    await page.button('Next: FN-14').click();
    await eventually('the next', async () => (await page.text('title')) === 'The last one');
    await page.frame.getByRole('button', { name: /^Next: .*Without an id/ }).click();
    await eventually('the one without an id', async () => (await page.text('title')) === 'Without an id');
    await page.field('title').press('End');
    await workbench.type(' y');
    workbench.writeFile(of('  - title: Another\n  - title: Without an id'));
    await workbench.page.keyboard.type('et', { delay: PAUSE });
    await workbench.fileIs('the file', of('  - title: Another\n  - title: Without an id yet'));
    assert.equal(await page.text('title'), 'Without an id yet');
    await page.field('title').press('Enter');
    workbench.writeFile(of('  - id: FN-15\n    title: Without an id yet'));
    await page.frame.locator('.page-head .id').getByText('FN-15').waitFor();
    workbench.writeFile(of('  - title: Another'));
    await page.frame.getByText('FN-15 is no longer in this backlog.').waitFor();
    workbench.writeFile(fileOf('Maps'));
    await workbench.page.locator('.tab[data-resource-name="backlog.yaml"]').click();
    page = await StoryPage.showOf(workbench, 'Maps');
  });

  test('the file is deleted: the page says so, and the words come back with it', async () => {
    await behind(fileOf('Maps'));
    await typing(' in the woods', () => {
      workbench.deleteFile();
    });
    // The editor beside still shows it, and is not saved behind the back of whoever deleted it.
    await page.frame.getByText('backlog.yaml was deleted.').waitFor();
    assert.equal(await page.text('title'), 'Maps in the woods');
    await troubled().getByText('gone from the disk').waitFor();
    assert.equal(existsSync(path.join(workbench.folder, 'backlog.yaml')), false);
    await workbench.page.locator('.tab[data-resource-name="backlog.yaml"]').click();
    await workbench.press('Control+s');
    // The file is there again, and what was typed is written into it.
    await workbench.fileIs('the file', fileOf('Maps in the woods'));
    await page.frame.getByText('backlog.yaml was deleted.').waitFor({ state: 'detached' });
    assert.equal(await page.text('title'), 'Maps in the woods');
  });

  test('the file is deleted and shown by no editor: the words are shown, and come back with it', async () => {
    await behind(fileOf('Maps'));
    await workbench.page.locator('.tab[data-resource-name="backlog.yaml"]').click();
    await workbench.run('View: Close Editor');
    await workbench.page.locator('.tab[data-resource-name="backlog.yaml"]').waitFor({ state: 'detached' });
    await typing(' in the woods', () => {
      workbench.deleteFile();
    });
    const gone = page.frame.locator('.empty');
    // Where a letter was written before it was deleted, the editor holds the text for a while.
    await gone.or(page.frame.getByText('backlog.yaml was deleted.')).first().waitFor();
    const left = (await gone.isVisible()) ? (await words())[0] : await page.text('title');
    assert.match(left ?? '', /^Maps in/);
    workbench.writeFile(fileOf('Maps'));
    await page.field('title').waitFor();
    // What was typed while there was nothing to type in went nowhere.
    const typed = (await page.text('title')).trim();
    assert.match(typed, /^Maps in/);
    await workbench.fileIs('the file', fileOf(typed));
  });
});
