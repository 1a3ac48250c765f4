import { describe, expect, it } from 'vitest';
import { backlogWith, marked, problemsIn, type Setting } from './judged.ts';

/** Each line as a rule marks it; one without a mark is left alone. */
function check(rule: string, lines: readonly string[], setting?: Setting): void {
  describe(rule, () => {
    it.each(lines.map((line) => [line]))('%s', (line) => {
      expect(marked(line.replaceAll(/[⟦⟧]/g, ''), rule, setting)).toBe(line);
    });
  });
}

check('missing-role', [
  '⟦I want to⟧ print the roster, so that parents see it.',
  'In order to save paper, ⟦I want to⟧ print on both sides.',
  '⟦As a⟧, I want to print the roster.',
  '⟦I want to⟧ print labels as a clerk',
  'When it rains, I want to tell everyone, so I can stay home.',
  'As a coach, I want to print the roster.',
  'Print the roster',
  'Der Trainer druckt die Liste',
]);

check('missing-means', [
  '⟦As a coach⟧, so that I save time.',
  '⟦As a coach⟧',
  '⟦As a coach⟧, the roster is sorted, so that I find names.',
  'As a coach, ⟦I want to⟧ , so that I save time.',
  'As a coach, I want a roster.',
  'As discussed, the roster is sorted',
  'As planned last week, the roster is sorted',
  'When I open the roster, names are missing',
  '⟦As coach⟧, so that I save time.',
]);

check('missing-end', [
  'As a coach, I want to print the ⟦roster⟧.',
  'As a coach, I want to print the roster, ⟦so that⟧.',
  'As a coach, I want to print the roster, because parents ask.',
  'As a coach, I want to print the roster, so I can hand it out.',
  'I want to print the roster',
]);

check('clause-order', [
  'I want to print the roster, ⟦as a⟧ coach, so that parents see it.',
  'As a coach, ⟦so that⟧ parents see it, I want to print the roster.',
  'In order to save time, as a coach, I want to print the roster.',
]);

check('missing-comma', [
  'As a coach⟦ I want to⟧ print the roster⟦ so that⟧ parents see it.',
  'As a coach, I want to print the roster, so that parents see it.',
]);

check('two-actions', [
  'As a coach, I want to book a slot ⟦and invoice⟧ the client.',
  'As a coach, I want to sign ⟦and submit⟧ forms online.',
  'As a coach, I want to search for ⟦and download⟧ plans.',
  'As a coach, I want to be able to add a player, ⟦and then see⟧ the roster.',
  'As a coach, I want to see who is ill ⟦and call⟧ the parents.',
  'As a coach, I want to keep my notes private, ⟦and only share⟧ those that help.',
  'As a coach, I want to have the ability to view⟦/edit⟧ plans.',
  'As a coach, I want to print the roster ⟦or mail⟧ it to the club.',
  'As a coach, I want to write plans ⟦and I want to see⟧ them on paper.',
  'As a coach, I want to print rosters and plans.',
  'As a coach, I want to see the start and end of a match.',
  'As a coach, I want to know when matches start and end.',
  'As a coach, I want plans that list players and show their age.',
  'As a coach, I want to ask parents to sign up and bring a form.',
  'As a coach, I want the plan to be printed ⟦and mailed⟧.',
  'As a coach, I want to have each form be signed at home ⟦and returned⟧ on Monday.',
  'As a coach, I want the hall to be swept ⟦and the parents to be told⟧.',
  'As a coach, I want the plan to show signed and dated forms.',
  'As a coach, I want forms that are signed and returned.',
  'As a coach, I want the app to close the roster ⟦and tell⟧ the club.',
  'As a coach, I want the app to show players and teams.',
  'As a coach, I want the app to remind me to sign the form and return it.',
  'As a coach, I want a link to help and support.',
  'As a coach, I want to upload a plan, ⟦and I expect⟧ it to fail if a page is missing.',
  'As a coach, I want to cancel a match, ⟦and the referee should get⟧ a message.',
  'As a coach, I want to see the plan, and it should be short.',
  'As a coach, I want to know if a player is ill and the match must be moved.',
  'As a coach, I want to open the club page to add players, set a date, ⟦and print⟧ the roster.',
  'As a coach, I want to see names, dates of birth, and teams.',
  'As a coach, I want to compare and contrast two plans.',
  'As a coach, I want to collect and use the scores of last year.',
  'As a coach, I want to have read and write access to the plans.',
  'As a coach, I want to read ⟦and write⟧ plans.',
  'As a coach, I want the gate to open and close at noon.',
  'As a coach, I want to edit the view and download settings.',
  'As a coach, I want to search by name and date of birth.',
  'As a coach, I want to filter by team ⟦and sort⟧ by age.',
  'As a coach, I want to create, view ⟦and delete⟧ plans.',
  'As a coach, I want to on-board ⟦and off-board⟧ players.',
  'As a coach, I want to see plans that parents read, ⟦and answer⟧ them.',
  'As a coach, I want to copy and paste plans.',
  'As a coach, I want to log in and out.',
  'As a coach, I want to read, but not change, plans of others.',
  'As a coach, I want to be warned before I leave and lose a plan.',
  'As a coach, I want to see the plans I made and share with others.',
]);

