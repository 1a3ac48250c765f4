import { describe, expect, it } from 'vitest';
import { Backlog } from '../../../../src/core/backlog/backlog.ts';
import { quickFixesAt } from '../../../../src/core/features/codeActions.ts';
import { concerned, said, storiesOf } from './judged.ts';

const RULE = 'story/undeclared-dependency';
const FIRST = 'As a coach, I want to see the roster offline, so that I need no signal.';
const NAMING = 'As a coach, I want to share the roster of FN-1, so that parents see it.';

function replace(backlog: Backlog, what: string, by: string): void {
  const start = backlog.source.toString().indexOf(what);
  if (start < 0) throw new Error(`"${what}" is not in the text`);
  backlog.edit([{ start, end: start + what.length, text: by }]);
}

describe('a story that names another', () => {
  it('is told to link it, and the fix does', () => {
    const backlog = Backlog.read(storiesOf(FIRST, NAMING));
    expect(said(backlog, RULE)).toEqual([
      'FN-2 [FN-1] This mentions FN-1, but no field links to it: add it to `depends_on`, or remove it.',
    ]);
    const at = backlog.source.toString().lastIndexOf('FN-1');
    const [fix] = quickFixesAt(backlog, { start: at, end: at });
    expect(fix?.title).toBe('Add FN-1 to `depends_on`');
    backlog.edit(fix?.edits ?? []);
    expect(said(backlog, RULE)).toEqual([]);
    expect(backlog.byId('FN-2')[0]?.dependsOn).toEqual(['FN-1']);
  });

  it('is fine where either of the two links the other', () => {
    const linked = (id: string, other: string): string =>
      storiesOf(FIRST, NAMING).replace(`id: ${id}\n`, `id: ${id}\n    depends_on: [${other}]\n`);
    expect(concerned(linked('FN-2', 'FN-1'), RULE)).toEqual([]);
    expect(concerned(linked('FN-1', 'FN-2'), RULE)).toEqual([]);
  });

  it.each([
    ['an id that nobody bears', NAMING.replace('FN-1', 'FN-7')],
    ['a standard', 'As a coach, I want a file by ISO-8601, so that parents can open it.'],
    ['itself', NAMING.replace('FN-1', 'FN-2')],
  ])('is fine where it names %s', (_, sentence) => {
    expect(concerned(storiesOf(FIRST, sentence), RULE)).toEqual([]);
  });

  it('is fine where the other is over', () => {
    const over = storiesOf(FIRST, NAMING).replace('status: ready', 'status: done');
    expect(concerned(over, RULE)).toEqual([]);
  });

  it('is found in criteria of every notation', () => {
    const criteria = [
      '[The roster opens as in FN-1]',
      '\n      - given: the roster of FN-1\n        then: it opens',
      '\n      - |\n        Scenario: Offline\n          Given the roster of FN-1\n          Then it opens',
    ];
    for (const acceptance of criteria) {
      const text = `${storiesOf(FIRST, 'As a coach, I want to share it, so that parents see it.')}    acceptance: ${acceptance}\n`;
      expect(said(Backlog.read(text), RULE)[0], acceptance).toContain('FN-2 [FN-1]');
    }
  });

  it('follows what happens to the other, wherever it stands', () => {
    const backlog = Backlog.read(storiesOf(FIRST, NAMING));
    expect(said(backlog, RULE)).toHaveLength(1);
    replace(backlog, 'id: FN-1\n', 'id: FN-9\n');
    expect(said(backlog, RULE)).toEqual([]);
    replace(backlog, 'id: FN-9\n', 'id: FN-9\n    was: [FN-1]\n');
    expect(said(backlog, RULE)).toHaveLength(1);
    replace(backlog, 'status: ready', 'status: done');
    expect(said(backlog, RULE)).toEqual([]);
  });
});

describe('a story that points to another by its place', () => {
  it.each(['as above', 'See the previous story', 'after story 12', 'like in the next story'])(
    '%s',
    (words) => {
      const sentence = `As a coach, I want to share the roster ${words}, so that parents see it.`;
      expect(said(Backlog.read(storiesOf(FIRST, sentence)), RULE)[0]).toContain(`FN-2 [${words}]`);
      const linked = storiesOf(FIRST, sentence).replace('id: FN-2\n', 'id: FN-2\n    depends_on: [FN-1]\n');
      expect(concerned(linked, RULE)).toEqual([]);
    },
  );
});

describe('what is changed and made nowhere', () => {
  const on = (text: string): string => `writing:\n  rules: {story/crud-gap: hint}\n${text}`;
  const remove = 'As an organiser, I want to delete a team, so that the list stays short.';

  it('is asked about only where the team wants it', () => {
    expect(concerned(storiesOf(remove), 'story/crud-gap')).toEqual([]);
    expect(said(Backlog.read(on(storiesOf(remove))), 'story/crud-gap')).toEqual([
      'FN-1 [delete a team] No story creates a "team": is one missing, or does it come from elsewhere?',
    ]);
  });

  it('is answered by any story that makes it, a finished one or an idea too', () => {
    const make = 'As an organiser, I want to create and edit teams, so that they can play.';
    for (const status of ['idea', 'done', 'ready']) {
      const text = on(storiesOf(remove, make)).replace(/ready(?=\n[^\n]*create)/, status);
      expect(concerned(text, 'story/crud-gap'), status).toEqual([]);
    }
    const backlog = Backlog.read(on(storiesOf(remove, make)));
    replace(backlog, 'create and edit teams', 'see teams');
    expect(said(backlog, 'story/crud-gap')).toHaveLength(1);
  });
});
