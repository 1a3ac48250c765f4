/** What becomes of a criterion beyond its story: a story of its own, or a criterion of another one. One edit each. */
import * as vscode from 'vscode';
import type { Operation } from '../../../protocol/lsp.ts';
import type { StoryPageContract } from '../../../protocol/panels/storyPage.ts';
import { askStory } from '../../refactor/moveCriterion.ts';
import { labelOf } from '../../labels.ts';
import type { Calls } from '../viewHost.ts';
import type { PageHost } from './pageHost.ts';

type Asked = StoryPageContract['calls']['criterion']['params'];
type Answer = StoryPageContract['calls']['criterion']['result'];

/** Nothing is shown of the file: the page says what was done. */
export const criterionCall =
  (page: PageHost): Calls<StoryPageContract>['criterion'] =>
  async (asked): Promise<Answer> => {
    const { uri, address, host } = page;
    if (indexOf(page, asked) < 0)
      return refused('changed', vscode.l10n.t('This criterion has changed in the file.'));
    if (uri === undefined || address === undefined)
      return refused('refused', vscode.l10n.t('This is no longer in the file.'));
    const backlog = host.store.backlog(uri);
    if (asked.name === 'promote') {
      const operation: Operation = {
        type: 'promoteCriterion',
        item: address,
        criterion: indexOf(page, asked),
      };
      return carried(page, operation, vscode.l10n.t('Make a story of a criterion'), (id) =>
        id === undefined
          ? vscode.l10n.t('The criterion is a story of its own now, right behind this one.')
          : vscode.l10n.t('The criterion is a story of its own now: {id}, right behind this one.', { id }),
      );
    }
    const row = backlog?.rows.find(({ id, key }) =>
      'id' in address ? id === address.id : key === `${address.list}[${address.index}]`,
    );
    const other = row && (await askStory(host, uri, row));
    if (row === undefined || other === undefined)
      return { ok: true, mark: '', revision: backlog?.revision ?? 0 };
    // It may have changed while the other was looked for.
    const criterion = indexOf(page, asked);
    if (criterion < 0) return refused('changed', vscode.l10n.t('This criterion has changed in the file.'));
    const operation: Operation = {
      type: 'moveEntry',
      item: page.address ?? address,
      field: 'acceptance',
      entries: [criterion],
      to: other.address,
    };
    const names = { item: labelOf([row]), other: labelOf([other]) };
    return carried(page, operation, vscode.l10n.t('Move a criterion of {item} to {other}', names), () =>
      vscode.l10n.t('The criterion went to {other}.', { other: `${other.id ?? ''} ${other.title}`.trim() }),
    );
  };

/** Its position among the criteria of the page as it was told last; -1 where it says something else by now. */
function indexOf({ current }: PageHost, { path, mark }: Asked): number {
  const entries = current?.readable === true ? (current.acceptance?.entries ?? []) : [];
  return entries.findIndex((entry) => entry.path === path && entry.mark === mark);
}

/** @param done told the id of the other story that was touched */
async function carried(
  page: PageHost,
  operation: Operation,
  label: string,
  done: (id: string | undefined) => string,
): Promise<Answer> {
  const { uri = '', host } = page;
  const outcome = await host.edits.run(uri, operation, label);
  if (!outcome.ok) return refused('refused', outcome.message);
  const other = outcome.items[1];
  const revision = await page.follow();
  return {
    ok: true,
    mark: '',
    revision,
    done: done(other !== undefined && 'id' in other ? other.id : undefined),
  };
}

function refused(why: 'changed' | 'refused', message: string): Answer {
  return { ok: false, why, message };
}
