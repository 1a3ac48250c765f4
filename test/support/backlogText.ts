/** Texts for properties: pieces of backlogs as people write and half-write them, with everything that trips readers. */
import fc from 'fast-check';

const words = fc.constantFrom(
  'sync',
  'notes',
  'offline',
  'a phone',
  'Fix issue #12',
  "it's",
  'say "hi"',
  '12',
  '1.0',
  'no',
  '~',
  'null',
  'true',
  '2026-11-16',
  'FN-12',
  'über',
  '🦉 owl',
  'a: b',
  'x:y',
  '- dash',
  '[x] done',
  '{a}',
  '*star',
  '&and',
  '!bang',
  '%p',
  '@at',
  '`tick`',
  'Given a note, when x, then y',
  '|',
  '>',
  '',
  ' ',
  'a #b',
  'a# b',
  '# c',
  "''",
  '""',
  'tab\there',
  ':',
  ':a',
  '?q',
  '? q',
  '-1',
  '--- x',
  '\u2028',
  '\u00a0x',
);
const key = fc.constantFrom(
  'id',
  'title',
  'status',
  'labels',
  'acceptance',
  'note',
  'x-1',
  'a.b',
  'depends_on',
  '"q"',
  'a b',
);
const spaces = fc.constantFrom('', '', '', ' ', '  ');
const comment = fc.constantFrom('', '', '', '', ' # why', '  #', '#no', ' # "q');
const quotedText = fc.oneof(
  words.map((w) => `"${w.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`),
  words.map((w) => `'${w.replaceAll("'", "''")}'`),
  fc.constantFrom(
    '"a\\n\\tb"',
    '"\\u00e9"',
    "'it''s'",
    '"a',
    "'b",
    '"a" b',
    '"\\q"',
    '"a"#b',
    '"a" #b',
    '"a\n  b"',
  ),
);
const flow = fc.oneof(
  fc.constantFrom(
    '[]',
    '{}',
    '[a]',
    '[a, b]',
    '[ a , b ]',
    '[a,b]',
    '{a: 1}',
    '{a: 1, b}',
    '{a}',
    '{a: [b, {c: d}]}',
    '[{a: 1}]',
    '{a:1}',
    '{"a": 1}',
    '{"a":1}',
    '[a: b]',
    '[a',
    '{a: b',
    '[a]]',
    '[a, ]',
    '{a: , b: 1}',
    '[a b, "c d", \'e\']',
    '[-1, x]',
    '{a: -1}',
    '[http://x.y/z]',
    '[a#b]',
    '[a #b]',
    '[a\n, b]',
  ),
  fc.array(fc.oneof(words, quotedText), { maxLength: 3 }).map((items) => `[${items.join(', ')}]`),
  fc
    .array(fc.tuple(key, words), { maxLength: 3 })
    .map((items) => `{${items.map(([k, w]) => `${k}: ${w}`).join(', ')}}`),
);
const inline = fc.oneof({ weight: 4, arbitrary: words }, { weight: 2, arbitrary: quotedText }, flow);

/** Lines of a block scalar or of a folded plain text, at an indentation. */
const lines = (indent: number) =>
  fc
    .array(fc.tuple(fc.constantFrom(0, 0, 0, 0, 1, 2, -1), words), { minLength: 1, maxLength: 4 })
    .map((rows) =>
      rows.map(([more, w]) => (w === '' ? '' : ' '.repeat(Math.max(0, indent + more)) + w)).join('\n'),
    );
const blockHeader = fc.constantFrom('|', '|-', '>', '>-', '|+', '>2', '|  # why', '>-#x');

const value = (indent: number): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 6, arbitrary: fc.tuple(inline, spaces, comment).map(([a, b, c]) => ` ${a}${b}${c}\n`) },
    { weight: 1, arbitrary: fc.constantFrom('\n', ' \n', ' # none\n', ' ~\n') },
    { weight: 2, arbitrary: fc.tuple(blockHeader, lines(indent + 2)).map(([h, l]) => ` ${h}\n${l}\n`) },
    { weight: 1, arbitrary: fc.tuple(words, lines(indent + 2)).map(([w, l]) => ` ${w}\n${l}\n`) },
    { weight: 2, arbitrary: list(indent) },
    {
      weight: 1,
      arbitrary:
        indent > 12
          ? fc.constant('\n')
          : fc
              .constant(null)
              .chain(() => mapping(indent + 2))
              .map((m) => `\n${m}`),
    },
  );
