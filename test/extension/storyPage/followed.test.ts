import { describe, expect, test } from 'vitest';
import type { Row } from '../../../src/protocol/snapshot.ts';
import { followed, shownAt } from '../../../src/extension/panels/storyPage/followed.ts';

function rowsOf(...titles: readonly string[]): readonly Row[] {
  return titles.map((title, index) => {
    const id = /^FN-\d+/.exec(title)?.[0];
    return {
      key: id ?? `stories[${index}]`,
      address: id === undefined ? { list: 'stories', index } : { id },
      list: 'stories',
      title: title.replace(/^FN-\d+ /, ''),
      ...(id === undefined ? {} : { id }),
    } satisfies Row;
  });
}

describe('a story without an id', () => {
  const before = rowsOf('Maps', 'Sync', 'Share');
  const sync = shownAt({ list: 'stories', index: 1 }, 'Sync', before);

  function whereIs(...titles: readonly string[]) {
    return sync && followed(sync, rowsOf(...titles));
  }

  test('stays where it is when others change', () => {
    expect(whereIs('Maps of woods', 'Sync', 'Share')).toEqual({ list: 'stories', index: 1 });
  });
  test('is followed when another is put before it, or taken away', () => {
    expect(whereIs('New', 'Maps', 'Sync', 'Share')).toEqual({ list: 'stories', index: 2 });
    expect(whereIs('Sync', 'Share')).toEqual({ list: 'stories', index: 0 });
  });
  test('is followed when it gets an id', () => {
    expect(whereIs('Maps', 'FN-7 Sync', 'Share')).toEqual({ id: 'FN-7' });
  });
  test('is itself when its title is changed', () => {
    expect(whereIs('Maps', 'Sync it', 'Share')).toEqual({ list: 'stories', index: 1 });
  });
  test('is gone when one is gone and none has its title', () => {
    expect(whereIs('Maps', 'Share')).toBeUndefined();
    expect(whereIs()).toBeUndefined();
  });
  test('is the nearest of several with its title', () => {
    expect(whereIs('Sync', 'Maps', 'Sync', 'Share')).toEqual({ list: 'stories', index: 0 });
    expect(whereIs('Maps', 'Share', 'Sync', 'A', 'Sync')).toEqual({ list: 'stories', index: 2 });
  });
  test('one with an id is known by it', () => {
    expect(shownAt({ id: 'FN-7' }, 'Sync', before)).toBeUndefined();
  });
});
