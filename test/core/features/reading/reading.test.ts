import { describe, expect, it } from 'vitest';
import { Backlog } from '../../../../src/core/backlog/backlog.ts';
import {
  progressLenses,
  readinessAt,
  readinessLenses,
} from '../../../../src/core/features/reading/codeLenses.ts';
import { documentLinks } from '../../../../src/core/features/reading/documentLinks.ts';
import { highlightsAt } from '../../../../src/core/features/reading/highlights.ts';
import { inlayHints } from '../../../../src/core/features/reading/inlayHints.ts';
import { everywhere } from '../../../../src/core/features/reading/itemsWithin.ts';
import { selectionRangesAt } from '../../../../src/core/features/reading/selectionRanges.ts';
import { semanticTokens } from '../../../../src/core/features/reading/semanticTokens.ts';
import { parametersIn } from '../../../../src/core/features/reading/stepParameters.ts';
import { backlogAt, underlined } from '../cursor.ts';

/** The text with its hints in it, each in `⟨⟩`. */
function hinted(text: string): string {
  const backlog = Backlog.read(text);
  let result = text;
  for (const { at, parts } of [...inlayHints(backlog, everywhere(backlog))].reverse())
    result = `${result.slice(0, at)}⟨${parts.map((part) => part.text).join('')}⟩${result.slice(at)}`;
  return result;
}

const EPICS = `people:
  - {id: ana, name: Ana Lima}
sprints:
  - {id: s24, goal: Notes survive a dead battery}
epics:
  - id: FN-1
    title: Offline notes that survive everything that can happen to a phone in the field
`;

describe('hints', () => {
  it('show the title behind an id, in front of a comment', () => {
    const text = `${EPICS}stories:\n  - id: FN-2\n    title: Sync\n    sprint: s24   # next\n    assignee: ana\n`;
    expect(hinted(text)).toBe(text.replace('s24   #', 's24⟨Notes survive a dead battery⟩   #'));
  });

  it('shorten long titles, at a word', () => {
    const text = `${EPICS}stories:\n  - id: FN-2\n    title: Sync\n    epic: FN-1\n`;
    expect(hinted(text)).toContain('epic: FN-1⟨Offline notes that survive everything…⟩\n');
  });

  it('are one a line for a list, and tell how many more there are', () => {
    const stories = [2, 3, 4, 5].map((n) => `  - {id: FN-${n}, title: Title ${n}}\n`).join('');
    const text = `stories:\n${stories}  - id: FN-9\n    title: Last\n    depends_on: [FN-2, "FN-3", FN-4, FN-5]\n    was: [FN-2]\n`;
    expect(hinted(text)).toBe(text.replace('FN-5]\n', 'FN-5]⟨Title 2 · Title 3 +2⟩\n'));
    const block = `stories:\n${stories}  - title: Last\n    depends_on:\n      - FN-2\n      - 'FN-3'\n`;
    expect(hinted(block)).toBe(
      block.replace('- FN-2\n', '- FN-2⟨Title 2⟩\n').replace("'FN-3'\n", "'FN-3'⟨Title 3⟩\n"),
    );
  });

  it('stay away from lines that say more than an id, from people, and from ids that lead nowhere', () => {
    for (const line of [
      '{title: A, epic: FN-1, status: idea}',
      '{title: A, epic: FN-1}',
      '{title: A, epic: FN-7}',
    ]) {
      const text = `${EPICS}stories:\n  - ${line}\n`;
      expect(hinted(text)).toBe(text);
    }
    const text = `${EPICS}stories:\n  - title: A\n    epic: FN-7\n    notes:\n      - by: ana\n`;
    expect(hinted(text)).toBe(text);
  });

  it('lead to the item, and are given for the asked part alone', () => {
    const text = `${EPICS}stories:\n  - title: A\n    epic: FN-1\n  - title: B\n    epic: FN-1\n`;
    const backlog = Backlog.read(text);
    const line = { start: text.indexOf('- title: B'), end: text.length };
    const hints = inlayHints(backlog, line);
    expect(hints).toHaveLength(1);
    expect(
      underlined(
        text,
        hints.flatMap(({ parts }) => parts.flatMap(({ target }) => target ?? [])),
      ),
    ).toContain('id: «FN-1»');
  });
});