const list = (indent: number): fc.Arbitrary<string> =>
  fc
    .tuple(fc.constantFrom(0, 2), fc.array(fc.tuple(inline, comment), { minLength: 1, maxLength: 3 }))
    .map(
      ([more, items]) => '\n' + items.map(([i, c]) => `${' '.repeat(indent + more)}- ${i}${c}\n`).join(''),
    );
const loose = (indent: number) =>
  fc.constantFrom(
    '',
    '',
    '',
    '',
    '',
    '\n',
    '# c\n',
    `${' '.repeat(indent)}# c\n`,
    `${' '.repeat(indent + 3)}# c\n`,
    ' \n',
    '\t\n',
    `${' '.repeat(indent)}half\n`,
    `${' '.repeat(indent + 1)}off: 1\n`,
  );
const mapping = (indent: number): fc.Arbitrary<string> =>
  fc
    .array(
      fc.tuple(
        key,
        fc.constant(null).chain(() => value(indent)),
        loose(indent),
      ),
      { minLength: 1, maxLength: 4 },
    )
    .map((pairs) => pairs.map(([k, v, l]) => `${' '.repeat(indent)}${k}:${v}${l}`).join(''));

/** One item with its dash, as a slice holds it. */
export const itemText: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom(0, 2, 4), fc.constantFrom('', '# c\n', '  # c\n'))
  .chain(([indent, lead]) =>
    fc.oneof(
      {
        weight: 6,
        arbitrary: mapping(indent + 2).map((m) => `${lead}${' '.repeat(indent)}- ${m.slice(indent + 2)}`),
      },
      { weight: 1, arbitrary: inline.map((text) => `${' '.repeat(indent)}- ${text}\n`) },
    ),
  );

const crlf = (text: fc.Arbitrary<string>) =>
  fc
    .tuple(text, fc.constantFrom(false, false, false, true))
    .map(([t, yes]) => (yes ? t.replaceAll('\n', '\r\n') : t));
const cutOff = (text: fc.Arbitrary<string>) =>
  fc.tuple(text, fc.constantFrom(0, 0, 0, 0, 1, 2, 5)).map(([t, n]) => (n === 0 ? t : t.slice(0, -n)));

/** What a reader is given: one slice of a backlog, whole or broken. */
export const slices: fc.Arbitrary<string> = cutOff(
  crlf(fc.oneof({ weight: 3, arbitrary: itemText }, mapping(0))),
);

const section = fc.oneof(
  fc.constantFrom(
    'product:\n  name: F\n  key: FN\n',
    'version: 1\n',
    'x: [\n  a\n]\n',
    'product: {name: F, key: FN}\n',
    'note\n',
    '"q": 1\n',
    'workflow:\n  wip: {doing: 1}\n',
    'epics: []\n',
    'stories:\n',
    '- x\n',
    '---\n',
    '...\n',
    '<<<<<<< a\n',
    '=======\n',
    '? a\n',
    '&a b: c\n',
    '{a: b}\n',
    '\ufeff',
  ),
  fc
    .tuple(
      fc.constantFrom('stories', 'epics', 'people', 'other'),
      fc.constantFrom(0, 2),
      fc.array(
        fc.tuple(
          mapping(4),
          fc.constantFrom(
            '',
            '',
            '\n',
            '# c\n',
            '  # c\n',
            '\n  # c\n',
            '      # c\n',
            'stray\n',
            '    odd\n',
          ),
        ),
        { maxLength: 4 },
      ),
    )
    .map(
      ([name, indent, items]) =>
        `${name}:\n` +
        items
          .map(([m, after]) => {
            const shifted =
              indent === 2
                ? m
                : m
                    .split('\n')
                    .map((line) => line.replace(/^ {2}/, ''))
                    .join('\n');
            return `${' '.repeat(indent)}- ${shifted.slice(indent + 2)}${after}`;
          })
          .join(''),
    ),
  mapping(0),
);

/** A whole file, in any state. */
export const fileText: fc.Arbitrary<string> = cutOff(
  crlf(
    fc
      .tuple(fc.constantFrom('', '', '# head\n', '---\n', '\n', ' '), fc.array(section, { maxLength: 5 }))
      .map(([h, s]) => h + s.join('')),
  ),
);
