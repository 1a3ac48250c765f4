/**
 * One line after the other, each a story: title, Enter, title, Enter, in an input that stays open. What a line may say beyond
 * the title is offered while it is typed, and several pasted lines become several stories after one question.
 */
import * as vscode from 'vscode';
import {
  completeQuickAdd,
  linesOf,
  namesOf,
  parseQuickAdd,
  type QuickAddNames,
  type QuickCompletion,
  type QuickStory,
  take,
} from '../../views/quickAdd.ts';
import { CONTEXT } from '../../protocol/views.ts';
import type { Handler } from './handler.ts';
import { setContext } from '../tree/view.ts';

/** What Enter does with an entry of the list. */
interface Entry extends vscode.QuickPickItem {
  readonly does:
    | { readonly kind: 'complete'; readonly completion: QuickCompletion; readonly insert: string }
    | { readonly kind: 'add'; readonly stories: readonly QuickStory[] };
}

export interface QuickAdd {
  readonly title: string;
  /** What a line may name, as the backlog is now. */
  readonly source: () => Parameters<typeof namesOf>[0];
  /** Adds all of them as one change; false where it was refused. */
  readonly add: (stories: readonly QuickStory[], open: boolean) => Promise<boolean>;
}

/** The input that is open, for its second key. */
let addAndOpen: (() => void) | undefined;

/** Ctrl+Enter in the input. */
export const acceptAndOpen: Handler = () => {
  addAndOpen?.();
  return Promise.resolve();
};

/** Done when the person closes the input and everything is written. */
export async function quickAdd({ title, source, add }: QuickAdd): Promise<void> {
  const pick = vscode.window.createQuickPick<Entry>();
  const open: vscode.QuickInputButton = {
    iconPath: new vscode.ThemeIcon('go-to-file'),
    tooltip: vscode.l10n.t('Add and Open Page (Ctrl+Enter)'),
  };
  Object.assign(pick, { title, ignoreFocusOut: true, buttons: [open] });
  pick.placeholder = vscode.l10n.t('Title, then Enter. #label @person ~5 !must >sprint ^epic');
  let before = '';
  /** The lines that were pasted, while it is asked what they are. */
  let pasted: readonly string[] = [];
  let added = 0;
  let writing: Promise<unknown> = Promise.resolve();
  const names = (): QuickAddNames => namesOf(source());
  const show = (): void => {
    pick.items =
      pasted.length > 1 ? pastedEntries(pasted, pick.value, names()) : entries(pick.value, names());
  };
  /** Who types fast presses Enter before the editor shows the list for the last letters: what it names then is an old one. */
  const chosen = (): Entry | undefined =>
    [...pick.selectedItems, ...pick.activeItems].find((entry) => pick.items.includes(entry)) ?? pick.items[0];
  const accept = (entry: Entry | undefined, andOpen: boolean): void => {
    if (entry?.does.kind === 'complete' && !andOpen) {
      const { completion, insert } = entry.does;
      ({ line: pick.value } = take(pick.value, completion, insert));
      before = pick.value;
      show();
      return;
    }
    const line = pick.value;
    const stories = entry?.does.kind === 'add' ? entry.does.stories : [parseQuickAdd(line, names())];
    if (stories.length === 0 || stories.some((story) => story.title === '')) return;
    pick.value = before = '';
    pasted = [];
    show();
    writing = writing.then(async () => {
      if (await add(stories, andOpen)) added += stories.length;
      else if (pick.value === '') pick.value = line;
      pick.title = added === 0 ? title : vscode.l10n.t('{title} ({count} added)', { title, count: added });
    });
    if (andOpen) pick.hide();
  };
  pick.onDidChangeValue((value) => {
    const typed = value.length - before.length;
    before = value;
    pasted = [];
    show();
    if (typed > 1) {
      void pastedLines(value).then((lines) => {
        if (pick.value !== value) return;
        pasted = lines;
        show();
      });
    }
  });
  pick.onDidAccept(() => {
    accept(chosen(), false);
  });
  pick.onDidTriggerButton(() => {
    accept(undefined, true);
  });
  addAndOpen = () => {
    accept(undefined, true);
  };
  setContext(CONTEXT.adding, true);
  try {
    await new Promise<void>((resolve) => {
      pick.onDidHide(resolve);
      pick.show();
    });
    await writing;
  } finally {
    setContext(CONTEXT.adding, false);
    addAndOpen = undefined;
    pick.dispose();
  }
}

/** A field of one line takes line ends out of what is pasted: the clipboard still has them. */
async function pastedLines(value: string): Promise<readonly string[]> {
  const lines = linesOf(await vscode.env.clipboard.readText());
  const squeezed = value.replace(/\s+/g, '');
  return lines.length > 1 && lines.every((line) => squeezed.includes(line.replace(/\s+/g, ''))) ? lines : [];
}

function pastedEntries(lines: readonly string[], value: string, names: QuickAddNames): readonly Entry[] {
  const stories = lines.map((line) => parseQuickAdd(line, names)).filter(({ title }) => title !== '');
  const list = vscode.l10n.t('Add {count} stories, one a line', { count: stories.length });
  const one = vscode.l10n.t('Add one story');
  return [
    { label: `$(list-unordered) ${list}`, alwaysShow: true, does: { kind: 'add', stories } },
    {
      label: `$(add) ${one}`,
      alwaysShow: true,
      does: { kind: 'add', stories: [parseQuickAdd(value, names)] },
    },
  ];
}

function entries(value: string, names: QuickAddNames): readonly Entry[] {
  const completion = completeQuickAdd(value, value.length, names);
  const story = parseQuickAdd(value, names);
  if (completion === undefined || completion.options.length === 0)
    return story.title === '' ? [] : [storyEntry(story)];
  const typed = value.slice(completion.from);
  // What is written out already is done.
  if (completion.options[0]?.insert.toLowerCase() === typed.toLowerCase() && story.title !== '')
    return [storyEntry(story)];
  return completion.options.map(({ value: name, label, insert }) => ({
    label: insert,
    description: label ?? (insert.slice(1) === name ? '' : name),
    alwaysShow: true,
    does: { kind: 'complete', completion, insert },
  }));
}

function storyEntry(story: QuickStory): Entry {
  const { title, fields, unknown } = story;
  const said = Object.values(fields).map((value) => (typeof value === 'object' ? value.join(', ') : value));
  const missing = unknown.map((word) =>
    vscode.l10n.t('{word} is not known and stays in the title', { word }),
  );
  return {
    label: `$(add) ${title}`,
    description: said.join(' · '),
    ...(missing.length === 0 ? {} : { detail: missing.join(' · ') }),
    alwaysShow: true,
    does: { kind: 'add', stories: [story] },
  };
}
