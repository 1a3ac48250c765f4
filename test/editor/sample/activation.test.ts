import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { COMMAND_IDS } from '../../../src/protocol/commands.ts';
import { activated } from '../support/backlog.ts';

suite('Activation', () => {
  test('the extension starts where a backlog is, and registers every command it declares', async () => {
    const extension = await activated();
    assert.equal(extension.isActive, true);
    const commands = new Set(await vscode.commands.getCommands(true));
    assert.deepEqual(
      COMMAND_IDS.filter((id) => !commands.has(id)),
      [],
    );
  });
});
