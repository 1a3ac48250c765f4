/** The view `refinery.backlog`: builds the tree from store and view state, and says what state it is in. */
import * as vscode from 'vscode';
import { now } from '../../node/clock.ts';
import { BACKLOG_VIEW_ID, CONTEXT, FOCUSED_ROW } from '../../protocol/views.ts';
import type { StoryCommits } from '../scm/storyCommits.ts';
import type { Edits } from '../edits.ts';
import type { ServerLink } from '../serverLink.ts';
import type { Store } from '../store.ts';
import type { View, ViewStore } from '../viewState.ts';
import type { Translate } from '../words.ts';
import { ages } from './age.ts';
import { BacklogDragAndDrop } from './dragAndDrop.ts';
import { Element } from './model.ts';
import { buildTree, type Tree } from './nodes.ts';
import { BacklogProvider } from './provider.ts';

/** While snapshots come faster than this, the tree is drawn once for several; milliseconds. */
const PACE = 60;

/** Known to the view alone: it is told the row that has the focus. */
const ASK_FOCUS = '_refinery.focusedRow';

const translate: Translate = (message, args) =>
  args === undefined ? vscode.l10n.t(message) : vscode.l10n.t(message, { ...args });

const age = ages(vscode.env.language, () => now().getTime() / 1000);

export interface Parts {
  readonly store: Store;
  readonly view: ViewStore;
  readonly link: ServerLink;
  readonly edits: Edits;
  readonly log: vscode.LogOutputChannel;
  readonly commits: StoryCommits;
}

export class BacklogView implements vscode.Disposable {
  readonly #parts: Parts;
  readonly #provider: BacklogProvider;
  readonly #view: vscode.TreeView<Element>;
  readonly #disposables: { dispose(): unknown }[] = [];
  #timer: NodeJS.Timeout | undefined;
  #drawn = 0;
  #answer: Element | undefined;
  /** The row that was last shown by itself, and the one that had the focus then. */
  #shown: { readonly element: Element; readonly focused: Element | undefined } | undefined;

