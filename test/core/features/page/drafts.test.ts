/** What is said of a text while it is typed, and what may be typed next. */
import { describe, expect, it } from 'vitest';
import { completeDraft } from '../../../../src/core/features/page/completeDraft.ts';
import { judgeDraft } from '../../../../src/core/features/page/judgeDraft.ts';
import { sentenceOf } from '../../../../src/core/features/page/sentence.ts';
import { DEFAULT_CONFIG } from '../../../../src/core/backlog/config.ts';
import { briefly, open, story } from './pages.ts';

function judged(lines: string, path: string, text: string): readonly string[] {
  const { backlog, item } = open(story(lines));
  const before = backlog.source.toString();
  const { findings } = judgeDraft(backlog, item, path, text);
  expect(backlog.source.toString()).toBe(before);
  return briefly(findings, () => text);
}

describe('a text that is being typed', () => {
  it('is judged as if it stood in the file', () => {
    const text = 'As a coach, I want to see it (now), so that I know.';
    expect(judged('status: ready\n', 'story', text)).toEqual(['story/bracketed-note at story “(now)”']);
    expect(judged('status: ready\nstory: old\n', 'story', text)).toEqual([
      'story/bracketed-note at story “(now)”',
    ]);
    expect(judged('status: idea\n', 'story', text)).toEqual([
      'story/bracketed-note at story “(now)” (early)',
    ]);
    expect(judged('status: done\n', 'story', text)).toEqual([]);
  });

  it('has the same fixes as it will have in the file', () => {
    const { backlog, item } = open(story('status: ready\n'));
    const { findings } = judgeDraft(
      backlog,
      item,
      'story',
      'As a coach I want to go, so that so that I rest.',
    );
    const written = open(story('status: ready\nstory: As a coach I want to go, so that so that I rest.\n'));
    const later = written.page.findings.filter(({ field }) => field === 'story');
    expect(findings.map(({ id, fixes }) => ({ id, fixes }))).toEqual(
      later.map(({ id, fixes }) => ({ id, fixes })),
    );
    expect(findings.some(({ fixes }) => fixes.length > 0)).toBe(true);
  });

  it('may be an entry, one that is not there yet, or a step', () => {
    const lines = 'status: ready\nacceptance:\n  - works\n  - {when: I pay, then: [it is]}\n';
    expect(judged(lines, 'acceptance.0', 'it is TBD')).toEqual(['ac/placeholder at acceptance.0 “TBD”']);
    expect(judged(lines, 'acceptance.2', 'it is TBD')).toEqual(['ac/placeholder at acceptance.2 “TBD”']);
    expect(judged(lines, 'acceptance.1.then.0', 'it loads quickly')).toEqual([
      'ac/vague at acceptance.1.then.0 “quickly”',
    ]);
    expect(judged(lines, 'acceptance.1.then.1', 'it loads quickly')).toEqual([
      'ac/vague at acceptance.1.then.1 “quickly”',
    ]);
  });

  it('is judged in a field that it can not be written into as nothing at all', () => {
    expect(judged('status: ready\nstory: [a]\n', 'nonsense', 'x')).toEqual([]);
    expect(judged('status: ready\n', 'story', '  ')).toEqual([]);
  });
});

describe('the parts of a sentence', () => {
  const put = (text: string, words: Readonly<Record<string, string>>): string => {
    const gaps = sentenceOf(text, DEFAULT_CONFIG).gaps;
    let result = text;
    for (const { slot, at, before, after } of [...gaps].reverse())
      result = result.slice(0, at) + before + (words[slot] ?? '…') + after + result.slice(at);
    return result;
  };

  it('that are missing are put where the template has them', () => {
    expect(put('', { role: 'coach', means: 'to rest', end: 'I win' })).toBe(
      'As a coach, I want to rest, so that I win',
    );
    expect(put('I want to rest.', { role: 'coach', end: 'I win' })).toBe(
      'As a coach, I want to rest, so that I win.',
    );
    expect(put('As a coach, I want to rest.', { end: 'I win' })).toBe(
      'As a coach, I want to rest, so that I win.',
    );
    expect(put('As a coach, so that I win', { means: 'to rest' })).toBe(
      'As a coach, I want to rest, so that I win',
    );
    expect(put('When it rains, I want to rest', { end: 'win' })).toBe(
      'When it rains, I want to rest, so I can win',
    );
  });

  it('are read again as what they are', () => {
    const whole = put('', { role: 'coach', means: 'to rest', end: 'I win' });
    const { parts, gaps } = sentenceOf(whole, DEFAULT_CONFIG);
    expect(parts.map(({ slot, text }) => [slot, text])).toEqual([
      ['role', 'coach'],
      ['means', 'rest'],
      ['end', 'I win'],
    ]);
    expect(gaps).toEqual([]);
  });

  it('are those of the team’s own template, in its language', () => {
    const config = { ...DEFAULT_CONFIG, templates: ['Als <Rolle> möchte ich <Ziel>, damit <Nutzen>'] };
    expect(sentenceOf('', config).gaps).toEqual([
      { slot: 'role', name: 'Rolle', at: 0, before: 'Als ', after: '' },
      { slot: 'means', name: 'Ziel', at: 0, before: ' möchte ich ', after: '' },
      { slot: 'end', name: 'Nutzen', at: 0, before: ', damit ', after: '' },
    ]);
  });
});

describe('at the cursor of a text', () => {
  const text = `product: {key: FN}
people: [{id: ana, name: Ana Lima}, {id: ben, name: Bernd}]
personas: [{id: coach, name: head coach}]
stories:
  - {id: FN-1, title: One}
  - {id: FN-12, title: Twelve, story: "As a player, I want to go."}
`;
  const { backlog, item } = open(text);
  const offered = (path: string, typed: string) => {
    const found = completeDraft(backlog, item, path, typed.replace('|', ''), typed.indexOf('|'));
    return (
      found && [
        found.items.map(({ insert }) => insert),
        typed.replace('|', '').slice(found.replace.start, found.replace.end),
      ]
    );
  };

  it('people are offered behind @, by id or name', () => {
    expect(offered('notes.0', 'ask @|')).toEqual([['@ana', '@ben'], '@']);
    expect(offered('notes.0', 'ask @li|')).toEqual([['@ana'], '@li']);
    expect(offered('notes.0', 'a mail@li|')).toBeNull();
  });

  it('personas and roles are offered where the sentence says for whom', () => {
    expect(offered('story', 'As a |')?.[0]).toEqual(['head coach', 'player']);
    expect(offered('story', 'As a pl|, I want to go')).toEqual([['player'], 'pl']);
    expect(offered('story', 'As a player, I want to |go')).toBeNull();
    expect(offered('description', 'As a |')).toBeNull();
  });

  it('items are offered behind the key', () => {
    expect(offered('description', 'as in FN-1|')).toEqual([['FN-12'], 'FN-1']);
    expect(offered('description', 'UTF-8|')).toBeNull();
  });
});
