import * as assert from 'node:assert/strict';
import { BacklogView } from './support/backlogView.ts';
import { Workbench } from './support/workbench.ts';

suite('The tree of the sample', () => {
  let workbench: Workbench;

  suiteSetup(async () => {
    workbench = await Workbench.open({ workspace: 'examples/fieldnotes' });
  });
  suiteTeardown(async () => {
    await workbench.close();
  });

  test('lists its stories', async () => {
    const view = await BacklogView.show(workbench);
    const labels = await view.labels();
    assert.ok(labels.length > 5, labels.join('\n'));
  });
});
