/** What changes from a page make of the file; each is taken back as well. */
import { describe, expect, it } from 'vitest';
import { Backlog } from '../../../../src/core/backlog/backlog.ts';
import { itemPage } from '../../../../src/core/features/page/itemPage.ts';
import { planPageChange } from '../../../../src/core/features/page/pagePlan.ts';
import type { PageChange } from '../../../../src/core/features/page/pageChange.ts';
import { applied } from '../../../../src/core/text/applied.ts';
import { change, markAt, open, story } from './pages.ts';

/** Checks what becomes of the lines below the title. */
function becomes(before: string, wanted: Parameters<typeof change>[1], after: string): void {
  expect(change(story(before), wanted)).toBe(story(after));
}

describe('a text that is typed', () => {
  it('changes its own characters, in the form that stands there', () => {
    becomes(
      `story: >-
  As a coach, I want to see
  the roster.
status: idea
`,
      { kind: 'set', path: 'story', value: 'As a coach, I want to see the full roster.' },
      `story: >-
  As a coach, I want to see
  the full roster.
status: idea
`,
    );
    becomes(
      'story: "As a \\"coach\\""   # who?\n',
      { kind: 'set', path: 'story', value: 'As a "head coach"' },
      'story: "As a \\"head coach\\""   # who?\n',
    );
  });

  it('keeps the line break at the end of a block, which the page does not show', () => {
    becomes(
      'description: |\n  One.\n  Two.\n',
      { kind: 'set', path: 'description', value: 'One.\n\nTwo. Three.' },
      'description: |\n  One.\n\n  Two. Three.\n',
    );
  });

  it('is a new field where there was none, and goes where nothing is left', () => {
    becomes('status: idea\n', { kind: 'set', path: 'story', value: 'As a' }, 'story: As a\nstatus: idea\n');
    becomes('story: As a\nstatus: idea\n', { kind: 'set', path: 'story', value: '' }, 'status: idea\n');
    becomes('status: idea\n', { kind: 'set', path: 'story', value: '' }, 'status: idea\n');
  });

  it('can not leave a title empty', () => {
    expect(change(story(''), { kind: 'set', path: 'title', value: '' })).toMatch(/title/);
    expect(change(story(''), { kind: 'set', path: 'title', value: ' ' })).toMatch(/title/);
  });

  it('is an entry of a list in its own notation', () => {
    const before = `acceptance:
  # asked by Ana
  - works   # how?
  - {check: fast, done: true}
  - "[x] light"
  - scenario: two
    when: both sync
    then: [one wins, it is kept]
`;
    becomes(
      before,
      { kind: 'set', path: 'acceptance.0', value: 'works: offline' },
      before.replace('works', '"works: offline"'),
    );
    becomes(
      before,
      { kind: 'set', path: 'acceptance.1', value: 'fast enough' },
      before.replace('fast', 'fast enough'),
    );
    becomes(before, { kind: 'set', path: 'acceptance.2', value: 'heavy' }, before.replace('light', 'heavy'));
    becomes(
      before,
      { kind: 'set', path: 'acceptance.3.scenario', value: 'three' },
      before.replace('two', 'three'),
    );
    becomes(
      before,
      { kind: 'set', path: 'acceptance.3.when.0', value: 'all sync' },
      before.replace('both', 'all'),
    );
    becomes(
      before,
      { kind: 'set', path: 'acceptance.3.then.1', value: 'it stays' },
      before.replace('it is kept', 'it stays'),
    );
    expect(change(story(before), { kind: 'set', path: 'acceptance.0', value: '' })).toBe(
      'An entry of acceptance needs some words: remove it instead.',
    );
  });

  it('is a block of Gherkin, line by line', () => {
    becomes(
      'acceptance:\n  - |\n    Given a note\n    Then it stays\n',
      { kind: 'set', path: 'acceptance.0', value: 'Given a note\nWhen I sync\nThen it stays' },
      'acceptance:\n  - |\n    Given a note\n    When I sync\n    Then it stays\n',
    );
  });
});

