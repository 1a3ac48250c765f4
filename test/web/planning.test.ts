import * as assert from 'node:assert/strict';
import { eventually } from '../editor/support/eventually.ts';
import { PlanningView } from './support/planningView.ts';
import { Workbench } from './support/workbench.ts';

/** What one text has and the other has not, each line with a sign. */
function difference(before: string, after: string): readonly string[] {
  const [old, now] = [before.split('\n'), after.split('\n')];
  const gone = old.filter((line) => !now.includes(line)).map((line) => `-${line}`);
  const rest = [...old];
  const come = now.filter((line) => {
    const at = rest.indexOf(line);
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
  return [...gone, ...come.map((line) => `+${line}`)];
}

const story = (id: number, title: string, ...lines: readonly string[]): string =>
  [
    `  # about ${id}`,
    `  - id: FN-${id}`,
    `    title: ${title}`,
    '    status: ready',
    ...lines.map((line) => `    ${line}`),
    '',
  ].join('\n');

const BACKLOG = [
  'product: {name: Fieldnotes, key: FN}\n',
  'workflow:\n  estimates: [1, 2, 3, 5, 8]\n',
  'people:\n  - {id: ana, name: Ana Lima}\n  - {id: ben, name: Ben Okafor}\n',
  'sprints:\n',
  '  - id: s23\n    start: 2026-10-26\n    end: 2026-11-06\n    capacity: 14\n    started: 2026-10-26\n',
  '    committed: [FN-1]\n    closed: 2026-11-06\n    result: {committed: 13, added: 0, done: 13, carried: 0}\n',
  '  # the next one\n',
  '  - id: s24\n    start: 2026-11-09\n    end: 2026-11-20\n    capacity: 14\n',
  'stories:\n',
  story(12, 'Sync when back online', 'estimate: 5'),
  story(14, 'Two phones edited one note', 'estimate: 3', 'depends_on: FN-60'),
  story(48, 'Save energy', 'estimate: 3'),
  story(50, 'Battery rig'),
  story(47, 'A half-written note', 'estimate: 5'),
  story(51, 'Say that the battery will not last'),
  story(60, 'Maps', 'estimate: 8'),
].join('');

const into = (id: number): string => `+    sprint: s24|FN-${id}`;

/** The lines that come below a story, each with the story that it belongs to. */
function linesOf(text: string): readonly string[] {
  let id = '';
  return text.split('\n').map((line) => {
    id = /^ {2}- id: (\S+)/.exec(line)?.[1] ?? id;
    return `${line}|${id}`;
  });
}

const storyDifference = (before: string, after: string): readonly string[] =>
  difference(linesOf(before).join('\n'), linesOf(after).join('\n'));

suite('A planning', () => {
  let workbench: Workbench;
  let planning: PlanningView;

  suiteSetup(async () => {
    workbench = await Workbench.open({
      files: { 'backlog.yaml': BACKLOG },
      viewport: { width: 1500, height: 950 },
    });
    planning = await PlanningView.show(workbench);
  });
  suiteTeardown(async () => {
    await workbench.close();
  });

  /** Waits until the file is another one and at rest. */
  function written(before: string): Promise<string> {
    return workbench.written('what was accepted', (now) => now !== before);
  }

  test('shows the ranked backlog beside the sprint that comes next', async () => {
    assert.deepEqual(await planning.stories('backlog'), [
      'FN-12',
      'FN-14',
      'FN-48',
      'FN-50',
      'FN-47',
      'FN-51',
      'FN-60',
    ]);
    assert.deepEqual(await planning.stories('sprint'), []);
    assert.equal(await planning.capacity(), '0 of 14 points, 14 left');
  });

  test('five stories are pulled in, by drag, by button and by key, until it is over capacity', async () => {
    await planning.dragInto('sprint', 'FN-12');
    await eventually('the dragged story', async () => (await planning.stories('sprint')).join() === 'FN-12');
    await planning.move('FN-14');
    await planning.focus('FN-48');
    await workbench.press('ArrowRight');
    await planning.hasFocus('FN-50');
    assert.equal(await planning.said(), 'FN-48 Save energy into s24. s24: 11 of 14 points, 3 left.');
    await workbench.press('Shift+ArrowDown', 'Space');
    await eventually('five stories', async () => (await planning.stories('sprint')).length === 5);
    assert.equal(await planning.capacity(), '16 of 14 points, 2 over');
    assert.equal(await planning.draft(), '5 changes, not yet in the file');
    assert.equal(workbench.readFile(), BACKLOG, 'nothing is written before it is accepted');
    const told = await planning.frame.locator('.side .broken').innerText();
    assert.match(told, /Needs FN-60, which is in no sprint/);
  });

  test('after the window is loaded anew in the middle, everything is where it was', async () => {
    await workbench.reload();
    await planning.back();
    await eventually('the draft', async () => (await planning.stories('sprint')).length === 5);
    assert.equal(await planning.draft(), '5 changes, not yet in the file');
    assert.equal(await planning.capacity(), '16 of 14 points, 2 over');
    assert.deepEqual(await planning.stories('backlog'), ['FN-51', 'FN-60']);
  });

  test('one is taken out by key, and can be brought back and taken out again', async () => {
    await planning.focus('FN-47');
    await workbench.press('ArrowLeft');
    await eventually('four stories', async () => (await planning.stories('sprint')).length === 4);
    assert.equal(await planning.capacity(), '11 of 14 points, 3 left');
    await workbench.press('Control+z');
    await eventually('five stories', async () => (await planning.stories('sprint')).length === 5);
    await workbench.press('Control+y');
    await eventually('four stories', async () => (await planning.stories('sprint')).length === 4);
  });

  test('two are estimated, by a typed number and from the choice, beside how similar ones came out', async () => {
    await planning.focus('FN-50');
    await workbench.press('2');
    await planning.dialog().waitFor();
    assert.match(await planning.dialog().innerText(), /Estimate FN-50 Battery rig/);
    await workbench.press('Enter');
    await planning.dialog().waitFor({ state: 'detached' });
    await planning.hasFocus('FN-50');
    await planning.focus('FN-51');
    await workbench.press('e');
    await planning.dialog().getByRole('button', { name: '3', exact: true }).click();
    await planning.dialog().waitFor({ state: 'detached' });
    assert.equal(await planning.capacity(), '13 of 14 points, 1 left');
  });

  test('it is accepted: the file says just that, and one undo takes all of it back', async () => {
    await planning.button('Show changes').click();
    await planning.dialog().locator('.told li').first().waitFor();
    const told = await planning.dialog().innerText();
    for (const what of ['FN-12', 'FN-14', 'FN-48', 'FN-50', 'FN-51']) assert.ok(told.includes(what), told);
    await workbench.press('Escape');
    await planning.button(/^Accept/).click();
    const text = await written(BACKLOG);
    assert.deepEqual([...storyDifference(BACKLOG, text)].sort(), [
      '+    estimate: 2|FN-50',
      '+    estimate: 3|FN-51',
      ...[12, 14, 48, 50].map(into),
    ]);
    await eventually('an empty draft', async () => (await planning.draft()).includes('in the file now'));
    await planning.button('Undo in the file').click();
    await eventually('the file as it was', () => workbench.readFile() === BACKLOG);
    await eventually('the list as it was', async () => (await planning.stories('sprint')).length === 0);
  });

  test('a sprint is planned and started by keyboard alone', async () => {
    await planning.focus('FN-12');
    await workbench.press('ArrowRight');
    await planning.hasFocus('FN-14');
    await workbench.press('Control+Space', 'ArrowDown', 'Control+Space', 'Enter');
    await eventually('three stories', async () => (await planning.stories('sprint')).length === 3);
    // To the other list, and to who does the first story of it.
    await workbench.press('Control+ArrowRight');
    await eventually('the sprint', async () =>
      (await planning.stories('sprint')).includes((await planning.focused()) ?? ''),
    );
    await workbench.press('Home', 'a');
    await planning.dialog().waitFor();
    await workbench.press('Space', 'Enter');
    await planning.dialog().waitFor({ state: 'detached' });
    await planning.button('Start sprint…').focus();
    await workbench.press('Enter');
    const dialog = planning.dialog();
    await dialog.locator('.told li').first().waitFor();
    await workbench.press('Enter');
    const text = await written(BACKLOG);
    const lines = storyDifference(BACKLOG, text);
    assert.deepEqual(lines.filter((line) => !/\+ {4}started: \d{4}-\d\d-\d\d\|s24$/.test(line)).sort(), [
      '+    assignee: ana|FN-12',
      '+    committed: [FN-12, FN-14, FN-48]|s24',
      ...[12, 14, 48].map(into),
    ]);
    assert.equal(lines.length, 6, lines.join('\n'));
    await planning.button('Close sprint…').waitFor();
  });

  test('texts of the file are shown as texts, and nothing in them runs', async () => {
    const evil = '<img src=x onerror=document.title="hacked">';
    const text = workbench.readFile().replace('title: Maps', `title: '${evil}'`);
    workbench.writeFile(text);
    await eventually('the title as it is written', async () =>
      (await planning.row('FN-60').innerText()).includes('<img src=x'),
    );
    assert.equal(await planning.frame.locator('img').count(), 0);
  });
});
