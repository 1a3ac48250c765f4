import * as assert from 'node:assert/strict';
import { eventually } from '../editor/support/eventually.ts';
import { BoardView } from './support/boardView.ts';
import { Workbench } from './support/workbench.ts';

/** The lines that one text has and the other has not, each with a sign. */
function difference(before: string, after: string): readonly string[] {
  const [old, now] = [before.split('\n'), after.split('\n')];
  return [
    ...old.filter((line) => !now.includes(line)).map((line) => `-${line}`),
    ...now.filter((line) => !old.includes(line)).map((line) => `+${line}`),
  ];
}

const story = (id: number, title: string, status: string, ...lines: readonly string[]): string =>
  [
    `  # about ${id}`,
    `  - id: FN-${id}`,
    `    title: ${title}`,
    `    status: ${status}`,
    ...lines.map((line) => `    ${line}`),
    '',
  ].join('\n');

const BACKLOG = [
  'product: {name: Fieldnotes, key: FN}\n',
  'workflow:\n  wip: {doing: 3}\n',
  'stories:\n',
  story(12, 'Sync when back online', 'doing', 'labels: [sync]', 'estimate: 5'),
  story(14, 'Two phones edited one note', 'doing', 'labels: [sync, mobile]', 'estimate: 5'),
  story(48, 'Save energy', 'doing', 'estimate: 3'),
  story(50, 'Battery rig', 'doing', 'type: task'),
  story(47, 'A half-written note', 'review', 'estimate: 3'),
  story(51, 'Say that the battery will not last', 'ready', 'blocked: waiting for phones'),
  story(60, 'Maps', 'idea'),
].join('');