describe('a field that is picked', () => {
  it('is written as the format has it', () => {
    becomes('status: idea\n', { kind: 'set', path: 'status', value: 'ready' }, 'status: ready\n');
    becomes('estimate: 3\n', { kind: 'set', path: 'estimate', value: '5' }, 'estimate: 5\n');
    becomes(
      'score: {reach: 3}\n',
      { kind: 'set', path: 'score.reach', value: '2000' },
      'score: {reach: 2000}\n',
    );
    becomes(
      'score: {reach: 3}\n',
      { kind: 'set', path: 'score.effort', value: '2' },
      'score: {reach: 3, effort: 2}\n',
    );
    becomes(
      'labels: [a, b]   # x\n',
      { kind: 'set', path: 'labels', value: ['a', 'b', 'c'] },
      'labels: [a, b, c]   # x\n',
    );
    becomes('labels: [a, b]\n', { kind: 'remove', path: 'labels.0' }, 'labels: [b]\n');
    becomes('labels: a\n', { kind: 'add', path: 'labels', value: 'b' }, 'labels: [a, b]\n');
    becomes('status: idea\n', { kind: 'set', path: 'private', value: true }, 'status: idea\nprivate: true\n');
    becomes(
      'outcome: {expect: +5}\n',
      { kind: 'set', path: 'outcome.check', value: '2027-03-01' },
      'outcome: {expect: +5, check: 2027-03-01}\n',
    );
  });

  it('is refused with a reason where it does not fit', () => {
    expect(change(story('status: idea\n'), { kind: 'set', path: 'status', value: 'nearly' })).toMatch(
      /^status is one of/,
    );
    expect(change(story(''), { kind: 'set', path: 'nonsense', value: 'x' })).toMatch(/^No field of stories/);
  });
});

describe('entries of lists', () => {
  it('are added, at a place and in the list’s own form', () => {
    becomes(
      'status: idea\n',
      { kind: 'add', path: 'acceptance', value: 'works' },
      'acceptance:\n  - works\nstatus: idea\n',
    );
    becomes('tasks: [a, b]\n', { kind: 'add', path: 'tasks', value: 'c', at: 1 }, 'tasks: [a, c, b]\n');
    becomes(
      'acceptance:\n  - {scenario: s, then: it is}\n',
      { kind: 'add', path: 'acceptance.0.then', value: 'it stays' },
      'acceptance:\n  - {scenario: s, then: [it is, it stays]}\n',
    );
    becomes(
      'acceptance:\n  - scenario: s\n    then: it is\n',
      { kind: 'add', path: 'acceptance.0.given', value: 'a note' },
      'acceptance:\n  - scenario: s\n    given:\n      - a note\n    then: it is\n',
    );
    becomes(
      'notes:\n  - first\n',
      { kind: 'add', path: 'notes', value: { by: 'ben', date: '2026-11-02', text: 'Which?', to: 'ana' } },
      'notes:\n  - first\n  - by: ben\n    date: 2026-11-02\n    text: Which?\n    to: ana\n',
    );
  });

  it('are taken out, and the last takes its field along', () => {
    becomes('tasks:\n  - a\n  - b   # x\n', { kind: 'remove', path: 'tasks.0' }, 'tasks:\n  - b   # x\n');
    becomes('tasks:\n  - a\nstatus: idea\n', { kind: 'remove', path: 'tasks.0' }, 'status: idea\n');
  });

  it('are put elsewhere with their comments', () => {
    const before = 'acceptance:\n  - one   # 1\n  # about two\n  - two\n  - three\n';
    becomes(
      before,
      { kind: 'move', path: 'acceptance.1', to: 0 },
      'acceptance:\n  # about two\n  - two\n  - one   # 1\n  - three\n',
    );
    becomes(
      before,
      { kind: 'move', path: 'acceptance.0', to: 2 },
      'acceptance:\n  # about two\n  - two\n  - three\n  - one   # 1\n',
    );
    becomes(before, { kind: 'move', path: 'acceptance.0', to: 0 }, before);
    expect(change(story(before), { kind: 'move', path: 'acceptance', to: 0 })).toMatch(/no entry/);
  });

  it('are ticked: a plain one becomes a mapping, an unticked mapping stays one', () => {
    becomes(
      'acceptance:\n  - works\n',
      { kind: 'tick', path: 'acceptance.0', done: true },
      'acceptance:\n  - {check: works, done: true}\n',
    );
    becomes(
      'acceptance:\n  - {check: works, done: true}\n',
      { kind: 'tick', path: 'acceptance.0', done: false },
      'acceptance:\n  - {check: works}\n',
    );
    becomes(
      'acceptance:\n  - "[ ] works"\n',
      { kind: 'tick', path: 'acceptance.0', done: true },
      'acceptance:\n  - {check: works, done: true}\n',
    );
    becomes(
      'acceptance:\n  - "[x] works"\n',
      { kind: 'tick', path: 'acceptance.0', done: false },
      'acceptance:\n  - "works"\n',
    );
    becomes(
      'tasks: [a, {do: b}]\n',
      { kind: 'tick', path: 'tasks.0', done: true },
      'tasks: [{do: a, done: true}, {do: b}]\n',
    );
    becomes(
      'tasks: [a, {do: b}]\n',
      { kind: 'tick', path: 'tasks.1', done: true },
      'tasks: [a, {do: b, done: true}]\n',
    );
    becomes(
      'notes: [{text: q, to: ana}]\n',
      { kind: 'tick', path: 'notes.0', done: true },
      'notes: [{text: q, to: ana, done: true}]\n',
    );
    const line = 'acceptance:\n  - Given a, when b, then c\n';
    expect(change(story(line), { kind: 'tick', path: 'acceptance.0', done: true })).toMatch(/^Only a check/);
  });

  it('get a second value: a plain text becomes a mapping', () => {
    becomes(
      'tasks:\n  - write it\n',
      { kind: 'set', path: 'tasks.0.by', value: 'ben' },
      'tasks:\n  - {do: write it, by: ben}\n',
    );
    becomes(
      'links: [a.md]\n',
      { kind: 'set', path: 'links.0.kind', value: 'design' },
      'links: [{url: a.md, kind: design}]\n',
    );
    becomes(
      'tasks:\n  - {do: a, by: ben}\n',
      { kind: 'set', path: 'tasks.0', value: 'c' },
      'tasks:\n  - {do: c, by: ben}\n',
    );
    becomes(
      'tasks:\n  - {do: a, by: ben}\n',
      { kind: 'remove', path: 'tasks.0.by' },
      'tasks:\n  - {do: a}\n',
    );
  });

  it('are said in another notation', () => {
    becomes(
      'acceptance:\n  - Given a, when b, then c\n',
      { kind: 'convert', path: 'acceptance.0', to: 'mapping' },
      'acceptance:\n  - given: a\n    when: b\n    then: c\n',
    );
  });
});

