/** Criteria as careful teams write them, in several notations and manners: nothing weightier than a hint is said of them. */
import { expect, it } from 'vitest';
import { Backlog } from '../../../../src/core/backlog/backlog.ts';

const HEAD =
  'stories:\n  - id: FN-1\n    title: Sync\n    status: ready\n    estimate: 3\n    story: As a biologist, I want to see my notes on each phone, so that none is lost.\n    acceptance:\n';

const GOOD: readonly string[] = [
  'Given notes written offline, when the phone gets a connection, then the team sees them within a minute',
  'Given a note that two people edit when offline, when both come back, then both versions are kept',
  'Given I am signed in and on the map, when I tap and hold for two seconds, then a note opens at that place',
  'Given an expired card, when the buyer pays, then the payment is refused and the cart is kept',
  'Given 3 failed attempts, when I try again, then I have to wait for 5 minutes, and a mail is sent to me',
  'When I delete a note, then it is gone from the list, the map, and the search',
  'When the battery dies, no note is lost',
  'When a report is exported, its columns are those of the screen',
  'Given a team without a lead, when somebody joins, then "Choose a lead, then continue" is shown',
  'Given a list with one or more notes; when I sort it by date; then the newest is first; but drafts stay at the end',
  'given an empty list, when I open it, then a hint says how to begin',
  'GIVEN a draft WHEN I publish it THEN the team is told',
  'Given a draft. When I discard it. Then nobody is told.',
  'Given no connection, and no account, when I open the app, then I can write notes',
  'works on the two oldest phones we support',
  'works offline',
  'notes are kept for 30 days',
  'no note is shown to other teams',
  'Deleted notes can be restored within a week',
  'the export opens in a spreadsheet',
  'If the phone is stolen, the notes can be erased from the web',
  'Only a lead may delete a team',
  'After a restart the list stands where it stood',
  'The map shows at most 500 notes at once',
  'A note has a date, a place and a text',
];

const BLOCKS: readonly string[] = [
  '- given: [a note on two phones, no connection]\n  when: both are edited\n  then: [both versions are kept, the author is asked which one wins]',
  '- scenario: three phones\n  given: a note on <count> phones\n  when: all are edited\n  then: the author is asked\n  examples: [{count: 3}]',
  '- when: I sign out\n  then: my notes are gone from the phone',
  '- {check: works offline, done: true}',
  '- |\n  Background:\n    Given a team of three\n\n  Scenario: one leaves\n    When Ann leaves the team\n    Then her notes belong to the team\n    But her drafts are deleted',
  '- |\n  Scenario Outline: reminders\n    Given a note of <age> days\n    When the day begins\n    Then <who> is reminded\n\n    Examples:\n      | age | who    |\n      | 7   | author |\n      | 30  | lead   |',
  '- |\n  Given these notes:\n    | place | text  |\n    | A     | a fox |\n  When I search for "fox"\n  Then 1 note is found',
];

it.each([...GOOD.map((line) => `- ${JSON.stringify(line)}`), ...BLOCKS])('%s', (entry) => {
  const lines = entry.split('\n').map((line) => (line === '' ? '' : `      ${line}`));
  const found = Backlog.read(`${HEAD}${lines.join('\n')}\n`)
    .finish()
    .problems();
  const said = found.filter(({ problem }) => problem.severity !== 'hint');
  expect(said.map(({ problem }) => `${problem.rule}: ${problem.message}`)).toEqual([]);
});

it('of all of them together', () => {
  const lines = GOOD.map((line) => `      - ${JSON.stringify(line)}\n`);
  const found = Backlog.read(HEAD + lines.join(''))
    .finish()
    .problems();
  expect(found.filter(({ problem }) => problem.severity !== 'hint')).toEqual([]);
});
