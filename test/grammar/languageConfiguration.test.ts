import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';

const Configuration = z.object({
  comments: z.object({ lineComment: z.literal('#') }),
  wordPattern: z.object({ pattern: z.string(), flags: z.string() }),
  folding: z.object({ offSide: z.literal(true) }),
  indentationRules: z.object({ increaseIndentPattern: z.string(), decreaseIndentPattern: z.string() }),
  onEnterRules: z.array(
    z.object({
      beforeText: z.string(),
      afterText: z.string().optional(),
      action: z.object({ indent: z.string(), appendText: z.string().optional() }),
    }),
  ),
});

const FILE = new URL('../../language-configuration.json', import.meta.url);
const configuration = Configuration.parse(JSON.parse(readFileSync(FILE, 'utf8')));

const words = (text: string): string[] => {
  const { pattern, flags } = configuration.wordPattern;
  return [...text.matchAll(new RegExp(pattern, `g${flags}`))].map(([word]) => word);
};

/** What the editor adds behind the indentation of the line, when Enter is pressed at its end. */
const afterEnter = (line: string): string | undefined =>
  configuration.onEnterRules.find(
    ({ beforeText, afterText }) => afterText === undefined && new RegExp(beforeText).test(line),
  )?.action.appendText;

const opensBlock = (line: string): boolean =>
  new RegExp(configuration.indentationRules.increaseIndentPattern).test(line);

describe('a word, for double click and for completion', () => {
  it('is an id, a key, a date or a version', () => {
    expect(words('FN-12 depends_on x-market 2026-11-16 s24, v2027.1.')).toEqual([
      'FN-12',
      'depends_on',
      'x-market',
      '2026-11-16',
      's24',
      'v2027.1',
    ]);
  });

  it('is written in any language', () => {
    expect(words('Größe: für Überraschung')).toEqual(['Größe', 'für', 'Überraschung']);
  });
});

describe('Enter', () => {
  it('goes on with the fields of an item', () => {
    expect(afterEnter('  - id: FN-12')).toBe('  ');
    expect(afterEnter('      - by:')).toBe('  ');
    expect(afterEnter('    title: Sync')).toBeUndefined();
  });

  it('goes on with a list of plain entries', () => {
    expect(afterEnter('      - Given a note, when it is saved, then it stays')).toBe('- ');
    expect(afterEnter('      - {id: ana}')).toBe('- ');
  });

  it('goes into a block of text', () => {
    expect(afterEnter('      - |')).toBe('  ');
    expect(afterEnter('  - story: >-')).toBe('    ');
    expect(opensBlock('    description: |')).toBe(true);
  });

  it('indents below a key that holds more, and below no other', () => {
    expect(opensBlock('stories:')).toBe(true);
    expect(opensBlock('    acceptance: # by Ana')).toBe(true);
    expect(opensBlock('    labels: [')).toBe(true);
    expect(opensBlock('    estimate:')).toBe(false);
    expect(opensBlock('    title: Notes, links and labels:')).toBe(false);
  });
});