describe('what takes more than one field', () => {
  it('blocks with a few words, or with who and until when', () => {
    becomes('status: idea\n', { kind: 'block', why: 'waits' }, 'status: idea\nblocked: waits\n');
    becomes(
      'blocked: waits\n',
      { kind: 'block', why: 'waits', by: 'ana' },
      'blocked:\n  why: waits\n  by: ana\n',
    );
    becomes(
      'blocked: {why: waits, by: ana}\n',
      { kind: 'block', why: 'still', due: '2026-12-01' },
      'blocked: {why: still, due: 2026-12-01}\n',
    );
    becomes('blocked: waits\n', { kind: 'remove', path: 'blocked' }, '');
    expect(change(story(''), { kind: 'block', why: ' ' })).toBe('Say in a few words what blocks it.');
  });

  it('drops with the reason', () => {
    becomes(
      'status: idea\n',
      { kind: 'drop', because: 'nobody asked' },
      'status: dropped\ndropped_because: nobody asked\n',
    );
    becomes('status: idea\n', { kind: 'drop', because: ' ' }, 'status: dropped\n');
  });

  it('ranks', () => {
    const text =
      'stories:\n  - {id: FN-2, title: Two}\n  - {id: FN-1, title: One}\n  - {id: FN-3, title: Three}\n';
    const order = (after: string) => [...after.matchAll(/FN-(\d)/g)].map(([, n]) => n).join('');
    expect(order(change(text, { kind: 'rank', to: 'up' }))).toBe('123');
    expect(order(change(text, { kind: 'rank', to: 'down' }))).toBe('231');
    expect(order(change(text, { kind: 'rank', to: 'top' }))).toBe('123');
    expect(order(change(text, { kind: 'rank', to: 'bottom' }))).toBe('231');
  });

  it('applies the fix of a finding by its title', () => {
    const text = story('status: ready\nstory: As a coach I want to see it, so that so that I know.\n');
    const { page } = open(text);
    const finding = page.findings.find(({ rule }) => rule === 'story/repeated-indicator');
    const title = finding?.fixes[0]?.title ?? '';
    expect(change(text, { kind: 'fix', finding: finding?.id ?? '', title })).toBe(
      story('status: ready\nstory: As a coach I want to see it, so that I know.\n'),
    );
    expect(change(text, { kind: 'fix', finding: finding?.id ?? '', title: 'Else' })).toMatch(
      /no longer fits/,
    );
  });

  it('applies the fix of an entry that is no form', () => {
    const text = 'stories:\n  - FN-1 write this down   # soon\n';
    const backlog = Backlog.read(text).finish();
    const [item] = backlog.list('stories');
    const page = item && itemPage(backlog, item);
    if (item === undefined || page?.readable !== false) throw new Error('it can be read');
    expect(page.why).toBe('This text doesn’t belong to any field: it isn’t clear which part is the title.');
    const [finding] = page.findings;
    const plan = planPageChange(backlog, item, {
      kind: 'fix',
      finding: finding?.id ?? '',
      title: finding?.fixes[0]?.title ?? '',
    });
    expect(plan.ok && applied(text, plan.edits)).toBe('stories:\n  - title: FN-1 write this down   # soon\n');
  });

  it('applies a fix that is an operation, and one of an idea', () => {
    const text = story('status: idea\nstory: As a coach, I want to see it (on a phone), so that I know.\n');
    const { page } = open(text);
    const finding = page.findings.find(({ rule }) => rule === 'story/bracketed-note');
    const title = finding?.fixes.find((fix) => /note/i.test(fix.title))?.title ?? '';
    expect(change(text, { kind: 'fix', finding: finding?.id ?? '', title })).toContain('notes:');
  });
});

