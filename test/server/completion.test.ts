/** Completion as an editor sees it: snippets, ranges and filters of the real protocol, and whole stories made of nothing else. */
import type { CompletionItem, CompletionList, Position } from 'vscode-languageserver-protocol';
import { afterEach, describe, expect, it } from 'vitest';
import { Editor, URI } from './editor.ts';

const editors: Editor[] = [];
afterEach(() => {
  for (const editor of editors.splice(0)) editor.stop();
});

const SNIPPETS = { textDocument: { completion: { completionItem: { snippetSupport: true } } } };

async function start(refinery = true): Promise<Editor> {
  const editor = await Editor.start({ refinery, capabilities: SNIPPETS });
  editors.push(editor);
  return editor;
}

/** A person who types, chooses, and fills in places, one after the other. */
class Writer {
  private places: { start: number; end: number }[] = [];
  private at = 0;

  constructor(
    private readonly editor: Editor,
    public text: string,
  ) {
    this.at = text.length;
  }

  static async begin(editor: Editor, text: string): Promise<Writer> {
    await editor.open(text);
    return new Writer(editor, text);
  }

  private position(offset: number): Position {
    const before = this.text.slice(0, offset).split('\n');
    return { line: before.length - 1, character: (before.at(-1) ?? '').length };
  }

  private offset({ line, character }: Position): number {
    return this.text.split('\n').slice(0, line).join('\n').length + (line === 0 ? 0 : 1) + character;
  }

  private async replace(start: number, end: number, written: string): Promise<void> {
    await this.editor.send([{ at: this.position(start), to: this.position(end), text: written }]);
    this.text = this.text.slice(0, start) + written + this.text.slice(end);
    const grown = written.length - (end - start);
    this.places = this.places.map((place) =>
      place.start >= end ? { start: place.start + grown, end: place.end + grown } : place,
    );
    this.at = start + written.length;
  }

  /** Types, into the place that is selected if one is. */
  async type(words: string): Promise<void> {
    const selected = this.places[0];
    if (selected && selected.start <= this.at && this.at <= selected.end) {
      this.places.shift();
      await this.replace(selected.start, selected.end, words);
    } else await this.replace(this.at, this.at, words);
  }

  /** Goes to the next place of what was chosen. */
  tab(): void {
    const [next] = this.places;
    if (next === undefined) throw new Error('there is no further place');
    this.at = next.end;
    if (next.start === next.end) this.places.shift();
  }

  async offered(): Promise<readonly CompletionItem[]> {
    const list = await this.editor.request<CompletionList>('textDocument/completion', {
      textDocument: { uri: URI },
      position: this.position(this.at),
      context: { triggerKind: 1 },
    });
    const shown = list.items.filter((item) => this.passes(item));
    return shown.sort((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1));
  }

  /** An editor shows what has the typed letters in this order. */
  private passes({ textEdit, filterText, label }: CompletionItem): boolean {
    if (textEdit === undefined || !('range' in textEdit)) throw new Error(`${label} replaces nothing`);
    const start = this.offset(textEdit.range.start);
    expect(textEdit.range.start.line).toBe(this.position(this.at).line);
    expect(textEdit.range.end.line).toBe(this.position(this.at).line);
    expect(start).toBeLessThanOrEqual(this.at);
    expect(this.offset(textEdit.range.end)).toBeGreaterThanOrEqual(this.at);
    const typed = this.text.slice(start, this.at).trimStart().toLowerCase();
    const words = (filterText ?? label).toLowerCase();
    let found = 0;
    for (const letter of words) if (letter === typed[found]) found++;
    return found === typed.length;
  }

  /** Chooses the first that is offered, or the one with this label. */
  async choose(label?: string): Promise<void> {
    const offered = await this.offered();
    const item = label === undefined ? offered[0] : offered.find((each) => each.label === label);
    if (item?.textEdit === undefined || !('range' in item.textEdit))
      throw new Error(`${label ?? 'anything'} is not offered at ${this.text.slice(0, this.at)}$0`);
    const { range, newText } = item.textEdit;
    const { text, places } = item.insertTextFormat === 2 ? filled(newText) : { text: newText, places: [] };
    const start = this.offset(range.start);
    const outer = this.places.filter((place) => place.end < start || place.start > this.at);
    this.places = outer;
    await this.replace(start, this.offset(range.end), text);
    if (places.length > 0)
      this.places = places.map((place) => ({ start: place.start + start, end: place.end + start }));
    if (places.length > 0) this.tab();
  }
}