check('two-roles', [
  'As a coach ⟦or⟧ parent, I want to print the roster.',
  'As a coach ⟦and⟧ a referee, I want to print the roster.',
  'As a parent⟦/⟧guardian, I want to see the plan.',
  'As a health and safety officer, I want to see the plan.',
  'As an R&D manager, I want to see the plan.',
  'As a QA/IT lead, I want to see the plan.',
  'As a parent of boys and girls, I want to see the plan.',
]);

check('bracketed-note', [
  'As a coach, I want to export the roster ⟦(CSV only)⟧, so that I can mail it.',
  '"As a coach [of ⟦minors⟧], I want to print the roster."'.replace('[of ⟦minors⟧]', '⟦[of minors]⟧'),
  'As a coach, I want to see the roster⟦(s)⟧.',
  'As a coach, I want to ⟦(re-)⟧use a roster.',
  'As a coach, I want to read [the plan](https://club.example/plan) on the phone.',
  'As a coach, I want to call refresh(5) by hand.',
]);

check('extra-sentence', [
  'As a coach, I want to print the roster. ⟦Ask Ann about colours.⟧',
  'As a coach, I want to print the roster⟦; colours follow⟧, so that parents see it.'.replace('⟦; c', '⟦; c'),
  'As a coach, I want to print the roster ⟦- colours come later⟧',
  'As a coach, I want to print the roster ⟦— on paper —⟧ at home.',
  'As a coach, I want to print pages 1 - 5 of v1.2, e.g. the Smith ed. by A. Noether.',
  'As a coach, I want to print add-ons, so that parents see them.',
  'When I open the roster, names are missing. It was fine yesterday.',
  'As a coach – I want to print it – so that parents see it',
  'As a coach, I want to add notes of max. 200 letters, so that I keep it short.',
]);

check('repeated-indicator', [
  'As a coach, I want to print it, so that ⟦that⟧ parents see it.',
  'As a coach, I want to print it, so that ⟦so⟧ we save time.',
  'As a coach, I want to print it, so that parents see it, ⟦so that⟧ nobody asks.',
  'As a coach, I want to ⟦want to⟧ print it.',
  'As a ⟦as a⟧ coach, I want to print it.',
  'As a coach, I want to write plans and ⟦I want to⟧ see them on paper.',
  'As a coach, I want to print it, so that that is clear.',
]);

check('inline-example', [
  'As a coach, I want to export formats ⟦such as CSV and PDF⟧, so that I can mail them.',
  'As a coach, I want to see results, ⟦e.g. of last week⟧, when I open the page.',
  'As a coach, I want to see such results as matter.',
]);

check('end-is-feature', [
  'As a coach, I want to see pupils, so that ⟦I can also print⟧ badges.',
  'As a coach, I want to see pupils, so that I know their names.',
]);

check('solution-detail', [
  'As a coach, I want a ⟦drop-down⟧ of teams in ⟦Redis⟧, so that a button fits.',
  'As a coach, I want to choose a team.',
]);

check('vague-word', [
  'As a coach, I want to ⟦easily⟧ find ⟦various⟧ plans, so that training is ⟦better⟧.',
  'As a regular coach, I want to use a regular expression.',
]);

check('escape-clause', [
  'As a coach, I want to print on one page ⟦where possible⟧, so that I save paper.',
  'As a coach, I want to sign ⟦as needed⟧.',
  'As a coach, I want to hand over data if required to do so by law.',
]);

check('open-ended', [
  'As a coach, I want to export names, numbers, ⟦etc.⟧, so that I can call.',
  'As a coach, I want to export names ⟦and so on⟧.',
  'As a coach, I want to see names and more details.',
]);

check('fragment', [
  'As a coach, I want to print the ⟦the⟧ roster.',
  'As a coach, I want ⟦roster⟧, so that parents see it.',
  'As a coach, I want to print it, so that ⟦find⟧ names again.',
  'As a coach, I want to print it, so that ⟦<benefit>⟧.',
  'As a coach, I want to ⟦help me⟧ to find names.',
  'As a coach, I want to print names ⟦and⟧, so that parents see them.',
  'As a coach, I want to know that that name is right.',
]);

check('too-coarse', [
  'As a coach, I want to ⟦manage everything⟧ about my team.',
  'As a coach, I want to ⟦handle all⟧ forms.',
  'As a coach, I want to manage absences.',
]);

