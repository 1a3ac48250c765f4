import { describe, expect, it } from 'vitest';
import { chosenAt, completeAt, entryAt, labelsAt } from './choose.ts';

const HEAD = `product: {name: Fieldnotes, key: FN}
people:
  - {id: ana, name: Ana Lima}
  - {id: ben, name: Ben Okafor}
personas:
  - {id: curator, name: collection curator, about: Trusts nothing that has no place.}
  - {id: bio, name: field biologist}
  - {id: lead, name: expedition lead}
objectives:
  - {id: no-loss, title: Nobody loses a note}
epics:
  - {id: FN-1, title: Offline notes, objective: no-loss}
  - {id: FN-10, title: Backups, objective: no-loss}
stories:
  - id: FN-2
    title: Sync
    epic: FN-1
    story: As a field biologist, I want to sync my notes, so that my team sees them the same day.
    acceptance:
      - Given 3 notes written offline, when the phone comes back online, then the team sees "all" of them
      - given: [the note "Owl" was edited on two phones]
        when: both come back online
        then: [both versions are kept]
  - id: FN-3
    title: Sleep
    epic: FN-10
    story: As a field biologist, I want to save power, so that the phone lasts a week.
  - id: FN-4
    title: Nurse
    story: As a nurse, I want to read wounds, so that I can help.
    acceptance:
      - |
        Scenario: known
          Given 5 notes written offline
          When I count them
`;

const labels = (marked: string): readonly string[] => labelsAt(HEAD + marked);

/** The text below the head after a choice. */
const chosen = (marked: string, label?: string): string => chosenAt(HEAD + marked, label).slice(HEAD.length);

const story = (value: string, behind = ''): string => `  - title: X\n    story: ${value}${behind}`;
const criterion = (value: string): string => `  - title: X\n    acceptance:\n      - ${value}`;

