/** Moves acceptance criteria to another story: asks which ones, and where to. */
import * as vscode from 'vscode';
import type { Operation } from '../../protocol/lsp.ts';
import { itemPartsRequest } from '../../protocol/refactor.ts';
import type { Row } from '../../protocol/snapshot.ts';
import type { App } from '../app.ts';
import { readArguments } from '../commands/arguments.ts';
import { apply, revealItem } from '../commands/apply.ts';
import type { Handler } from '../commands/handler.ts';
import { pickRow } from '../commands/pickRow.ts';
import { isStory, targetsOf } from '../commands/targets.ts';
import { labelOf } from '../labels.ts';
import { applyWithPreview } from './preview.ts';
import { chooseSeveral } from './questions.ts';

/** Called with `criteria` and a `value`, the id of the other story, nothing is asked. */
export const moveCriterion: Handler = async (app, args) => {
  const question = vscode.l10n.t('Move a criterion of which story?');
  const [target] = await targetsOf(app, args, { fits: isStory, question });
  const row = target?.rows[0];
  if (target === undefined || row === undefined) return undefined;
  const { uri, rows } = target.backlog;
  const { criteria, value } = readArguments(args);
  const entries = criteria?.length ? criteria : await askCriteria(app, uri, row);
  if (entries === undefined) return undefined;
  const other = value === undefined ? await askStory(app, uri, row) : rows.find(({ id }) => id === value);
  if (other === undefined) return undefined;
  const label = vscode.l10n.t('Move a criterion of {item} to {other}', {
    item: labelOf([row]),
    other: labelOf([other]),
  });
  const operation: Operation = {
    type: 'moveEntry',
    item: row.address,
    field: 'acceptance',
    entries,
    to: other.address,
  };
  const items =
    value === undefined
      ? await applyWithPreview(app, uri, operation, label)
      : await apply(app, uri, [operation], label);
  if (items !== undefined) void revealItem(app, uri, other.address);
  return items?.[1];
};

async function askCriteria(app: App, uri: string, row: Row): Promise<readonly number[] | undefined> {
  const [parts] = await app.link.request(itemPartsRequest, { uri, items: [row.address] });
  if (parts === undefined || parts === null || parts.criteria.length === 0) {
    void vscode.window.showWarningMessage(
      vscode.l10n.t('{item} has no acceptance criteria.', { item: labelOf([row]) }),
    );
    return undefined;
  }
  const title = vscode.l10n.t('Move criteria of {item}', { item: labelOf([row]) });
  const placeholder = vscode.l10n.t('Which criteria go to another story?');
  const options = parts.criteria.map((label) => ({ label }));
  const answer = await chooseSeveral(title, placeholder, options, [], { step: 1, totalSteps: 1 });
  return answer?.kind === 'value' && answer.value.length > 0 ? answer.value : undefined;
}

/** Another story of the same file; undefined where the person changes their mind. */
export async function askStory(app: App, uri: string, row: Row): Promise<Row | undefined> {
  const picked = await pickRow(
    app,
    vscode.l10n.t('To which story?'),
    (one, of) => of === uri && isStory(one) && one.key !== row.key,
  );
  return picked?.row;
}
