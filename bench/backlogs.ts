/** Backlogs of any size, the same in every run: thirteen lines and about 690 bytes a story, as teams write them. */
import { dice } from './statistics.ts';

/** Lines of a story, from its dash on. */
const LINE = { id: 0, title: 1, story: 2, estimate: 6, status: 7, sprint: 8 } as const;
const LINES_PER_STORY = 13;
const KEY = '    story: ';
const JUDGED = ['ready', 'doing', 'review'];

export interface Place {
  readonly line: number;
  readonly character: number;
}

export interface GeneratedBacklog {
  readonly text: string;
  readonly stories: number;
  /** What a story says, as `story:` has it, and where. Stories count from 0. */
  readonly sentence: (story: number) => { readonly text: string; readonly at: Place; readonly to: Place };
  /** True for a story whose words are judged. */
  readonly isJudged: (story: number) => boolean;
  /** Where a line of a story ends. Stories count from 0. */
  readonly endOf: (story: number, line: keyof typeof LINE) => Place;
}

export interface BacklogOptions {
  /** How many of the stories have a slip each: one finding a story. */
  readonly findings?: number;
}

const HEAD = `# The backlog of the billing product: the first story is the most important one.
version: 1
product:
  name: Ledger
  key: LG
workflow:
  statuses: [idea, ready, doing, review, done]
  active: [doing, review]
  done: [done]
  estimates: [1, 2, 3, 5, 8, 13]
people:
`;
const PEOPLE = ['ana', 'ben', 'chika', 'dario', 'eva', 'femke', 'rui'];
const SPRINTS = 40;
const ROLES = ['treasurer', 'club secretary', 'bookkeeper', 'clerk', 'branch manager', 'volunteer'];
const VERBS = [
  ...['export', 'review', 'approve', 'correct', 'compare', 'archive', 'forward', 'print'],
  ...['search', 'filter', 'share', 'sign', 'close', 'reopen', 'check', 'confirm'],
];
/** What a story is about: one of each of six lists of eight, so that two stories differ in more than a word. */
const KINDS = ['monthly', 'yearly', 'unpaid', 'disputed', 'foreign', 'recurring', 'partial', 'prepaid'];
const THINGS = ['invoices', 'payments', 'fees', 'receipts', 'statements', 'refunds', 'budgets', 'reminders'];
const OWNERS = ['junior', 'senior', 'local', 'regional', 'former', 'honorary', 'corporate', 'guest'];
const PARTIES = ['members', 'sponsors', 'teams', 'suppliers', 'branches', 'donors', 'tenants', 'trainers'];
const MEANS = ['bank', 'tax', 'audit', 'ledger', 'donation', 'travel', 'payroll', 'season'];
const WAYS = ['code', 'number', 'period', 'account', 'category', 'project', 'country', 'deadline'];
const ENDS = [
  'the board sees them before the meeting',
  'nobody has to type the numbers twice',
  'mistakes are found within the month',
  'the office can close the books two days earlier',
];
const LABELS = ['export', 'billing', 'reports', 'mobile', 'import', 'access'];
const STATUSES = ['idea', 'ready', 'doing', 'review', 'done'];
const ESTIMATES = ['1', '2', '3', '5', '8', '13'];
const COMMENTS = [
  '# asked for by three customers in a row, see the interviews of last month',
  '# the old report stays until the auditors have agreed to the new one',
  '# goes together with the story above, but can be shipped without it',
];
const QUESTIONS = [
  'Which columns does the board read first?',
  'The bank sends these in the wrong order on the last day.',
  'Tried with the figures of last year and all of them add up.',
];

/** One slip each, so that the number of findings is the number of stories that have one. */
const SLIPS: readonly ((lines: string[]) => void)[] = [
  (lines) => (lines[LINE.status] = '    status: redy'),
  (lines) => (lines[LINE.sprint] = '    sprint: s99'),
  (lines) => (lines[LINE.sprint] = '    sprnt: s9'),
];

