import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activated } from '../support/backlog.ts';

suite('A folder that is not trusted', () => {
  test('the extension works there', async () => {
    assert.equal(vscode.workspace.isTrusted, false);
    const extension = await activated();
    assert.equal(extension.isActive, true);
  });
});
