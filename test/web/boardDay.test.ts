import * as assert from 'node:assert/strict';
import { eventually } from '../editor/support/eventually.ts';
import { BoardView } from './support/boardView.ts';
import { Workbench } from './support/workbench.ts';

const BACKLOG = `product: {name: Fieldnotes, key: FN}
workflow:
  wip: {doing: 3}   # agreed in October
people:
  - {id: ana, name: Ana Lima}
stories:
  # the first one of the sprint
  - id: FN-12
    title: Sync when back online
    status: doing
    labels: [sync]
    assignee: [ana]
  - {id: FN-14, title: Two phones edited one note, status: doing, estimate: 5}
  - id: FN-48
    title: "Save energy"    # how long?
    status: ready
    estimate: 3
  # after the phones came
  - id: FN-50
    title: Battery rig
    status: ready
    assignee: nobody   # a finding, by which the window tells that it has read the file
  - id: FN-47
    title: A half-written note
    status: review
`;

/** FN-48 as the day leaves it, and FN-14 behind FN-47. */
const MOVED = BACKLOG.replace(/ {2}- id: FN-48\n[^]*?estimate: 3\n/, '').replace(
  '  - {id: FN-14',
  '  - id: FN-48\n    title: "Save energy"    # how long?\n    status: doing\n    estimate: 3\n  - {id: FN-14',
);
const CARRIED = MOVED.replace(/ {2}- \{id: FN-14.*\n/, '').concat(
  '  - {id: FN-14, title: Two phones edited one note, status: review, estimate: 5}\n',
);
const BLOCKED = CARRIED.replace(
  /( {4}assignee: nobody .*\n)/,
  '$1    blocked: "waiting for phones: two of them"\n',
);

suite('A day at the board', () => {
  let workbench: Workbench;
  let board: BoardView;

  suiteSetup(async () => {
    workbench = await Workbench.open({
      files: { 'backlog.yaml': BACKLOG },
      viewport: { width: 1500, height: 900 },
    });
    board = await BoardView.show(workbench);
  });
  suiteTeardown(async () => {
    await workbench.close();
  });

  test('cards are moved by mouse and by keyboard, one is blocked and found by the filter, and a reload changes nothing', async () => {
    await board.press('FN-48', 'Control+z');
    await workbench.page.locator('.part.statusbar').getByText('Nothing to undo.').waitFor();
    assert.equal(await workbench.notifications().count(), 0);

    await board.drag('FN-48', 'FN-14');
    await workbench.fileIs('the card that was dragged', MOVED);
    await board.holds('doing', 'FN-12', 'FN-48', 'FN-14');

    await board.press('FN-14', 'Space', 'ArrowRight', 'End', 'Enter');
    await workbench.fileIs('the card that was carried by keyboard', CARRIED);
    await board.holds('review', 'FN-47', 'FN-14');
    await eventually('the focus on the card', async () => (await board.focused()) === 'FN-14');

    await board.press('FN-14', 'Control+z');
    await workbench.fileIs('the file before that', MOVED);
    await board.press('FN-14', 'Space', 'ArrowRight', 'End', 'Enter');
    await workbench.fileIs('the card that was carried again', CARRIED);

    await board.choose('FN-50', 'Block or Unblock…');
    await workbench.answer('waiting for phones: two of them');
    await workbench.fileIs('the card that waits', BLOCKED);
    await eventually('the reason on the card', async () =>
      (await board.card('FN-50').innerText()).includes('waiting for phones: two of them'),
    );

    await board.filter('is:blocked');
    await board.holds('ready', 'FN-50');
    for (const status of ['doing', 'review']) await board.holds(status);

    await workbench.reload();
    await board.back();
    assert.equal(await board.filtered(), 'is:blocked');
    await board.holds('ready', 'FN-50');
    for (const status of ['doing', 'review']) await board.holds(status);
    await board.filter('');
    await board.holds('doing', 'FN-12', 'FN-48');
    await board.holds('review', 'FN-47', 'FN-14');

    await board.choose('FN-50', 'Block or Unblock…');
    await workbench.fileIs('the card that goes on', CARRIED);
  });
});