suite('The board', () => {
  let workbench: Workbench;
  let board: BoardView;
  let original: string;

  suiteSetup(async () => {
    workbench = await Workbench.open({
      files: { 'backlog.yaml': BACKLOG },
      viewport: { width: 1500, height: 950 },
    });
    original = workbench.readFile();
    board = await BoardView.show(workbench);
  });
  suiteTeardown(async () => {
    await workbench.close();
  });

  teardown(async () => {
    if (workbench.readFile() === original) return;
    workbench.writeFile(original);
    await eventually('the board as it was', async () => (await board.column('doing'))[0] === 'FN-12');
  });

  test('a card is dragged into another column, before another card: the file says just that', async () => {
    await board.drag('FN-48', 'FN-47');
    const text = await workbench.written('the moved story', (now) =>
      /- id: FN-48\n.*\n +status: review\n/.test(now),
    );
    assert.equal(text.split('\n').length, original.split('\n').length, 'no line came or went');
    assert.ok(text.indexOf('- id: FN-48') < text.indexOf('- id: FN-47'));
    await eventually(
      'the card in its new column',
      async () => (await board.column('review')).join() === 'FN-48,FN-47',
    );
  });

  test('a card is walked to, lifted, carried and dropped by keyboard, and keeps the focus', async () => {
    await board.card('FN-12').focus();
    await workbench.press('ArrowDown');
    await eventually('the focus on the next card', async () => (await board.focused()) === 'FN-14');
    await workbench.press('Space', 'ArrowRight');
    await eventually(
      'the card in the next column',
      async () =>
        (await board.column('review'))[0] !== 'FN-47' || (await board.column('review')).length === 2,
    );
    assert.equal(workbench.readFile(), original, 'nothing is written while it is carried');
    await workbench.press('Enter');
    const text = await workbench.written('the moved story', (now) => now !== original);
    assert.ok(difference(original, text).length <= 2, difference(original, text).join('\n'));
    assert.ok((await board.column('review')).includes('FN-14'));
    await eventually('the focus on the dropped card', async () => (await board.focused()) === 'FN-14');
  });

  test('Escape puts a lifted card back', async () => {
    await board.card('FN-12').focus();
    await workbench.press('Space', 'ArrowRight', 'Escape');
    await eventually('the card where it was', async () => (await board.column('doing')).includes('FN-12'));
    assert.equal(workbench.readFile(), original);
  });

  test('a card gets another title where it is, and a column a new story', async () => {
    await board.card('FN-14').focus();
    await workbench.press('F2');
    const field = board.frame.locator('input.field');
    await field.fill('Two phones edited the same note');
    await workbench.press('Enter');
    const renamed = await workbench.written('the new title', (now) =>
      now.includes('Two phones edited the same note'),
    );
    assert.equal(difference(original, renamed).length, 2);
    await board.frame.getByRole('button', { name: 'Add a story in ready' }).click();
    await field.fill('A card from the board');
    await workbench.press('Enter');
    await workbench.written('the new story', (now) => now.includes('title: A card from the board'));
  });

  test('a filter keeps cards back', async () => {
    await board.filter('label:sync');
    await eventually(
      'only cards with the label',
      async () => (await board.column('doing')).join() === 'FN-12,FN-14',
    );
    await board.filter('');
    await eventually('all cards', async () => (await board.column('doing')).length === 4);
  });

  test('after the window is loaded anew the board is there, and is looked at as before', async () => {
    await board.filter('label:sync');
    await eventually('only cards with the label', async () => (await board.column('review')).length === 0);
    // At once: nothing of it may need a moment of rest.
    await workbench.reload();
    await board.back();
    assert.equal(await board.filtered(), 'label:sync');
    assert.deepEqual(await board.column('doing'), ['FN-12', 'FN-14']);
    await board.filter('');
    await eventually('all cards', async () => (await board.column('doing')).length === 4);
  });

  test('several chosen cards are dragged at once, and nothing but their statuses is written', async () => {
    await board.card('FN-14').click();
    await board.card('FN-48').click({ modifiers: ['Control'] });
    await board.drag('FN-48', 'FN-47');
    await board.holds('review', 'FN-14', 'FN-48', 'FN-47');
    const text = await workbench.written('both moves', (now) =>
      /- id: FN-14\n.*\n +status: review\n[^]*- id: FN-48\n.*\n +status: review\n/.test(now),
    );
    const lines = (of: string): readonly string[] =>
      of
        .replace(/status: (?:doing|review)/g, 'status: x')
        .split('\n')
        .sort();
    assert.deepEqual(lines(text), lines(original));
  });

  test('a title that is being typed is there again after the window is loaded anew, and is written then', async () => {
    await board.card('FN-14').focus();
    await workbench.press('F2');
    const field = board.frame.locator('input.field');
    await field.fill('Two phones, one note');
    await workbench.reload();
    await board.back();
    await eventually('what was typed', async () => (await field.inputValue()) === 'Two phones, one note');
    assert.equal(workbench.readFile(), original, 'nothing is written before it is agreed');
    await field.press('Enter');
    const text = await workbench.written('the title', (now) => now !== original);
    assert.deepEqual(difference(original, text), [
      '-    title: Two phones edited one note',
      '+    title: Two phones, one note',
    ]);
  });

  test('a card that is lifted while the window is loaded anew is where it was', async () => {
    await board.press('FN-12', 'Space', 'ArrowRight');
    await eventually('the card carried', async () => (await board.column('review')).includes('FN-12'));
    await workbench.reload();
    await board.back();
    await board.holds('doing', 'FN-12', 'FN-14', 'FN-48', 'FN-50');
    assert.equal(workbench.readFile(), original);
  });

  test('texts of the file are shown as texts, and nothing in them runs', async () => {
    const evil = '<img src=x onerror=document.title="hacked">';
    workbench.writeFile(original.replace('title: Sync when back online', `title: '${evil}'`));
    await eventually('the title as it is written', async () =>
      (await board.card('FN-12').innerText()).includes('<img src=x'),
    );
    assert.equal(await board.frame.locator('img').count(), 0);
  });
});
