import { describe, expect, it } from 'vitest';
import { wantedAt } from '../../../src/extension/scm/messageWords.ts';
import { computing } from '../../support/computing.ts';

/** Where an id is wanted at the `$0` of a message: what will be replaced, and how it is searched. */
function wanted(message: string, keys: readonly string[] = ['FN', 'OPS']): string | undefined {
  const before = message.split('$0')[0] ?? '';
  const number = before.split('\n').length - 1;
  const text = message.replace('$0', '').split('\n')[number] ?? '';
  const character = before.length - (before.lastIndexOf('\n') + 1);
  const found = wantedAt({ text, number, character }, keys);
  if (found === undefined) return undefined;
  expect(text.slice(found.start, character)).toBe(found.typed);
  return `${found.typed}|${found.by}`;
}

describe('an id in a commit message', () => {
  it.each([
    ['FN$0', 'FN|id'],
    ['F$0', 'F|id'],
    ['fn-$0', 'fn-|id'],
    ['Sync photos, see FN-1$0', 'FN-1|id'],
    ['Sync photos (FN-1$0)', 'FN-1|id'],
    ['Sync [OPS-$0', 'OPS-|id'],
    ['#$0'.padStart(6), '#|words'],
    ['Sync photos #off$0', '#off|words'],
    ['feat($0', '|words'],
    ['feat(FN-1$0', 'FN-1|words'],
    ['Story: $0', '|words'],
    ['Sync photos\n\nStory: $0', '|words'],
    ['Sync photos\n\nStory: FN-12, $0', '|words'],
    ['Sync photos\n\nStory: FN-12, pho$0', 'pho|words'],
    ['Sync photos\n\nRefs:$0', '|words'],
    ['Sync photos\n\nTicket: $0', '|words'],
  ])('is offered at %j', (message, expected) => {
    expect(wanted(message)).toBe(expected);
  });

  it.each([
    ['Fix$0'],
    ['f$0'],
    ['feat: $0'],
    ['fix: the thing ($0'],
    ['UTF-8$0'],
    ['src/FN-1$0'],
    ['see origin/FN$0'],
    ['mail me@FN$0'],
    ['FN-12b$0'],
    ['FNX$0'],
    ['#$0'],
    ['Sync photos\n#$0'],
    ['Sync photos\n\nThis is about: the sync $0'],
    ['$0'],
  ])('is not offered at %j', (message) => {
    expect(wanted(message)).toBeUndefined();
  });

  it('is offered by no key where no backlog has one', () => {
    expect(wanted('F$0', [''])).toBeUndefined();
    expect(wanted('Story: $0', [])).toBe('|words');
  });

  it('is looked for in a line of any length without delay', () => {
    for (const text of [
      'Story: '.repeat(20_000),
      `${'a'.repeat(100_000)}!`,
      `Story: ${'a, '.repeat(40_000)}!`,
    ]) {
      const ms = computing(() => {
        expect(wantedAt({ text, number: 3, character: text.length }, ['FN'])).toBeUndefined();
      });
      expect(ms).toBeLessThan(1000);
    }
  });
});
