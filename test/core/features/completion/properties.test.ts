/**
 * Wherever a cursor stands in whatever file: completion answers, replaces a piece of the cursor's own line, and what is
 * chosen leaves a readable file readable. REFINERY_CASES sets the number of cases.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Backlog } from '../../../../src/core/backlog/backlog.ts';
import { completionAt } from '../../../../src/core/features/completion/completion.ts';
import type { CompletionEntry } from '../../../../src/core/features/completion/entry.ts';
import { breathe, cases } from '../../../support/cases.ts';
import { Choices, randomFile } from '../../operations/randomBacklog.ts';
import { TODAY } from './choose.ts';

const WORDS = `personas:
  - {id: bio, name: "field: biologist"}
  - {id: lead, name: expedition lead}
people: [{id: "no", name: Nora}, {id: "@ben"}]
`;

/** What people are in the middle of, in every style of YAML. */
const BEGUN: readonly string[] = [
  'story: ',
  'story: As a ',
  'story: "As a ',
  "story: 'As a nurse, I",
  'story: As a nurse, I want to rest, so that ',
  'story: >-\n      As a nurse,\n      ',
  'story: |\n      As a ',
  'story: As a nurse, # why\n    ',
  'acceptance: [Given a cart, ',
  'acceptance:\n      - ',
  'acceptance:\n      - Given ',
  'acceptance:\n      - "Given a cart, when ',
  "acceptance:\n      - 'Given a cart, ",
  'acceptance:\n      - |\n        Given ',
  'acceptance:\n      - |\n        Scenario: a\n          Given <n> carts\n          ',
  'acceptance:\n      - given: ',
  'acceptance:\n      - given: [a, ',
  'acceptance:\n      - given:\n          - ',
  'acceptance:\n      ',
  'notes: [ask @',
  'notes:\n      - text: ask @',
  'notes:\n      - ',
  'labels: [a, ',
  'assignee: ',
  'assignee: "',
  'depends_on:\n      - ',
  'blocked: {why: x, ',
  'blocked: {due: ',
  'score:\n      ',
  'sta',
  'status: ',
  'estimate: # soon',
  '# ref',
  '# refinery-ignore ',
  '',
];

const SAID: readonly string[] = [
  '    story: As a nurse, I want to read "wounds": all, so that I can help.',
  '    acceptance: ["Given a note \\"Owl\\": 3 copies, when I\'m {online}, then <n> see it", x]',
  "    acceptance:\n      - 'Given 3 notes # offline, when it syncs, then all is: well'",
  '    acceptance:\n      - {given: "[a] \\\\ b", when: "- c", then: "# d"}',
];

interface Case {
  readonly text: string;
  readonly offset: number;
}

function randomCase(bytes: Uint8Array, seed: number): Case {
  const choices = new Choices(bytes);
  const { text } = randomFile(choices);
  if (choices.rarely(3)) return { text, offset: seed % (text.length + 1) };
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const begun = choices.of(BEGUN);
  const said = choices.of(SAID);
  const close = choices.of(['', '', '"', "'", ']', '}', ' # why', ', more', '>']);
  const lines = `stories:\n  - title: A\n${said}\n  - title: X\n    ${begun}`;
  const behind = choices.of(['\n', '', '\n    epic: FN-101\n', '\n  - title: Y\n']);
  const own = `${WORDS}${lines}${close}${behind}`;
  const offset = own.length - close.length - behind.length;
  return {
    text: own.replaceAll('\n', eol),
    offset: offset + (eol.length - 1) * (own.slice(0, offset).split('\n').length - 1),
  };
}

const syntax = (text: string): number =>
  Backlog.read(text)
    .problems()
    .filter(({ problem }) => problem.rule.startsWith('yaml/')).length;

describe('completion', () => {
  it('answers anywhere, on the line of the cursor, and leaves what can be read readable', async () => {
    let chosen = 0;
    const bytes = fc.uint8Array({ minLength: 320, maxLength: 320 });
    await fc.assert(
      fc.asyncProperty(bytes, fc.nat(), async (choices, seed) => {
        const { text, offset } = randomCase(choices, seed);
        const backlog = Backlog.read(text);
        const { entries, replace } = completionAt(backlog, offset, TODAY);
        const before = syntax(text);
        const line = { start: text.lastIndexOf('\n', offset - 1) + 1, end: text.indexOf('\n', offset) };
        for (const entry of entries) holds(entry, entry.replace ?? replace, offset, line);
        const each =
          entries.length > 6 ? [0, 1, 2, 3, seed % entries.length, entries.length - 1] : entries.keys();
        for (const i of each) {
          const entry = entries[i];
          // A key that takes the place of another may not fit its value.
          if (entry === undefined || (entry.kind === 'key' && !entry.insert.includes(':'))) continue;
          const { start, end } = entry.replace ?? replace;
          const after = text.slice(0, start) + entry.insert + text.slice(end);
          chosen++;
          if (syntax(after) > before)
            throw new Error(
              `${entry.label} breaks\n${text.slice(0, offset)}$0${text.slice(offset)}\n=>\n${after}`,
            );
        }
        await breathe();
      }),
      { numRuns: cases(3_000) },
    );
    expect(chosen).toBeGreaterThan(cases(3_000));
  }, 600_000);
});

function holds(
  { insert, stops = [] }: CompletionEntry,
  { start, end }: { readonly start: number; readonly end: number },
  offset: number,
  line: { readonly start: number; readonly end: number },
): void {
  expect(start).toBeGreaterThanOrEqual(line.start);
  expect(start).toBeLessThanOrEqual(offset);
  expect(end).toBeGreaterThanOrEqual(offset);
  if (line.end >= 0) expect(end).toBeLessThanOrEqual(line.end);
  let at = 0;
  for (const stop of stops) {
    expect(stop.start).toBeGreaterThanOrEqual(at);
    expect(stop.end).toBeGreaterThanOrEqual(stop.start);
    expect(stop.end).toBeLessThanOrEqual(insert.length);
    at = stop.end;
  }
}
