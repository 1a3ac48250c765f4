import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { WRITE_AT_LATEST, WRITE_PAUSE, type Written } from '../../src/protocol/panels/storyPage.ts';
import { Drafts, type DraftsHost, type Place } from '../../src/webview/storyPage/drafts.ts';

/** A file with one text, which answers when it is told to. */
class File implements DraftsHost {
  text: string | undefined = 'Sync';
  revision = 1;
  /** What the view was last told. */
  page: Place | undefined;
  /** There is no page: the file is gone, or broken where the item is. */
  away = false;
  readonly writes: string[] = [];
  readonly lostTexts: string[] = [];
  readonly #answers: (() => void)[] = [];
  refusal: string | undefined;

  constructor() {
    this.page = this.now;
  }

  get now(): Place | undefined {
    return this.text === undefined
      ? undefined
      : { path: 'title', mark: `<${this.text}>`, text: this.text, revision: this.revision };
  }

  placeOf(): Place | undefined {
    return this.page;
  }

  isAway(): boolean {
    return this.away;
  }

  async write(_path: string, text: string, mark: string): Promise<Written> {
    this.writes.push(text);
    await new Promise<void>((resolve) => this.#answers.push(resolve));
    if (this.refusal !== undefined) return { ok: false, why: 'refused', message: this.refusal };
    if (mark !== this.now?.mark) return { ok: false, why: 'changed', message: 'It changed.' };
    // The file keeps no blanks at the end.
    this.become(text.trimEnd());
    return { ok: true, mark: `<${text.trimEnd()}>`, revision: this.revision };
  }

  become(text: string | undefined): void {
    this.text = text;
    this.revision++;
  }

  async answer(): Promise<void> {
    await vi.advanceTimersByTimeAsync(0);
    this.#answers.shift()?.();
    await vi.advanceTimersByTimeAsync(0);
  }

  changed(): void {
    // Nothing is drawn here.
  }

  lost(_id: string, text: string): void {
    this.lostTexts.push(text);
  }
}

describe('what a person types', () => {
  let file: File;
  let drafts: Drafts;
  const shown = (): string | undefined => drafts.textOf('title') ?? file.page?.text;
  const event = (): void => {
    file.page = file.now;
    drafts.page();
  };

  beforeEach(() => {
    vi.useFakeTimers();
    file = new File();
    drafts = new Drafts(file);
    drafts.entered('title');
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test('is written once nothing was typed for a while', async () => {
    drafts.type('title', 'Sync n');
    await vi.advanceTimersByTimeAsync(WRITE_PAUSE - 1);
    drafts.type('title', 'Sync no');
    await vi.advanceTimersByTimeAsync(WRITE_PAUSE - 1);
    expect(file.writes).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(file.writes).toEqual(['Sync no']);
  });

  test('is written in time by one who never pauses', async () => {
    for (let time = 0; time < WRITE_AT_LATEST; time += 100) {
      drafts.type('title', `Sync ${time}`);
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(file.writes).toHaveLength(1);
  });

  test('is written at once where the field is left', () => {
    drafts.type('title', 'Sync now');
    void drafts.left('title');
    return vi.waitFor(() => {
      expect(file.writes).toEqual(['Sync now']);
    });
  });

  test('waits for the answer to what was written before', async () => {
    drafts.type('title', 'a');
    await vi.advanceTimersByTimeAsync(WRITE_PAUSE);
    drafts.type('title', 'ab');
    await vi.advanceTimersByTimeAsync(WRITE_AT_LATEST);
    expect(file.writes).toEqual(['a']);
    await file.answer();
    expect(file.writes).toEqual(['a', 'ab']);
    await file.answer();
    expect(file.text).toBe('ab');
    expect(drafts.isDirty('title')).toBe(false);
  });

  test('is one write where the same is left and flushed', async () => {
    drafts.type('title', 'a');
    const done = [drafts.flush(), drafts.left('title'), drafts.flush()];
    await file.answer();
    await Promise.all(done);
    expect(file.writes).toEqual(['a']);
  });

  test('keeps a blank that the file does not keep, as long as the person is there', async () => {
    drafts.type('title', 'Sync the ');
    await vi.advanceTimersByTimeAsync(WRITE_PAUSE);
    await file.answer();
    event();
    expect(shown()).toBe('Sync the ');
    await drafts.left('title');
    expect(shown()).toBe('Sync the');
  });

  test('is not taken for somebody else’s words where the page comes before the answer', async () => {
    drafts.type('title', 'a');
    await vi.advanceTimersByTimeAsync(WRITE_PAUSE);
    file.page = { path: 'title', mark: '<a>', text: 'a', revision: 2 };
    drafts.page();
    drafts.type('title', 'ab');
    await file.answer();
    expect(drafts.troubleOf('title')).toBeUndefined();
    expect(shown()).toBe('ab');
  });

  test('stays shown until the page has it', async () => {
    drafts.type('title', 'a');
    const left = drafts.left('title');
    await file.answer();
    await left;
    expect(shown()).toBe('a');
    event();
    expect(drafts.textOf('title')).toBeUndefined();
    expect(shown()).toBe('a');
  });

  test('gives way to an undo in the editor once it is written', async () => {
    drafts.type('title', 'a');
    await vi.advanceTimersByTimeAsync(WRITE_PAUSE);
    await file.answer();
    event();
    file.become('Sync');
    event();
    expect(shown()).toBe('Sync');
  });

  test('goes on over an undo of its own words', async () => {
    drafts.type('title', 'a');
    await vi.advanceTimersByTimeAsync(WRITE_PAUSE);
    await file.answer();
    event();
    drafts.type('title', 'ab');
    file.become('Sync');
    event();
    expect(drafts.troubleOf('title')).toBeUndefined();
    await vi.advanceTimersByTimeAsync(WRITE_PAUSE);
    await file.answer();
    expect(file.text).toBe('ab');
  });

  test('is kept where the file changes under it, and written only where the person says so', async () => {
    drafts.type('title', 'mine');
    file.become('theirs');
    event();
    expect(drafts.troubleOf('title')).toEqual({ kind: 'changed', theirs: 'theirs' });
    await vi.advanceTimersByTimeAsync(WRITE_AT_LATEST);
    await drafts.flush();
    expect(file.writes).toEqual([]);
    expect(shown()).toBe('mine');
    void drafts.keepMine('title');
    await file.answer();
    expect(file.text).toBe('mine');
    expect(drafts.troubleOf('title')).toBeUndefined();
  });

  test('is forgotten for theirs', () => {
    drafts.type('title', 'mine');
    file.become('theirs');
    event();
    drafts.takeTheirs('title');
    expect(shown()).toBe('theirs');
    expect(drafts.anyDirty).toBe(false);
  });

  test('that comes too late overwrites nothing', async () => {
    drafts.type('title', 'mine');
    await vi.advanceTimersByTimeAsync(WRITE_PAUSE);
    file.become('theirs');
    await file.answer();
    expect(drafts.troubleOf('title')?.kind).toBe('changed');
    event();
    expect(drafts.troubleOf('title')).toEqual({ kind: 'changed', theirs: 'theirs' });
    expect(file.text).toBe('theirs');
  });

  test('is left as it is where it is refused, and tried again when it is another', async () => {
    file.refusal = 'An id has no blanks.';
    drafts.type('title', 'a b');
    await vi.advanceTimersByTimeAsync(WRITE_PAUSE);
    await file.answer();
    expect(drafts.troubleOf('title')).toEqual({ kind: 'refused', message: 'An id has no blanks.' });
    await vi.advanceTimersByTimeAsync(WRITE_AT_LATEST);
    expect(file.writes).toHaveLength(1);
    file.refusal = undefined;
    drafts.type('title', 'ab');
    await vi.advanceTimersByTimeAsync(WRITE_PAUSE);
    await file.answer();
    expect(file.text).toBe('ab');
  });

  test('is handed back where its place is gone', () => {
    drafts.type('title', 'mine');
    file.become(undefined);
    event();
    expect(file.lostTexts).toEqual(['mine']);
    expect(drafts.anyDirty).toBe(false);
  });

  test('waits while there is no page, and is written when it is back', async () => {
    drafts.type('title', 'mine');
    file.away = true;
    drafts.page();
    await vi.advanceTimersByTimeAsync(WRITE_AT_LATEST);
    await drafts.left('title');
    expect(file.writes).toEqual([]);
    expect(file.lostTexts).toEqual([]);
    expect(drafts.unwritten()).toEqual([{ id: 'title', text: 'mine', base: 'Sync', mark: '<Sync>' }]);
    file.away = false;
    drafts.page();
    await vi.advanceTimersByTimeAsync(WRITE_PAUSE);
    await file.answer();
    expect(file.text).toBe('mine');
  });

  for (const [when, isBackFirst] of [
    ['before the page is back', false],
    ['when the page is back already', true],
  ] as const)
    test(`is written when the page is back, where it was refused for want of it ${when}`, async () => {
      drafts.type('title', 'mine');
      await vi.advanceTimersByTimeAsync(WRITE_PAUSE);
      file.away = true;
      file.refusal = 'The backlog file is gone.';
      const back = (): void => {
        file.away = false;
        drafts.page();
        drafts.retry();
      };
      if (isBackFirst) back();
      await file.answer();
      file.refusal = undefined;
      if (!isBackFirst) back();
      await vi.advanceTimersByTimeAsync(WRITE_PAUSE);
      await file.answer();
      expect(file.text).toBe('mine');
      expect(drafts.troubleOf('title')).toBeUndefined();
    });

  test('waits while there is no page, and is not written over what came meanwhile', async () => {
    drafts.type('title', 'mine');
    file.away = true;
    drafts.page();
    file.become('theirs');
    file.away = false;
    event();
    await vi.advanceTimersByTimeAsync(WRITE_AT_LATEST);
    expect(file.writes).toEqual([]);
    expect(drafts.troubleOf('title')).toEqual({ kind: 'changed', theirs: 'theirs' });
  });

  test('is no trouble any more where somebody wrote the same', () => {
    drafts.type('title', 'mine');
    file.become('theirs');
    event();
    expect(drafts.troubleOf('title')?.kind).toBe('changed');
    file.become('mine');
    event();
    expect(drafts.troubleOf('title')).toBeUndefined();
    expect(shown()).toBe('mine');
  });

  describe('of before the view was loaded anew', () => {
    const kept = { text: 'mine', base: 'Sync', mark: '<Sync>' };

    test('is there, says so, and is written by nobody but the person', async () => {
      expect(drafts.restore('title', kept)).toBe(true);
      event();
      await vi.advanceTimersByTimeAsync(WRITE_AT_LATEST);
      await drafts.left('title');
      expect(file.writes).toEqual([]);
      expect(shown()).toBe('mine');
      expect(drafts.troubleOf('title')).toEqual({ kind: 'kept', theirs: 'Sync' });
      const writing = drafts.keepMine('title');
      await file.answer();
      await writing;
      expect(file.text).toBe('mine');
    });

    test('is written with what is typed behind it', async () => {
      drafts.restore('title', kept);
      drafts.type('title', 'mine now');
      await vi.advanceTimersByTimeAsync(WRITE_PAUSE);
      await file.answer();
      expect(file.text).toBe('mine now');
    });

    test('says that the file changed, where it did', () => {
      file.become('theirs');
      file.page = file.now;
      drafts.restore('title', kept);
      expect(shown()).toBe('mine');
      expect(drafts.troubleOf('title')).toEqual({ kind: 'changed', theirs: 'theirs' });
    });

    test('is forgotten where the file has it', () => {
      file.become('mine');
      file.page = file.now;
      expect(drafts.restore('title', kept)).toBe(false);
      expect(drafts.anyDirty).toBe(false);
    });
  });

  test('takes a change of the file where nothing is left to write', async () => {
    drafts.type('title', 'a');
    await vi.advanceTimersByTimeAsync(WRITE_PAUSE);
    await file.answer();
    file.become('theirs');
    event();
    expect(shown()).toBe('theirs');
    expect(drafts.troubleOf('title')).toBeUndefined();
  });
});

test('texts in one place of the file are written one after the other, each on what the one before left', async () => {
  const file = new Map([
    ['reach', ''],
    ['impact', ''],
    ['effort', ''],
  ]);
  let revision = 1;
  const markNow = (): string => [...file.values()].join('|');
  let page = { mark: markNow(), texts: new Map(file) };
  const drafts: Drafts = new Drafts({
    placeOf: (id) => ({ path: id, mark: page.mark, text: page.texts.get(id) ?? '', revision }),
    isAway: () => false,
    write: async (path, text, mark): Promise<Written> => {
      await Promise.resolve();
      if (mark !== markNow()) return { ok: false, why: 'changed', message: 'It changed.' };
      file.set(path, text);
      page = { mark: markNow(), texts: new Map(file) };
      revision++;
      drafts.page();
      return { ok: true, mark: markNow(), revision };
    },
    changed: () => undefined,
    lost: () => undefined,
  });
  for (const id of file.keys()) drafts.type(id, `${id} 1`);
  await drafts.flush();
  expect([...file.values()]).toEqual(['reach 1', 'impact 1', 'effort 1']);
  expect([...file.keys()].map((id) => drafts.troubleOf(id))).toEqual([undefined, undefined, undefined]);
});