describe('a file that changed meanwhile', () => {
  const before = story('story: As a coach\nacceptance: [one, two, three]\nlabels: [a]\n');
  const { page: old } = open(before);
  const plan = (text: string, wanted: PageChange) => {
    const { backlog, item } = open(text);
    const made = planPageChange(backlog, item, wanted);
    return made.ok ? applied(text, made.edits) : `${made.refusal.code}: ${made.refusal.message}`;
  };

  it('is not overwritten where it says something else', () => {
    const after = before.replace('As a coach', 'As a trainer');
    const wanted = {
      kind: 'set',
      path: 'story',
      value: 'As a head coach',
      mark: markAt(old, 'story'),
    } as const;
    expect(plan(after, wanted)).toBe(
      'changed-since: The file says something else for this story now: look at it before you change it.',
    );
    expect(plan(before, wanted)).toBe(before.replace('a coach', 'a head coach'));
    expect(plan(before, { ...wanted, mark: '' })).toMatch(/^changed-since/);
    expect(plan(before.replace(/ {4}story.*\n/, ''), wanted)).toMatch(/^changed-since/);
  });

  it('does not mind what changed elsewhere', () => {
    const after = before.replace('labels: [a]', 'labels: [b]');
    const wanted = { kind: 'set', path: 'story', value: 'x', mark: markAt(old, 'story') } as const;
    expect(plan(after, wanted)).toBe(after.replace('As a coach', 'x'));
  });

  it('has the entry changed that was meant, where it went to another position', () => {
    const after = before.replace('[one, two, three]', '[new, one, two]');
    const mark = markAt(old, 'acceptance.0');
    expect(plan(after, { kind: 'set', path: 'acceptance.0', value: 'ONE', mark })).toBe(
      after.replace('one', 'ONE'),
    );
    expect(plan(after, { kind: 'remove', path: 'acceptance.2', mark: markAt(old, 'acceptance.2') })).toMatch(
      /^changed-since: .*entry of acceptance/,
    );
    const twice = before.replace('[one, two, three]', '[new, one, one]');
    expect(plan(twice, { kind: 'remove', path: 'acceptance.0', mark })).toMatch(/^changed-since/);
  });
});
