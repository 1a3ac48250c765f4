import * as assert from 'node:assert/strict';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { closeAll, diskText, openBacklog } from '../support/backlog.ts';
import { eventually } from '../support/eventually.ts';
import { git } from '../support/team.mjs';
import { outline } from '../support/tree.ts';
import { folderOf, inTerminal, repositoryOf } from './git.ts';

const BACKLOG = 'product/backlog.yaml';

/** The lines below a story in the tree, once `accept` takes them. */
async function below(id: string, accept: (lines: readonly string[]) => boolean): Promise<readonly string[]> {
  let last: readonly string[] = [];
  const look = async () => {
    const lines = await outline();
    const at = lines.findIndex((line) => line.startsWith(`${id} `));
    const rest = lines.slice(at + 1);
    const end = rest.findIndex((line) => !line.startsWith('  '));
    last = (end === -1 ? rest : rest.slice(0, end)).map((line) => line.trim());
    return accept(last) ? last : undefined;
  };
  try {
    return await eventually(`what is below ${id}`, look);
  } catch (error) {
    throw new Error(`${String(error)}\n${last.join('\n')}`);
  }
}

function has(subject: string): (lines: readonly string[]) => boolean {
  return (lines) => lines.some((line) => line.startsWith(`${subject} (`));
}

function write(name: string, file: string, text: string): void {
  writeFileSync(path.join(folderOf(name), file), text);
}

async function show(name: string, file: string, line = 0): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument(path.join(folderOf(name), file));
  const at = new vscode.Position(line, 0);
  return vscode.window.showTextDocument(document, { selection: new vscode.Range(at, at) });
}

async function lenses(): Promise<readonly string[]> {
  const { document } = await openBacklog(BACKLOG);
  const found = await vscode.commands.executeCommand<vscode.CodeLens[]>(
    'vscode.executeCodeLensProvider',
    document.uri,
    100,
  );
  return found.map(({ command }) => command?.title ?? '');
}

