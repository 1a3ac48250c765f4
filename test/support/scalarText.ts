/** Texts spelled as YAML scalars in every style, with all that a style allows: folds, escapes, indentation, line ends. */
import fc from 'fast-check';

const letter = fc.constantFrom(
  ...[
    'a',
    'b',
    'I',
    'want',
    'so',
    'that',
    'ü',
    '🦉',
    '12',
    ',',
    '.',
    '(',
    ')',
    "'",
    '"',
    '\\',
    '-',
    '#',
    ':',
    '%',
    '`',
    '…',
  ],
);
const word = fc.array(letter, { minLength: 1, maxLength: 3 }).map((letters) => letters.join(''));
/** Words that may stand anywhere in a plain text. */
const plainWord = fc.constantFrom(
  'As',
  'a',
  'coach,',
  'it’s',
  "it's",
  'say',
  '"hi"',
  '(x)',
  'a:b',
  '🦉',
  'ü',
  'x#y',
  '100%',
);

const gap = fc.constantFrom(
  ' ',
  ' ',
  ' ',
  ' ',
  '  ',
  '\n      ',
  ' \n      ',
  '\n\n      ',
  '\n \n\n        ',
);
const spread = (words: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .tuple(words, fc.array(fc.tuple(gap, words), { maxLength: 6 }))
    .map(([first, rest]) => first + rest.map(([between, next]) => between + next).join(''));

const plain = spread(plainWord);
const single = spread(word).map((text) => `'${text.replaceAll("'", "''")}'`);

const escaped = fc.constantFrom(
  '\\n',
  '\\t',
  '\\"',
  '\\\\',
  '\\x41',
  '\\u00e9',
  '\\U0001F989',
  '\\U00000041',
  '\\/',
  '\\_',
  '\\ ',
);
const double = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: word.map((text) => text.replaceAll('\\', '').replaceAll('"', '')) },
      { weight: 2, arbitrary: escaped },
      { weight: 2, arbitrary: gap },
      { weight: 1, arbitrary: fc.constantFrom('\\\n      ', 'x \\\n        \\ y', 'a\\\n\n      b') },
    ),
    { maxLength: 8 },
  )
  .map((parts) => `"x${parts.join('')}y"`);

const line = fc
  .tuple(fc.constantFrom('', '', '', ' ', '   '), spread(word))
  .map(([more, text]) => more + text.replaceAll(/\s*\n\s*/g, ' '));
const block = fc
  .record({
    header: fc.constantFrom('|', '|-', '|+', '>', '>-', '>+', '|2', '>2-', '|  # why', '>-   # why'),
    lines: fc.array(
      fc.oneof({ weight: 4, arbitrary: line }, { weight: 1, arbitrary: fc.constantFrom('', ' ') }),
      {
        minLength: 1,
        maxLength: 5,
      },
    ),
  })
  .map(({ header, lines }) => {
    // With a number the text stands two columns behind the key; without one, the first line may not be deeper.
    const [first = '', ...others] = lines;
    const start = header.includes('2') ? first : first.trimStart() || 'x';
    return `${header}\n${[start, ...others].map((text) => (text.trim() === '' ? text : `      ${text}`)).join('\n')}`;
  });

/** What stands behind `story: `, in an item whose keys are at column 4. */
export const spelledScalar = fc
  .tuple(fc.oneof(plain, single, double, block), fc.boolean())
  .map(([text, windows]) => ({ text, eol: windows ? '\r\n' : '\n' }));

/** A backlog with one item that has the scalar, and fields and comments around it. */
export function around({ text, eol }: { readonly text: string; readonly eol: string }): string {
  return `stories:\n  # one\n  - id: FN-1\n    story: ${text}\n    # behind\n    title: 'Kept' # too\n  - id: FN-2\n`.replaceAll(
    '\n',
    eol,
  );
}
