import { eventually } from '../editor/support/eventually.ts';
import { Workbench } from './support/workbench.ts';

const BACKLOG = `product: {name: Fieldnotes, key: FN}
sprints:
  - {id: s1, goal: The first one}
  - {id: s2, goal: The second one}    # quiet weeks
stories:
  - {id: FN-1, title: One, estimate: 3, sprint: s1, epic: FN-99}
  - {id: FN-2, title: Two, estimate: 5, sprint: s1, status: done}
`;

suite('Sprints from the palette of a window', () => {
  let workbench: Workbench;

  suiteSetup(async () => {
    workbench = await Workbench.open({ files: { 'backlog.yaml': BACKLOG } });
    await workbench.judged();
  });
  suiteTeardown(async () => {
    await workbench.close();
  });

  /** Picks an answer once the question is on the screen. */
  const answer = async (question: string, label: string): Promise<void> => {
    await workbench.page.locator('.quick-input-title', { hasText: question }).waitFor();
    await workbench.answer(label);
  };

  /** Agrees to what the editor shows, and waits for the file. */
  const agree = async (expected: RegExp): Promise<void> => {
    await workbench.page.locator('.diff-editor, .monaco-diff-editor').first().waitFor();
    await workbench.answer('Apply');
    await eventually('the file as it was shown', () => expected.test(workbench.readFile()));
  };

  test('one is started and closed into the other, each shown before it is written', async () => {
    await workbench.run('Refinery: Start Sprint…');
    await answer('Start which sprint?', 's1');
    await agree(/\{id: s1, goal: The first one, started: \d{4}-\d\d-\d\d, committed: \[FN-1\]\}/);

    await workbench.run('Refinery: Close Sprint…');
    await answer('Close which sprint?', 's1');
    await answer('Where do the unfinished stories of s1 go?', 'On to s2');
    await agree(/closed: \d{4}-\d\d-\d\d, result: \{committed: 3, added: 5, done: 5, carried: 3\}\}/);
    await workbench.written(
      'the unfinished story in the next sprint, the finished one where it was',
      (now) => /FN-1, title: One, estimate: 3, sprint: s2,/.test(now) && /FN-2, .* sprint: s1,/.test(now),
    );
  });
});
