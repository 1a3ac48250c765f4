import * as assert from 'node:assert/strict';
import path from 'node:path';
import { eventually } from '../editor/support/eventually.ts';
import { git, makeTeam, makeTeamAtWork } from '../editor/support/team.mjs';
import { BacklogView } from './support/backlogView.ts';
import { SourceControl } from './support/sourceControl.ts';
import { Workbench } from './support/workbench.ts';

const BRANCH = 'feature/FN-12-sync-when-back-online';

suite('From a story to its commits and back, by mouse and keyboard', () => {
  let workbench: Workbench;
  let view: BacklogView;

  suiteSetup(async () => {
    workbench = await Workbench.open({
      prepare: makeTeam,
      settings: { 'git.enableSmartCommit': true, 'git.confirmSync': false },
    });
    view = await BacklogView.show(workbench);
  });
  suiteTeardown(async () => {
    await workbench.close();
  });

  function inApp(...args: readonly string[]): string {
    return git(path.join(workbench.folder, 'app'), ...args).trimEnd();
  }

  test('work is started from the row’s menu: branch, status, assignee and active story', async () => {
    await workbench.page.locator('#status\\.scm\\.0, [id^="status.scm"]').first().waitFor();
    await view.menu('FN-12 ', 'Start Work on Story…');
    await workbench.answer('app');
    await eventually('the branch', () => inApp('branch', '--show-current') === BRANCH);
    await eventually('the story in the file', () =>
      /status: doing {17}# after the beta[\s\S]*?assignee: chika/.test(
        workbench.readFile('product/backlog.yaml'),
      ),
    );
    await workbench.page.locator('[id*="refinery.activeStory"]').getByText('FN-12').waitFor();
  });

  test('a change is committed with an id that the commit box completes, and is seen below the story', async () => {
    await workbench.openFile('send.py');
    await workbench.goTo(3);
    await workbench.press('End', 'Enter');
    await workbench.type('# Nothing is lost.');
    await workbench.save();
    const box = await SourceControl.box(workbench, BRANCH);
    await box.type('Queue notes (FN-');
    await box.complete('FN-12');
    await box.type(')');
    await box.changed('send.py');
    await box.commit();
    await eventually('the commit', () => inApp('log', '-1', '--format=%s') === 'Queue notes (FN-12)');
    view = await BacklogView.show(workbench);
    await view.expand('FN-12 ');
    await view.row('Commit Queue notes (FN-12)').waitFor();
    await view.row(`Branch ${BRANCH}`).waitFor();
  });

  test('the page of the story has the commit too, and the next one soon after it is made', async () => {
    await view.select('FN-12 ');
    const page = workbench.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
    await page.getByText('Queue notes').first().waitFor();
    inApp('commit', '--quiet', '--allow-empty', '-m', 'Wait for the signal', '-m', 'Story: FN-12');
    await page.getByText('Wait for the signal').first().waitFor();
    inApp('reset', '--quiet', '--hard', 'HEAD~1');
    await page.getByText('Wait for the signal').first().waitFor({ state: 'detached' });
    await workbench.run('View: Close All Editors');
  });

  test('a commit opens what it changed', async () => {
    await view.select('Commit Queue notes (FN-12)');
    await workbench.page
      .locator('.tab.active')
      .filter({ hasText: /^Commit [0-9a-f]{7}/ })
      .waitFor();
    await workbench.page.locator('.multiDiffEntry').getByText('send.py').first().waitFor();
    await workbench.press('Control+w');
  });

  test('"Why is this here?" leads from a line to the story and the reasons behind it', async () => {
    await workbench.openFile('send.py');
    await workbench.goTo(4);
    await workbench.run('Refinery: Why Is This Here?');
    const offers = await eventually('the reasons', async () => {
      const labels = await workbench.offers();
      return labels.some((label) => label.includes('Queue notes')) ? labels : undefined;
    });
    const all = offers.join('\n');
    for (const reason of [
      'FN-12 Sync when back online',
      'FN-3 Offline notes',
      'no-loss Nobody loses an observation',
      'cold-phones',
    ])
      assert.ok(all.includes(reason), all);
    await workbench.press('Escape');
  });

  test('the status bar follows a branch switch, and nothing pops up', async () => {
    inApp('checkout', '--quiet', 'main');
    const item = workbench.page.locator('[id*="refinery.activeStory"]');
    await item.getByText('No story').waitFor();
    inApp('checkout', '--quiet', BRANCH);
    await item.getByText('FN-12').waitFor();
    assert.equal(await workbench.notifications().count(), 0);
    assert.equal(await workbench.page.locator('.monaco-dialog-box').count(), 0);
  });

  test('finished stories are proposed, and set by one edit', async () => {
    inApp('checkout', '--quiet', 'main');
    inApp('merge', '--quiet', '--no-ff', '--message', `Merge branch '${BRANCH}'`, BRANCH);
    await eventually('the proposal', async () => {
      await workbench.run('Refinery: Finish Stories…');
      const shown = await workbench.page
        .locator('.quick-input-list .monaco-list-row')
        .filter({ hasText: 'FN-12' })
        .first()
        .waitFor({ timeout: 2000 })
        .then(
          () => true,
          () => false,
        );
      if (!shown) await workbench.press('Escape');
      return shown;
    });
    await workbench.press('Enter');
    await eventually('the status in the file', () =>
      /- id: FN-12[\s\S]*?status: done {17}# after the beta/.test(workbench.readFile('product/backlog.yaml')),
    );
  });

  test('hooks are installed only after what they do was shown', async () => {
    await workbench.run('Refinery: Install Git Hooks…');
    await workbench.answer('app');
    const dialog = workbench.page.locator('.monaco-dialog-box');
    await dialog.getByText('Install git hooks in app?').waitFor();
    await dialog.getByText('commit-msg').first().waitFor();
    assert.deepEqual(inApp('rev-parse', '--verify', 'HEAD') === '', false);
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await dialog.waitFor({ state: 'hidden' });
  });
});

suite('A folder with repositories that comes to be trusted', () => {
  let workbench: Workbench;

  suiteSetup(async () => {
    workbench = await Workbench.open({
      prepare: makeTeamAtWork,
      trust: 'restricted',
      // The page about trust would lie over the window.
      settings: { 'workbench.editor.useModal': 'off' },
    });
  });
  suiteTeardown(async () => {
    await workbench.close();
  });

  test('shows commits from then on, and says before what is missing', async () => {
    const view = await BacklogView.show(workbench);
    await workbench.run('Refinery: Show Unlinked Commits…');
    await workbench.notifications().filter({ hasText: 'only in workspaces that you trust' }).waitFor();
    assert.equal(await view.row('FN-12 ').first().getAttribute('aria-expanded'), null);
    await workbench.run('Workspaces: Manage Workspace Trust');
    await workbench.page
      .locator('.workspace-trust-editor')
      .getByRole('button', { name: 'Trust', exact: true })
      .first()
      .click();
    await view.expand('FN-12 ');
    await view.row('Commit Queue notes while offline').waitFor();
  });
});