/** What an editor makes of a snippet: its text, and the places in the order of their numbers. */
function filled(snippet: string): { text: string; places: { start: number; end: number }[] } {
  let text = '';
  const places: { number: number; start: number; end: number }[] = [];
  const parts = /\\([\\$}])|\$(\d+)|\$\{(\d+):((?:\\.|[^\\}])*)\}|([^\\$]+)/gy;
  for (const match of snippet.matchAll(parts)) {
    const [, escaped, bare, number = bare, example = '', plain] = match;
    if (number !== undefined) {
      const said = example.replaceAll(/\\(.)/g, '$1');
      places.push({ number: Number(number) || 1000, start: text.length, end: text.length + said.length });
      text += said;
    } else text += escaped ?? plain ?? '';
  }
  places.sort((a, b) => a.number - b.number);
  return { text, places };
}

const TEAM = `version: 1
product: {name: Fieldnotes, key: FN}
workflow: {ready: {story: [story, acceptance, estimate]}}
people:
  - {id: ana, name: Ana Lima}
personas:
  - {id: bio, name: field biologist}
  - {id: lead, name: expedition lead}
objectives:
  - {id: no-loss, title: Nobody loses a note}
epics:
  - {id: FN-1, title: Offline notes, objective: no-loss, status: doing}
sprints:
  - {id: s24, goal: Notes survive, start: 2026-11-16, end: 2026-11-27}
`;

describe('a story', () => {
  it('is written from nothing by choosing', async () => {
    const editor = await start();
    const writer = await Writer.begin(editor, `${TEAM}stories:\n  `);
    await writer.choose('new story');
    await writer.type('Sync when back online');
    writer.tab();
    await writer.choose('field biologist');
    writer.tab();
    await writer.type('to sync my notes when I am back online');
    writer.tab();
    await writer.type('my team sees them the same day');
    writer.tab();
    await writer.type('3 notes written offline');
    writer.tab();
    await writer.type('the phone gets a connection');
    writer.tab();
    await writer.type('the team sees them within a minute');
    writer.tab();
    await writer.choose('5');
    await writer.type('\n    ');
    await writer.choose('status');
    await writer.choose('ready');
    await writer.type('\n    ep');
    await writer.choose('epic');
    await writer.type('off');
    await writer.choose();
    await writer.type('\n    spr');
    await writer.choose();
    await writer.choose();
    await writer.type('\n    assi');
    await writer.choose();
    await writer.choose();
    await writer.type('\n');
    expect(writer.text).toBe(`${TEAM}stories:
  - id: FN-2
    title: Sync when back online
    story: As a field biologist, I want to sync my notes when I am back online, so that my team sees them the same day
    acceptance:
      - Given 3 notes written offline, when the phone gets a connection, then the team sees them within a minute
    estimate: 5
    status: ready
    epic: FN-1
    sprint: s24
    assignee: ana
`);
    expect(await settledProblems(editor)).toEqual([]);
  });

  it('is written sentence by sentence, with the steps and ends of another', async () => {
    const editor = await start();
    const writer = await Writer.begin(
      editor,
      `${TEAM}stories:
  - id: FN-2
    title: Sync
    status: ready
    epic: FN-1
    estimate: 3
    story: As a field biologist, I want to sync my notes, so that my team sees them the same day.
    acceptance:
      - Given 3 notes written offline, when the phone gets a connection, then the team sees "all" of them
  `,
    );
    await writer.type('- ');
    await writer.choose('title');
    await writer.type('Save power\n    ');
    await writer.choose('id');
    await writer.choose();
    await writer.type('\n    ');
    await writer.choose('epic');
    await writer.choose();
    await writer.type('\n    ');
    await writer.choose('story');
    await writer.choose('As a');
    await writer.type('ex');
    await writer.choose();
    await writer.choose();
    await writer.type('to save power at night, so');
    await writer.choose();
    await writer.choose();
    await writer.type('\n    ');
    await writer.choose('acceptance');
    await writer.choose('Given');
    await writer.type('notes');
    await writer.choose();
    await writer.type('5');
    writer.tab();
    await writer.type(', ');
    await writer.choose('when');
    await writer.type('it is dark, ');
    await writer.choose('then');
    await writer.choose();
    await writer.type('none');
    writer.tab();
    await writer.type('\n    ');
    await writer.choose('estimate');
    await writer.choose('2');
    await writer.type('\n    stat');
    await writer.choose();
    await writer.choose('ready');
    await writer.type('\n');
    expect(writer.text).toContain(`  - title: Save power
    id: FN-3
    epic: FN-1
    story: As an expedition lead, I want to save power at night, so that my team sees them the same day
    acceptance:
      - Given 5 notes written offline, when it is dark, then the team sees "none" of them
    estimate: 2
    status: ready
`);
    expect(await settledProblems(editor)).toEqual([]);
  });

  it('has its scenario in a mapping', async () => {
    const editor = await start();
    const writer = await Writer.begin(editor, `${TEAM}stories:\n  - id: FN-2\n    title: Sync\n    `);
    await writer.type('acc');
    await writer.choose();
    await writer.choose('new scenario');
    await writer.type('two phones');
    writer.tab();
    await writer.type('one note on two phones');
    writer.tab();
    await writer.type('both come back online');
    writer.tab();
    await writer.type('both versions are kept');
    writer.tab();
    await writer.type('\n');
    expect(writer.text.slice(TEAM.length)).toBe(`stories:
  - id: FN-2
    title: Sync
    acceptance:
      - scenario: two phones
        given: one note on two phones
        when: both come back online
        then: both versions are kept
`);
    expect(await settledProblems(editor)).toEqual([]);
  });
});

