import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linkItems } from '../../src/core/commits/linkMessage.ts';
import { trailerBlock } from '../../src/core/commits/trailers.ts';
import { MESSAGES } from '../core/commits/messages.ts';
import { cases } from '../support/cases.ts';

/** Git with none of this machine's settings. */
function git(args: readonly string[], input: string): string {
  const env = { ...process.env, GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/dev/null' };
  const { status, stdout, stderr } = spawnSync('git', [...args], {
    input,
    encoding: 'utf8',
    env,
    timeout: 5000,
  });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

function parsed(message: string, divider: boolean): string {
  return trailerBlock(message, { divider })
    .trailers.map(({ key, value }) => `${key}: ${value}\n`)
    .join('');
}

const withTrailers = MESSAGES.filter(({ message }) => trailerBlock(message).trailers.length > 0);

/** Lines that messages are made of, good and bad. */
const LINES = [
  'Keep notes',
  'Story: FN-12',
  'Story: FN-12, FN-13',
  'Story:FN-12',
  'Story : FN-12',
  'Refs: ',
  ' folded',
  '\tfolded FN-13',
  ' folded: twice',
  '',
  ' ',
  '\r',
  'Signed-off-by: Ana <ana@x.example>',
  '(cherry picked from commit 0123456)',
  '# a comment',
  'Conflicts:',
  '\tsrc/a.ts',
  'two words: FN-12',
  ': nothing',
  '-: hyphen',
  'x: y\r',
  'é: FN-12',
  '---',
  '--- a/file',
  '# ------------------------ >8 ------------------------',
  'Some words that are no trailer.',
];

describe('trailers are those that git finds', () => {
  it('in more than thirty messages of the table', () => {
    expect(withTrailers.length).toBeGreaterThan(30);
  });

  it.each(MESSAGES)('$name', ({ message }) => {
    expect(parsed(message, false)).toBe(git(['interpret-trailers', '--parse', '--no-divider'], message));
  });

  it.each([false, true])('in any message (a line --- ends it: %s)', (divider) => {
    // Git 2.39 never ends where the scissors stand below a line that ends the message.
    const known = LINES.filter((line) => !divider || !line.includes('>8'));
    const lines = fc.array(fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...known) }, fc.string()), {
      maxLength: 14,
    });
    const args = ['interpret-trailers', '--parse', ...(divider ? [] : ['--no-divider'])];
    fc.assert(
      fc.property(lines, fc.boolean(), (all, final) => {
        const message = all.join('\n').replaceAll('\0', '') + (final ? '\n' : '');
        expect(parsed(message, divider)).toBe(git(args, message));
      }),
      { numRuns: Math.min(1500, cases(1000)) },
    );
  });
});

describe('a linked message is what git would write', () => {
  // Git takes a message for whole lines.
  const plain = MESSAGES.filter(({ message }) => message.trim() !== '' && !message.startsWith('\n')).map(
    ({ name, message }) => ({ name, message: message.endsWith('\n') ? message : `${message}\n` }),
  );

  it.each(plain)('$name', ({ message }) => {
    const trailer = ['--if-exists', 'addIfDifferent', '--trailer', 'Story: FN-14'];
    const linked = linkItems(message, ['FN-14'], { trailers: ['Story', 'Refs', 'Closes'] });
    const named = trailerBlock(message).trailers.some(
      ({ key, value }) => /^(?:story|refs|closes)$/i.test(key) && /\bFN-14\b/i.test(value),
    );
    if (named) expect(linked).toBe(message);
    else {
      // Git writes the lines that are there anew; ours stay as they are.
      const normal = (text: string): string =>
        text
          .replaceAll('\r', '')
          .replace(/:\n[ \t]+/g, ': ')
          .replace(/^(\w[\w -]*?)[ \t]*:[ \t]*(?=\S|$)/gm, '$1: ')
          .replace(/[ \t]+$/gm, '')
          .trimEnd();
      expect(normal(linked)).toBe(normal(git(['interpret-trailers', '--no-divider', ...trailer], message)));
    }
  });

  it('and can be read again, whatever was there before', () => {
    const lines = fc.array(fc.constantFrom(...LINES.filter((line) => !line.includes('>8'))), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(lines, (all) => {
        const message = ['Title', ...all].join('\n');
        const linked = linkItems(message, ['FN-41', 'FN-42'], { trailers: ['Story'] });
        const values = trailerBlock(linked).trailers.map(({ value }) => value);
        expect(values.slice(-2)).toEqual(['FN-41', 'FN-42']);
        expect(linkItems(linked, ['FN-41', 'FN-42'], { trailers: ['Story'] })).toBe(linked);
      }),
      { numRuns: cases(2000) },
    );
  });
});
