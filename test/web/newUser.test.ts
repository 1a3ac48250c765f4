import * as assert from 'node:assert/strict';
import { eventually } from '../editor/support/eventually.ts';
import { BacklogView } from './support/backlogView.ts';
import { FirstSprint, STORIES } from './support/firstSprint.ts';
import { Workbench } from './support/workbench.ts';

suite('A new user who knows no YAML', () => {
  let workbench: Workbench;
  let sprint: FirstSprint;

  suiteSetup(async () => {
    workbench = await Workbench.open({ viewport: { width: 1500, height: 900 } });
    sprint = new FirstSprint(workbench);
    await sprint.welcome();
  });
  suiteTeardown(async () => {
    await workbench.close();
  });
  teardown(async () => {
    assert.equal(await sprint.textEditors().count(), 0, 'the file is on the screen');
  });

  test('starts an empty backlog from the welcome view', async () => {
    await sprint.create('Empty');
    await workbench.written('the backlog', (now) => now.startsWith('product: '));
  });

  test('writes stories down by their titles', async () => {
    await sprint.addStories();
    // The tree shows a story before it is saved.
    for (const title of STORIES) await workbench.written(title, (now) => now.includes(`title: ${title}\n`));
  });

  test('plans the first sprint from the button above the tree', async () => {
    await sprint.plan();
    await sprint.makeSprint('Notes survive the field', 8);
    await sprint.fill({ 'Take a note with no signal': '5', 'Find a note by its words': '5' });
    assert.equal(await sprint.planning.capacity(), '10 of 8 points, 2 over');
    assert.ok(!workbench.readFile().includes('sprint'), 'nothing is written yet');
  });

  test('starts it, with a word before about what is too much', async () => {
    const dialog = await sprint.askToStart();
    assert.match(await dialog.locator('.warnings').innerText(), /10 points in it, and room for 8/);
    await workbench.press('Escape');
    await sprint.start();
    const text = await workbench.written('the started sprint', (now) => now.includes('committed:'));
    assert.match(text, /- id: sprint-1\n/);
    assert.match(text, /goal: Notes survive the field\n/);
    assert.match(text, /capacity: 8\n/);
    assert.match(text, /started: \d{4}-\d\d-\d\d\n/);
    assert.equal([...text.matchAll(/^ +sprint: sprint-1$/gm)].length, 2, text);
  });

  test('names a person, an epic and a release where they are picked', async () => {
    const view = await BacklogView.show(workbench);
    const [story] = STORIES;
    for (const [command, name] of [
      ['Set Assignee…', 'Ana Lima'],
      ['Set Epic…', 'Notes without a signal'],
      ['Set Release…', '2027.1'],
    ] as const) {
      await view.menu(story, command);
      const picker = workbench.page.locator('.quick-input-widget');
      await picker.waitFor();
      await workbench.page.keyboard.type(name);
      await picker
        .locator('.monaco-list-row')
        .filter({ hasText: `Create “${name}”` })
        .click();
      await workbench.written(name, (now) => now.includes(name));
    }
    const text = workbench.readFile();
    assert.match(text, /^people:\n +- id: ana\n +name: Ana Lima\n/m);
    assert.match(text, /^epics:\n +- id: (\S+)\n +title: Notes without a signal\n/m);
    assert.match(text, /^releases:\n +- id: "2027.1"\n/m);
    const [, epic = ''] = /- id: (\S+)\n +title: Notes without/.exec(text) ?? [];
    for (const line of ['assignee: ana', `epic: ${epic}`, 'release: "2027.1"'])
      assert.equal(text.split(`\n    ${line}\n`).length, 2, text);
  });
});

suite('A new user with the sample', () => {
  let workbench: Workbench;

  suiteSetup(async () => {
    workbench = await Workbench.open({ viewport: { width: 1500, height: 900 } });
  });
  suiteTeardown(async () => {
    await workbench.close();
  });

  test('plans with it from the welcome view on, and never sees the file', async () => {
    const sprint = new FirstSprint(workbench);
    await sprint.welcome();
    await sprint.create('Sample');
    await sprint.plan();
    const { planning } = sprint;
    await planning.frame.locator('.backlog-pane .row .move').first().click();
    await planning.button('Accept 1 change').click();
    await eventually('what was accepted', async () => (await planning.draft()).includes('in the file now'));
    assert.equal(await sprint.textEditors().count(), 0, 'the file is on the screen');
  });
});