/** Warnings and errors, once everything was judged. */
async function settledProblems(editor: Editor): Promise<readonly string[]> {
  for (let turn = 0; turn < 40; turn++) {
    await editor.settled();
    await new Promise((wake) => setTimeout(wake, 10));
  }
  return (editor.latest(URI) ?? []).flatMap(({ severity = 1, code, message }) =>
    severity <= 2 ? [`${String(code)}: ${typeof message === 'string' ? message : message.value}`] : [],
  );
}

describe('the protocol', () => {
  const complete = (
    editor: Editor,
    line: number,
    character: number,
    more: object = {},
  ): Promise<CompletionList> => editor.at('textDocument/completion', line, character, more);

  it('has snippets with numbered places for clients that know them, and plain text for others', async () => {
    const text = 'product: {name: A, key: FN}\nstories:\n  - title: X\n    story: ';
    const able = await start();
    await able.open(text);
    const [whole] = (await complete(able, 3, 11)).items;
    expect(whole).toMatchObject({
      label: 'As a <role>, I want <means>, so that <benefit>',
      insertTextFormat: 2,
      textEdit: {
        range: { start: { line: 3, character: 11 }, end: { line: 3, character: 11 } },
        newText: 'As a ${1:<role>}, I want ${2:<means>}, so that ${3:<benefit>}$0',
      },
    });
    const plain = await Editor.start();
    editors.push(plain);
    await plain.open(text);
    const [same] = (await complete(plain, 3, 11)).items;
    expect(same?.insertTextFormat).toBeUndefined();
    expect(same?.textEdit).toMatchObject({ newText: 'As a <role>, I want <means>, so that <benefit>' });
  });

  it('escapes what a snippet would take for its own', async () => {
    const editor = await start();
    const step = String.raw`a price of $5 and {x} in C:\notes for 3 people`;
    await editor.open(
      `stories:\n  - title: A\n    acceptance:\n      - {given: '${step}'}\n  - title: B\n    acceptance:\n      - Given a pr`,
    );
    const { items, isIncomplete } = await complete(editor, 6, 18);
    const [item] = items;
    expect(isIncomplete).toBe(true);
    expect(item?.filterText).toBe('a pr');
    const written = item?.textEdit?.newText ?? '';
    expect(written).toContain(String.raw`\$`);
    expect(filled(written).text).toBe(step);
  });

  it('asks an editor with Refinery in it for what comes next', async () => {
    const editor = await start();
    await editor.open('stories:\n  - title: X\n    story: As a nurse, ');
    const [item] = (await complete(editor, 2, 23)).items;
    expect(item).toMatchObject({ label: 'I want', command: { command: 'editor.action.triggerSuggest' } });
    const other = await start(false);
    await other.open('stories:\n  - title: X\n    story: As a nurse, ');
    expect((await complete(other, 2, 23)).items[0]?.command).toBeUndefined();
  });

  it('offers nothing in a remark that a space was typed in', async () => {
    const editor = await start();
    await editor.open('stories:\n  - title: X\n    # ');
    const typed = { context: { triggerKind: 2, triggerCharacter: ' ' } };
    expect((await complete(editor, 2, 6, typed)).items).toEqual([]);
    expect((await complete(editor, 2, 6)).items).not.toEqual([]);
  });

  it('knows the words of every story soon after it was asked for the first time', async () => {
    const editor = await start();
    const many = Array.from(
      { length: 400 },
      (_, i) => `  - id: FN-${i + 1}\n    title: T\n    story: As a role ${i}, I want to rest\n`,
    );
    await editor.open(`product: {key: FN}\nstories:\n${many.join('')}  - title: X\n    story: As a `);
    const line = 3 * 400 + 3;
    const first = await complete(editor, line, 16);
    expect(first.items.length).toBeGreaterThan(0);
    for (let turn = 0; turn < 400; turn++) await editor.settled();
    await editor.send([{ at: { line, character: 16 }, text: 'rol' }]);
    const then = await complete(editor, line, 19);
    expect(then.items.length).toBeGreaterThanOrEqual(first.items.length);
    expect(then.items.map(({ label }) => label)).toContain('role 0');
  });
});
