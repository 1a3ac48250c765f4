import { describe, expect, test } from 'vitest';
import { movedMarks, movedOffset, pieces } from '../../src/webview/storyPage/caret.ts';
import { EntryKeys } from '../../src/webview/storyPage/entryKeys.ts';

describe('the keys of entries', () => {
  const first = ['a', 'b', 'c'];
  const after = (now: readonly string[]): readonly number[] => {
    const keys = new EntryKeys();
    const before = keys.update('acceptance', first);
    return keys.update('acceptance', now).map((key) => before.indexOf(key));
  };

  test('stay with entries that move', () => {
    expect(after(['c', 'a', 'b'])).toEqual([2, 0, 1]);
  });
  test('stay with an entry that changed in its place', () => {
    expect(after(['a', 'B', 'c'])).toEqual([0, 1, 2]);
  });
  test('stay where an entry comes or goes', () => {
    expect(after(['a', 'new', 'b', 'c'])).toEqual([0, -1, 1, 2]);
    expect(after(['b', 'c'])).toEqual([1, 2]);
  });
  test('stay with an entry that changed while another came above', () => {
    expect(after(['new', 'a', 'b', 'C']).slice(1, 3)).toEqual([0, 1]);
  });
  test('are each their own where entries say the same', () => {
    const keys = new EntryKeys().update('tasks', ['x', 'x', 'x']);
    expect(new Set(keys).size).toBe(3);
  });
});

describe('a caret', () => {
  test('stays at the same words', () => {
    expect(movedOffset('Sync notes', 'Sync all notes', 3)).toBe(3);
    expect(movedOffset('Sync notes', 'Sync all notes', 10)).toBe(14);
    expect(movedOffset('Sync all notes', 'Sync notes', 14)).toBe(10);
    expect(movedOffset('one two three', 'one 2 three', 6)).toBe(5);
    expect(movedOffset('aaaa', 'aa', 4)).toBe(2);
  });
  test('takes marks along', () => {
    expect(movedMarks([{ start: 6, end: 10, look: 'x' }], 'Sync notes', 'Sync all notes')).toEqual([
      { start: 10, end: 14, look: 'x' },
    ]);
  });
});

test('marks may lie over each other', () => {
  const marks = [
    { start: 0, end: 4, look: 'a' },
    { start: 2, end: 6, look: 'b' },
  ];
  expect(pieces('abcdefgh', marks)).toEqual([
    { text: 'ab', look: 'a' },
    { text: 'cd', look: 'a b' },
    { text: 'ef', look: 'b' },
    { text: 'gh', look: '' },
  ]);
});
