import { BoardView } from './support/boardView.ts';
import { Workbench } from './support/workbench.ts';

const BACKLOG = `product: {name: Fieldnotes, key: FN}
releases:
  - {id: r1, title: Offline first}
  - {id: r2, title: Maps}   # in spring
epics:
  - {id: FN-1, title: Notes, status: doing}
  - {id: FN-2, title: Photos, status: ready}
stories:
  - id: FN-12
    title: Sync when back online   # the first one
    status: doing
    epic: FN-1
    release: r1
  - {id: FN-14, title: Two phones edited one note, status: ready, epic: FN-1}
  # somebody has to ask
  - id: FN-48
    title: "Smaller photos"
    status: ready
    assignee: nobody   # a finding, by which the window tells that it has read the file
`;

/** FN-48 between the epics and releases; its comments stay. */
const CARRIED = BACKLOG.replace(
  'status: ready\n    assignee',
  'status: ready\n    epic: FN-2\n    release: r2\n    assignee',
);
const SECOND = '  - {id: FN-14, title: Two phones edited one note, status: ready, epic: FN-1';
const DRAGGED = CARRIED.replace(`${SECOND}}\n`, '').replace(
  '  - id: FN-12',
  `${SECOND}, release: r1}\n  - id: FN-12`,
);
const PICKED = DRAGGED.replace('    release: r2\n', '');
const GROWN = PICKED.replace(
  'Photos, status: ready}\n',
  'Photos, status: ready}\n  - {id: FN-49, title: Teams}\n',
);
const ADDED = `${GROWN}  - id: FN-50
    title: Invite somebody
    status: idea
    epic: FN-49
    release: r1
`;

suite('The story map', () => {
  let workbench: Workbench;
  let map: BoardView;

  suiteSetup(async () => {
    workbench = await Workbench.open({
      files: { 'backlog.yaml': BACKLOG },
      viewport: { width: 1500, height: 900 },
    });
    map = await BoardView.show(workbench, 'Refinery: Show Story Map');
  });
  suiteTeardown(async () => {
    await workbench.close();
  });

  test('stories go to other epics and releases, and nothing but that is written', async () => {
    await map.laneHolds('r1 Offline first', 'Notes', 'FN-12');
    await map.laneHolds('No release', 'Notes', 'FN-14');
    await map.press('FN-48', 'Space', 'ArrowLeft', 'ArrowUp', 'Enter');
    await workbench.fileIs('the story that was carried by keyboard', CARRIED);
    await map.laneHolds('r2 Maps', 'Photos', 'FN-48');
    await map.drag('FN-14', 'FN-12');
    await workbench.fileIs('the story that was dragged', DRAGGED);
    await map.laneHolds('r1 Offline first', 'Notes', 'FN-14', 'FN-12');
    await map.press('FN-48', 'm');
    await workbench.answer('No release');
    await workbench.fileIs('the story whose place was picked', PICKED);
    await map.laneHolds('No release', 'Photos', 'FN-48');
  });

  test('it grows by an epic and a story of it, and a reload changes nothing', async () => {
    await map.frame.getByRole('button', { name: 'New Epic' }).click();
    await workbench.answer('Teams');
    await workbench.fileIs('the new epic', GROWN);
    await map.frame.getByRole('button', { name: 'Add a story in Teams' }).click();
    await map.frame.locator('input.field').fill('Invite somebody');
    await workbench.page.keyboard.press('Enter');
    await workbench.fileIs('the new story', ADDED);
    await map.frame.getByRole('button', { name: 'Fold Photos' }).click();
    await workbench.reload();
    await map.back();
    await map.laneHolds('r1 Offline first', 'Teams', 'FN-50');
    await map.frame.getByRole('button', { name: 'Unfold Photos' }).waitFor();
    await map.frame.getByRole('button', { name: 'Teams', exact: true }).click();
    await workbench.page.locator('.tab', { hasText: 'FN-49' }).waitFor();
    await workbench.fileIs('the backlog, of which an epic was opened', ADDED);
  });
});
