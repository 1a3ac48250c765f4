/** A new story in steps: the title first; everything else may be skipped, and any step can be the last one. */
import * as vscode from 'vscode';
import type { ItemAddress, Place, Value } from '../../protocol/lsp.ts';
import type { App } from '../app.ts';
import type { Backlog } from '../../views/snapshots.ts';
import type { Element } from '../tree/model.ts';
import { apply, revealItem } from './apply.ts';
import { readArguments } from './arguments.ts';
import type { Handler } from './handler.ts';
import { openPageAt, opensPages } from './open.ts';
import { epicChoices, sprintChoices, type Choice } from './set.ts';
import { peopleItems } from './setAssignee.ts';
import { runSteps, type Answers, type Step } from './steps.ts';
import { isStory, targetsOf } from './targets.ts';

export const newStory: Handler = async (app, args) => {
  const { uri, fields } = readArguments(args);
  const backlog = await chooseBacklog(app, uri);
  if (backlog === undefined) return undefined;
  return create(app, backlog, { given: fields, preset: {}, place: undefined });
};

export const newStoryAfter: Handler = async (app, args) => {
  const wanted = { fits: isStory, question: vscode.l10n.t('New story after which one?') };
  const [target] = await targetsOf(app, args, wanted);
  const row = target?.rows.at(-1);
  if (target === undefined || row === undefined) return undefined;
  const { fields } = readArguments(args);
  const place: Place = { after: row.address };
  return create(app, target.backlog, { given: fields, preset: presetOf(target.elements.at(-1)), place });
};

interface Start {
  /** Fields from a call with arguments; nothing is asked then. */
  readonly given: Readonly<Record<string, string | number>> | undefined;
  /** What the place in the tree already says. */
  readonly preset: Answers;
  readonly place: Place | undefined;
}

/** The new item, as it is called; undefined when nothing was made. */
async function create(
  app: App,
  backlog: Backlog,
  { given, preset, place }: Start,
): Promise<ItemAddress | undefined> {
  const known = { status: firstStatus(backlog), ...preset };
  const fields = given ?? fieldsOf(await runSteps(stepsFor(backlog, preset), known));
  if (fields === undefined) return undefined;
  const operation = { type: 'add', list: 'stories', fields, place } as const;
  const title = typeof fields['title'] === 'string' ? fields['title'] : '';
  const label = vscode.l10n.t('New story “{title}”', { title });
  const items = await apply(app, backlog.uri, [operation], label);
  const [item] = items ?? [];
  if (item !== undefined) {
    void revealItem(app, backlog.uri, item);
    // Asked in steps, a person goes on writing on its page.
    if (given === undefined && opensPages()) await openPageAt(app, backlog.uri, item);
  }
  return item;
}

/** Where stories have a status, a new one has the first; a backlog of bare titles stays one. */
export function firstStatus({ rows, workflow }: Backlog): string | undefined {
  const used = rows.some(({ list, status }) => list === 'stories' && status !== undefined);
  return used ? workflow.statuses[0] : undefined;
}

/** A story that is made in an epic's or a sprint's group belongs there. */
function presetOf(element: Element | undefined): Answers {
  if (element?.node.kind !== 'row') return {};
  const { group } = element.node;
  if (group?.key === undefined) return {};
  return { [group.grouping]: group.key };
}

function stepsFor(backlog: Backlog, preset: Answers): readonly Step[] {
  const { workflow } = backlog;
  const plain = (values: readonly string[]): readonly Choice[] =>
    values.map((value) => ({ label: value, value }));
  const people = peopleItems(backlog).flatMap(({ label, description, ids }): readonly Choice[] => {
    const [id] = ids === 'several' ? [] : ids;
    return id === undefined ? [] : [{ label, description: description ?? '', value: id }];
  });
  const steps: readonly Step[] = [
    { field: 'title', title: vscode.l10n.t('New story: title'), choices: undefined },
    { field: 'type', title: vscode.l10n.t('New story: type'), choices: plain(workflow.types) },
    { field: 'epic', title: vscode.l10n.t('New story: epic'), choices: epicChoices(backlog) },
    { field: 'sprint', title: vscode.l10n.t('New story: sprint'), choices: sprintChoices(backlog) },
    { field: 'estimate', title: vscode.l10n.t('New story: estimate'), choices: plain(workflow.estimates) },
    { field: 'assignee', title: vscode.l10n.t('New story: assignee'), choices: people },
  ];
  return steps.filter(({ field, choices }) => preset[field] === undefined && choices?.length !== 0);
}

/** In the order in which people like to read them. */
const ORDER = ['title', 'type', 'status', 'estimate', 'epic', 'sprint', 'assignee'];

function fieldsOf(answers: Answers | undefined): Record<string, Value> | undefined {
  if (answers === undefined) return undefined;
  const fields: Record<string, Value> = {};
  for (const key of ORDER) {
    const answer = answers[key];
    if (answer === undefined || answer === '' || (key === 'type' && answer === 'story')) continue;
    fields[key] = key === 'estimate' && /^\d+(\.\d+)?$/.test(answer) ? Number(answer) : answer;
  }
  return fields;
}

/** The backlog that is meant; where that is not clear, the person is asked. */
export async function chooseBacklog(app: App, uri: string | undefined): Promise<Backlog | undefined> {
  const wanted = uri ?? app.view.view.only;
  const { backlogs } = app.store;
  const known = backlogs.find((backlog) => backlog.uri === wanted);
  if (known !== undefined || backlogs.length <= 1) return known ?? backlogs[0];
  const active = vscode.window.activeTextEditor?.document.uri.toString();
  const open = backlogs.find((backlog) => backlog.uri === active);
  if (open !== undefined) return open;
  const items = backlogs.map((backlog) => ({
    label: backlog.name,
    description: vscode.workspace.asRelativePath(vscode.Uri.parse(backlog.uri)),
    backlog,
  }));
  const title = vscode.l10n.t('New story in which backlog?');
  return (await vscode.window.showQuickPick(items, { title }))?.backlog;
}
