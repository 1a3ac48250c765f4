/** Status, estimate, sprint, epic and release: one picker, one field, any number of items. */
import * as vscode from 'vscode';
import type { Operation } from '../../protocol/lsp.ts';
import type { Row } from '../../protocol/snapshot.ts';
import type { App } from '../app.ts';
import { labelOf } from '../labels.ts';
import type { Backlog } from '../../views/snapshots.ts';
import { setOrRemove } from '../tree/moves.ts';
import { apply } from './apply.ts';
import { readArguments } from './arguments.ts';
import type { Handler } from './handler.ts';
import { pickOrCreate } from './pickOrCreate.ts';
import { isPlanned, isStory, targetsOf, type Target, type Wanted } from './targets.ts';

export interface Choice {
  readonly label: string;
  readonly description?: string;
  /** Undefined takes the field away. */
  readonly value: string | undefined;
}

interface Field {
  readonly key: 'status' | 'estimate' | 'sprint' | 'epic' | 'release';
  readonly wanted: () => Wanted;
  /** The picker's title for what is selected. */
  readonly title: (items: string) => string;
  readonly choices: (backlog: Backlog) => readonly Choice[];
  /** Where what is chosen is an item, and can be created here. */
  readonly list?: 'sprints' | 'epics' | 'releases';
  readonly placeholder?: () => string;
}

const STATUS: Field = {
  key: 'status',
  wanted: () => ({ fits: isPlanned, question: vscode.l10n.t('Set the status of which item?') }),
  title: (items) => vscode.l10n.t('Status of {items}', { items }),
  choices: ({ workflow }) => workflow.statuses.map((value) => ({ label: value, value })),
};

const ESTIMATE: Field = {
  key: 'estimate',
  wanted: () => ({ fits: isPlanned, question: vscode.l10n.t('Set the estimate of which item?') }),
  title: (items) => vscode.l10n.t('Estimate of {items}', { items }),
  choices: estimateChoices,
};

const SPRINT: Field = {
  key: 'sprint',
  list: 'sprints',
  placeholder: () => vscode.l10n.t('Choose a sprint, or type the name of a new one'),
  wanted: () => ({ fits: isStory, question: vscode.l10n.t('Set the sprint of which story?') }),
  title: (items) => vscode.l10n.t('Sprint of {items}', { items }),
  choices: (backlog) => [...sprintChoices(backlog), { label: vscode.l10n.t('No sprint'), value: undefined }],
};

const EPIC: Field = {
  key: 'epic',
  list: 'epics',
  placeholder: () => vscode.l10n.t('Choose an epic, or type the title of a new one'),
  wanted: () => ({ fits: isStory, question: vscode.l10n.t('Set the epic of which story?') }),
  title: (items) => vscode.l10n.t('Epic of {items}', { items }),
  choices: (backlog) => [...epicChoices(backlog), { label: vscode.l10n.t('No epic'), value: undefined }],
};

const RELEASE: Field = {
  key: 'release',
  list: 'releases',
  placeholder: () => vscode.l10n.t('Choose a release, or type the name of a new one'),
  wanted: () => ({ fits: isStory, question: vscode.l10n.t('Set the release of which story?') }),
  title: (items) => vscode.l10n.t('Release of {items}', { items }),
  choices: (backlog) => [
    ...releaseChoices(backlog),
    { label: vscode.l10n.t('No release'), value: undefined },
  ],
};

export const setStatus = setField(STATUS);
export const setEstimate = setField(ESTIMATE);
export const setSprint = setField(SPRINT);
export const setEpic = setField(EPIC);
export const setRelease = setField(RELEASE);

function estimateChoices({ workflow }: Backlog): readonly Choice[] {
  const sizes = workflow.estimates.map((value) => ({ label: value, value }));
  return [...sizes, { label: vscode.l10n.t('No estimate'), value: undefined }];
}

/** Sprints that are not over come first. */
export function sprintChoices({ rows }: Backlog): readonly (Choice & { readonly value: string })[] {
  return openFirst(rows, 'sprints').map((row) => ({ ...named(row), description: daysOf(row) }));
}