suite('A story and its commits, the backlog in one repository and the code in two others', () => {
  suiteSetup(async () => {
    await outline((lines) => lines.length >= 3);
    await repositoryOf('app');
    const settings = vscode.workspace.getConfiguration('refinery');
    await settings.update('codeLens.commits', true, vscode.ConfigurationTarget.Global);
  });
  suiteTeardown(async () => {
    const settings = vscode.workspace.getConfiguration('refinery');
    await settings.update('codeLens.commits', undefined, vscode.ConfigurationTarget.Global);
    await closeAll();
  });

  test('work is started, committed, seen, and the links follow what is done to the commits', async function () {
    this.timeout(120_000);
    const repository = await repositoryOf('app');
    // A file of the repository is open: that is where the person works.
    await show('app', 'src/send.py');
    await vscode.commands.executeCommand('refinery.commits.startWork', {
      items: ['FN-12'],
      value: 'app',
    });
    assert.equal(inTerminal('app', 'branch', '--show-current'), 'feature/FN-12-sync-when-back-online');
    const text = await diskText(BACKLOG);
    assert.match(text, /- id: FN-12[\s\S]*?status: doing {17}# after the beta[\s\S]*?assignee: chika/);

    write('app', 'src/send.py', '# Queues what was noted.\ndef send(notes):\n    return list(notes)\n');
    inTerminal('app', 'add', '--all');
    repository.inputBox.value = 'Queue notes';
    await vscode.commands.executeCommand('refinery.commits.link', { value: 'FN-12' });
    assert.match(repository.inputBox.value, /^Queue notes\n\nStory: FN-12\s*$/);
    // What was staged in a terminal is news to the editor.
    await repository.status();
    await vscode.commands.executeCommand('git.commit', repository.rootUri);
    await eventually('the commit', () => inTerminal('app', 'log', '-1', '--format=%s') === 'Queue notes');
    await below('FN-12', has('Queue notes'));
    await eventually('the lens', async () => (await lenses()).some((title) => /1 commit/.test(title)));

    // Amended.
    inTerminal('app', 'commit', '--quiet', '--amend', '--message', 'Queue notes in order\n\nStory: FN-12');
    await below('FN-12', (lines) => has('Queue notes in order')(lines) && !has('Queue notes')(lines));

    // Rebased onto what others did.
    inTerminal('app', 'checkout', '--quiet', 'main');
    write('app', 'other.py', '# Other.\n');
    inTerminal('app', 'add', '--all');
    inTerminal('app', 'commit', '--quiet', '--message', 'Add another file');
    const before = inTerminal('app', 'rev-parse', 'feature/FN-12-sync-when-back-online');
    inTerminal('app', 'rebase', '--quiet', 'main', 'feature/FN-12-sync-when-back-online');
    const after = inTerminal('app', 'rev-parse', 'HEAD');
    assert.notEqual(before, after);
    await below('FN-12', (lines) => lines.filter((line) => line.startsWith('Queue notes')).length === 1);

    // Squashed into main, and the branch deleted by force.
    inTerminal('app', 'checkout', '--quiet', 'main');
    inTerminal('app', 'merge', '--quiet', '--squash', 'feature/FN-12-sync-when-back-online');
    inTerminal(
      'app',
      'commit',
      '--quiet',
      '--message',
      'Sync notes when back online (FN-12)\n\n* Queue notes in order',
    );
    inTerminal('app', 'branch', '-D', 'feature/FN-12-sync-when-back-online');
    await below('FN-12', (lines) => has('Sync notes when back online (FN-12)')(lines) && lines.length === 2);

    // Taken out of history, as a forced push elsewhere would.
    inTerminal('app', 'reset', '--quiet', '--hard', 'HEAD~1');
    await below('FN-12', (lines) => lines.length === 0);
  });

  test('what is pushed by force, from here and from elsewhere, is followed', async function () {
    this.timeout(120_000);
    const branch = 'feature/FN-14-export';
    const elsewhere = mkdtempSync(path.join(tmpdir(), 'refinery-remote-'));
    const other = path.join(elsewhere, 'other');
    git(elsewhere, 'init', '--quiet', '--bare', '--initial-branch=main', 'remote.git');
    inTerminal('app', 'remote', 'add', 'origin', path.join(elsewhere, 'remote.git'));
    inTerminal('app', 'checkout', '--quiet', '-b', branch);
    write('app', 'src/export.py', '# Exports.\n');
    inTerminal('app', 'add', '--all');
    inTerminal('app', 'commit', '--quiet', '--message', 'Export notes\n\nStory: FN-14');
    inTerminal('app', 'push', '--quiet', '--set-upstream', 'origin', 'main', branch);
    await below('FN-14', has('Export notes'));

    inTerminal('app', 'commit', '--quiet', '--amend', '--message', 'Export a table\n\nStory: FN-14');
    inTerminal('app', 'push', '--quiet', '--force');
    const pushed = inTerminal('app', 'rev-parse', 'HEAD');
    assert.equal(inTerminal('app', 'rev-parse', `origin/${branch}`), pushed);
    await below('FN-14', (lines) => has('Export a table')(lines) && !has('Export notes')(lines));

    // Somebody else writes the commit anew.
    git(elsewhere, 'clone', '--quiet', '--branch', branch, 'remote.git', 'other');
    git(other, 'config', 'user.name', 'Ben Okafor');
    git(other, 'config', 'user.email', 'ben@fieldnotes.example');
    git(other, 'commit', '--quiet', '--amend', '--message', 'Export all notes (FN-14)');
    git(other, 'push', '--quiet', '--force');
    inTerminal('app', 'fetch', '--quiet');
    // The branch that is here still holds what it held.
    await below('FN-14', (lines) => has('Export all notes (FN-14)')(lines) && has('Export a table')(lines));
    inTerminal('app', 'reset', '--quiet', '--hard', '@{upstream}');
    await below('FN-14', (lines) => has('Export all notes (FN-14)')(lines) && !has('Export a table')(lines));

    // And takes all of it back.
    git(other, 'push', '--quiet', '--delete', 'origin', branch);
    inTerminal('app', 'checkout', '--quiet', 'main');
    inTerminal('app', 'branch', '--quiet', '-D', branch);
    inTerminal('app', 'fetch', '--quiet', '--prune');
    await below('FN-14', (lines) => lines.length === 0);
    inTerminal('app', 'remote', 'remove', 'origin');
    rmSync(elsewhere, { recursive: true, force: true });
  });

  test('a commit in another repository is found as well, also when made in a terminal', async () => {
    write('service', 'receive.py', '# Takes notes.\n');
    inTerminal(
      'service',
      'commit',
      '--quiet',
      '--all',
      '--message',
      'Take notes in any order\n\nStory: FN-13',
    );
    await below('FN-13', has('Take notes in any order'));
    await vscode.commands.executeCommand('refinery.commits.openChanges', { items: ['FN-13'] });
    await eventually('the editor for many files', () =>
      vscode.window.tabGroups.activeTabGroup.activeTab?.label.includes('FN-13'),
    );
    await vscode.commands.executeCommand('refinery.commits.copyReleaseNote', { items: ['FN-13'] });
    assert.match(await vscode.env.clipboard.readText(), /Warn before the battery dies/);
  });

  test('commits made in a terminal are there, where .git is a file', async () => {
    assert.ok(statSync(path.join(folderOf('service'), '.git')).isFile());
    for (const name of ['One', 'Two', 'Three']) {
      write('service', 'receive.py', `# ${name}.\n`);
      inTerminal('service', 'commit', '--quiet', '--all', '--message', `${name} more\n\nStory: FN-13`);
      await below('FN-13', has(`${name} more`));
    }
  });

  test('what is written in git is text, never a link, an icon or a command', async () => {
    write('service', 'receive.py', '# Hostile.\n');
    const subject = '$(bug) [click](command:workbench.action.quit) <b>FN-14</b> `x`';
    const author = '**[Eve](command:x)** <eve@x.example>';
    inTerminal('service', 'commit', '--quiet', '--all', '--author', author, '--message', subject);
    inTerminal('service', 'checkout', '--quiet', '-b', 'FN-14-$(touch${IFS}x);`y`');
    const lines = await below('FN-14', (rows) => rows.length >= 2);
    assert.ok(
      lines.some((line) => line.startsWith(`${subject} (**[Eve](command:x)** · `)),
      lines.join('\n'),
    );
    assert.ok(
      lines.some((line) => line.startsWith('FN-14-$(touch${IFS}x);`y` (checked out')),
      lines.join('\n'),
    );
    inTerminal('service', 'checkout', '--quiet', 'main');
  });
});