describe('the story sentence', () => {
  it("begins with the team's templates and their first words", () => {
    expect(labels(story('$0'))).toEqual([
      'As a <role>, I want <means>, so that <benefit>',
      'When <situation>, I want to <means>, so I can <benefit>',
      'As a',
      'When',
    ]);
    expect(chosen(story('$0'))).toBe(story('As a «<role>», I want «<means>», so that «<benefit>»«»'));
    expect(labels(story('Wh$0'))).toEqual([
      'When <situation>, I want to <means>, so I can <benefit>',
      'When',
    ]);
  });

  it('names the personas by how often stories name them, then roles that are none', () => {
    expect(labels(story('As a $0'))).toEqual([
      'field biologist',
      'collection curator',
      'expedition lead',
      'nurse',
    ]);
    expect(entryAt(HEAD + story('As a $0'), 'collection curator').documentation).toBe(
      'Trusts nothing that has no place.',
    );
    expect(entryAt(HEAD + story('As a $0'), 'nurse').detail).toContain('no persona');
  });

  it('does not count a role that is half typed', () => {
    expect(labels(story('As a fie$0, I want to sleep'))).not.toContain('fie');
  });

  it.each([
    ['an empty place', 'As a $0', 'field biologist', 'As a field biologist, «»'],
    ['a half-typed role', 'As a fie$0', 'field biologist', 'As a field biologist, «»'],
    ['the middle of a word', 'As a nu$0rs, I want to rest', 'nurse', 'As a nurse«», I want to rest'],
    [
      'a place to fill in',
      'As a <ro$0le>, I want <means>',
      'field biologist',
      'As a field biologist«», I want <means>',
    ],
    ['a place that is selected', 'As a <role>$0, I want <means>', 'nurse', 'As a nurse«», I want <means>'],
    ['a vowel', 'As a $0', 'expedition lead', 'As an expedition lead, «»'],
    ['no vowel', 'As an $0', 'nurse', 'As a nurse, «»'],
    ['double quotes', '"As a fi$0"', 'field biologist', '"As a field biologist, «»"'],
    ['single quotes', "'As a $0'", 'field biologist', "'As a field biologist, «»'"],
    ['a block', '|\n      As a $0', 'field biologist', '|\n      As a field biologist, «»'],
    ['a folded block', '>-\n      As a\n      $0', 'nurse', '>-\n      As a\n      nurse, «»'],
    ['a second line', 'As a\n      fi$0', 'field biologist', 'As a\n      field biologist, «»'],
  ])('puts a role at %s', (_where, before, label, after) => {
    expect(chosen(story(before), label)).toBe(story(after));
  });

  it.each([
    ['behind the comma', 'As a field biologist, $0', 'As a field biologist, I want to «»'],
    ['behind a known role', 'As a field biologist$0', 'As a field biologist, I want to «»'],
    ['half typed', 'As a field biologist, I w$0', 'As a field biologist, I want to «»'],
    ['on a line of its own', '>\n      As a nurse,\n      $0', '>\n      As a nurse,\n      I want to «»'],
    ['behind the means', 'As a nurse, I want to rest, $0', 'As a nurse, I want to rest, so that «»'],
    [
      'behind the means without a comma',
      'As a nurse, I want to rest so$0',
      'As a nurse, I want to rest, so that «»',
    ],
    [
      'in front of the rest',
      'As a nurse, I want to rest, so$0 <benefit>',
      'As a nurse, I want to rest, so that«» <benefit>',
    ],
  ])('announces the next clause %s', (_where, before, after) => {
    expect(chosen(story(before))).toBe(story(after));
  });

  it("announces as most stories of the file do, then as the team's template", () => {
    const drifted = HEAD.replaceAll('I want to', "I'd like to");
    expect(labelsAt(drifted + story('As a nurse, $0'))).toEqual(["I'd like to", 'I want', 'I want to']);
    expect(chosenAt(drifted + story("'As a nurse, $0'")).slice(drifted.length)).toBe(
      story("'As a nurse, I''d like to «»'"),
    );
    expect(labelsAt(`stories:\n${story('As a nurse, $0')}`)).toEqual(['I want', 'I want to']);
  });

  it.each([
    ['what somebody wants', 'As a nurse, I want to $0'],
    ['what somebody wants, half typed', 'As a nurse, I want to read wou$0'],
    ['a list of what somebody wants', 'As a nurse, I want to read wounds, scars$0'],
    ['a role that has its wish', 'As a nurse$0, I want to rest'],
    ['a finished sentence', 'As a nurse, I want to rest, so that I can help. And $0'],
    ['a title', undefined],
  ])('says nothing in %s', (_where, value) => {
    const offered = labels(value === undefined ? '  - title: As a $0' : story(value));
    expect(
      offered.filter(
        (label) => !['nurse', 'field biologist', 'collection curator', 'expedition lead'].includes(label),
      ),
    ).toEqual([]);
  });

  it('knows ends of the same epic, then of the same objective', () => {
    const end = 'As a nurse, I want to rest, so that $0';
    expect(labels(story(end))).toEqual([]);
    expect(labels(story(end, '\n    epic: FN-1'))).toEqual([
      'my team sees them the same day',
      'the phone lasts a week',
    ]);
    expect(labels(`  - epic: FN-10\n    title: X\n    story: ${end}`)[0]).toBe('the phone lasts a week');
    expect(labels(story('As a nurse, I want to rest, so that team$0', '\n    epic: FN-1'))).toEqual([]);
    expect(chosen(`  - epic: FN-1\n    story: ${end.replace('$0', 'my$0')}`)).toBe(
      '  - epic: FN-1\n    story: As a nurse, I want to rest, so that my team sees them the same day«»',
    );
  });

  it('quotes the whole sentence where plain text could not hold it', () => {
    expect(chosen('  - {title: X, story: As a $0}', 'nurse')).toBe("  - {title: X, story: 'As a nurse, «»'}");
    expect(chosen('  - {title: X, story: "As a $0"}', 'nurse')).toBe(
      '  - {title: X, story: "As a nurse, «»"}',
    );
  });

  it("follows the team's own language", () => {
    const german = `writing: {templates: ["Als <Rolle> möchte ich <Ziel>, damit <Nutzen>"], language: de}\npersonas: [{id: a, name: Ärztin}]\nstories:\n`;
    expect(chosenAt(german + story('$0')).slice(german.length)).toBe(
      story('Als «<Rolle>» möchte ich «<Ziel>», damit «<Nutzen>»«»'),
    );
    expect(chosenAt(german + story('Als $0')).slice(german.length)).toBe(story('Als Ärztin «»'));
    expect(chosenAt(german + story('Als Ärztin $0')).slice(german.length)).toBe(
      story('Als Ärztin möchte ich «»'),
    );
    expect(chosenAt(german + story('Als Ärztin möchte ich ruhen, $0')).slice(german.length)).toBe(
      story('Als Ärztin möchte ich ruhen, damit «»'),
    );
    expect(labelsAt(german + criterion('$0'))[0]).toBe('Angenommen <…>, wenn <…>, dann <…>');
  });
});

