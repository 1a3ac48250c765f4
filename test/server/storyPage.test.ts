/** The page of a story over the protocol: what it shows follows the open document, and its edits fit one version of it. */
import { afterEach, describe, expect, it } from 'vitest';
import type { PageChange } from '../../src/core/features/page/pageChange.ts';
import type { ItemPage } from '../../src/core/features/page/pageData.ts';
import type { ItemAddress } from '../../src/core/operations/operation.ts';
import type { Message, RangeEdit } from '../../src/protocol/lsp.ts';
import {
  completeDraftRequest,
  findRefsRequest,
  judgeDraftRequest,
  pagePlaceRequest,
  planPageRequest,
  storyPageChoicesRequest,
  storyPageRequest,
} from '../../src/protocol/storyPage.ts';
import { Editor, URI } from './editor.ts';

const TEXT = `product: {name: Fieldnotes, key: FN}
people:
  - {id: ana, name: Ana Lima}
stories:
  - id: FN-1
    title: Sync
    story: As a coach, I want to see it.
    status: ready
    acceptance:
      - works on the two oldest phones
    was: [FN-70]
  - {id: FN-2, title: Print the sync log, depends_on: FN-1}
`;
const ONE = { id: 'FN-1' } as const;

let editor: Editor | undefined;
afterEach(() => editor?.stop());

async function opened(text = TEXT): Promise<Editor> {
  editor = await Editor.start();
  await editor.open(text);
  return editor;
}

function ask<P, R>({ client }: Editor, { method }: Message<string, P, R>, params: P): Promise<R> {
  return client.sendRequest(method, params);
}

async function pageOf(at: Editor, item: ItemAddress = ONE): Promise<ItemPage> {
  const answer = await ask(at, storyPageRequest, { uri: URI, item });
  if (answer?.page.readable !== true) throw new Error('no page');
  return answer.page;
}

async function plan(at: Editor, change: PageChange, version: number) {
  return ask(at, planPageRequest, { uri: URI, item: ONE, version, change });
}

/** Makes the edits of a plan in the editor, as a client does. */
async function carryOut(at: Editor, edits: readonly RangeEdit[]): Promise<void> {
  const backwards = [...edits].reverse();
  await at.send(backwards.map(({ range, newText }) => ({ at: range.start, to: range.end, text: newText })));
}

describe('the page of a story', () => {
  it('shows what is typed in the editor beside it, in the next answer', async () => {
    const at = await opened();
    const before = await ask(at, storyPageRequest, { uri: URI, item: ONE });
    await at.send([{ at: { line: 6, character: 32 }, text: ' all of' }]);
    const after = await ask(at, storyPageRequest, { uri: URI, item: ONE });
    if (after?.page.readable !== true) throw new Error('no page');
    expect(after.page.story.text).toBe('As a coach, I want to all of see it.');
    expect(after.revision).toBeGreaterThan(before?.revision ?? Infinity);
  });

  it('is found by a former id, and is none where nobody bears the id', async () => {
    const at = await opened();
    expect((await pageOf(at, { id: 'FN-70' })).address).toEqual({ id: 'FN-1' });
    expect(await ask(at, storyPageRequest, { uri: URI, item: { id: 'FN-99' } })).toBeNull();
    expect(await ask(at, storyPageRequest, { uri: URI, item: { id: 'ana' } })).toBeNull();
    expect(await ask(at, storyPageRequest, { uri: 'file:///none.yaml', item: ONE })).toBeNull();
  });

  it('writes drafts one after the other, each with the mark that the one before was answered with', async () => {
    const at = await opened();
    const { story } = await pageOf(at);
    const first = await plan(at, { kind: 'set', path: 'story', value: 'As a coach', mark: story.mark }, 1);
    if (!first.ok) throw new Error(first.refusal.message);
    await carryOut(at, first.edits);
    const text = 'As a coach, I want to see the roster';
    const second = await plan(at, { kind: 'set', path: 'story', value: text, mark: first.mark }, 2);
    if (!second.ok) throw new Error(second.refusal.message);
    expect(second.edits).toHaveLength(1);
    await carryOut(at, second.edits);
    const page = await pageOf(at);
    expect([page.story.text, page.story.mark]).toEqual([text, second.mark]);
    // What was meant for the first text no longer fits.
    const late = await plan(at, { kind: 'set', path: 'story', value: 'x', mark: story.mark }, 3);
    expect(late).toMatchObject({ ok: false, refusal: { code: 'changed-since' } });
  });

  it('plans for the version that the client holds, and for no other', async () => {
    const at = await opened();
    const change = { kind: 'tick', path: 'acceptance.0', done: true, mark: '' } as const;
    expect(await plan(at, change, 7)).toMatchObject({ ok: false, refusal: { code: 'stale-version' } });
    const gone = { uri: URI, item: { id: 'FN-99' }, change };
    expect(await ask(at, planPageRequest, gone)).toMatchObject({
      ok: false,
      refusal: { code: 'unknown-item' },
    });
  });

  it('judges and completes what is not written yet', async () => {
    const at = await opened();
    const draft = {
      uri: URI,
      item: ONE,
      path: 'story',
      text: 'As a coach, I want to see it (now), so that I know.',
    };
    const { findings, sentence } = await ask(at, judgeDraftRequest, draft);
    expect(findings.map(({ rule }) => rule)).toEqual(['story/bracketed-note']);
    expect(sentence?.parts.map(({ slot }) => slot)).toEqual(['role', 'means', 'end']);
    const asked = { uri: URI, item: ONE, path: 'notes.0', text: 'ask @a', offset: 6 };
    expect((await ask(at, completeDraftRequest, asked))?.items.map(({ insert }) => insert)).toEqual(['@ana']);
    expect((await pageOf(at)).story.text).toBe('As a coach, I want to see it.');
  });

  it('knows what to pick from, other items, and where a field stands', async () => {
    const at = await opened();
    const choices = await ask(at, storyPageChoicesRequest, { uri: URI });
    expect(choices?.people).toEqual([{ id: 'ana', name: 'Ana Lima' }]);
    const found = await ask(at, findRefsRequest, { uri: URI, query: 'sync', limit: 5 });
    expect(found.map(({ id }) => id)).toEqual(['FN-1', 'FN-2']);
    const place = (path: string) => ask(at, pagePlaceRequest, { uri: URI, item: ONE, path });
    expect((await place('acceptance.0'))?.start).toEqual({ line: 9, character: 8 });
    expect((await place('status'))?.start).toEqual({ line: 7, character: 12 });
    expect(await place('estimate')).toBeNull();
  });
});
