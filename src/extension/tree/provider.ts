/** Shows the tree model through the editor's tree: elements to tree items, and details when they are asked for. */
import * as vscode from 'vscode';
import { itemRequest } from '../../protocol/lsp.ts';
import type { ListName } from '../../protocol/lsp.ts';
import type { RowContext } from '../../protocol/views.ts';
import type { ServerLink } from '../serverLink.ts';
import { TreeModel, type Element, type Refresh } from './model.ts';
import type { GroupNode, RowNode, TreeNode } from './nodes.ts';
import { badgeUri } from './problemBadges.ts';
import { gitItem } from './gitItem.ts';
import type { StoryCommits } from '../scm/storyCommits.ts';

export class BacklogProvider implements vscode.TreeDataProvider<Element>, vscode.Disposable {
  readonly model = new TreeModel();
  readonly #link: ServerLink;
  readonly #commits: StoryCommits;
  readonly #changes = new vscode.EventEmitter<Element[] | undefined>();

  readonly onDidChangeTreeData = this.#changes.event;

  constructor(link: ServerLink, commits: StoryCommits) {
    this.#link = link;
    this.#commits = commits;
  }

  dispose(): void {
    this.#changes.dispose();
  }

  show(roots: readonly TreeNode[]): void {
    this.#fire(this.model.update(roots));
  }

  async getChildren(element?: Element): Promise<Element[]> {
    const node = element?.node;
    if (node?.kind === 'row' && node.row.id !== undefined) await this.#commits.load(node.uri, node.row.id);
    return [...this.model.children(element)];
  }

  getParent(element: Element): Element | undefined {
    return element.parent;
  }

  getTreeItem({ node }: Element): vscode.TreeItem {
    const item = new vscode.TreeItem(node.label, collapsible(node));
    item.id = node.id;
    item.description = node.description;
    item.accessibilityInformation = { label: node.spoken };
    switch (node.kind) {
      case 'row':
        rowItem(item, node);
        break;
      case 'group':
        item.contextValue = contextOf(node.group.row?.list);
        item.iconPath = new vscode.ThemeIcon(groupIcon(node));
        break;
      case 'unreadable':
        item.iconPath = new vscode.ThemeIcon('error', new vscode.ThemeColor('list.errorForeground'));
        item.command = openFileCommand(node.uri);
        item.tooltip = node.description;
        break;
      case 'git':
        gitItem(item, node);
        break;
      case 'file':
        item.iconPath = new vscode.ThemeIcon('book');
        item.tooltip = vscode.Uri.parse(node.uri).fsPath;
        break;
      case 'past':
        item.iconPath = new vscode.ThemeIcon('history');
        break;
      case 'range':
        break;
    }
    return item;
  }

  /** The tooltip is made when somebody looks at it. */
  async resolveTreeItem(item: vscode.TreeItem, { node }: Element): Promise<vscode.TreeItem> {
    const row = node.kind === 'row' ? node.row : node.kind === 'group' ? node.group.row : undefined;
    if (row === undefined) return item;
    const details = await this.#link
      .request(itemRequest, { uri: node.uri, item: row.address })
      .catch(() => null);
    // Icons are ours; texts of the file come escaped, and links with commands are never followed.
    item.tooltip = details === null ? node.spoken : new vscode.MarkdownString(details.markdown, true);
    return item;
  }

  #fire(refresh: Refresh): void {
    if (refresh === 'all') this.#changes.fire(undefined);
    else if (refresh.length > 0) this.#changes.fire([...refresh]);
  }
}

function collapsible(node: TreeNode): vscode.TreeItemCollapsibleState {
  if (!('children' in node)) return vscode.TreeItemCollapsibleState.None;
  return 'open' in node && node.open
    ? vscode.TreeItemCollapsibleState.Expanded
    : vscode.TreeItemCollapsibleState.Collapsed;
}

function rowItem(item: vscode.TreeItem, { uri, row, look }: RowNode): void {
  item.contextValue = contextOf(row.list);
  const badge = badgeUri(row);
  if (badge !== undefined) item.resourceUri = badge;
  const color = look.color === undefined ? undefined : new vscode.ThemeColor(look.color);
  item.iconPath = new vscode.ThemeIcon(look.icon, color);
  item.command = {
    command: 'refinery.openStory',
    title: vscode.l10n.t('Open'),
    arguments: [{ uri, key: row.key, keepFocus: true }],
  };
}

function contextOf(list: ListName | undefined): RowContext {
  if (list === undefined) return 'group';
  if (list === 'stories') return 'story';
  return list === 'epics' ? 'epic' : 'item';
}

const GROUP_ICONS = { epic: 'milestone', sprint: 'calendar', status: 'symbol-enum', assignee: 'person' };

function groupIcon({ group }: GroupNode): string {
  if (group.grouping === 'assignee' && group.key === undefined) return 'circle-dashed';
  return GROUP_ICONS[group.grouping];
}

export function openFileCommand(uri: string): vscode.Command {
  return {
    command: 'vscode.open',
    title: vscode.l10n.t('Open Backlog File'),
    arguments: [vscode.Uri.parse(uri)],
  };
}
