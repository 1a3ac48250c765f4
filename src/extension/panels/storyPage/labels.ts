/** What a change on the page is called where it can be taken back. */
import * as vscode from 'vscode';
import type { Page, PageChange } from '../../../protocol/panels/storyPage.ts';

/** `Change description of FN-12` */
export function changeLabel(page: Page | undefined, change: PageChange): string {
  const item = page?.id ?? vscode.l10n.t('the story');
  switch (change.kind) {
    case 'set':
    case 'block':
      return vscode.l10n.t('Change {field} of {item}', { field: fieldOf(change), item });
    case 'remove':
      return vscode.l10n.t('Remove {field} of {item}', { field: fieldOf(change), item });
    case 'add':
      return vscode.l10n.t('Add to {field} of {item}', { field: fieldOf(change), item });
    case 'move':
      return vscode.l10n.t('Reorder {field} of {item}', { field: fieldOf(change), item });
    case 'tick':
      return vscode.l10n.t('Tick {field} of {item}', { field: fieldOf(change), item });
    case 'convert':
      return vscode.l10n.t('Rewrite a criterion of {item}', { item });
    case 'fix':
      return vscode.l10n.t('{fix} in {item}', { fix: change.title, item });
    case 'drop':
      return vscode.l10n.t('Drop {item}', { item });
    case 'rank':
      return vscode.l10n.t('Move {item}', { item });
  }
}

function fieldOf(change: PageChange): string {
  return 'path' in change ? (change.path.split('.')[0] ?? '') : 'blocked';
}
