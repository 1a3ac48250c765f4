/** Merges stories or epics in steps: which one stays, and whose sentences where they differ. */
import * as vscode from 'vscode';
import type { ItemAddress, Operation } from '../../protocol/lsp.ts';
import { type ItemParts, itemPartsRequest } from '../../protocol/refactor.ts';
import type { Row } from '../../protocol/snapshot.ts';
import type { App } from '../app.ts';
import { readArguments } from '../commands/arguments.ts';
import { apply, revealItem } from '../commands/apply.ts';
import type { Handler } from '../commands/handler.ts';
import { pickRow } from '../commands/pickRow.ts';
import { isPlanned, type Target, targetsOf } from '../commands/targets.ts';
import { labelOf } from '../labels.ts';
import { applyWithPreview } from './preview.ts';
import { chooseOne, inSteps, type Place, type Question } from './questions.ts';

interface Merging {
  readonly row: Row;
  readonly parts: ItemParts;
}
type Words = 'story' | 'description';
/** Positions among the items. */
interface Chosen {
  readonly stays: number;
  readonly story: number;
  readonly description: number;
}

/** Called with a `value`, the id of the one that stays, nothing is asked: its words stay too. */
export const mergeStories: Handler = async (app, args) => {
  const question = vscode.l10n.t('Merge which story?');
  const [target] = await targetsOf(app, args, { fits: isPlanned, question });
  if (target === undefined) return undefined;
  const { uri } = target.backlog;
  const items = await itemsOf(app, target);
  if (items === undefined) return undefined;
  const label = vscode.l10n.t('Merge {items}', { items: labelOf(items.map(({ row }) => row)) });
  const { value } = readArguments(args);
  const given = items.findIndex(({ row }) => row.id !== undefined && row.id === value);
  const chosen =
    given >= 0
      ? { stays: given, story: given, description: given }
      : await inSteps(questionsFor(items, label), { stays: 0, story: 0, description: 0 });
  const operation = chosen && operationOf(items, chosen);
  if (operation === undefined) return undefined;
  const done =
    given >= 0
      ? await apply(app, uri, [operation], label)
      : await applyWithPreview(app, uri, operation, label);
  const item: ItemAddress | undefined = done?.[0];
  if (item !== undefined) void revealItem(app, uri, item);
  return item;
};

/** The selected items with their words; a second one is asked for where only one is selected. */
async function itemsOf(app: App, { backlog, rows }: Target): Promise<readonly Merging[] | undefined> {
  const all = [...rows];
  const [first] = rows;
  if (first !== undefined && rows.length === 1) {
    const question = vscode.l10n.t('Merge {item} with which one?', { item: labelOf(rows) });
    const other = await pickRow(
      app,
      question,
      ({ list, key }, uri) => uri === backlog.uri && list === first.list && key !== first.key,
    );
    if (other === undefined) return undefined;
    all.push(other.row);
  }
  const addresses = all.map(({ address }) => address);
  const parts = await app.link.request(itemPartsRequest, { uri: backlog.uri, items: addresses });
  return all.flatMap((row, at) => {
    const own = parts[at];
    return own === undefined || own === null ? [] : [{ row, parts: own }];
  });
}

function operationOf(
  items: readonly Merging[],
  { stays, story, description }: Chosen,
): Operation | undefined {
  const into = items[stays]?.row.address;
  if (into === undefined) return undefined;
  const address = (at: number): ItemAddress => items[at]?.row.address ?? into;
  const words = (key: Words, at: number): ItemAddress | undefined => {
    const sayers = items.filter(({ parts }) => parts[key] !== null);
    return sayers.length < 2
      ? undefined
      : items[at]?.parts[key] === null
        ? sayers[0]?.row.address
        : address(at);
  };
  const [keptStory, keptDescription] = [words('story', story), words('description', description)];
  return {
    type: 'merge',
    into,
    items: items.flatMap(({ row }, at) => (at === stays ? [] : [row.address])),
    keep: {
      ...(keptStory === undefined ? {} : { story: keptStory }),
      ...(keptDescription === undefined ? {} : { description: keptDescription }),
    },
  };
}

function questionsFor(items: readonly Merging[], label: string): readonly Question<Chosen>[] {
  const ask =
    (key: keyof Chosen, title: string, among: readonly number[], detail?: Words): Question<Chosen> =>
    async (state: Chosen, place: Place) => {
      const options = among.map((at) => {
        const item = items[at];
        const words = detail === undefined ? undefined : (item?.parts[detail] ?? '');
        return { label: item?.row.id ?? '', description: item?.row.title, detail: words };
      });
      const answer = await chooseOne(title, options, place);
      if (answer?.kind !== 'value') return answer;
      return { kind: 'value', value: { ...state, [key]: among[answer.value] ?? 0 } };
    };
  const everyone = items.map((_, at) => at);
  const questions = [ask('stays', vscode.l10n.t('{label}: which one stays?', { label }), everyone)];
  for (const key of ['story', 'description'] as const) {
    const sayers = everyone.filter((at) => items[at]?.parts[key] !== null);
    const different = new Set(sayers.map((at) => items[at]?.parts[key])).size > 1;
    if (!different) continue;
    const title =
      key === 'story'
        ? vscode.l10n.t('{label}: whose sentence stays? The other goes into a note.', { label })
        : vscode.l10n.t('{label}: whose description stays? The other goes into a note.', { label });
    questions.push(ask(key, title, sayers, key));
  }
  return questions;
}