describe('acceptance criteria', () => {
  it('begin with a whole line, a keyword or a scenario', () => {
    expect(labels(criterion('$0')).slice(0, 5)).toEqual([
      'Given <context>, when <action>, then <outcome>',
      'Given',
      'When',
      'new scenario',
      'new Gherkin block',
    ]);
    expect(chosen(criterion('$0'))).toBe(criterion('Given «<context>», when «<action>», then «<outcome>»«»'));
    expect(chosen(criterion('$0'), 'new scenario')).toBe(
      criterion(
        'scenario: «<name>»\n        given: «<context>»\n        when: «<action>»\n        then: «<outcome>»«»',
      ),
    );
    expect(chosen('  - title: X\n    acceptance:\n      $0', 'new Gherkin block')).toBe(
      criterion(
        '|\n        Scenario: «<name>»\n          Given «<context>»\n          When «<action>»\n          Then «<outcome>»«»',
      ),
    );
  });

  it.each([
    ['Given a cart, $0', ['when', 'and']],
    ['Given a cart, wh$0', ['when']],
    ['Given a cart, when I pay, $0', ['then', 'and']],
    ['"Given a cart, when I pay, then it is empty, $0"', ['and', 'but']],
    ['Given a cart, and a user, $0', ['when', 'and']],
  ])('go on in a line: %s', (value, expected) => {
    expect(labels(criterion(value))).toEqual(expected);
  });

  it('go on in a mapping with the keys that come next', () => {
    const next = (keys: string): readonly string[] => labels(criterion(`${keys}\n        $0`)).slice(0, 3);
    expect(next('given: a')).toEqual(['when', 'then', 'examples']);
    expect(next('given: a\n        when: b')).toEqual(['then', 'examples', 'scenario']);
    expect(next('check: a')).toEqual(['done']);
  });

  it('go on in a block of Gherkin', () => {
    const block = (lines: string): string => `  - title: X\n    acceptance:\n      - |\n${lines}`;
    const offered = (lines: string): readonly string[] => labels(block(lines));
    expect(offered('        $0').slice(0, 3)).toEqual(['Given', 'When', 'Scenario:']);
    expect(offered('        Given a\n        $0').slice(0, 2)).toEqual(['When', 'And']);
    expect(offered('        Given a\n        When b\n        And c\n        $0').slice(0, 2)).toEqual([
      'Then',
      'And',
    ]);
    expect(offered('        When b\n        Th$0')).toEqual(['Then']);
    expect(
      offered('        Scenario: a\n          Given a\n        Scenario: b\n          $0').slice(0, 2),
    ).toEqual(['Given', 'When']);
    expect(offered('        Given $0')).toEqual([
      '5 notes written offline',
      'the note "Owl" was edited on two phones',
    ]);
    expect(
      chosen(block('        Scenario Outline: a\n          Given <n> of <all>\n          $0'), 'Examples:'),
    ).toBe(
      block(
        '        Scenario Outline: a\n          Given <n> of <all>\n          Examples:\n            | n | all |\n            | «» | «» |«»',
      ),
    );
    const crlf = chosenAt(
      (HEAD + block('        Scenario Outline: a\n          Given <n>\n          $0')).replaceAll(
        '\n',
        '\r\n',
      ),
      'Examples:',
    );
    expect(crlf).toContain('Examples:\r\n            | n |\r\n            | «» |«»');
    expect(crlf.replaceAll('\r\n', '')).not.toContain('\n');
  });

  it('offer steps that the backlog has, the most used first, whatever their values', () => {
    const known = ['5 notes written offline', 'the note "Owl" was edited on two phones'];
    expect(labels(criterion('Given $0')).map((label) => label.replace(/^3/, '5'))).toEqual(known);
    expect(entryAt(HEAD + criterion('Given $0')).detail).toBe('a step of 2 scenarios');
    expect(labels(criterion('given: $0'))).toHaveLength(2);
    expect(labels(criterion('given: [a, $0]'))).toHaveLength(2);
    expect(labels(criterion('given:\n          - $0'))).toHaveLength(2);
    expect(labels(criterion('Given a, when $0'))).toEqual([
      'both come back online',
      'I count them',
      'the phone comes back online',
    ]);
  });

  it('offer steps that are alike, whatever the editor thinks of it', () => {
    const marked = HEAD + criterion('Given edited phones$0');
    expect(labelsAt(marked)).toEqual(['the note "Owl" was edited on two phones']);
    expect(entryAt(marked).filter).toBe('edited phones');
    expect(completeAt(marked).complete).toBe(false);
    expect(labels(criterion('Given an elephant$0'))).toEqual([]);
    // Said already, and on the way of saying it.
    expect(labels(criterion('Given 8 notes written offline$0'))).toEqual([]);
    expect(labels(`${criterion('Given 8 notes written off$0line')}\n`)).toEqual([]);
    // The beginning is known, what is said is new: Enter is to end the line.
    expect(labels(criterion('Given notes written by hand$0'))).toEqual([]);
  });

  it.each([
    ['plain', 'Given notes$0', 'Given «3» notes written offline«»'],
    ['a quoted value', 'Given the note$0', 'Given the note "«Owl»" was edited on two phones«»'],
    [
      'double quotes',
      '"Given the note$0"',
      String.raw`"Given the note \"«Owl»\" was edited on two phones«»"`,
    ],
    ['single quotes', "'Given the note$0'", `'Given the note "«Owl»" was edited on two phones«»'`],
    ['a mapping in braces', '{given: the note$0}', `{given: the note "«Owl»" was edited on two phones«»}`],
  ])('write the values of a step as places to fill in: %s', (_where, before, after) => {
    const [first] = labels(criterion(before)).filter((label) => /note/.test(label));
    expect(chosen(criterion(before), first).replace('«5»', '«3»')).toBe(criterion(after));
  });

  it('leave a check alone', () => {
    expect(labels(criterion('works on two phones$0'))).toEqual([]);
  });
});

