import * as assert from 'node:assert/strict';
import { eventually } from '../editor/support/eventually.ts';
import { PlanningView } from './support/planningView.ts';
import { Workbench } from './support/workbench.ts';

const BACKLOG = `product: {name: Fieldnotes, key: FN}
people:
  - {id: ana, name: Ana Lima}
  - {id: ben, name: Ben Okafor}
sprints:
  - id: s1
    start: 2026-11-02
    end: 2026-11-13
    started: 2026-11-02
    committed: [FN-9]
    closed: 2026-11-13
    result: {committed: 8, added: 0, done: 8, carried: 0}
  - id: s2      # the one that we plan
    goal: Notes survive a dead battery
    start: 2026-11-16
    end: 2026-11-27
    capacity: {ana: 8, ben: 6}
    away: {ben: 5}
stories:
  - id: FN-1
    title: Sync when back online
    estimate: 5
  - {id: FN-2, title: Two phones edited one note, estimate: 3}
  - id: FN-3
    title: Save energy      # how long?
  - id: FN-4
    title: Say that the battery will not last
    depends_on: [FN-6]
  - id: FN-5
    title: A half-written note
    estimate: 5
  - id: FN-6
    title: Battery rig
  - id: FN-9
    title: A note with no signal
    status: done
    estimate: 8
    sprint: s1
    assignee: cem     # who has left: a finding, by which the window tells that it has read the file
`;

