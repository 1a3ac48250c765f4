/** What has to hold for every operation on every file. Each check throws where it does not. */
import { expect } from 'vitest';
import { Backlog } from '../../../src/core/backlog/backlog.ts';
import type { ItemAddress, Operation, Refactoring } from '../../../src/core/operations/operation.ts';
import { planOperation } from '../../../src/core/operations/planOperation.ts';
import { applyEdits, comments, intend, isWithin, read, sameFile } from './judge.ts';
import { intendRefactoring } from './judgeRefactoring.ts';

export function check(text: string, operation: Operation): 'done' | 'refused' {
  const before = read(text);
  if (before === undefined) throw new Error('the file is not valid');
  const backlog = Backlog.read(text);
  const plan = planOperation(backlog, operation);
  if (!plan.ok) {
    expect(plan.refusal.message).toMatch(/^\S.*[.?]$/);
    return 'refused';
  }
  const after = applyEdits(text, plan.edits);
  const said = read(after);
  const refactoring = asRefactoring(operation);
  const intended = refactoring ? intendRefactoring(before, refactoring) : intend(before, operation);
  if (said === undefined || !sameFile(said, intended)) {
    expect({ after, said }).toEqual({ after, said: intended });
    throw new Error('the file says something else');
  }
  checkComments(text, after, operation);
  checkBytes(text, after, operation, backlog);
  checkUndo(text, backlog, plan.edits, plan.inverse);
  return 'done';
}

const REFACTORINGS: ReadonlySet<string> = new Set<Refactoring['type']>([
  'split',
  'merge',
  'extractEpic',
  'moveEntry',
  'rename',
]);

function asRefactoring(operation: Operation): Refactoring | undefined {
  return REFACTORINGS.has(operation.type) ? (operation as Refactoring) : undefined;
}

function checkComments(before: string, after: string, operation: Operation): void {
  const had = comments(before);
  const has = comments(after);
  const mayLose = /"type":"(?:delete|remove|removeEntry|split|merge|moveEntry)"|"value":(?:null|\[)/.test(
    JSON.stringify(operation),
  );
  if (!mayLose) expect(has).toEqual(had);
  else if (!isWithin(has, had)) expect(has).toEqual(had);
}

/** Nothing outside the item changes; what moves keeps its lines. */
function checkBytes(before: string, after: string, operation: Operation, backlog: Backlog): void {
  if (asRefactoring(operation) !== undefined) return;
  if (operation.type === 'move') {
    expect(contentLines(after)).toEqual(contentLines(before));
  } else if (operation.type === 'delete') {
    if (!standsInLines(backlog, operation.item)) return;
    expect(isWithin(contentLines(after), contentLines(before))).toBe(true);
  } else if (operation.type === 'add') {
    if (!/\[|~/.test(before)) expect(isWithin(contentLines(before), contentLines(after))).toBe(true);
  } else if ('item' in operation) {
    const found = backlog.find(operation.item);
    if (!found.ok) throw new Error('planned without an item');
    const start = backlog.startOf(found.item.slice);
    const end = start + found.item.slice.text.length;
    expect(after.slice(0, start)).toBe(before.slice(0, start));
    expect(after.slice(after.length - (before.length - end))).toBe(before.slice(end));
  }
}

/** An item of a list like `[{…}, {…}]` shares its line with others. */
function standsInLines(backlog: Backlog, address: ItemAddress): boolean {
  const found = backlog.find(address);
  return found.ok && found.item.slice.kind === 'item';
}

function contentLines(text: string): string[] {
  return text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .sort();
}

function checkUndo(
  text: string,
  backlog: Backlog,
  edits: Parameters<Backlog['edit']>[0],
  inverse: Operation,
): void {
  backlog.edit(edits);
  const undo = planOperation(backlog, inverse);
  if (!undo.ok) throw new Error(`undo refused: ${undo.refusal.message}`);
  backlog.edit(undo.edits);
  expect(backlog.source.toString()).toBe(text);
}

export function checkBroken(text: string, operation: Operation): void {
  const backlog = Backlog.read(text);
  const plan = planOperation(backlog, operation);
  if (!plan.ok) {
    expect(plan.refusal.message).toMatch(/^\S.*[.?]$/s);
    return;
  }
  const after = applyEdits(text, plan.edits);
  if (operation.type !== 'add') checkBytes(text, after, operation, backlog);
  checkUndo(text, backlog, plan.edits, plan.inverse);
}

/** An undo that comes late takes back its own operation alone, or is refused because the text has changed. */
export function checkLateUndo(text: string, first: Operation, second: Operation): void {
  const backlog = Backlog.read(text);
  const plan = planOperation(backlog, first);
  if (!plan.ok) return;
  backlog.edit(plan.edits);
  const next = planOperation(backlog, second);
  if (!next.ok) return;
  backlog.edit(next.edits);
  const undo = planOperation(backlog, plan.inverse);
  if (!undo.ok) {
    expect(undo.refusal.code).toBe('changed-since');
    return;
  }
  const after = applyEdits(backlog.source.toString(), undo.edits);
  const alone = planOperation(Backlog.read(text), second);
  // Where the second operation means the same without the first, what is left is the second alone.
  const meansTheSame =
    first.type !== 'add' && first.type !== 'move' && alone.ok && alone.edits.length === next.edits.length;
  if (meansTheSame && first.type === 'set' && second.type === 'set') {
    expect(read(after)).toEqual(read(applyEdits(text, alone.edits)));
  }
  expect(read(after)).toBeDefined();
}
