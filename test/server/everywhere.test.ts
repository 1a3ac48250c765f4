import { afterEach, describe, expect, it } from 'vitest';
import type { ItemDescription, ItemPlace } from '../../src/protocol/everywhere.ts';
import { Editor } from './editor.ts';

const MAIN = 'file:///team/backlog.yaml';
const API = 'file:///team/api/backlog.yaml';
const DISK = {
  [MAIN]: `product: {name: Fieldnotes, key: FN, former_keys: [FIELD]}
epics:
  - {id: FN-1, title: Offline}
stories:
  - {id: FN-2, title: "Sync <b>", epic: FN-1, was: [FIELD-88, API-1]}
`,
  [API]: 'stories:\n  - {id: API-1, title: Login}\n  - {id: API-2, title: Logout}\n',
};

let editor: Editor | undefined;

afterEach(() => {
  editor?.stop();
  editor = undefined;
});

async function start(disk: Record<string, string> = DISK): Promise<Editor> {
  editor = await Editor.start({ disk });
  return editor;
}

describe('ids in other files', () => {
  it('begin with the keys of all backlogs, also with former ones', async () => {
    const keys = await (await start()).request<readonly string[]>('refinery/keys', null);
    expect([...keys].sort()).toEqual(['API', 'FIELD', 'FN']);
  });

  it('are described as in the backlog, with the place of the item', async () => {
    const [item, ...others] = await (
      await start()
    ).request<ItemDescription[]>('refinery/describe', { id: 'FN-2' });
    expect(others).toEqual([]);
    expect(item).toMatchObject({ id: 'FN-2', uri: MAIN, selection: { start: { line: 4, character: 22 } } });
    expect(item?.markdown).toContain('**FN\\-2** Sync &lt;b\\>');
  });

  it('may be former ones, where nobody bears the id now', async () => {
    const editor = await start();
    const of = async (id: string): Promise<readonly string[]> =>
      (await editor.request<ItemDescription[]>('refinery/describe', { id })).map((item) => item.id);
    expect(await of('FIELD-88')).toEqual(['FN-2']);
    expect(await of('API-1')).toEqual(['API-1']);
    expect(await of('FN-99')).toEqual([]);
    expect(await of('constructor')).toEqual([]);
  });

  it('are found together, those that nobody bears left out', async () => {
    const ids = ['API-2', 'FN-99', 'FN-1', 'FIELD-88'];
    const places = await (await start()).request<ItemPlace[]>('refinery/locate', { ids });
    expect(places.map(({ id, uri, selection }) => [id, uri, selection.start.line])).toEqual([
      ['API-2', API, 2],
      ['FN-1', MAIN, 2],
      ['FIELD-88', MAIN, 4],
    ]);
  });

  it('follow an edit', async () => {
    const editor = await start();
    await editor.open(DISK[MAIN].replace('id: FN-2', 'id: FN-3'), MAIN);
    const [item] = await editor.request<ItemDescription[]>('refinery/describe', { id: 'FN-3' });
    expect(item?.id).toBe('FN-3');
  });
});
