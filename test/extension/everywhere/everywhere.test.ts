import { describe, expect, it } from 'vitest';
import { idAt, idPattern, idsIn } from '../../../src/extension/everywhere/ids.ts';
import { relativePath } from '../../../src/extension/everywhere/relativePath.ts';
import { todoIn } from '../../../src/extension/everywhere/todo.ts';

function pattern(...keys: string[]): RegExp {
  const found = idPattern(keys);
  if (found === undefined) throw new Error('no pattern');
  return found;
}

function ids(text: string, ...keys: string[]): readonly string[] {
  return idsIn(text, pattern(...keys)).map(({ id }) => id);
}

describe('ids in a text', () => {
  it('are those of a key, as whole words', () => {
    expect(
      ids('// FN-12: see (FN-7), fn-3, XFN-4, FN-5a, FN-6_b, A-FN-8, feature/FN-9-sync, FN-, F-1', 'FN'),
    ).toEqual(['FN-12', 'FN-7', 'FN-9']);
  });

  it('are those of several keys, of which one may begin like another, or hold what a pattern would mean', () => {
    expect(ids('FN-1 FNX-2 A.B-3 AxB-4 FIELD-88', 'FN', 'FNX', 'A.B', 'FIELD')).toEqual([
      'FN-1',
      'FNX-2',
      'A.B-3',
      'FIELD-88',
    ]);
  });

  it('are none without a key', () => {
    expect(idPattern([])).toBeUndefined();
    expect(idPattern([''])).toBeUndefined();
  });

  it('are no more than asked for', () => {
    expect(idsIn('FN-1 FN-2 FN-3', pattern('FN'), 2)).toHaveLength(2);
  });

  it.each([
    [2, undefined],
    [3, 'FN-12'],
    [8, 'FN-12'],
    [9, undefined],
  ])('at character %i of `// FN-12 x` are %s', (character, expected) => {
    expect(idAt('// FN-12 x', character, pattern('FN'))?.id).toBe(expected);
  });

  it('are found at their place in a line of any length', () => {
    const line = `${'x '.repeat(500_000)}FN-12${' y'.repeat(500_000)}`;
    expect(idAt(line, 1_000_002, pattern('FN'))).toEqual({ id: 'FN-12', start: 1_000_000, end: 1_000_005 });
  });
});

describe('a comment that could be a story', () => {
  it.each([
    ['// TODO: sync when back online', 'sync when back online'],
    ['    # FIXME the map flickers.', 'the map flickers'],
    [' * TODO(ana): say why', 'say why'],
    ['/* TODO: close the file */', 'close the file'],
    ['<!-- TODO: translate -->', 'translate'],
    ['-- TODO drop this column', 'drop this column'],
    ['{# TODO: cache #}', 'cache'],
    ['foo() // TODO', ''],
    ['TODO: in the middle of a block comment', 'in the middle of a block comment'],
    ['""" TODO write this', 'write this'],
    ['; TODO: port', 'port'],
    ['// TODO: wait…', 'wait…'],
  ])('%s', (line, title) => {
    expect(todoIn(line, false)?.title).toBe(title);
  });

  it.each([
    'const TODO = 1;',
    'print("TODO: later")',
    '// TODOS are elsewhere',
    '// my-TODO',
    'list.TODO()',
    'todo: lower case is a word like others',
    `// ${'x'.repeat(2000)} TODO: too long`,
  ])('is not %s', (line) => {
    expect(todoIn(line, false)).toBeUndefined();
  });

  it('may be any line of prose', () => {
    expect(todoIn('We have a TODO: write the manual', false)).toBeUndefined();
    expect(todoIn('We have a TODO: write the manual', true)?.title).toBe('write the manual');
  });

  it.each([
    ['// TODO: sync', '// TODO(FN-12): sync'],
    ['# FIXME sync', '# FIXME(FN-12) sync'],
    ['// TODO(ana): sync', '// TODO(ana, FN-12): sync'],
    ['// TODO(): sync', '// TODO(FN-12): sync'],
  ])('%s takes the id', (line, expected) => {
    const todo = todoIn(line, false);
    expect(todo && line.slice(0, todo.at) + todo.written('FN-12') + line.slice(todo.at)).toBe(expected);
  });
});

describe('the path from a backlog to a file', () => {
  const file = (path: string, scheme = 'file', authority = ''): Parameters<typeof relativePath>[0] => ({
    scheme,
    authority,
    path,
  });

  it.each([
    ['/repo/backlog.yaml', '/repo/src/a b.ts', 'src/a b.ts'],
    ['/repo/plan/backlog.yaml', '/repo/src/a.ts', '../src/a.ts'],
    ['/repo/backlog.yaml', '/repo/a.ts', 'a.ts'],
    ['/backlog.yaml', '/a.ts', 'a.ts'],
    ['/c:/repo/backlog.yaml', '/c:/repo/src/a.ts', 'src/a.ts'],
  ])('from %s to %s is %s', (from, to, expected) => {
    expect(relativePath(file(from), file(to))).toBe(expected);
  });

  it('is none to another drive, machine or kind of file', () => {
    expect(relativePath(file('/c:/repo/backlog.yaml'), file('/d:/a.ts'))).toBeUndefined();
    expect(relativePath(file('/repo/backlog.yaml'), file('/repo/a.ts', 'untitled'))).toBeUndefined();
    expect(relativePath(file('/repo/b.yaml'), file('/repo/a.ts', 'file', 'host'))).toBeUndefined();
  });
});