export function generateBacklog(stories: number, { findings = 0 }: BacklogOptions = {}): GeneratedBacklog {
  const head = headText();
  const firstLine = head.split('\n').length - 1;
  const roll = dice('stories');
  const every = findings === 0 ? Infinity : Math.floor(stories / findings);
  const parts: string[][] = [];
  const lengths: Record<keyof typeof LINE, Int32Array> = {
    id: new Int32Array(stories),
    title: new Int32Array(stories),
    story: new Int32Array(stories),
    estimate: new Int32Array(stories),
    status: new Int32Array(stories),
    sprint: new Int32Array(stories),
  };
  for (let story = 0; story < stories; story++) {
    const lines = storyLines(story, roll);
    const slip =
      story % every === 0 && story / every < findings ? SLIPS[(story / every) % SLIPS.length] : undefined;
    slip?.(lines);
    for (const name of names(LINE)) lengths[name][story] = lines[LINE[name]]?.length ?? 0;
    parts.push(lines);
  }
  const endOf: GeneratedBacklog['endOf'] = (story, line) => ({
    line: firstLine + story * LINES_PER_STORY + LINE[line],
    character: lengths[line][story] ?? 0,
  });
  return {
    text: `${head}${parts.map((lines) => lines.join('\n')).join('\n')}\n`,
    stories,
    endOf,
    sentence: (story) => {
      const to = endOf(story, 'story');
      return {
        text: parts[story]?.[LINE.story]?.slice(KEY.length) ?? '',
        at: { ...to, character: KEY.length },
        to,
      };
    },
    isJudged: (story) => JUDGED.some((status) => parts[story]?.[LINE.status]?.endsWith(` ${status}`)),
  };
}

function headText(): string {
  const people = PEOPLE.map((id) => `  - {id: ${id}, name: ${id[0]?.toUpperCase()}${id.slice(1)}}\n`);
  const sprints = Array.from(
    { length: SPRINTS },
    (_, at) => `  - {id: s${at + 1}, goal: Close month ${at + 1}}\n`,
  );
  return `${HEAD}${people.join('')}sprints:\n${sprints.join('')}stories:\n`;
}

/**
 * What the story wants, in words: no two stories of one verb share it, and any two differ in two words at least, since
 * the third pair of words follows from the other two.
 */
function wish(story: number): { readonly verb: string; readonly thing: string; readonly way: string } {
  const at = (words: readonly string[], index: number): string => words[index % words.length] ?? '';
  // A step that has no divisor in common with the number of wishes visits each of them once.
  const number = (story * 7_919) % (VERBS.length * 64 * 64);
  const [a, b] = [number % 64, Math.floor(number / 64) % 64];
  const c = (a + b) % 64;
  return {
    verb: at(VERBS, Math.floor(number / 4096)),
    thing: `${at(KINDS, a)} ${at(THINGS, Math.floor(a / 8))} of ${at(OWNERS, b)} ${at(PARTIES, Math.floor(b / 8))}`,
    way: `by ${at(MEANS, c)} ${at(WAYS, Math.floor(c / 8))}`,
  };
}

function storyLines(story: number, roll: (below: number) => number): string[] {
  const one = (words: readonly string[]): string => words[roll(words.length)] ?? '';
  const { verb, thing, way } = wish(story);
  const month = String(1 + roll(12)).padStart(2, '0');
  const day = String(1 + roll(28)).padStart(2, '0');
  const lines = [
    `  - id: LG-${story + 1}`,
    `    title: ${verb[0]?.toUpperCase()}${verb.slice(1)} the ${thing} ${way}`,
    `${KEY}As a ${one(ROLES)}, I want to ${verb} the ${thing} ${way}, so that ${one(ENDS)}.`,
    '    acceptance:',
    `      - Given a month with ${2 + roll(90)} entries, when I ${verb} them, then each entry is there once.`,
    `      - Given a month without entries, when I ${verb} it, then I am told so.`,
    `    estimate: ${one(ESTIMATES)}              # ${one(PEOPLE)} and ${one(PEOPLE)} looked at it`,
    `    status: ${one(STATUSES)}`,
    `    sprint: s${1 + roll(SPRINTS)}`,
    `    labels: [${one(LABELS)}, team-${1 + roll(9)}]`,
    `    ${one(COMMENTS)}`,
    '    notes:',
    `      - {by: ${one(PEOPLE)}, date: 2026-${month}-${day}, text: ${one(QUESTIONS)}}`,
  ];
  if (lines.length !== LINES_PER_STORY) throw new Error('a story has another number of lines');
  return lines;
}

function names<T extends object>(of: T): (keyof T)[] {
  return Object.keys(of) as (keyof T)[];
}