/** Releases that are not out come first. */
export function releaseChoices({ rows }: Backlog): readonly (Choice & { readonly value: string })[] {
  return openFirst(rows, 'releases').map((row) => ({
    ...named(row),
    description: row.over === true ? vscode.l10n.t('released') : (row.end ?? ''),
  }));
}

/** Epics that are not finished come first. */
export function epicChoices({ rows, workflow }: Backlog): readonly (Choice & { readonly value: string })[] {
  const finished = (row: Row) =>
    row.status !== undefined && [...workflow.done, ...workflow.dropped].includes(row.status);
  const epics = rows.filter(({ list, id }) => list === 'epics' && id !== undefined);
  const ordered = [...epics.filter((row) => !finished(row)), ...epics.filter(finished)];
  return ordered.map((row) => ({ ...named(row), description: row.status ?? '' }));
}

function openFirst(rows: readonly Row[], wanted: 'sprints' | 'releases'): readonly Row[] {
  const all = rows.filter(({ list, id }) => list === wanted && id !== undefined);
  return [...all.filter(({ over }) => over !== true), ...all.filter(({ over }) => over === true)];
}

function named({ id = '', title }: Row): Choice & { readonly value: string } {
  return { label: title === '' || title === id ? id : `${id} ${title}`, value: id };
}

function daysOf({ start, end, over }: Row): string {
  const days = [start, end].filter((day) => day !== undefined).join(' – ');
  return over === true ? vscode.l10n.t('{days}, closed', { days }) : days;
}

function setField(field: Field): Handler {
  return async (app, args) => {
    for (const target of await targetsOf(app, args, field.wanted())) {
      if (!(await setOn(app, field, target, readArguments(args).value))) return;
    }
  };
}

/** False when the person changed their mind or it was refused. */
async function setOn(app: App, field: Field, target: Target, given: string | undefined): Promise<boolean> {
  const { backlog, rows } = target;
  const title = field.title(labelOf(rows));
  const operations =
    given === undefined
      ? await asked(field, target, title)
      : rows.map((row) => setTo(row, field.key, given === '' ? undefined : given));
  if (operations === undefined) return false;
  return (await apply(app, backlog.uri, operations, title)) !== undefined;
}

/** What the person chose or created; undefined where they changed their mind. */
async function asked(
  { key, list, choices, placeholder }: Field,
  { backlog, rows }: Target,
  title: string,
): Promise<readonly Operation[] | undefined> {
  const current = currentOf(rows, key);
  if (list === undefined) {
    const choice = await pickChoice(title, choices(backlog), current);
    return choice && rows.map((row) => setTo(row, key, choice.value));
  }
  const picked = await pickOrCreate({
    title,
    placeholder: placeholder?.() ?? '',
    items: choices(backlog).map((choice) => ({
      ...marked(choice, current),
      value: choice.value,
      names: [choice.value ?? '', choice.label],
    })),
  });
  if (picked === undefined) return undefined;
  if (picked.kind === 'value') return rows.map((row) => setTo(row, key, picked.value));
  const use = rows.map(({ address }) => ({ item: address, field: key, how: 'set' as const }));
  return [{ type: 'create', list, name: picked.name, use }];
}

/** With a tick on what it is now. */
function marked({ label, description, value }: Choice, current: string | undefined): vscode.QuickPickItem {
  return {
    label: value !== undefined && value === current ? `$(check) ${label}` : label,
    ...(description === undefined ? {} : { description }),
  };
}

function setTo(row: Row, key: Field['key'], value: string | undefined): Operation {
  // A number of points is a number in the file; a size is a text.
  if (key === 'estimate' && value !== undefined && /^\d+(\.\d+)?$/.test(value)) {
    return { type: 'set', item: row.address, field: key, value: Number(value) };
  }
  return setOrRemove(row.address, key, value);
}

/** The value that all the rows share. */
function currentOf(rows: readonly Row[], key: Field['key']): string | undefined {
  const values = new Set(rows.map((row) => row[key]));
  const [only] = values;
  return values.size === 1 ? only : undefined;
}

export async function pickChoice(
  title: string,
  choices: readonly Choice[],
  current?: string,
): Promise<Choice | undefined> {
  const items = choices.map((choice) => ({ ...choice, ...marked(choice, current) }));
  return vscode.window.showQuickPick(items, { title, matchOnDescription: true });
}
