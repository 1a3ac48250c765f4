/**
 * Starting and closing a sprint from the palette: which one, and where unfinished stories go. What would be written is
 * shown before it is.
 */
import * as vscode from 'vscode';
import type { Operation } from '../protocol/lsp.ts';
import { planningRequest } from '../protocol/planning.ts';
import { EMPTY_DRAFT } from '../views/planning/draft.ts';
import {
  type PlannedSprint,
  plannedSprints,
  type SprintState,
  sprintsAfter,
  stateOf,
} from '../views/planning/sprints.ts';
import type { Backlog } from '../views/snapshots.ts';
import type { App } from './app.ts';
import { readArguments } from './commands/arguments.ts';
import { apply } from './commands/apply.ts';
import type { Handler } from './commands/handler.ts';
import { applyWithPreview } from './refactor/preview.ts';
import { type Answer, chooseOne, inSteps, type Option, type Question } from './refactor/questions.ts';
import { today } from '../node/clock.ts';

interface Asked {
  readonly backlog?: Backlog;
  readonly sprints?: readonly PlannedSprint[];
  readonly sprint?: PlannedSprint;
  /** Where unfinished stories go; null: back to the backlog. */
  readonly to?: string | null;
}

/** Called with `items`, the sprint's id, nothing is asked and nothing shown. */
export const startSprint: Handler = async (app, args) => {
  const asked = await answers(app, args, 'next', []);
  if (asked?.backlog === undefined || asked.sprint === undefined) return undefined;
  const { id } = asked.sprint;
  const operation: Operation = { type: 'startSprint', sprint: { id, list: 'sprints' }, day: today() };
  return write(app, args, asked.backlog.uri, operation, vscode.l10n.t('Start {sprint}', { sprint: id }));
};

/** Called with `items`, the sprint's id, and `value`, the id of the sprint to go on to or an empty text, as above. */
export const closeSprint: Handler = async (app, args) => {
  const { value } = readArguments(args);
  const asked = await answers(app, args, 'running', value === undefined ? [askTarget] : []);
  if (asked?.backlog === undefined || asked.sprint === undefined) return undefined;
  const { id } = asked.sprint;
  const unfinished = value === undefined ? (asked.to ?? null) : value === '' ? null : value;
  const operation: Operation = {
    type: 'closeSprint',
    sprint: { id, list: 'sprints' },
    day: today(),
    unfinished,
  };
  return write(app, args, asked.backlog.uri, operation, vscode.l10n.t('Close {sprint}', { sprint: id }));
};

function write(
  app: App,
  args: readonly unknown[],
  uri: string,
  operation: Operation,
  label: string,
): Promise<unknown> {
  return readArguments(args).items === undefined
    ? applyWithPreview(app, uri, operation, label, true)
    : apply(app, uri, [operation], label);
}

/** @param wanted the state of the sprints that are offered; where none is in it, all that are not closed */
async function answers(
  app: App,
  args: readonly unknown[],
  wanted: SprintState,
  further: readonly Question<Asked>[],
): Promise<Asked | undefined> {
  const { uri = app.view.view.only, items } = readArguments(args);
  const backlogs = app.store.backlogs.filter((one) => uri === undefined || one.uri === uri);
  const [only] = backlogs;
  if (only === undefined) return undefined;
  const given = items?.[0];
  if (given !== undefined) {
    const known = await withSprints(app, only);
    const sprint = known.sprints?.find(({ id }) => id === given);
    if (sprint === undefined)
      void vscode.window.showWarningMessage(vscode.l10n.t('There is no sprint {sprint}.', { sprint: given }));
    return { ...known, ...(sprint === undefined ? {} : { sprint }) };
  }
  const first = backlogs.length === 1 ? await withSprints(app, only) : {};
  return inSteps<Asked>(
    [...(backlogs.length === 1 ? [] : [askBacklog(app, backlogs)]), askSprint(wanted), ...further],
    first,
  );
}

async function withSprints(app: App, backlog: Backlog): Promise<Asked> {
  const answer = await app.link.request(planningRequest, { uri: backlog.uri });
  return { backlog, sprints: answer === null ? [] : plannedSprints(answer.facts, EMPTY_DRAFT) };
}

function askBacklog(app: App, backlogs: readonly Backlog[]): Question<Asked> {
  return async (_state, place) => {
    const options = backlogs.map(({ name, uri }) => ({ label: name, description: uri.split('/').at(-1) }));
    const answer = await chooseOne(vscode.l10n.t('In which backlog?'), options, place);
    const backlog = answer?.kind === 'value' ? backlogs[answer.value] : undefined;
    if (answer?.kind === 'back') return answer;
    return backlog === undefined ? undefined : { kind: 'value', value: await withSprints(app, backlog) };
  };
}

function askSprint(wanted: SprintState): Question<Asked> {
  return async (state, place) => {
    const open = state.sprints?.filter((sprint) => stateOf(sprint) !== 'closed') ?? [];
    const fitting = open.filter((sprint) => stateOf(sprint) === wanted);
    const offered = fitting.length > 0 || wanted === 'next' ? fitting : open;
    if (offered.length === 0) {
      void vscode.window.showInformationMessage(
        wanted === 'next'
          ? vscode.l10n.t('There is no sprint to start: create one in sprint planning.')
          : vscode.l10n.t('There is no sprint to close.'),
      );
      return undefined;
    }
    const title =
      wanted === 'next' ? vscode.l10n.t('Start which sprint?') : vscode.l10n.t('Close which sprint?');
    return chosen(await chooseOne(title, offered.map(optionOf), place), (at) => {
      const sprint = offered[at];
      return sprint === undefined ? state : { ...state, sprint };
    });
  };
}

const askTarget: Question<Asked> = async (state, place) => {
  const { sprints = [], sprint } = state;
  if (sprint === undefined) return undefined;
  const targets = sprintsAfter(sprints, sprint.id);
  const options = [
    ...targets.map((one) => ({
      ...optionOf(one),
      label: vscode.l10n.t('On to {sprint}', { sprint: one.id }),
    })),
    { label: vscode.l10n.t('Back to the backlog') },
  ];
  const title = vscode.l10n.t('Where do the unfinished stories of {sprint} go?', { sprint: sprint.id });
  return chosen(await chooseOne(title, options, place), (at) => ({ ...state, to: targets[at]?.id ?? null }));
};

function chosen(answer: Answer<number>, state: (at: number) => Asked): Answer<Asked> {
  return answer?.kind === 'value' ? { kind: 'value', value: state(answer.value) } : answer;
}

function optionOf({ id, goal, start, end }: PlannedSprint): Option {
  const days = [start, end].filter((day) => day !== undefined).join(' – ');
  return { label: id, description: days, detail: goal };
}