describe('lenses', () => {
  const text = `epics:
  # the first
  - id: FN-1
    title: Offline
  - {id: FN-9, title: Empty}
sprints:
  - {id: s 1, goal: Go}
stories:
  - {id: FN-2, title: A, epic: FN-1, sprint: s 1, estimate: 3, status: done}
  - {id: FN-3, title: B, epic: FN-1, estimate: 5, status: doing}
  - id: FN-4
    title: C
    estimate: 1
    depends_on: [FN-3, FN-2]
`;

  it('over epics and sprints say how much is done', () => {
    const lenses = progressLenses(Backlog.read(text));
    expect(
      lenses.map(({ at, title, filter }) => [text.slice(at, at + 12).split('\n')[0], title, filter]),
    ).toEqual([
      ['  - id: FN-1', '3 of 8 points, 1 of 2 stories done', 'epic:FN-1'],
      ['  - {id: s 1', '3 of 3 points, 1 of 1 story done', undefined],
    ]);
  });

  it('over stories that nobody has begun say what they lack', () => {
    const backlog = Backlog.read(text);
    const lenses = readinessLenses(backlog);
    expect(lenses.map(({ at }) => readinessAt(backlog, at))).toEqual([
      'Lacks story, acceptance criteria · waits for FN-3',
    ]);
    const ready =
      'stories:\n  - {title: A, estimate: 3, acceptance: [it works], story: "As a cook, I want salt, so that it tastes"}\n';
    const other = Backlog.read(ready);
    expect(readinessLenses(other).map(({ at }) => readinessAt(other, at))).toEqual(['Ready']);
    const blocked = Backlog.read('stories:\n  - {title: A, type: task, blocked: x}\n');
    expect(readinessLenses(blocked).map(({ at }) => readinessAt(blocked, at))).toEqual(['Blocked']);
  });
});

/** Each token as `kind:text`. */
function tokens(text: string): readonly string[] {
  const backlog = Backlog.read(text);
  return [...semanticTokens(backlog, everywhere(backlog))].flatMap(({ start, tokens: found }) =>
    found.map((token) => `${token.kind}:${text.slice(start + token.start, start + token.end)}`),
  );
}

describe('colours', () => {
  it('tell who, what and why apart', () => {
    const story = 'story: As a field biologist, I want notes to sync, so that my team sees them';
    expect(tokens(`stories:\n  - id: FN-2\n    title: A\n    ${story}\n    epic: FN-1\n`)).toEqual([
      'itemId:FN-2',
      'storyKeyword:As a',
      'storyRole:field biologist',
      'storyKeyword:I want',
      'storyMeans:notes to sync',
      'storyKeyword:so that',
      'storyEnd:my team sees them',
      'itemId:FN-1',
    ]);
  });

  it('follow a sentence over several lines, one token a line', () => {
    const found = tokens(
      'stories:\r\n  - title: A\r\n    story: >-\r\n      As a cook, I want salt\r\n      and pepper, so that\r\n      it tastes\r\n',
    );
    expect(found).toEqual([
      'storyKeyword:As a',
      'storyRole:cook',
      'storyKeyword:I want',
      'storyMeans:salt',
      'storyMeans:and pepper',
      'storyKeyword:so that',
      'storyEnd:it tastes',
    ]);
  });

  it("know the team's own language", () => {
    const writing = 'writing:\n  templates: ["Als <role> möchte ich <means>, damit <benefit>"]\n';
    const found = tokens(
      `${writing}stories:\n  - title: A\n    story: Als Koch möchte ich Salz, damit es schmeckt\n`,
    );
    expect(found).toContain('storyRole:Koch');
    expect(found).toContain('storyEnd:es schmeckt');
  });

  it('are those of the asked part alone', () => {
    const text = `stories:\n${Array.from({ length: 100 }, (_, i) => `  - id: FN-${i}\n    title: A\n`).join('')}`;
    const backlog = Backlog.read(text);
    const at = text.indexOf('FN-50');
    expect([...semanticTokens(backlog, { start: at, end: at + 1 })].map(({ item }) => item.id)).toEqual([
      'FN-50',
    ]);
  });

  it('find what varies in a step', () => {
    const words = 'a cart with 3 apples for 1.50, "red ones" and <more> of v2';
    expect(parametersIn(words).map(({ start, end }) => words.slice(start, end))).toEqual([
      '3',
      '1.50',
      '"red ones"',
      '<more>',
    ]);
  });
});

function highlighted(marked: string): string | undefined {
  const { backlog, text, offset } = backlogAt(marked);
  const found = highlightsAt(backlog, offset);
  return found && underlined(text, found);
}

