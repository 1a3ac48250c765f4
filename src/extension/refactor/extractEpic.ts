/** Makes an epic of the selected stories: asks what it is called. */
import * as vscode from 'vscode';
import type { Operation } from '../../protocol/lsp.ts';
import { readArguments } from '../commands/arguments.ts';
import { apply, revealItem } from '../commands/apply.ts';
import type { Handler } from '../commands/handler.ts';
import { isStory, targetsOf } from '../commands/targets.ts';
import { labelOf } from '../labels.ts';
import { applyWithPreview } from './preview.ts';
import { askText } from './questions.ts';

/** Called with a `value`, the title, nothing is asked. */
export const extractEpic: Handler = async (app, args) => {
  const question = vscode.l10n.t('Make an epic of which story?');
  const [target] = await targetsOf(app, args, { fits: isStory, question });
  if (target === undefined) return undefined;
  const { rows, backlog } = target;
  const label = vscode.l10n.t('Make an epic of {items}', { items: labelOf(rows) });
  const given = readArguments(args).value;
  const title = given ?? (await askTitle(label));
  if (title === undefined) return undefined;
  const operation: Operation = { type: 'extractEpic', items: rows.map(({ address }) => address), title };
  const items =
    given === undefined
      ? await applyWithPreview(app, backlog.uri, operation, label)
      : await apply(app, backlog.uri, [operation], label);
  const epic = items?.[0];
  if (epic !== undefined) void revealItem(app, backlog.uri, epic);
  return epic;
};

async function askTitle(label: string): Promise<string | undefined> {
  const question = {
    title: label,
    prompt: vscode.l10n.t('What is the epic called?'),
    value: '',
    refuse: (text: string) => (text === '' ? vscode.l10n.t('An epic needs a title.') : undefined),
  };
  const answer = await askText(question, { step: 1, totalSteps: 1 });
  return answer?.kind === 'value' ? answer.value : undefined;
}
