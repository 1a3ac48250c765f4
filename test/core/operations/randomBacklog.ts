/**
 * Makes backlog files as people write them, from a row of choices: every style of scalar and list, comments
 * everywhere, odd spacing, LF and CRLF. All of them are valid YAML. A choice of 0 is always the simplest.
 */
export class Choices {
  #at = 0;

  constructor(private readonly bytes: Uint8Array) {}

  /** A whole number from 0 to `count - 1`. */
  below(count: number): number {
    const byte = this.bytes[this.#at++] ?? 0;
    return byte % count;
  }

  /** True about once in `times`. */
  rarely(times: number): boolean {
    return this.below(times) === times - 1;
  }

  of<T>(options: readonly T[]): T {
    return options[this.below(options.length)] as T;
  }
}

export const TEXTS = [
  'Sync when online',
  'Export',
  'no',
  '12:30',
  'a: b',
  'Fix issue #12',
  'see # not a comment',
  "it's done",
  'say "hi"',
  '🚀 ship it',
  '2027.1',
  '- dash',
  '[draft]',
  '{x}',
  '*star',
  '&and',
  'ends with:',
  '0o17',
  '1e3',
  '2026-11-25',
  '~',
  'null',
  'ünïcödé 日本',
  'a, b',
  'back\\slash',
  '@home',
  '%20',
  '`code`',
  '|pipe',
  '> quote',
  '!important',
  '?',
  '...',
  '1_000',
  'x\ttab',
];

const PLAIN = [
  'Sync when online',
  'Export',
  'Notes, and more',
  "it's fine",
  '🚀 ship it',
  'FN-2 again',
  'url http://x/y#z',
];
const LABELS = ['sync', 'mobile', 'web', 'api', 'ünï'];
const STATUSES = ['idea', 'ready', 'doing', 'review', 'done', 'dropped'];
const COMMENTS = ['# why', '# see FN-3', '#', '# "quoted" - [x]', '# 🚀'];

export interface RandomFile {
  readonly text: string;
  readonly stories: number;
  readonly epics: number;
}

export function randomFile(choices: Choices): RandomFile {
  const stories = choices.below(5);
  const epics = choices.below(3);
  const lines: string[] = [];
  if (choices.rarely(4)) lines.push('# Our backlog', ...blanks(choices));
  if (choices.rarely(8)) lines.push('version: 1');
  const shares = choices.rarely(10);
  if (shares) lines.push('x-base: &base', '  status: ready # shared', '  labels: &labels [base]');
  lines.push(
    ...(choices.rarely(3)
      ? ['product:', '  name: Fieldnotes', '  key: FN']
      : ['product: {name: Fieldnotes, key: FN}']),
  );
  lines.push(...blanks(choices));
  const indent = choices.of([2, 0, 4]);
  if (choices.rarely(4))
    lines.push('people:', `${' '.repeat(indent)}- {id: ana}`, `${' '.repeat(indent)}- {id: ben}`);
  lines.push(
    ...list(choices, 'epics', epics, 100, indent, shares),
    ...list(choices, 'stories', stories, 0, indent, shares),
  );
  if (choices.rarely(6)) lines.push('decisions:', `${' '.repeat(indent)}- {id: d1, text: No web}`);
  if (choices.rarely(6)) lines.push('# the end');
  const eol = choices.rarely(3) ? '\r\n' : '\n';
  const end = choices.rarely(4) ? '' : eol;
  return { text: lines.join(eol) + end, stories, epics };
}

function blanks(choices: Choices): string[] {
  return Array.from({ length: choices.of([0, 1, 0, 2]) }, () => (choices.rarely(10) ? '  ' : ''));
}

function list(
  choices: Choices,
  key: string,
  count: number,
  base: number,
  indent: number,
  shares: boolean,
): string[] {
  if (count === 0)
    return choices.of([
      [],
      [`${key}:`],
      [`${key}: []`],
      [`${key}:  # none yet`],
      [`${key}: ~`],
      [`${key}: [] # none`],
    ]);
  if (choices.rarely(12)) return flowList(choices, key, count, base);
  const margin = ' '.repeat(indent);
  const lines = [`${key}:${comment(choices, 6)}`, ...(choices.rarely(5) ? blanks(choices) : [])];
  const rhythm = choices.of([0, 1]);
  for (let i = 1; i <= count; i++) {
    if (choices.rarely(8)) lines.push('', `${margin}# --- section ${i} ---`, '');
    if (choices.rarely(6)) lines.push(`${margin}${choices.of(COMMENTS)} above`);
    lines.push(...item(choices, `FN-${base + i}`, margin, shares && choices.rarely(2)));
    if (choices.rarely(10)) lines.push(`${margin}    # deeper`);
    if (choices.rarely(12)) lines.push(`${margin}# just below`, '');
    lines.push(...Array.from({ length: choices.rarely(8) ? 1 - rhythm : rhythm }, () => ''));
  }
  return lines;
}

function flowList(choices: Choices, key: string, count: number, base: number): string[] {
  const items = Array.from({ length: count }, (_, i) => `{id: FN-${base + i + 1}, title: Item ${i}}`);
  if (!choices.rarely(2)) return [`${key}: [${items.join(', ')}]${comment(choices, 4)}`];
  return [
    `${key}: [`,
    ...items.map(
      (each, i) => `    ${each}${i < items.length - 1 || choices.rarely(2) ? ',' : ''}${comment(choices, 4)}`,
    ),
    '  ]',
  ];
}

function comment(choices: Choices, times: number): string {
  return choices.rarely(times) ? `${choices.of([' ', '  ', ' \t'])}${choices.of(COMMENTS)}` : '';
}

function item(choices: Choices, id: string, margin: string, shares: boolean): string[] {
  if (choices.rarely(8)) {
    return [
      `${margin}- {id: ${id}, title: ${choices.of(['Flow item', "'a, b'", '"q"'])}${choices.of(['', ', status: ready', ', labels: [a, b]', ','])}}${comment(choices, 5)}`,
    ];
  }
  const dash = choices.of(['- ', '-   ', '- ']);
  const own = margin + ' '.repeat(dash.length);
  const fields: string[][] = [[`id: ${id}${comment(choices, 8)}`], scalarField(choices, 'title', own)];
  if (shares) fields.push([choices.of(['<<: *base', 'x-labels: *labels'])]);
  if (choices.below(3) > 0)
    fields.push([`status:${choices.of([' ', '   '])}${choices.of(STATUSES)}${comment(choices, 4)}`]);
  if (choices.below(3) > 1) fields.push(scalarField(choices, 'description', own));
  if (choices.below(3) > 1)
    fields.push([`estimate: ${choices.of(['5', '"4"', '3 # guess', '~', ''])}`.trimEnd()]);
  if (choices.below(2) > 0) fields.push(listField(choices, 'labels', own));
  if (choices.below(3) > 1) fields.push(listField(choices, 'acceptance', own));
  if (choices.rarely(4)) fields.push(blockedField(choices, own));
  if (choices.rarely(5)) fields.push([`assignee: ${choices.of(['ana', '[ana]', '[ana, ben]', '"ana"'])}`]);
  if (choices.rarely(5)) fields.push(notesField(choices, own));
  if (choices.rarely(6)) fields.push(['x-market: EU']);
  if (choices.rarely(5)) fields.push(dependenciesField(choices, own));
  if (choices.rarely(12)) fields.push(choices.of([['x-shared: &shared [a, b]'], ['x-mark: &mark waiting']]));
  if (choices.rarely(5)) fields.push(...fields.splice(1, 1));
  if (choices.rarely(6)) fields.reverse();
  const lines = fields.flatMap((field, i) => {
    const inside = i > 0 && choices.rarely(12) ? [`${own}${choices.of(COMMENTS)} inside`] : [];
    const gap = i > 0 && choices.rarely(20) ? [''] : [];
    return [...gap, ...inside, ...field.map((line, at) => (at === 0 ? own + line : line))];
  });
  const [first = '', ...rest] = lines;
  return [margin + dash + first.slice(own.length), ...rest];
}

function scalarField(choices: Choices, key: string, own: string): string[] {
  switch (choices.below(9)) {
    case 1:
      return [`${key}: '${choices.of(TEXTS).replaceAll("'", "''")}'${comment(choices, 4)}`];
    case 2:
      return [`${key}: ${JSON.stringify(choices.of(TEXTS))}${comment(choices, 4)}`];
    case 3:
      return [
        `${key}: ${choices.of(['|', '|-', '|+', '| # how', '|2-'].slice(0, 4))}`,
        `${own}  first line`,
        ...(choices.rarely(3) ? [''] : []),
        `${own}  - second: # line`,
      ];
    case 4:
      return [`${key}: ${choices.of(['>', '>-'])}`, `${own}  folded text`, `${own}  goes on`];
    case 5:
      return [`${key}: plain text`, `${own}  over two lines${comment(choices, 4)}`];
    case 6:
      return [`${key}:`, `${own}  on the next line${comment(choices, 4)}`];
    case 7:
      return [`${key}: "quoted`, `${own}  over two lines"${comment(choices, 4)}`];
    default:
      return [`${key}: ${choices.of(PLAIN)}${comment(choices, 4)}`];
  }
}

function listField(choices: Choices, key: string, own: string): string[] {
  const count = choices.below(4);
  const entries = Array.from({ length: count }, (_, i) => `${choices.of(LABELS)}${i}`);
  switch (choices.below(6)) {
    case 1: {
      const margin = choices.of([own + '  ', own]);
      const lines = entries.flatMap((entry) => [
        ...(choices.rarely(8) ? [`${margin}# about ${entry}`] : []),
        `${margin}- ${entry}${comment(choices, 6)}`,
      ]);
      return lines.length === 0 ? [`${key}: []`] : [`${key}:${comment(choices, 6)}`, ...lines];
    }
    case 2:
      return [`${key}: [${entries.map((entry) => ` "${entry}"`).join(',')} ]`];
    case 3:
      return [
        `${key}: [`,
        ...entries.map((entry) => `${own}    ${entry},${comment(choices, 5)}`),
        `${own}  ]`,
      ];
    case 4:
      return [`${key}: ${entries[0] ?? 'one'}${comment(choices, 4)}`];
    case 5: {
      const lines = entries.flatMap((entry, i) => [
        `${own}  - |`,
        `${own}    text of ${entry}`,
        ...(i < entries.length - 1 ? [''] : []),
      ]);
      return lines.length === 0 ? [`${key}: ~`] : [`${key}:`, ...lines];
    }
    default:
      return [`${key}: [${entries.join(', ')}]${comment(choices, 4)}`];
  }
}

function dependenciesField(choices: Choices, own: string): string[] {
  return choices.of([
    [`depends_on: FN-1${comment(choices, 6)}`],
    ['depends_on: [FN-2]'],
    ['depends_on: ["FN-1", FN-2]'],
    ['depends_on:', `${own}  - FN-2${comment(choices, 4)}`, `${own}  - 'FN-3'`],
  ]);
}

function blockedField(choices: Choices, own: string): string[] {
  return choices.of([
    ['blocked: {why: waiting, by: ana}'],
    ['blocked:', `${own}  why: legal text # soon`, `${own}  due: 2026-11-25`],
    ['blocked: waiting for a text'],
    ['blocked:', `${own}  why: only this`],
    ['blocked: {}'],
  ]);
}

function notesField(choices: Choices, own: string): string[] {
  return choices.of([
    [
      'notes:',
      `${own}  - by: ben`,
      `${own}    text: Which phones?`,
      `${own}  - by: ana`,
      `${own}    text: |`,
      `${own}      Two`,
      `${own}      lines`,
    ],
    ['notes: [{by: ben, text: Hm}]'],
    ['notes:', `${own}- by: ben`, `${own}  text: Column of the key`],
    ['notes:', `${own}  - {by: ben, text: One}`, '', `${own}  - {by: ana, text: Two} # late`],
  ]);
}
