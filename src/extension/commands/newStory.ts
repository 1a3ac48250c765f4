/** New stories, a line each: behind the last open one, or below a row, where they get what the group of the tree stands for. */
import * as vscode from 'vscode';
import type { ItemAddress, Place, Value } from '../../protocol/lsp.ts';
import type { Row } from '../../protocol/snapshot.ts';
import type { QuickStory } from '../../views/quickAdd.ts';
import type { App } from '../app.ts';
import type { Backlog } from '../../views/snapshots.ts';
import type { Element } from '../tree/model.ts';
import { apply, revealItem } from './apply.ts';
import { readArguments } from './arguments.ts';
import type { Handler } from './handler.ts';
import { openPageAt } from './open.ts';
import { quickAdd } from './quickAdd.ts';
import { isStory, targetsOf } from './targets.ts';

export const newStory: Handler = async (app, args) => {
  const { uri, fields } = readArguments(args);
  const backlog = await chooseBacklog(app, uri);
  if (backlog === undefined) return undefined;
  return create(app, backlog, { given: fields, preset: {}, after: undefined });
};

export const newStoryAfter: Handler = async (app, args) => {
  const wanted = { fits: isStory, question: vscode.l10n.t('New story after which one?') };
  const [target] = await targetsOf(app, args, wanted);
  const row = target?.rows.at(-1);
  if (target === undefined || row === undefined) return undefined;
  const { fields } = readArguments(args);
  return create(app, target.backlog, { given: fields, preset: presetOf(target.elements.at(-1)), after: row });
};

type Fields = Readonly<Record<string, Value>>;

interface Start {
  /** Fields from a call with arguments; nothing is asked then. */
  readonly given: Readonly<Record<string, string | number>> | undefined;
  /** What the place in the tree already says. */
  readonly preset: Fields;
  /** The row that the first new one goes behind, the others behind that. */
  readonly after: Row | undefined;
}

/** The last new item, as it is called; undefined when nothing was made. */
async function create(app: App, backlog: Backlog, start: Start): Promise<ItemAddress | undefined> {
  const { uri } = backlog;
  let last: ItemAddress | undefined;
  const add = async (stories: readonly Fields[]): Promise<boolean> => {
    const now = app.store.backlog(uri) ?? backlog;
    const place = start.after && placeAfter(now, start.after, last);
    const operations = stories.map((fields) => ({ type: 'add', list: 'stories', fields, place }) as const);
    const [first = {}] = stories;
    const { title } = first;
    const label =
      stories.length === 1
        ? vscode.l10n.t('New story “{title}”', { title: typeof title === 'string' ? title : '' })
        : vscode.l10n.t('{count} new stories', { count: stories.length });
    const items = await apply(app, uri, operations, label);
    if (items === undefined) return false;
    last = items.at(-1);
    if (last !== undefined) await revealItem(app, uri, last);
    return true;
  };
  if (start.given !== undefined) {
    await add([start.given]);
    return last;
  }
  await quickAdd({
    title: vscode.l10n.t('New Story'),
    source: () => app.store.backlog(uri) ?? backlog,
    add: async (stories, open) => {
      const done = await add(
        stories.map((story) => fieldsOf(app.store.backlog(uri) ?? backlog, start.preset, story)),
      );
      if (done && open && last !== undefined) await openPageAt(app, uri, last);
      return done;
    },
  });
  return last;
}

/** Before the row that follows: so that several keep their order. */
function placeAfter({ rows }: Backlog, after: Row, last: ItemAddress | undefined): Place {
  const stories = rows.filter(isStory);
  const id = last !== undefined && 'id' in last ? last.id : after.id;
  const at = stories.findIndex((row) => (id === undefined ? row.key === after.key : row.id === id));
  const next = stories[at + 1];
  return next === undefined || at < 0 ? { at: 'bottom' } : { before: next.address };
}

function fieldsOf(backlog: Backlog, preset: Fields, { title, fields }: QuickStory): Fields {
  const status = firstStatus(backlog);
  return { title, ...(status === undefined ? {} : { status }), ...preset, ...fields };
}

/** Where stories have a status, a new one has the first; a backlog of bare titles stays one. */
export function firstStatus({ rows, workflow }: Backlog): string | undefined {
  const used = rows.some(({ list, status }) => list === 'stories' && status !== undefined);
  return used ? workflow.statuses[0] : undefined;
}

/** A story that is made in an epic's or a sprint's group belongs there. */
function presetOf(element: Element | undefined): Fields {
  if (element?.node.kind !== 'row') return {};
  const { group } = element.node;
  if (group?.key === undefined) return {};
  return { [group.grouping]: group.key };
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
