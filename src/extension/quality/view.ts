/**
 * The view `refinery.quality`: how well the backlog is written. Findings by rule and stories by readiness, each number
 * with the items behind it. It asks only while it is seen, and waits until the person stops typing.
 */
import * as vscode from 'vscode';
import {
  type QualityItem,
  qualityItemsRequest,
  type QualityItemsParams,
  qualityRequest,
  type QualityResult,
} from '../../protocol/quality.ts';
import { QUALITY_VIEW_ID } from '../../protocol/views.ts';
import type { ServerLink } from '../serverLink.ts';
import type { Store } from '../store.ts';
import type { ViewStore } from '../viewState.ts';
import { countOf, READINESS_ICONS, READINESS_NAMES, rootsOf, SEVERITY_ICONS } from './numbers.ts';

/** Milliseconds of rest before the numbers are asked for again. */
const REST = 700;
/** So many items of a number are shown. */
const MOST = 200;

type Of = QualityItemsParams['of'];

type Node =
  | { readonly kind: 'file'; readonly uri: string; readonly label: string }
  | { readonly kind: 'rules' | 'readiness'; readonly uri: string }
  | {
      readonly kind: 'number';
      readonly uri: string;
      readonly of: Of;
      readonly count: number;
      readonly severity?: string;
    }
  | { readonly kind: 'item'; readonly uri: string; readonly item: QualityItem }
  | { readonly kind: 'more'; readonly count: number };

export class QualityView implements vscode.Disposable, vscode.TreeDataProvider<Node> {
  readonly #link: ServerLink;
  readonly #store: Store;
  readonly #chosen: ViewStore;
  readonly #changes = new vscode.EventEmitter<undefined>();
  readonly #results = new Map<string, QualityResult>();
  readonly #view: vscode.TreeView<Node>;
  readonly #disposables: { dispose(): unknown }[];
  #timer: NodeJS.Timeout | undefined;
  #stale = true;
  /** The backlog that was chosen when the numbers were asked for. */
  #asked: string | undefined;

  readonly onDidChangeTreeData = this.#changes.event;

  constructor(link: ServerLink, store: Store, chosen: ViewStore) {
    this.#chosen = chosen;
    this.#link = link;
    this.#store = store;
    this.#view = vscode.window.createTreeView<Node>(QUALITY_VIEW_ID, { treeDataProvider: this });
    const later = (): void => {
      this.#later();
    };
    this.#disposables = [
      this.#view,
      this.#changes,
      store.onDidChange(later),
      chosen.onDidChange(() => {
        if (chosen.view.only !== this.#asked) later();
      }),
      this.#view.onDidChangeVisibility(({ visible }) => {
        if (visible && this.#stale) this.#changes.fire(undefined);
      }),
    ];
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const disposable of this.#disposables) disposable.dispose();
  }

  async getChildren(node?: Node): Promise<Node[]> {
    switch (node?.kind) {
      case undefined:
        return this.#roots();
      case 'file':
        return [
          { kind: 'rules', uri: node.uri },
          { kind: 'readiness', uri: node.uri },
        ];
      case 'rules':
      case 'readiness': {
        const result = this.#results.get(node.uri);
        if (result === undefined) return [];
        return rootsOf(node.kind, result.stats).map((number) => ({
          kind: 'number',
          uri: node.uri,
          ...number,
        }));
      }
      case 'number':
        return this.#items(node.uri, node.of);
      case 'item':
      case 'more':
        return [];
    }
  }

  getTreeItem(node: Node): vscode.TreeItem {
    switch (node.kind) {
      case 'file':
        return new vscode.TreeItem(node.label, vscode.TreeItemCollapsibleState.Expanded);
      case 'rules':
      case 'readiness':
        return this.#section(node.kind, node.uri);
      case 'number':
        return numberItem(node);
      case 'item':
        return itemOf(node.uri, node.item);
      case 'more':
        return new vscode.TreeItem(vscode.l10n.t('{count} more', { count: node.count }));
    }
  }

  /** Asks for the numbers of every backlog; with one backlog its sections are the roots. */
  async #roots(): Promise<Node[]> {
    this.#stale = false;
    const { only: chosen } = this.#chosen.view;
    this.#asked = chosen;
    const all = this.#store.backlogs;
    const ours = all.filter(({ uri }) => uri === chosen);
    // As in the tree: a backlog that was chosen and is gone hides no others.
    const backlogs = ours.length > 0 ? ours : all;
    const answers = await Promise.all(
      backlogs.map(
        async ({ uri }) =>
          [uri, await this.#link.request(qualityRequest, { uri }).catch(() => null)] as const,
      ),
    );
    this.#results.clear();
    for (const [uri, result] of answers) {
      if (result === null) continue;
      this.#results.set(uri, result);
      if (result.pending) this.#later();
    }
    const [only, other] = backlogs;
    if (only === undefined) return [];
    if (other === undefined)
      return [
        { kind: 'readiness', uri: only.uri },
        { kind: 'rules', uri: only.uri },
      ];
    return backlogs.map(({ uri, name }) => ({ kind: 'file', uri, label: name }));
  }

  async #items(uri: string, of: Of): Promise<Node[]> {
    const { items, count } = await this.#link.request(qualityItemsRequest, { uri, of, limit: MOST });
    const nodes: Node[] = items.map((item) => ({ kind: 'item', uri, item }));
    if (count > items.length) nodes.push({ kind: 'more', count: count - items.length });
    return nodes;
  }

  #section(kind: 'rules' | 'readiness', uri: string): vscode.TreeItem {
    const name = kind === 'rules' ? vscode.l10n.t('Findings by rule') : vscode.l10n.t('Stories by readiness');
    const item = new vscode.TreeItem(name, vscode.TreeItemCollapsibleState.Expanded);
    item.id = `${uri}#${kind}`;
    item.iconPath = new vscode.ThemeIcon(kind === 'rules' ? 'checklist' : 'tasklist');
    const stats = this.#results.get(uri)?.stats;
    if (stats !== undefined) item.description = countOf(kind, stats);
    return item;
  }

  #later(): void {
    this.#stale = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (this.#view.visible) this.#changes.fire(undefined);
    }, REST);
  }
}

function numberItem({ uri, of, count, severity }: Extract<Node, { kind: 'number' }>): vscode.TreeItem {
  const name = 'rule' in of ? of.rule : READINESS_NAMES[of.readiness];
  const state = count > 0 ? vscode.TreeItemCollapsibleState.Collapsed : vscode.TreeItemCollapsibleState.None;
  const item = new vscode.TreeItem(name, state);
  item.id = `${uri}#${'rule' in of ? of.rule : of.readiness}`;
  item.description = String(count);
  const [icon, color] =
    'rule' in of ? (SEVERITY_ICONS[severity ?? 'hint'] ?? ['info']) : READINESS_ICONS[of.readiness];
  item.iconPath = new vscode.ThemeIcon(icon, color === undefined ? undefined : new vscode.ThemeColor(color));
  item.accessibilityInformation = { label: `${name}, ${count}` };
  return item;
}

function itemOf(uri: string, { id, title, says, range: { start, end } }: QualityItem): vscode.TreeItem {
  const item = new vscode.TreeItem(title === '' ? (id ?? says) : title);
  item.description = [id, says].filter((part) => part !== null && part !== '').join(' · ');
  item.tooltip = says === '' ? title : says;
  const selection = new vscode.Range(start.line, start.character, end.line, end.character);
  item.command = {
    command: 'vscode.open',
    title: vscode.l10n.t('Open in File'),
    arguments: [vscode.Uri.parse(uri), { selection, preserveFocus: true }],
  };
  return item;
}