  constructor(parts: Parts) {
    this.#parts = parts;
    const { store, view, link, edits, commits } = parts;
    this.#provider = new BacklogProvider(link, commits);
    this.#view = vscode.window.createTreeView(BACKLOG_VIEW_ID, {
      treeDataProvider: this.#provider,
      canSelectMany: true,
      dragAndDropController: new BacklogDragAndDrop(edits, store, () => view.view.grouping),
    });
    this.#disposables.push(
      this.#view,
      this.#provider,
      vscode.commands.registerCommand(ASK_FOCUS, (focused: unknown) => {
        this.#answer = focused instanceof Element ? focused : undefined;
      }),
      store.onDidChange(() => {
        this.#schedule();
      }),
      view.onDidChange(() => {
        this.#draw();
      }),
      link.onDidChangeState(() => {
        this.#schedule();
      }),
      commits.onDidChange(() => {
        this.#schedule();
      }),
    );
    this.#draw();
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const disposable of this.#disposables) disposable.dispose();
  }

  /**
   * What a command means that is called on a row: this one, and all that is selected where it is a part of that. The row
   * that has the focus need not be selected.
   */
  with(row: Element): readonly Element[] {
    const { selection } = this.#view;
    return selection.includes(row) ? selection : [row];
  }

  /** What a command means that is called from elsewhere; nobody remembers what is selected in a hidden view. */
  async meant(): Promise<readonly Element[]> {
    if (!this.#view.visible) return [];
    const focused = await this.#focused();
    const { selection } = this.#view;
    // What was shown since, the person looks at now.
    const shown = this.#shown !== undefined && this.#shown.focused === focused;
    if (focused === undefined || (shown && selection[0] === this.#shown?.element)) return selection;
    return this.with(focused);
  }

  /** The editor tells the focus only to a command that it runs itself. */
  async #focused(): Promise<Element | undefined> {
    this.#answer = undefined;
    await vscode.commands.executeCommand('runCommands', {
      commands: [{ command: ASK_FOCUS, args: [FOCUSED_ROW] }],
    });
    return this.#answer;
  }

  get onDidChangeSelection(): vscode.Event<vscode.TreeViewSelectionChangeEvent<Element>> {
    return this.#view.onDidChangeSelection;
  }

  /** Draws now what is waiting to be drawn. */
  settle(): void {
    if (this.#timer !== undefined) this.#draw();
  }

  /** The element of a row; `undefined` where the tree does not show it (it may be filtered out). */
  find(uri: string, key: string): Element | undefined {
    this.settle();
    return this.#provider.model.find(uri, key);
  }

  /** The tree as text, as it would be with every parent open: one line a node, two spaces a level. */
  outline(): string {
    this.settle();
    const lines: string[] = [];
    const walk = (parent: Element | undefined, indent: string): void => {
      for (const element of this.#provider.model.children(parent)) {
        const { label, description } = element.node;
        lines.push(`${indent}${label}${description === '' ? '' : ` (${description})`}`);
        walk(element, `${indent}  `);
      }
    };
    walk(undefined, '');
    return lines.join('\n');
  }

  /** Selects a row in the view where the view is open; never takes the focus. */
  async reveal(uri: string, key: string): Promise<void> {
    if (!this.#view.visible) return;
    const element = this.find(uri, key);
    if (element === undefined) return;
    await this.#view.reveal(element, { select: true, focus: false });
    this.#shown = { element, focused: await this.#focused() };
  }

  #schedule(): void {
    if (this.#timer !== undefined) return;
    const wait = Math.max(0, this.#drawn + PACE - performance.now());
    this.#timer = setTimeout(() => {
      this.#draw();
    }, wait);
  }

  #draw(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const started = performance.now();
    const { store, view, log, commits } = this.#parts;
    const tree = buildTree({
      backlogs: store.backlogs,
      // Where nothing at all can be read, the welcome view says so.
      unreadable: store.state === 'unreadable' ? [] : store.unreadable,
      view: view.view,
      t: translate,
      git: { commits, age },
    });
    this.#provider.show(tree.roots);
    this.#tellState(tree, view.view);
    this.#drawn = performance.now();
    log.debug(`Tree: ${tree.shown} of ${tree.total} rows in ${(performance.now() - started).toFixed(1)} ms`);
  }

  #tellState(tree: Tree, view: View): void {
    const { store, link } = this.#parts;
    this.#view.message = messageOf(tree, view, store.state === 'ready', link.state === 'stopped');
    this.#view.description = descriptionOf(view);
    setContext(CONTEXT.state, store.state);
    setContext(CONTEXT.filtered, view.filter !== '');
  }
}

const told = new Map<string, unknown>();

/** Tells conditions of menus and welcome views, where it is news. */
export function setContext(key: string, value: unknown): void {
  if (told.has(key) && told.get(key) === value) return;
  told.set(key, value);
  void vscode.commands.executeCommand('setContext', key, value);
}

function messageOf(tree: Tree, view: View, ready: boolean, stopped: boolean): string {
  if (!ready) return '';
  if (stopped) {
    return vscode.l10n.t(
      'The language server has stopped: what you see may be old. Run “Restart Language Server”.',
    );
  }
  if (view.filter !== '') {
    const { shown, total } = tree;
    return vscode.l10n.t('Filter “{filter}”: {shown} of {total}', { filter: view.filter, shown, total });
  }
  return tree.total === 0 ? vscode.l10n.t('There are no stories yet.') : '';
}

function descriptionOf(view: View): string {
  const hidden = view.hideDone ? vscode.l10n.t('done hidden') : '';
  return [groupedBy(view), hidden].filter((part) => part !== '').join(' · ');
}

function groupedBy({ grouping }: View): string {
  switch (grouping) {
    case 'none':
      return '';
    case 'epic':
      return vscode.l10n.t('by epic');
    case 'sprint':
      return vscode.l10n.t('by sprint');
    case 'status':
      return vscode.l10n.t('by status');
    case 'assignee':
      return vscode.l10n.t('by assignee');
  }
}
