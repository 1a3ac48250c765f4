/** Splits a story in steps: what the second is called, what both say, and which criteria go over. */
import * as vscode from 'vscode';
import type { ItemAddress, Operation } from '../../protocol/lsp.ts';
import { type ItemParts, itemPartsRequest } from '../../protocol/refactor.ts';
import type { App } from '../app.ts';
import { readArguments } from '../commands/arguments.ts';
import { apply, revealItem } from '../commands/apply.ts';
import type { Handler } from '../commands/handler.ts';
import { isStory, targetsOf } from '../commands/targets.ts';
import { labelOf } from '../labels.ts';
import { applyWithPreview } from './preview.ts';
import { askText, chooseSeveral, inSteps, type Question } from './questions.ts';

interface Dealt {
  readonly title: string;
  readonly firstStory: string;
  readonly secondStory: string;
  readonly criteria: readonly number[];
}

/** Called with `fields` (`title`, `story`, `first`) and `criteria`, nothing is asked. */
export const splitStory: Handler = async (app, args) => {
  const [target] = await targetsOf(app, args, {
    fits: isStory,
    question: vscode.l10n.t('Split which story?'),
  });
  const row = target?.rows[0];
  if (target === undefined || row === undefined) return undefined;
  const { uri } = target.backlog;
  const [parts] = await app.link.request(itemPartsRequest, { uri, items: [row.address] });
  if (parts === undefined || parts === null) return undefined;
  const label = vscode.l10n.t('Split {item}', { item: labelOf([row]) });
  const { fields, criteria = [] } = readArguments(args);
  if (fields !== undefined) {
    const given = (key: string, or: string): string => String(fields[key] ?? or);
    const dealt = {
      title: given('title', ''),
      firstStory: given('first', parts.story ?? ''),
      secondStory: given('story', ''),
      criteria,
    };
    return shown(app, uri, await apply(app, uri, [operationOf(row.address, parts, dealt)], label));
  }
  const start: Dealt = {
    title: parts.halves?.second.title ?? '',
    firstStory: parts.halves?.first ?? parts.story ?? '',
    secondStory: parts.halves?.second.story ?? parts.story ?? '',
    criteria,
  };
  const dealt = await inSteps(questionsFor(parts, label), start);
  if (dealt === undefined) return undefined;
  return shown(app, uri, await applyWithPreview(app, uri, operationOf(row.address, parts, dealt), label));
};

/** The second story, which is shown in the tree. */
function shown(app: App, uri: string, items: readonly ItemAddress[] | undefined): ItemAddress | undefined {
  const second = items?.[1];
  if (second !== undefined) void revealItem(app, uri, second);
  return second;
}

function operationOf(item: ItemAddress, parts: ItemParts, dealt: Dealt): Operation {
  const { title, firstStory, secondStory, criteria } = dealt;
  const changed = firstStory !== '' && firstStory !== parts.story;
  return {
    type: 'split',
    item,
    ...(changed ? { first: { story: firstStory } } : {}),
    second: { title, ...(secondStory === '' ? {} : { story: secondStory }) },
    criteria,
  };
}

function questionsFor(parts: ItemParts, label: string): readonly Question<Dealt>[] {
  const title: Question<Dealt> = async (state, place) => {
    const answer = await askText(
      {
        title: label,
        prompt: vscode.l10n.t('What is the second story called? “{title}” stays the first.', {
          title: parts.title,
        }),
        value: state.title,
        refuse: (text) => (text === '' ? vscode.l10n.t('A story needs a title.') : undefined),
      },
      place,
    );
    return answer?.kind === 'value' ? { kind: 'value', value: { ...state, title: answer.value } } : answer;
  };
  const sentence =
    (key: 'firstStory' | 'secondStory', prompt: string): Question<Dealt> =>
    async (state, place) => {
      const answer = await askText({ title: label, prompt, value: state[key] }, place);
      return answer?.kind === 'value' ? { kind: 'value', value: { ...state, [key]: answer.value } } : answer;
    };
  const criteria: Question<Dealt> = async (state, place) => {
    const answer = await chooseSeveral(
      label,
      vscode.l10n.t('Which criteria go over to the second story?'),
      parts.criteria.map((words) => ({ label: words })),
      state.criteria,
      place,
    );
    return answer?.kind === 'value' ? { kind: 'value', value: { ...state, criteria: answer.value } } : answer;
  };
  return [
    title,
    ...(parts.story === null
      ? []
      : [
          sentence('firstStory', vscode.l10n.t('What does the first story say from now on?')),
          sentence('secondStory', vscode.l10n.t('What does the second story say?')),
        ]),
    ...(parts.criteria.length === 0 ? [] : [criteria]),
  ];
}