describe('highlights', () => {
  it('show the same item, wherever it is named', () => {
    const text =
      'epics:\n  - {id: FN-1, title: E}\nstories:\n  - {title: A, epic: FN$0-1}\n  - {title: FN-1, epic: FN-1}\n';
    expect(highlighted(text)).toBe(
      'epics:\n  - {id: «FN-1», title: E}\nstories:\n  - {title: A, epic: «FN-1»}\n  - {title: FN-1, epic: «FN-1»}\n',
    );
  });

  it('show the same label, and not the same word elsewhere', () => {
    const text =
      'stories:\n  - {title: sync, labels: [sy$0nc, mobile]}\n  - {title: B, labels: sync}\n  - {title: C, labels: [sync-2, "sync"]}\n';
    expect(highlighted(text)).toBe(
      'stories:\n  - {title: sync, labels: [«sync», mobile]}\n  - {title: B, labels: «sync»}\n  - {title: C, labels: [sync-2, «"sync"»]}\n',
    );
  });

  it('show the same persona, in sentences and where it is described', () => {
    const text =
      'personas:\n  - {id: bio, name: field biologist}\nstories:\n  - title: A\n    story: As a field bio$0logist, I want A, so that B\n  - title: B\n    story: As a Field Biologist, I want A, so that B\n  - title: field biologist\n    story: As a cook, I want a field biologist, so that B\n';
    const expected =
      'personas:\n  - {id: bio, name: «field biologist»}\nstories:\n  - title: A\n    story: As a «field biologist», I want A, so that B\n  - title: B\n    story: As a «Field Biologist», I want A, so that B\n  - title: field biologist\n    story: As a cook, I want a field biologist, so that B\n';
    expect(highlighted(text)).toBe(expected);
    expect(highlighted(text.replace('$0', '').replace('name: field', 'name: fie$0ld'))).toBe(expected);
  });

  it('show the same status', () => {
    expect(highlighted('stories:\n  - {title: idea, status: id$0ea}\n  - {title: B, status: idea}\n')).toBe(
      'stories:\n  - {title: idea, status: «idea»}\n  - {title: B, status: «idea»}\n',
    );
  });

  it('leave other words to the editor', () => {
    expect(highlighted('stories:\n  - {title: So$0me words}\n')).toBeUndefined();
    expect(highlighted('product: {name: Fi$0eldnotes}\n')).toBeUndefined();
  });
});

function selections(marked: string): readonly string[] {
  const { backlog, text, offset } = backlogAt(marked);
  return selectionRangesAt(backlog, offset).map(({ start, end }) => text.slice(start, end));
}

describe('expanding a selection', () => {
  const before = 'epics:\n  - {id: FN-1}\n';
  const story = '    story: As a cook, I want sea sa$0lt, so that it tastes\n';
  it('takes word, clause, sentence, field, item, list, file', () => {
    const found = selections(`${before}stories:\n  # why\n  - title: A\n${story}  - title: B\n`);
    const sentence = 'As a cook, I want sea salt, so that it tastes';
    expect(found).toEqual([
      'salt',
      'sea salt',
      'I want sea salt',
      sentence,
      `story: ${sentence}`,
      `title: A\n    story: ${sentence}`,
      `  - title: A\n    story: ${sentence}`,
      `  # why\n  - title: A\n    story: ${sentence}`,
      `stories:\n  # why\n  - title: A\n    story: ${sentence}\n  - title: B`,
      `${before}stories:\n  # why\n  - title: A\n    story: ${sentence}\n  - title: B\n`,
    ]);
  });

  it('takes a quoted text first without its quotes', () => {
    expect(selections('stories:\n  - title: "Some wo$0rds"\n').slice(0, 4)).toEqual([
      'words',
      'Some words',
      '"Some words"',
      'title: "Some words"',
    ]);
  });

  it('works in sections, on nothing, and in flow lists', () => {
    expect(selections('workflow:\n  wip: {doing: $03}\n').slice(0, 4)).toEqual([
      '3',
      'doing: 3',
      '{doing: 3}',
      'wip: {doing: 3}',
    ]);
    expect(selections('$0')).toEqual(['']);
    expect(selections('stories: [{title: A}, {title: B$0}]\n').slice(0, 3)).toEqual([
      'B',
      'title: B',
      '{title: B}',
    ]);
  });
});

describe('links', () => {
  it('are paths and addresses of links, link and url', () => {
    const text = `insights:
  - {id: a, link: research/a.md}
stories:
  - title: see links: and https://no.example
    links:
      - research/sync.md
      - {url: "design/sync.fig#L3", kind: design}
  - {title: B, links: https://b.example}
  - {title: C, description: a link}
`;
    const found = documentLinks(Backlog.read(text));
    expect(found.map(({ target }) => target)).toEqual([
      'research/a.md',
      'research/sync.md',
      'design/sync.fig#L3',
      'https://b.example',
    ]);
    expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(found.map(({ target }) => target));
  });
});
