/** What git printed is read the same wherever the pieces of it break off, and as the grammar of messages has it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CommitIndex } from '../../src/core/commits/index/commitIndex.ts';
import { LogReader } from '../../src/core/commits/index/logReader.ts';
import { mentionsOf, subjectOf } from '../../src/core/commits/message.ts';
import { nodeGit } from '../../src/node/git/nodeGit.ts';
import { MESSAGES } from '../core/commits/messages.ts';
import { cases } from '../support/cases.ts';
import { computing } from '../support/computing.ts';

interface Commit {
  readonly parents: readonly number[];
  readonly time: number;
  readonly name: string;
  readonly email: string;
  readonly message: string;
}

const idOf = (nth: number): string => (nth * 0x9e3779b1 + 1).toString(16).padStart(40, '0');

function printed(commits: readonly Commit[]): Buffer {
  const fields = commits.flatMap(({ parents, time, name, email, message }, nth) => [
    idOf(nth),
    parents.map(idOf).join(' '),
    String(time),
    name,
    email,
    message,
  ]);
  return Buffer.from(fields.map((field) => `${field}\0`).join(''));
}

/** The index of what was printed, read in pieces of these lengths, again and again. */
function read(bytes: Buffer, lengths: readonly number[]): CommitIndex {
  const index = CommitIndex.empty(20);
  const reader = new LogReader(nodeGit('git', undefined).decoder(), (commit) => {
    index.add(commit);
  });
  let at = 0;
  for (let nth = 0; at < bytes.length; nth++) {
    const length = lengths[nth % lengths.length] ?? 1;
    // A copy, which is gone afterwards as what Node reads may be.
    const piece = Buffer.from(bytes.subarray(at, at + length));
    reader.push(piece);
    piece.fill(0x2d);
    at += length;
  }
  index.settle();
  return index;
}

function told(index: CommitIndex): readonly unknown[] {
  return Array.from({ length: index.size }, (_, commit) => ({
    id: index.id(commit),
    parents: Array.from({ length: index.parentCount(commit) }, (_unused, nth) => index.parent(commit, nth)),
    time: index.time(commit),
    author: index.author(commit),
    subject: index.subject(commit),
    mentions: index.mentions(commit).map(asText).sort(),
  }));
}

const asText = ({ key, number, place, trailer }: ReturnType<CommitIndex['mention']>): string =>
  `${place} ${trailer ?? ''} ${key}-${number}`;

function wanted(commits: readonly Commit[]): readonly unknown[] {
  return commits.map(({ parents, time, name, email, message }, nth) => ({
    id: idOf(nth),
    parents: parents.map((parent) => (parent < commits.length ? parent : -1)),
    time: Math.max(0, time),
    author: { name, email },
    subject: subjectOf(message).slice(0, 500),
    mentions: mentionsOf(message).map(asText).sort(),
  }));
}

const PIECES = [
  ...MESSAGES.map(({ message }) => message),
  '\n',
  '\n\n',
  '\r\n',
  ' ',
  '\t',
  '\v',
  '\f',
  '-',
  '#1',
  '2',
  'FN-12',
  'words',
  'für',
  '修复',
  '\u{1F600}',
  '\u0085',
  '\u00a0',
  'x'.repeat(600),
  'Story: FN-13',
  '# ------------------------ >8 ------------------------\n',
];
const MESSAGE = fc.array(fc.constantFrom(...PIECES), { maxLength: 6 }).map((pieces) => pieces.join(''));
const NAME = fc.constantFrom('Ana', 'Ben Okafor', 'Chika 森', '', 'O’Neil');
const COMMIT: fc.Arbitrary<Commit> = fc.record({
  parents: fc.array(fc.integer({ min: 0, max: 12 }), { maxLength: 3 }),
  time: fc.integer({ min: -5, max: 0xffff_ffff }),
  name: NAME,
  email: fc.constantFrom('a@x.example', 'b@x.example', ''),
  message: MESSAGE,
});

describe('what git log printed', () => {
  it('is read in whatever pieces it comes', () => {
    fc.assert(
      fc.property(
        fc.array(COMMIT, { minLength: 1, maxLength: 10 }),
        fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 5 }),
        (commits, lengths) => {
          expect(told(read(printed(commits), lengths))).toEqual(wanted(commits));
        },
      ),
      { numRuns: cases(2000) },
    );
  });

  it('is read in time where one message has 10 MB, and comes in small pieces', () => {
    const commit: Commit = {
      parents: [],
      time: 1,
      name: 'Ana',
      email: 'a@x.example',
      message: `Long\n\n${'many words\n'.repeat(1_000_000)}\nStory: FN-12\n`,
    };
    const bytes = printed([commit, { ...commit, message: 'FN-13: short' }]);
    let index = read(printed([]), [4096]);
    const ms = computing(() => {
      index = read(bytes, [4096]);
    });
    // Looking at all that was read before with every piece would take minutes.
    expect(ms).toBeLessThan(5000);
    expect(index.mentions(0).map(asText)).toEqual(['trailer Story FN-12']);
    expect(index.mentions(1).map(asText)).toEqual(['subject  FN-13']);
  });

  it('keeps authors apart, however many there are', () => {
    const commits = Array.from({ length: 6000 }, (_, nth): Commit => ({
      parents: [],
      time: nth,
      name: `Person ${(nth * 7) % 3000} ${'x'.repeat(nth % 150)}`,
      email: `${nth % 2}@x.example`,
      message: 'One',
    }));
    expect(told(read(printed(commits), [5000]))).toEqual(wanted(commits));
  });
});
