import { describe, expect, it } from 'vitest';
import { Backlog } from '../../../../src/core/backlog/backlog.ts';
import { quickFixesAt } from '../../../../src/core/features/codeActions.ts';
import { concerned, said, storiesOf } from './judged.ts';

const EXPORT = 'As a coach, I want to export the roster, so that parents can print it.';

describe('stories that are there twice', () => {
  it('are told of both, whatever their case and punctuation', () => {
    const text = storiesOf(EXPORT, 'As a coach I WANT to export the roster so that parents can print it');
    expect(said(Backlog.read(text), 'story/duplicate')).toEqual([
      `FN-1 ["${EXPORT}"] FN-2 says the same: keep one of the two.`,
      'FN-2 ["As a coach I WANT to export the roster so that parents can print it"] FN-1 says the same: keep one of the two.',
    ]);
    expect(concerned(text, 'story/near-duplicate')).toEqual([]);
  });

  it('name the place of the other', () => {
    const backlog = Backlog.read(storiesOf(EXPORT, EXPORT)).finish();
    const [first] = backlog.problems().filter(({ problem }) => problem.rule === 'story/duplicate');
    const [related] = first?.problem.related ?? [];
    expect(related?.message).toBe('FN-2');
    expect(related?.slice.text.slice(related.start, related.end)).toBe('Story 2');
  });

  it('can be merged or deleted, and then nothing is left to say', () => {
    for (const title of ['Merge this into FN-1', 'Delete this and keep FN-1']) {
      const backlog = Backlog.read(storiesOf(EXPORT, EXPORT)).finish();
      const second = backlog.source.toString().indexOf(EXPORT, 120);
      const fix = quickFixesAt(backlog, { start: second, end: second }).find((each) => each.title === title);
      expect(fix, title).toBeDefined();
      backlog.edit(fix?.edits ?? []);
      expect(said(backlog, 'story/duplicate')).toEqual([]);
      expect(backlog.list('stories').map(({ id }) => id)).toEqual(['FN-1']);
    }
  });

  it('are found by the title where there is no sentence, but only by one of some length', () => {
    const titles = (title: string): string =>
      `stories:\n${[1, 2].map((n) => `  - id: FN-${n}\n    title: ${title}\n    type: bug\n    status: ready\n`).join('')}`;
    expect(concerned(titles('Notes vanish when the phone rings'), 'story/duplicate')).toEqual([
      'FN-1',
      'FN-2',
    ]);
    expect(concerned(titles('Sprint review'), 'story/duplicate')).toEqual([]);
  });

  it('are left alone as ideas and when they are done', () => {
    const text = storiesOf(EXPORT, EXPORT);
    expect(concerned(text.replace('status: ready', 'status: idea'), 'story/duplicate')).toEqual([]);
    expect(concerned(text.replace('status: ready', 'status: done'), 'story/duplicate')).toEqual([]);
  });

  it('are forgiven where a comment says so, and only there', () => {
    const text = storiesOf(EXPORT, EXPORT).replace(
      '    title: Story 2',
      '    # refinery-ignore story/duplicate: on purpose\n    title: Story 2',
    );
    expect(concerned(text, 'story/duplicate')).toEqual(['FN-1']);
  });
});

describe('stories that say nearly the same', () => {
  const severities = (...sentences: readonly string[]): readonly string[] =>
    Backlog.read(storiesOf(...sentences))
      .finish()
      .problems()
      .filter(({ problem }) => problem.rule === 'story/near-duplicate')
      .map(({ problem }) => problem.severity);

  it('share role and wish', () => {
    const other = 'As a coach, I want to export the rosters, so that I can send them to the league.';
    expect(severities(EXPORT, other)).toEqual(['warning', 'warning']);
  });

  it('share the wish alone, which is only information', () => {
    const other = 'As a parent, I want to export the roster, so that I know who drives.';
    expect(severities(EXPORT, other)).toEqual(['information', 'information']);
  });

  it('differ in one word, wherever it comes again', () => {
    const parts = (thing: string): string =>
      `As a coach, I want to send the ${thing} to the parents, so that the ${thing} reaches everybody.`;
    expect(severities(parts('lineup'), parts('newsletter'))).toEqual(['warning', 'warning']);
  });

  it('have a word more', () => {
    const more = 'As a coach, I want to export the complete roster, so that parents can print it.';
    expect(severities(EXPORT, more)).toEqual(['warning', 'warning']);
  });

  it.each([
    ['the verb', 'As a coach, I want to delete the roster, so that parents can print it.'],
    ['two words', 'As a coach, I want to export the lineup, so that players can print it.'],
    ['the role, in one word', 'As a parent, I want to export the lineup, so that parents can print it.'],
  ])('are not those that differ in %s', (_, other) => {
    expect(severities(EXPORT, other)).toEqual([]);
  });

  it('are not those of which one has a word that turns the sense around', () => {
    const hear = (what: string): string =>
      `As a coach, I want to hear of matches ${what} at home, so that I can plan.`;
    expect(severities(hear('played'), hear('not played'))).toEqual([]);
    expect(severities(hear('played'), hear('soon played'))).toEqual(['warning', 'warning']);
  });

  it('are not short wishes that differ in their only noun', () => {
    expect(
      severities('As a coach, I want to see the roster.', 'As a coach, I want to see the lineup.'),
    ).toEqual([]);
  });

  it('are found in any language', () => {
    const text = `writing:\n  language: de\n  templates: ["Als <rolle> möchte ich <ziel>, damit <nutzen>"]\n${storiesOf(
      'Als Trainer möchte ich die Liste der Spieler drucken, damit alle Eltern sie sehen',
      'Als Trainer möchte ich die Liste der Gegner drucken, damit alle Eltern sie sehen',
    )}`;
    expect(concerned(text, 'story/near-duplicate')).toEqual(['FN-1', 'FN-2']);
  });

  it('can be merged, and no words are lost', () => {
    const other = 'As a coach, I want to export the roster, so that the league gets it.';
    const backlog = Backlog.read(storiesOf(EXPORT, other)).finish();
    const at = backlog.source.toString().indexOf(other);
    const [fix] = quickFixesAt(backlog, { start: at, end: at }).filter(({ title }) =>
      title.startsWith('Merge'),
    );
    backlog.edit(fix?.edits ?? []);
    const after = backlog.source.toString();
    expect(said(backlog, 'story/near-duplicate')).toEqual([]);
    expect(after).toContain(EXPORT);
    expect(after).toContain('the league gets it');
  });
});

describe('many stories that say the same', () => {
  it('are each held against one other, and take no longer than others', () => {
    const sentences = Array.from({ length: 3_000 }, () => EXPORT);
    const backlog = Backlog.read(storiesOf(...sentences)).finish();
    const found = backlog.problems().filter(({ problem }) => problem.rule === 'story/duplicate');
    expect(found).toHaveLength(3_000);
    expect(found[0]?.problem.message).toContain('FN-2 says');
    expect(new Set(found.slice(1).map(({ problem }) => problem.message)).size).toBe(1);
  });

  it('leave the others alone when all but one are gone', () => {
    const backlog = Backlog.read(storiesOf(EXPORT, EXPORT, EXPORT)).finish();
    const start = backlog.source.toString().indexOf('  - id: FN-2');
    backlog.edit([{ start, end: backlog.source.length, text: '' }]);
    expect(said(backlog, 'story/duplicate')).toEqual([]);
  });
});
