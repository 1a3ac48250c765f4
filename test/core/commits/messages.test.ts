import { describe, expect, it } from 'vitest';
import { itemsNamed } from '../../../src/core/commits/links.ts';
import { mentionedId } from '../../../src/core/commits/mentions.ts';
import { mentionsOf, subjectOf, withoutComments } from '../../../src/core/commits/message.ts';
import { DEFAULT_COMMITS, isExempt } from '../../../src/core/commits/settings.ts';
import { branchMentions } from '../../../src/core/commits/view.ts';
import { directory } from './backlogs.ts';
import { BRANCHES, MESSAGES } from './messages.ts';
import { computing } from '../../support/computing.ts';

const backlogs = directory();

describe('what a message names', () => {
  it.each(MESSAGES)('$name', ({ message, names }) => {
    const found = itemsNamed(mentionsOf(message), backlogs, DEFAULT_COMMITS);
    expect(
      found.map(
        ({ strength, target, uncertain }) => `${strength} ${target.item.id ?? ''}${uncertain ? ' ?' : ''}`,
      ),
    ).toEqual(names);
  });

  it.each(MESSAGES)('$name: each mention stands where it says', ({ message }) => {
    for (const mention of mentionsOf(message)) {
      const written = message.slice(mention.start, mention.end);
      const id = mentionedId(mention).toUpperCase();
      // Of `FN-12&13` the second is a number alone.
      expect(/^\d+$/.test(written) ? id.endsWith(`-${written}`) : written.toUpperCase() === id).toBe(true);
    }
  });

  it('follows the keys of the team', () => {
    const settings = { ...DEFAULT_COMMITS, trailers: ['Ticket'] };
    const strengths = (message: string): readonly string[] =>
      itemsNamed(mentionsOf(message), backlogs, settings).map(({ strength }) => strength);
    expect(strengths('A\n\nTicket: fn-12\n')).toEqual(['trailer']);
    expect(strengths('A\n\nStory: FN-12\n')).toEqual(['mention']);
  });

  it('says which trailer ends the work', () => {
    const closing = (message: string): readonly boolean[] =>
      itemsNamed(mentionsOf(message), backlogs, DEFAULT_COMMITS).map(({ closes }) => closes);
    expect(closing('A\n\nCloses: FN-12\nRefs: FN-13\n')).toEqual([true, false]);
    expect(closing('Closes FN-12')).toEqual([false]);
  });

  it('takes time that grows with the message, whatever is in it', () => {
    for (const piece of [
      'FN-',
      'A-1 ',
      '#1',
      "Merge branch 'a",
      '* a\n',
      'Story: \n ',
      "'",
      '\n\n',
      'in a from b ',
    ]) {
      const message = `Merge pull request ${piece.repeat(100_000 / piece.length)}\n\n${piece.repeat(100_000 / piece.length)}`;
      const ms = computing(() => mentionsOf(message));
      expect(ms, piece).toBeLessThan(2000);
    }
  });
});

describe('the name of a branch', () => {
  it.each(BRANCHES)('$branch', ({ branch, names }) => {
    const found = itemsNamed(branchMentions(branch), backlogs, DEFAULT_COMMITS);
    expect(found.map(({ target }) => target.item.id)).toEqual(names);
    expect(found.every(({ strength }) => strength === 'branch')).toBe(true);
  });
});

describe('a message', () => {
  it('has the subject that git shows', () => {
    expect(subjectOf('One\ntwo\r\n\r\nBody')).toBe('One two');
    expect(subjectOf('\n\n  One  \n')).toBe('  One');
    expect(subjectOf('')).toBe('');
  });

  it('that is being written loses its comments, and nothing moves', () => {
    const text = 'FN-12: a\n# FN-13\n\nBody\n# ------------------------ >8 ------------------------\nFN-14\n';
    const kept = withoutComments(text);
    expect(kept).toHaveLength(text.length);
    expect(mentionsOf(kept).map(mentionedId)).toEqual(['FN-12']);
    expect(kept.split('\n')).toHaveLength(text.split('\n').length);
  });

  it('is exempt by its subject or its author', () => {
    const settings = { exempt: ['chore(deps): *', 'author: *[bot]', '*draft*', 'Release'] };
    const commit = (subject: string, author = 'Ana', email = 'ana@x.example') => ({ subject, author, email });
    expect(isExempt(settings, commit('chore(deps): update x'))).toBe(true);
    expect(isExempt(settings, commit('Chore(deps): update x'))).toBe(true);
    expect(isExempt(settings, commit('fix: chore(deps): update x'))).toBe(false);
    expect(isExempt(settings, commit('a draft of it'))).toBe(true);
    expect(isExempt(settings, commit('Release'))).toBe(true);
    expect(isExempt(settings, commit('Release 2'))).toBe(false);
    expect(isExempt(settings, commit('Update', 'renovate[bot]'))).toBe(true);
    expect(isExempt(settings, commit('Update', 'Ben', 'ben@x.example'))).toBe(false);
  });
});