/** The lines that one text has and the other has not, each with a sign. */
function difference(before: string, after: string): readonly string[] {
  const left = after.split('\n');
  const gone = before.split('\n').filter((line) => {
    const at = left.indexOf(line);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  return [...gone.map((line) => `-${line}`), ...left.map((line) => `+${line}`)];
}

suite('A planning meeting', () => {
  let workbench: Workbench;
  let planning: PlanningView;

  suiteSetup(async () => {
    workbench = await Workbench.open({
      files: { 'backlog.yaml': BACKLOG },
      viewport: { width: 1600, height: 1000 },
      now: '2026-11-26T10:00',
    });
    planning = await PlanningView.show(workbench);
  });
  suiteTeardown(async () => {
    await workbench.close();
  });

  /** Waits until the file on disk differs by just these lines. */
  const becomes = async (before: string, expected: readonly string[]): Promise<string> => {
    const lines = (): readonly string[] => difference(before, workbench.readFile());
    // What is waited for in vain is shown by the comparison.
    await eventually('the file as it was agreed', () => lines().join('\n') === expected.join('\n')).catch(
      () => undefined,
    );
    assert.deepEqual(lines(), expected);
    return workbench.readFile();
  };

  test('five stories are pulled in, one is taken out, two are estimated, and the sprint is started', async () => {
    await planning.holds('backlog', 'FN-1', 'FN-2', 'FN-3', 'FN-4', 'FN-5', 'FN-6');

    await planning.button(/^Into s2: FN-1 /).click();
    await planning.holds('sprint', 'FN-1');
    await planning.press('FN-2', 'ArrowRight');
    await planning.holds('sprint', 'FN-1', 'FN-2');
    await planning.drag('FN-3', 'FN-1');
    await planning.holds('sprint', 'FN-1', 'FN-2', 'FN-3');
    await planning.press('FN-4', 'ArrowRight', 'ArrowRight');
    await planning.holds('sprint', 'FN-1', 'FN-2', 'FN-3', 'FN-4', 'FN-5');
    await planning.holds('backlog', 'FN-6');
    assert.match(await planning.text(), /13 of 11 points/, 'over what there is room for');
    assert.match(await planning.text(), /FN-6/, 'what a story of the sprint waits for');
    assert.equal(workbench.readFile(), BACKLOG, 'nothing is written yet');

    await workbench.reload();
    await planning.back();
    await planning.holds('sprint', 'FN-1', 'FN-2', 'FN-3', 'FN-4', 'FN-5');
    assert.equal(await planning.draft(), '5 changes, not yet in the file');

    await planning.press('FN-5', 'ArrowLeft');
    await planning.holds('sprint', 'FN-1', 'FN-2', 'FN-3', 'FN-4');
    await planning.press('FN-3', 'e');
    await planning.frame.getByRole('dialog').getByRole('button', { name: '2', exact: true }).click();
    await planning.press('FN-4', '1');
    await workbench.page.keyboard.press('Enter');
    await eventually('both estimates', async () => (await planning.draft()).startsWith('6 changes'));

    await planning.button('Accept 6 changes').click();
    const accepted = await becomes(BACKLOG, [
      '-  - {id: FN-2, title: Two phones edited one note, estimate: 3}',
      '+    sprint: s2',
      '+  - {id: FN-2, title: Two phones edited one note, estimate: 3, sprint: s2}',
      '+    estimate: 2',
      '+    sprint: s2',
      '+    estimate: 1',
      '+    sprint: s2',
    ]);
    await planning.settled();

    await planning.button('Start sprint…').click();
    await planning.frame.getByRole('dialog').getByText('4 stories, 11 points').waitFor();
    await planning.frame.getByRole('dialog').getByRole('button', { name: 'Start sprint' }).click();
    await becomes(accepted, ['+    started: 2026-11-26', '+    committed: [FN-1, FN-2, FN-3, FN-4]']);
    await planning.settled();
  });

  test('the file changes under a draft: what no longer applies is told, the rest stays', async () => {
    const before = workbench.readFile();
    await planning.press('FN-5', 'ArrowRight');
    await planning.press('FN-6', 'ArrowRight');
    await planning.holds('sprint', 'FN-1', 'FN-2', 'FN-3', 'FN-4', 'FN-5', 'FN-6');
    const changed = before.replace('title: Battery rig\n', 'title: Battery rig\n    status: dropped\n');
    workbench.writeFile(changed);
    await planning.frame.getByText('FN-6 Battery rig is finished or dropped by now').waitFor();
    await planning.holds('sprint', 'FN-1', 'FN-2', 'FN-3', 'FN-4', 'FN-5');
    await planning.button('Accept 1 change').click();
    await becomes(changed, ['+    sprint: s2']);
    await planning.settled();
  });

  test('the sprint is closed: unfinished stories go on to a sprint that is made for them', async () => {
    const before = workbench.readFile();
    const done = before.replace('title: Save energy ', 'status: done\n    title: Save energy ');
    workbench.writeFile(done);
    await planning.row('FN-3').filter({ hasText: 'done' }).waitFor();
    await planning.button('New sprint').click();
    await planning.frame
      .getByRole('dialog')
      .getByRole('button', { name: /^(Add|Create|Make)/ })
      .click();
    await planning.frame.locator('.sprint-choice').selectOption('s2');
    await planning.button('Close sprint…').click();
    await planning.frame.getByRole('dialog').getByText('Unfinished, on to s3').waitFor();
    await planning.frame.getByRole('dialog').getByRole('button', { name: 'Close sprint' }).click();
    await becomes(done, [
      '-  - {id: FN-2, title: Two phones edited one note, estimate: 3, sprint: s2}',
      '-    sprint: s2',
      '-    sprint: s2',
      '-    sprint: s2',
      '+    closed: 2026-11-26',
      '+    result:',
      '+      committed: 11',
      '+      added: 5',
      '+      done: 2',
      '+      carried: 14',
      '+  - id: s3',
      '+    start: 2026-11-30',
      '+    end: 2026-12-11',
      '+    capacity:',
      '+      ana: 8',
      '+      ben: 6',
      '+    sprint: s3',
      '+  - {id: FN-2, title: Two phones edited one note, estimate: 3, sprint: s3}',
      '+    sprint: s3',
      '+    sprint: s3',
    ]);
  });
});
