/** Texts that nobody writes and somebody pastes: judging stays quick, and what is said of them stays short. */
import { describe, expect, it } from 'vitest';
import { Backlog } from '../../../src/core/backlog/backlog.ts';
import { computing } from '../../support/computing.ts';

const LENGTH = 60_000;
/** Of computing. A walk over each place from each place takes much longer. */
const MOST_MS = 2000;

function problemsOf(field: 'story' | 'acceptance', text: string): readonly { readonly message: string }[] {
  const value = field === 'story' ? JSON.stringify(text) : `[${JSON.stringify(text)}]`;
  const backlog = Backlog.read(
    `writing: {rules: {story/joined-objects: hint}}\nstories:\n  - id: FN-7\n    title: Roster\n    ${field}: ${value}\n    status: ready\n`,
  );
  return backlog
    .finish()
    .problems()
    .map(({ problem }) => problem);
}

const long = (piece: string): string => piece.repeat(LENGTH / piece.length);

describe('a long text is judged in time', () => {
  it.each([
    ['story', 'As a coach, I want to create ', ','],
    ['story', 'As a coach, I want to ', 'etc. '],
    ['story', 'As a coach, I want to add a date', ', set the date'],
    ['story', 'As a coach, I want the plan to be printed', ' and the date to mail'],
    ['story', 'When ', '\n '],
    ['story', '', '\n '],
    ['story', 'As a coach, I want to create ', '('],
    ['acceptance', 'Given a cart, when I pay, then ', ','],
    ['acceptance', 'Given a cart, when I pay, then ', '('],
    ['acceptance', 'Given a cart, when I pay, then ', '<'],
    ['acceptance', 'Given ', '. '],
    ['acceptance', '', '<'],
  ] as const)('%s "%s" and many %j', (field, opening, piece) => {
    const ms = computing(() => problemsOf(field, `${opening}${long(piece)}!x`));
    expect(ms).toBeLessThan(MOST_MS);
  });
});

describe('a message about a long text is short', () => {
  const words = 'word'.repeat(200);
  it.each([
    ['story', `As a ${words} or coach, I want to print.`],
    ['story', `As a coach, I want to print so that${' so that'.repeat(200)} it is read`],
    ['story', `As a coach, I want to ${words} and ${words} it.`],
    ['story', `As a coach, I want to print (${words}), so that ${words} and so on.`],
    ['acceptance', words],
    ['acceptance', `Given <${words}>, when TBD, then ${words} or ${words} ???`],
  ] as const)('%s %#', (field, text) => {
    const messages = problemsOf(field, text).map(({ message }) => message);
    expect(messages).not.toHaveLength(0);
    expect(messages.filter((message) => message.length > 300)).toEqual([]);
  });
});
