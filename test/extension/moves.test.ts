import { describe, expect, it } from 'vitest';
import type { Operation } from '../../src/protocol/lsp.ts';
import type { Grouping } from '../../src/protocol/settings.ts';
import type { Row } from '../../src/protocol/snapshot.ts';
import { dropOperation, moveOperation } from '../../src/extension/tree/moves.ts';
import { buildTree, type RowNode, type TreeNode } from '../../src/extension/tree/nodes.ts';
import { input } from './support/outline.ts';
import { backlog, item, stories, story } from './support/rows.ts';

const rows = [
  item('epics', 'E1', { title: '' }),
  item('epics', 'E2', { title: '' }),
  item('epics', 'E3', { title: '' }),
  story('A', { epic: 'E1', assignees: ['ana', 'ben'] }),
  story('B', { epic: 'E2', assignees: ['ben'] }),
  story('C', { epic: 'E1' }),
  story('D', { epic: 'E2', assignees: ['cleo'] }),
];

function nodes(grouping: Grouping, from: readonly Row[] = rows): readonly TreeNode[] {
  const all = (some: readonly TreeNode[]): readonly TreeNode[] =>
    some.flatMap((node) => [node, ...('children' in node ? all(node.children()) : [])]);
  return all(buildTree(input([backlog(from)], { grouping })).roots);
}

function rowNode(all: readonly TreeNode[], id: string, group?: string): RowNode {
  const node = all.find(
    (one) => one.kind === 'row' && one.row.id === id && (group === undefined || one.group?.key === group),
  );
  if (node?.kind !== 'row') throw new Error(`no row ${id}`);
  return node;
}

/** An operation as one line. */
function say(operation: Operation | undefined): string {
  if (operation === undefined) return 'nothing';
  const id = (address: object) => ('id' in address ? String(address.id) : '?');
  switch (operation.type) {
    case 'sequence':
      return operation.operations.map(say).join('; ');
    case 'set':
      return `${id(operation.item)}.${operation.field} = ${JSON.stringify(operation.value)}`;
    case 'remove':
      return `${id(operation.item)}.${operation.field} removed`;
    case 'move': {
      const { place } = operation;
      const where =
        'at' in place
          ? place.at
          : 'before' in place
            ? `before ${id(place.before)}`
            : `after ${id(place.after)}`;
      return `${operation.items.map(id).join(' ')} ${where}`;
    }
    default:
      return operation.type;
  }
}

describe('a drop', () => {
  const drop = (
    grouping: Grouping,
    ids: readonly string[],
    target: string | undefined,
    from?: string,
  ): string => {
    const all = nodes(grouping);
    const dragged = ids.map((id) => {
      const { row, group } = rowNode(all, id, from);
      return { row, from: group?.key };
    });
    const onto =
      target === undefined
        ? undefined
        : all.find(({ label }) => label === target || label.startsWith(`${target} `));
    return say(dropOperation(dragged, onto, grouping));
  };

  it('on a row places before it', () => {
    expect(drop('none', ['D'], 'B')).toBe('D before B');
    expect(drop('none', ['C', 'D'], 'A')).toBe('C D before A');
  });

  it('on the empty part of the view places at the end', () => {
    expect(drop('none', ['A'], undefined)).toBe('A bottom');
  });

  it('on itself does nothing', () => {
    expect(drop('none', ['A'], 'A')).toBe('nothing');
  });

  it('of several on one of them gathers them there', () => {
    expect(drop('none', ['A', 'C'], 'A')).toBe('A C before B');
    expect(drop('none', ['B', 'D'], 'D')).toBe('B D after C');
  });

  it('on a group places at its end and sets the field', () => {
    expect(drop('epic', ['A'], 'E2')).toBe('A.epic = "E2"; A after D');
    expect(drop('epic', ['A', 'B'], 'E2')).toBe('A.epic = "E2"; A B after D');
  });

  it('on an empty group only sets the field', () => {
    expect(drop('epic', ['A'], 'E3')).toBe('A.epic = "E3"');
  });

  it('on its own group only places at the end', () => {
    expect(drop('epic', ['A'], 'E1')).toBe('A after C');
  });

  it('on a row of another group does both', () => {
    expect(drop('epic', ['C'], 'B')).toBe('C.epic = "E2"; C before B');
  });

  it('on a group without a value removes the field', () => {
    expect(drop('assignee', ['D'], 'Nobody')).toBe('D.assignee removed; D after C');
  });

  it('passes one part of shared work on and leaves the other people', () => {
    expect(drop('assignee', ['A'], 'cleo', 'ben')).toBe('A.assignee = ["ana","cleo"]; A after D');
    expect(drop('assignee', ['A'], 'ben', 'ana')).toBe('A.assignee = "ben"; A after B');
    expect(drop('assignee', ['A'], 'Nobody', 'ana')).toBe('A.assignee = "ben"; A after C');
  });

  it('on a range places at its end', () => {
    const all = nodes('none', stories(450));
    const dragged = [{ row: rowNode(all, 'FN-3').row, from: undefined }];
    const range = all.find(({ label }) => label === '201–400');
    expect(say(dropOperation(dragged, range, 'none'))).toBe('FN-3 after FN-400');
  });

  it('of a row that was dragged from two groups moves it once', () => {
    const all = nodes('assignee');
    const dragged = ['ana', 'ben'].map((from) => ({ row: rowNode(all, 'A', from).row, from }));
    const onto = all.find(({ label }) => label === 'cleo');
    expect(say(dropOperation(dragged, onto, 'assignee'))).toBe('A.assignee = ["ben","cleo"]; A after D');
  });
});

describe('moving', () => {
  const siblings = ['A', 'B', 'C', 'D'].map((id) => story(id));
  const move = (ids: readonly string[], direction: 'up' | 'down' | 'top' | 'bottom'): string =>
    say(
      moveOperation(
        siblings.filter(({ id }) => ids.includes(id ?? '')),
        siblings,
        direction,
      ),
    );

  it.each([
    [['C'], 'up', 'C before B'],
    [['C'], 'down', 'C after D'],
    [['C'], 'top', 'C before A'],
    [['B'], 'bottom', 'B after D'],
    [['A'], 'up', 'nothing'],
    [['D'], 'down', 'nothing'],
    [['A'], 'top', 'nothing'],
    [['C', 'D'], 'bottom', 'nothing'],
    [['B', 'C'], 'up', 'B C before A'],
    [['B', 'C'], 'down', 'B C after D'],
    [['B', 'D'], 'up', 'B D before A'],
    [['B', 'D'], 'top', 'B D before A'],
    [['A', 'D'], 'bottom', 'A D after C'],
    [['A', 'B', 'C', 'D'], 'up', 'nothing'],
  ] as const)('%s %s: %s', (ids, direction, expected) => {
    expect(move(ids, direction)).toBe(expected);
  });
});
