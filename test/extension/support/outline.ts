/** A tree as text: one line a node, two spaces a level, the description in brackets. */
import { buildTree, type TreeInput, type TreeNode } from '../../../src/extension/tree/nodes.ts';
import type { Backlog } from '../../../src/views/snapshots.ts';
import type { View } from '../../../src/extension/viewState.ts';
import { english } from '../../../src/extension/words.ts';

export function input(backlogs: readonly Backlog[], view: Partial<View> = {}): TreeInput {
  return {
    backlogs,
    unreadable: [],
    view: { grouping: 'none', filter: '', hideDone: false, only: undefined, ...view },
    t: english,
  };
}

export function outline(backlogs: readonly Backlog[], view: Partial<View> = {}): string {
  return outlineOf(buildTree(input(backlogs, view)).roots);
}

export function outlineOf(nodes: readonly TreeNode[], indent = ''): string {
  return nodes
    .map((node) => {
      const description = node.description === '' ? '' : ` (${node.description})`;
      const line = `${indent}${node.label}${description}`;
      const below = 'children' in node ? outlineOf(node.children(), `${indent}  `) : '';
      return below === '' ? line : `${line}\n${below}`;
    })
    .join('\n');
}
