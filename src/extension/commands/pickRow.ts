/** Finds an item by id or words, as the person types; the server searches, so that it is quick in a large backlog. */
import * as vscode from 'vscode';
import { findRequest } from '../../protocol/lsp.ts';
import type { Row } from '../../protocol/snapshot.ts';
import type { App } from '../app.ts';
import type { Backlog } from '../../views/snapshots.ts';
import { lookOf } from '../tree/look.ts';

export interface PickedRow {
  readonly backlog: Backlog;
  readonly row: Row;
}
interface RowItem extends vscode.QuickPickItem, PickedRow {}

const LIMIT = 50;
/** Milliseconds after the last key before the server is asked. */
const PACE = 40;

/** Whether an item can be chosen, of the backlog with this uri. */
type Fits = (row: Row, uri: string) => boolean;

/** Undefined when the person changes their mind. */
export async function pickRow(
  app: App,
  question: string,
  fits: Fits = () => true,
): Promise<PickedRow | undefined> {
  const pick = vscode.window.createQuickPick<RowItem>();
  pick.title = question;
  pick.placeholder = vscode.l10n.t('Id or words');
  pick.items = firstRows(app, fits);
  let timer: NodeJS.Timeout | undefined;
  /** The text that the list is the answer to. */
  let answered = '';
  const search = async (query: string): Promise<void> => {
    pick.busy = true;
    const items = query.trim() === '' ? firstRows(app, fits) : await find(app, query, fits);
    // An answer to what was typed before is no answer any more.
    if (pick.value !== query) return;
    pick.items = items;
    pick.busy = false;
    answered = query;
  };
  pick.onDidChangeValue((query) => {
    clearTimeout(timer);
    timer = setTimeout(() => void search(query), PACE);
  });
  try {
    return await new Promise<PickedRow | undefined>((resolve) => {
      pick.onDidAccept(async () => {
        const isAnswer = pick.value === answered;
        // Enter may come before the answer: then its first row is what is meant.
        if (!isAnswer) await search(pick.value);
        const [chosen] = isAnswer ? pick.selectedItems : [];
        const row = chosen ?? pick.items[0];
        if (row !== undefined) resolve(row);
      });
      pick.onDidHide(() => {
        resolve(undefined);
      });
      pick.show();
    });
  } finally {
    clearTimeout(timer);
    pick.dispose();
  }
}

function firstRows(app: App, fits: Fits): readonly RowItem[] {
  const items: RowItem[] = [];
  for (const backlog of app.store.backlogs) {
    for (const row of backlog.rows) {
      if (items.length >= LIMIT) return items;
      if (row.list === 'stories' && fits(row, backlog.uri)) items.push(rowItem(backlog, row));
    }
  }
  return items;
}

async function find(app: App, query: string, fits: Fits): Promise<readonly RowItem[]> {
  const found = await Promise.all(
    app.store.backlogs.map(async (backlog) => {
      const params = { uri: backlog.uri, query, limit: LIMIT };
      const keys = await app.link.request(findRequest, params).catch((error: unknown) => {
        app.log.warn(`Search failed: ${String(error)}`);
        return [];
      });
      const wanted = new Map(keys.map((key, at) => [key, at]));
      return backlog.rows
        .filter((row) => wanted.has(row.key) && fits(row, backlog.uri))
        .sort((a, b) => (wanted.get(a.key) ?? 0) - (wanted.get(b.key) ?? 0))
        .map((row) => rowItem(backlog, row));
    }),
  );
  return found.flat();
}

function rowItem(backlog: Backlog, row: Row): RowItem {
  const translate = (message: string, args: Readonly<Record<string, string | number>> = {}) =>
    vscode.l10n.t(message, { ...args });
  const { label, description, icon } = lookOf(row, backlog.workflow, backlog.people, 'none', translate);
  // The server has searched: the editor must not filter its answers once more.
  return { label: `$(${icon}) ${label}`, description, alwaysShow: true, backlog, row };
}