check(
  'joined-objects',
  ['As a coach, I want to see trips ⟦and⟧ drivers.', 'As a coach, I want to see and edit trips.'],
  {
    writing: ['rules: {story/joined-objects: hint}'],
  },
);
describe('joined-objects', () => {
  it('is silent until a team wants it', () => {
    expect(marked('As a coach, I want to see trips and drivers.', 'joined-objects')).not.toContain('⟦');
  });
});

describe('how serious a finding is', () => {
  it.each([
    ['As a coach, I want to print the roster and mail it.', 'two-actions', 'warning'],
    ['As a coach, I want to print or mail the roster.', 'two-actions', 'information'],
    ['As a coach, I want to see the roster(s).', 'bracketed-note', 'hint'],
    ['As a coach, I want to print it where possible.', 'escape-clause', 'warning'],
    ['As a coach, I want to print it as needed.', 'escape-clause', 'information'],
    ['As a coach, I want to see names, ages, etc.', 'open-ended', 'warning'],
    ['As a coach, I want to see data such as names, ages, etc.', 'open-ended', 'information'],
  ])('%s', (sentence, rule, severity) => {
    expect(problemsIn(backlogWith(sentence), rule).map(({ problem }) => problem.severity)).toEqual([
      severity,
    ]);
  });
});

describe('what is judged', () => {
  const about = (text: string): readonly string[] => problemsIn(text).map(({ problem }) => problem.rule);
  const bad = 'I want to easily print the roster (A4).';

  it('nothing before ready, nor after the end', () => {
    for (const status of ['idea', 'done', 'dropped'])
      expect(about(backlogWith(bad).replace('ready', status))).toEqual([]);
    expect(about(backlogWith(bad)).length).toBeGreaterThan(2);
  });

  it('the form of stories alone, the words of every sentence', () => {
    const bug = about(backlogWith(bad, { fields: ['type: bug'] }));
    expect(bug).toContain('story/bracketed-note');
    expect(bug).not.toContain('story/missing-role');
  });

  it('nothing about form where the item has no sentence', () => {
    expect(about('stories:\n  - {id: FN-1, title: Print the roster (A4) easily, status: ready}\n')).toEqual(
      [],
    );
  });

  it('what a comment switches off is silent', () => {
    const text = backlogWith(bad).replace(
      '    story:',
      '    # refinery-ignore story/missing-role: known\n    story:',
    );
    expect(about(text)).not.toContain('story/missing-role');
    expect(about(text)).toContain('story/bracketed-note');
  });
});

describe('other languages', () => {
  const writing = ['templates: ["Als <Rolle> möchte ich <Ziel>, damit <Nutzen>"]'];
  const rules = (sentence: string): readonly string[] =>
    problemsIn(backlogWith(sentence, { writing })).map(({ problem }) => problem.rule);

  it('have their own form', () => {
    expect(rules('Als Trainer möchte ich die Liste drucken, damit Eltern sie sehen.')).toEqual([]);
    expect(rules('Als Trainer möchte ich die Liste drucken.')).toEqual(['story/missing-end']);
    expect(rules('Ich möchte die Liste drucken, damit Eltern sie sehen.')).toEqual(['story/missing-role']);
  });

  it('are no English: normal, and, so', () => {
    expect(
      rules('Als Trainer möchte ich so eine normal schnelle Liste and support, damit die die lesen.'),
    ).toEqual([]);
  });

  it('have notes in brackets as well', () => {
    expect(rules('Als Trainer möchte ich die Liste drucken (nur A4), damit Eltern sie sehen.')).toEqual([
      'story/bracketed-note',
    ]);
  });

  it('are left alone where the templates are English', () => {
    expect(
      problemsIn(backlogWith('Als Trainer möchte ich die Liste drucken')).map(({ problem }) => problem.rule),
    ).toEqual([]);
  });
});

describe("the team's own words", () => {
  it('are looked for as well', () => {
    expect(
      marked('As a coach, I want a snappy, state of the craft list.', 'vague-word', {
        writing: ['words: {vague: [Snappy, state of the craft]}'],
      }),
    ).toBe('As a coach, I want a ⟦snappy⟧, ⟦state of the craft⟧ list.');
  });

  it('may be one', () => {
    expect(
      marked('As a coach, I want to print it budget permitting.', 'escape-clause', {
        writing: ['words: {escape: budget permitting}'],
      }),
    ).toContain('⟦budget permitting⟧');
  });

  it('can be taken out of every list', () => {
    const writing = ['words: {allow: [easily, Wizard]}'];
    expect(
      marked('As a coach, I want a wizard to easily print it.', 'vague-word', { writing }),
    ).not.toContain('⟦');
    expect(
      marked('As a coach, I want a wizard to easily print it.', 'solution-detail', { writing }),
    ).not.toContain('⟦');
  });
});