describe('notes', () => {
  it.each([
    ['notes: [Ask @$0]', 'ana', 'notes: [Ask @ana«»]'],
    ['notes:\n      - text: Ask @b$0', 'ben', 'notes:\n      - text: Ask @ben«»'],
    ['notes:\n      - @$0', 'ana', "notes:\n      - '@ana«»'"],
    [
      'notes:\n      - |\n        One.\n        @$0',
      'ana',
      'notes:\n      - |\n        One.\n        @ana«»',
    ],
  ])('mention people: %s', (before, id, after) => {
    expect(chosen(`  - title: X\n    ${before}`, `@${id}`)).toBe(`  - title: X\n    ${after}`);
  });

  it('are nobody else', () => {
    expect(labels('  - title: X\n    notes: [write to a@$0]')).toEqual([]);
  });
});

describe('comments', () => {
  const worse = `${HEAD}  - id: FN-2\n    title: X\n    status: rady\n`;

  it('switch off a rule that speaks of the item', () => {
    expect(labelsAt(`${worse}    # ref$0\n`)).toEqual([
      'refinery-ignore workflow/status',
      'refinery-ignore reference/duplicate-id',
      'refinery-ignore',
    ]);
    expect(chosenAt(`${worse}    # $0\n`, 'refinery-ignore workflow/status').slice(worse.length)).toBe(
      '    # refinery-ignore workflow/status: «»\n',
    );
  });

  it('name any rule, those that speak of the item first', () => {
    const offered = labelsAt(`${worse}    # refinery-ignore $0\n`);
    expect(offered.slice(0, 2)).toEqual(['workflow/status', 'reference/duplicate-id']);
    expect(offered).toContain('schema/required');
    expect(chosenAt(`${worse}    # refinery-ignore schema/id, work$0\n`, 'workflow/status')).toContain(
      '# refinery-ignore schema/id, workflow/status',
    );
  });

  it.each([['    # ask Ana $0'], ['    # Ask$0'], ['    status: ready # re-read $0']])(
    'are people’s own: %s',
    (line) => {
      expect(labelsAt(`${worse}${line}\n`)).toEqual([]);
    },
  );

  it('are left alone while nobody asks', () => {
    expect(labelsAt(`${worse}    # $0\n`, true)).toEqual([]);
    expect(labelsAt(`${worse}    # refinery-ignore $0\n`, true)).not.toEqual([]);
  });
});
